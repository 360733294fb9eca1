import type { Language } from '../../preload/contract/view.ts';
import { shopTime } from '../clock.ts';
import type { CompletedSale, Seller, SoldLine, VatSum } from '../journal/entries/sale.ts';
import { ore, sum, type Ore } from '../sale/money.ts';
import { wordsFor, type Words } from '../words/index.ts';
import { paymentBlock } from './payment.ts';
import { plain } from './plain.ts';
import { printable } from './printable.ts';
import type { Receipt, ReceiptLine, Row, VatCells } from './receipt.ts';

export interface Completed {
  readonly sale: CompletedSale;
  /** UTC instant of completion; shown in the shop's zone. */
  readonly at: string;
  readonly operator: string | null;
}

/**
 * The receipt of a completed sale (kassasystemforskrifta § 2-8-4, bokføringsforskriften §§ 5-1-1 and 5-3-12): made from
 * the journal entry alone. `issue` is `copy` from the second print on (§ 2-8-6).
 */
export function receiptOf(
  completed: Completed,
  language: Language,
  issue: 'original' | 'copy' = 'original',
): Receipt {
  const words = wordsFor(language);
  const { sale } = completed;
  const amount = (value: Ore): string => plain(words.format.amount(value));
  const said = words.receipt;
  return {
    language,
    marking: [
      ...(issue === 'copy' ? [said.copy] : []),
      ...(sale.training ? [`${said.trainingReceipt} –`, said.notAReceipt] : []),
    ],
    title: sale.training ? null : said.salesReceipt,
    seller: sellerLines(sale.seller, words),
    facts: facts(completed, words),
    lines: sale.lines.map((line) => receiptLine(line, words)),
    totals: totals(sale, words),
    vat: vatTable(sale.vat, sale.currency, words),
    payments: sale.payments.map((payment) => paymentBlock(payment, said, amount)),
    foot: [{ label: said.signature, value: signatureMark(sale.signature) }],
    barcode: `${sale.tillId}-R${sale.receiptNumber}`,
  };
}

/** Companies with limited liability name the register on their documents (foretaksregisterloven § 10-2). */
const inBusinessRegister = /\s(AS|ASA|NUF)\.?$/iu;

function sellerLines(seller: Seller, words: Words): readonly string[] {
  const { organisationNumber, vatRegistered, businessRegister } = words.receipt;
  const number = `${organisationNumber} ${printable(seller.organisationNumber)}`;
  const name = printable(seller.name);
  return [
    name,
    ...seller.address.map(printable).filter((line) => line !== ''),
    seller.vatRegistered ? `${number} ${vatRegistered}` : number,
    ...(inBusinessRegister.test(name) ? [businessRegister] : []),
  ];
}

function facts({ sale, at, operator }: Completed, words: Words): readonly Row[] {
  const said = words.receipt;
  return [
    { label: said.receiptNumber, value: String(sale.receiptNumber) },
    { label: said.date, value: plain(words.format.date(at)) },
    { label: said.time, value: shopTime(at).time },
    { label: said.till, value: sale.tillId },
    ...(operator === null ? [] : [{ label: said.operator, value: printable(operator) }]),
  ];
}

function receiptLine(line: SoldLine, { format, receipt }: Words): ReceiptLine {
  const single = line.quantity === 1000;
  return {
    // A name of unprintable characters alone still is a line that was sold.
    description: printable(line.description) || '?',
    vatRate: plain(format.percent(line.vatRate)),
    amount: plain(format.amount(sum([line.amount, line.reduction]))),
    calculation: single
      ? null
      : plain(`${format.quantity(line.quantity)} × ${format.amount(line.unitPrice)}`),
    discount:
      line.reduction === 0
        ? null
        : { label: receipt.discount, value: plain(format.amount(ore(0 - line.reduction))) },
  };
}

function totals(sale: CompletedSale, { format, receipt }: Words): readonly Row[] {
  const discounts = sum(sale.lines.map((line) => line.reduction));
  return [
    { label: `${receipt.total} ${sale.currency}`, value: plain(format.amount(sale.total)) },
    ...(discounts === 0
      ? []
      : [{ label: receipt.discountsGiven, value: plain(format.amount(ore(0 - discounts))) }]),
  ];
}

/** Every rate apart and summed (bokføringsforskriften § 5-1-1 no. 5), exempt goods as 0 %. */
function vatTable(sums: readonly VatSum[], currency: string, { format, receipt }: Words): Receipt['vat'] {
  const cells = (label: string, of: readonly VatSum[]): VatCells => [
    label,
    plain(format.amount(sum(of.map((rate) => rate.net)))),
    plain(format.amount(sum(of.map((rate) => rate.vat)))),
    plain(format.amount(sum(of.map((rate) => rate.gross)))),
  ];
  const rows = sums.map((one) => cells(plain(format.percent(one.rate)), [one]));
  return {
    heading: `${receipt.vatHeading} ${currency}`,
    columns: [receipt.vatRate, receipt.vatNet, receipt.vatAmount, receipt.vatGross],
    rows: rows.length > 1 ? [...rows, cells(receipt.vatSum, sums)] : rows,
  };
}

/** Enough of the signature to find and compare it in the journal; all of it would be five lines of paper. */
function signatureMark({ keyVersion, value }: CompletedSale['signature']): string {
  return printable(`${keyVersion}:${value.slice(0, 16)}`);
}

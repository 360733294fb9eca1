import { shopTime } from '../clock.ts';
import type { RefundOf } from '../journal/entries/refund.ts';
import type { CompletedSale, Payment, Seller, SoldLine, VatSum } from '../journal/entries/sale.ts';
import { ore, sum } from '../sale/money.ts';
import { day } from '../words/detail.ts';
import type { Words } from '../words/index.ts';
import { plain } from './plain.ts';
import { printable } from './printable.ts';
import type { Receipt, ReceiptLine, Row, VatCells } from './receipt.ts';

/** Companies with limited liability name the register on their documents (foretaksregisterloven § 10-2). */
const inBusinessRegister = /\s(AS|ASA|NUF)\.?$/iu;

/** Name, address and organisation number. */
export function sellerLines(seller: Seller, words: Words): readonly string[] {
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

/** What a receipt is known by: its number, when and where it was written, and by whom. */
export function head(
  receipt: { readonly receiptNumber: number; readonly tillId: string },
  at: string,
  operator: string | null,
  words: Words,
): readonly Row[] {
  const said = words.receipt;
  return [
    { label: said.receiptNumber, value: String(receipt.receiptNumber) },
    { label: said.date, value: plain(words.format.date(at)) },
    { label: said.time, value: shopTime(at).time },
    { label: said.till, value: receipt.tillId },
    ...(operator === null ? [] : [{ label: said.operator, value: printable(operator) }]),
  ];
}

/** A line as it was sold, or as it comes back. */
export function receiptLine(line: SoldLine, { format, receipt }: Words): ReceiptLine {
  // One piece needs no calculation, and neither does a part of the price without goods.
  const single = Math.abs(line.quantity) === 1000 || line.quantity === 0;
  return {
    // A name of unprintable characters alone still is a line that was sold.
    description: printable(line.description) || '?',
    vatRate: line.giftCard === undefined ? plain(format.percent(line.vatRate)) : receipt.noVat,
    amount: plain(format.amount(sum([line.amount, line.reduction]))),
    calculation: single
      ? null
      : plain(`${format.quantity(line.quantity)} × ${format.amount(line.unitPrice)}`),
    notes: [
      ...(line.note === undefined ? [] : [printable(line.note)]),
      ...(line.listPrice === undefined
        ? []
        : [`${receipt.listPrice} ${plain(format.amount(line.listPrice))}`]),
      ...(line.giftCard === undefined
        ? []
        : [
            `${receipt.giftCode} ${line.giftCard.code}`,
            `${receipt.goodUntil} ${plain(day(line.giftCard.expires, format))}`,
          ]),
    ],
    discount:
      line.reduction === 0
        ? null
        : { label: receipt.discount, value: plain(format.amount(ore(0 - line.reduction))) },
  };
}

/** What it comes to, and what discounts took off. */
export function totals(
  sale: Pick<CompletedSale, 'lines' | 'currency' | 'total'>,
  { format, receipt }: Words,
): readonly Row[] {
  const discounts = sum(sale.lines.map((line) => line.reduction));
  return [
    { label: `${receipt.total} ${sale.currency}`, value: plain(format.amount(sale.total)) },
    ...(discounts === 0
      ? []
      : [{ label: receipt.discountsGiven, value: plain(format.amount(ore(0 - discounts))) }]),
  ];
}

/** Every rate apart and summed (bokføringsforskriften § 5-1-1 no. 5), exempt goods as 0 %; null for gift cards alone. */
export function vatTable(
  sums: readonly VatSum[],
  currency: string,
  { format, receipt }: Words,
): Receipt['vat'] {
  if (sums.length === 0) return null;
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
export function signatureMark({ keyVersion, value }: CompletedSale['signature']): string {
  return printable(`${keyVersion}:${value.slice(0, 16)}`);
}

/** The receipt that something is given back of: by its number, with its till's id when another till wrote it. */
export function referredTo({ tillId, receiptNumber, saleId }: RefundOf, here: string): string {
  if (receiptNumber === null) return saleId;
  return tillId === here ? String(receiptNumber) : `${tillId}-R${receiptNumber}`;
}

/** `K7F3QD-R417.431-1`: the receipt, and the sale and attempt that its card payment is known by. */
export function qrOf(receipt: {
  readonly tillId: string;
  readonly receiptNumber: number;
  readonly payments: readonly Payment[];
}): string {
  const code = `${receipt.tillId}-R${receipt.receiptNumber}`;
  const card = receipt.payments.find((payment) => payment.kind === 'card');
  return card === undefined ? code : `${code}.${card.attemptId.slice(card.attemptId.indexOf('-') + 1)}`;
}

import type { Language } from '../../preload/contract/view.ts';
import type { CompletedSale } from '../journal/entries/sale.ts';
import type { Ore } from '../sale/money.ts';
import { wordsFor } from '../words/index.ts';
import { head, qrOf, receiptLine, sellerLines, signatureMark, totals, vatTable } from './parts.ts';
import { paymentBlock } from './payment.ts';
import { plain } from './plain.ts';
import { printable } from './printable.ts';
import type { Receipt, Row } from './receipt.ts';
import type { ReceiptWords } from '../words/receipt-words.ts';

export interface Completed {
  readonly sale: CompletedSale;
  /** UTC instant of completion; shown in the shop's zone. */
  readonly at: string;
  readonly operator: string | null;
}

/** The buyer, where the receipt is made out to one. */
export function buyerRows(buyer: CompletedSale['buyer'], said: ReceiptWords): readonly Row[] {
  if (buyer === undefined) return [];
  const rows: [string, string][] = [
    [said.buyer, buyer.name],
    [said.organisationNumber, buyer.organisationNumber ?? ''],
    [said.address, buyer.address],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label, value: printable(value) }));
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
    facts: [...head(sale, completed.at, completed.operator, words), ...buyerRows(sale.buyer, said)],
    lines: sale.lines.map((line) => receiptLine(line, words)),
    totals: totals(sale, words),
    vat: vatTable(sale.vat, sale.currency, words),
    payments: sale.payments.map((payment) => paymentBlock(payment, said, amount)),
    foot: [{ label: said.signature, value: signatureMark(sale.signature) }],
    blanks: [],
    closing: [],
    barcode: `${sale.tillId}-R${sale.receiptNumber}`,
    qr: qrOf(sale),
  };
}

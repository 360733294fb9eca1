import type { Language } from '../../preload/contract/view.ts';
import type { ExchangedSale } from '../journal/entries/exchange.ts';
import { ore, sum, type Ore } from '../sale/money.ts';
import { wordsFor } from '../words/index.ts';
import {
  head,
  qrOf,
  receiptLine,
  referredTo,
  sellerLines,
  signatureMark,
  totals,
  vatTable,
} from './parts.ts';
import { buyerRows } from './model.ts';
import { paymentBlock } from './payment.ts';
import { plain } from './plain.ts';
import { printable } from './printable.ts';
import type { Receipt } from './receipt.ts';
import { paidBackBlock } from './returned.ts';

export interface Exchanged {
  readonly exchanged: ExchangedSale;
  /** UTC instant of the exchange; shown in the shop's zone. */
  readonly at: string;
  readonly operator: string | null;
}

/**
 * The receipt of an exchange, made from the journal entry alone: titled for both of its sides, what was sold first, then
 * what came back with negative amounts, and space for the customer's signature and phone number
 * (kassasystemforskrifta §§ 2-8-4 and 2-8-5, bokføringsforskriften §§ 5-3-6 and 5-3-7).
 */
export function exchangeReceiptOf(
  { exchanged, at, operator }: Exchanged,
  language: Language,
  issue: 'original' | 'copy' = 'original',
): Receipt {
  const words = wordsFor(language);
  const said = words.receipt;
  const amount = (value: Ore): string => plain(words.format.amount(value));
  const { of, training, lines, returned, currency } = exchanged;
  const sold = sum(lines.map((line) => line.amount));
  const back = sum(returned.map((line) => line.amount));
  const settled = ore(Math.min(sold, 0 - back));
  return {
    language,
    marking: [
      ...(issue === 'copy' ? [said.copy] : []),
      ...(training ? [`${said.trainingReceipt} –`, said.notAReceipt] : []),
    ],
    title: training ? null : said.exchangeReceipt,
    seller: sellerLines(exchanged.seller, words),
    facts: [
      ...head(exchanged, at, operator, words),
      { label: said.exchangeOf, value: referredTo(of, exchanged.tillId) },
      { label: said.reason, value: printable(exchanged.reason) },
      ...buyerRows(exchanged.buyer, said),
    ],
    lines: [...lines, ...returned].map((line) => receiptLine(line, words)),
    totals: [
      ...totals({ lines, currency, total: exchanged.total }, words),
      { label: said.sold, value: amount(sold) },
      { label: said.cameBack, value: amount(back) },
    ],
    vat: vatTable(exchanged.vat, currency, words),
    payments: [
      { rows: [{ label: said.paidWithReturn, value: amount(settled) }], terminal: null },
      ...exchanged.payments.map((payment) => paymentBlock(payment, said, amount)),
      ...exchanged.paidBack.map((payment) => paidBackBlock(payment, said, amount)),
    ],
    foot: [{ label: said.signature, value: signatureMark(exchanged.signature) }],
    blanks: [said.customerSignature, said.customerPhone],
    closing: [],
    barcode: `${exchanged.tillId}-R${exchanged.receiptNumber}`,
    qr: qrOf(exchanged),
  };
}

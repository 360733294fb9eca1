import type { Language } from '../../preload/contract/view.ts';
import type { PaidBack, ReturnedSale } from '../journal/entries/refund.ts';
import { assertNever } from '../result.ts';
import { sum, type Ore } from '../sale/money.ts';
import { wordsFor } from '../words/index.ts';
import type { ReceiptWords } from '../words/receipt-words.ts';
import { head, receiptLine, referredTo, sellerLines, signatureMark, totals, vatTable } from './parts.ts';
import { known } from './payment.ts';
import { plain } from './plain.ts';
import { printable } from './printable.ts';
import type { PaymentBlock, Receipt } from './receipt.ts';

export interface Returned {
  readonly returned: ReturnedSale;
  /** UTC instant of the return; shown in the shop's zone. */
  readonly at: string;
  readonly operator: string | null;
}

/**
 * The receipt of a return (kassasystemforskrifta § 2-8-5), made from the journal entry alone: its own heading, the
 * sale's receipt, every amount negative, and space for the customer's signature and phone number
 * (bokføringsforskriften § 5-3-7).
 */
export function returnReceiptOf(
  { returned, at, operator }: Returned,
  language: Language,
  issue: 'original' | 'copy' = 'original',
): Receipt {
  const words = wordsFor(language);
  const said = words.receipt;
  const amount = (value: Ore): string => plain(words.format.amount(value));
  const { of, reason, training } = returned;
  return {
    language,
    marking: [
      ...(issue === 'copy' ? [said.copy] : []),
      ...(training ? [`${said.trainingReceipt} –`, said.notAReceipt] : []),
    ],
    title: training ? null : said.returnReceipt,
    seller: sellerLines(returned.seller, words),
    facts: [
      ...head(returned, at, operator, words),
      { label: said.returnOf, value: referredTo(of, returned.tillId) },
      { label: said.reason, value: printable(reason) },
    ],
    lines: returned.lines.map((line) => receiptLine(line, words)),
    totals: totals(returned, words),
    vat: vatTable(returned.vat, returned.currency, words),
    payments: returned.payments.map((payment) => paidBackBlock(payment, said, amount)),
    foot: [{ label: said.signature, value: signatureMark(returned.signature) }],
    blanks: [said.customerSignature, said.customerPhone],
    closing: [],
    barcode: `${returned.tillId}-R${returned.receiptNumber}`,
    qr: `${returned.tillId}-R${returned.receiptNumber}`,
  };
}

/** How the money went back, and for a card the transaction that it went back through. */
export function paidBackBlock(
  payment: PaidBack,
  said: ReceiptWords,
  amount: (value: Ore) => string,
): PaymentBlock {
  switch (payment.kind) {
    case 'cash':
      return {
        rows: [
          ...(payment.rounding === 0 ? [] : [{ label: said.rounding, value: amount(payment.rounding) }]),
          { label: said.backInCash, value: amount(sum([payment.amount, payment.rounding])) },
        ],
        terminal: null,
      };
    case 'card':
      return {
        rows: [
          { label: said.backToCard, value: amount(payment.amount) },
          ...known(said.card, [payment.card.brand, payment.card.maskedPan]),
          { label: said.transaction, value: printable(payment.transactionId) },
          { label: said.reference, value: payment.attemptId },
          ...(payment.confirmed === 'by-hand' ? [{ label: said.decidedByHand, value: '' }] : []),
        ],
        terminal: null,
      };
    case 'gift-card':
      return {
        rows: [
          { label: said.backToGiftCard, value: amount(payment.amount) },
          { label: said.giftCode, value: payment.code },
        ],
        terminal: null,
      };
    default:
      return assertNever(payment);
  }
}

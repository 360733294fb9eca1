import type { Payment } from '../journal/entries/sale.ts';
import { assertNever } from '../result.ts';
import { sum, type Ore } from '../sale/money.ts';
import type { ReceiptWords } from '../words/receipt-words.ts';
import { printable, printableLines } from './printable.ts';
import type { PaymentBlock, Row } from './receipt.ts';

/** The widest paper is 48 columns; a slip longer than this is no slip. */
const slip = { width: 48, lines: 60 } as const;

/** How the sale was paid, and for a card the transaction that it was paid by (kassasystemforskrifta § 2-8-4). */
export function paymentBlock(
  payment: Payment,
  said: ReceiptWords,
  amount: (value: Ore) => string,
): PaymentBlock {
  switch (payment.kind) {
    case 'cash':
      return {
        rows: [
          ...(payment.rounding === 0 ? [] : [{ label: said.rounding, value: amount(payment.rounding) }]),
          { label: said.paidCash, value: amount(sum([payment.amount, payment.rounding])) },
          { label: said.given, value: amount(payment.given) },
          { label: said.change, value: amount(payment.change) },
        ],
        terminal: null,
      };
    case 'card': {
      const { brand, maskedPan, entryMethod, customerReceipt } = payment.card;
      const lines = printableLines(customerReceipt ?? '', slip.width, slip.lines);
      return {
        rows: [
          { label: said.paidByCard, value: amount(payment.amount) },
          ...known(said.card, [brand, maskedPan]),
          ...known(said.entryMethod, [entryMethod]),
          payment.transactionId === null
            ? { label: said.decidedByHand, value: '' }
            : { label: said.transaction, value: printable(payment.transactionId) },
          { label: said.reference, value: payment.attemptId },
        ],
        terminal: lines.length === 0 ? null : { heading: said.fromTerminal, lines },
      };
    }
    case 'gift-card':
      return {
        rows: [
          { label: said.paidByGiftCard, value: amount(payment.amount) },
          { label: said.giftCode, value: payment.code },
        ],
        terminal: null,
      };
    default:
      return assertNever(payment);
  }
}

/** A row for what is known; none when nothing is. */
export function known(label: string, parts: readonly (string | null)[]): readonly Row[] {
  const value = printable(parts.filter((part) => part !== null).join(' '));
  return value === '' ? [] : [{ label, value }];
}

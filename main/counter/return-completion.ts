import { shopTime } from '../clock.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { PaidBack } from '../journal/entries/refund.ts';
import type { CardDetails } from '../journal/entries/sale.ts';
import { type JournalReads, type JournalWriter, soldSale } from '../journal/index.ts';
import type { Refund } from '../refund/refund.ts';
import { ore, sum } from '../sale/money.ts';
import { vatSums } from '../sale/vat.ts';
import type { Issuer } from './completion.ts';

/**
 * Completes a return: takes the next receipt number in the series of sales, signs with negative amounts, and writes the
 * whole content of the return receipt (kassasystemforskrifta § 2-8-5), all in the caller's journal transaction.
 */
export function completeReturn(tx: JournalWriter, issuer: Issuer, refund: Refund): Entry {
  const { refundId, of, reason, currency, lines } = refund;
  const vat = vatSums(lines.filter(({ giftCard }) => giftCard === undefined));
  const total = sum(lines.map((line) => line.amount));
  const payments = paidBack(tx.read, refund);
  const receiptNumber = tx.read.nextReceiptNumber();
  const { date, time } = shopTime(tx.at);
  const entry = tx.append('sale.returned', {
    refundId,
    receiptNumber,
    of,
    reason,
    tillId: issuer.tillId,
    training: issuer.training,
    seller: issuer.seller,
    currency,
    lines,
    vat,
    total,
    rounding: sum(payments.map((payment) => (payment.kind === 'cash' ? payment.rounding : ore(0)))),
    payments,
    signature: issuer.signer.sign({
      previous: tx.read.lastSignature(),
      date,
      time,
      nr: String(receiptNumber),
      amountIncludingVat: total,
      amountExcludingVat: ore(total - sum(vat.map((rate) => rate.vat))),
    }),
  });
  const cash = payments.some(({ kind }) => kind === 'cash');
  issuer.follow(tx, { receiptNumber, kind: 'return', cash, giftCards: [] });
  return entry;
}

/** How the money of a refund went back, as its receipt says it. */
export function paidBack(read: JournalReads, refund: Refund): PaidBack[] {
  const { card, cash, giftCard } = refund;
  return [
    ...(card === null
      ? []
      : [
          {
            kind: 'card' as const,
            amount: ore(0 - card.amount),
            attemptId: card.attemptId,
            transactionId: card.transactionId,
            atTerminal: card.terminalId !== null,
            confirmed:
              refund.state === 'done' && refund.byHand ? ('by-hand' as const) : ('by-dintero' as const),
            card: refund.seenThere?.card ?? cardOf(read, card.attemptId),
          },
        ]),
    ...(cash === null
      ? []
      : [{ kind: 'cash' as const, amount: ore(0 - cash.amount), rounding: ore(0 - cash.rounding) }]),
    ...(giftCard === undefined
      ? []
      : [{ kind: 'gift-card' as const, amount: ore(0 - giftCard.amount), code: giftCard.code }]),
  ];
}

/** The card that the payment was made with. The terminal's text about the sale does not belong on the return. */
function cardOf(read: JournalReads, attemptId: string): CardDetails {
  const unknown = { brand: null, maskedPan: null, entryMethod: null, customerReceipt: null };
  const completed = read
    .attemptEntries(attemptId)
    .map(soldSale)
    .find((sold) => sold !== null);
  const paid = completed?.payments.find((one) => 'card' in one && one.attemptId === attemptId);
  return paid !== undefined && 'card' in paid ? { ...paid.card, customerReceipt: null } : unknown;
}

import type { Entry } from '../journal/entries/index.ts';
import type { JournalReads, JournalWriter } from '../journal/index.ts';
import type { Refund } from '../refund/refund.ts';
import { linesLeft } from '../refund/returnable.ts';
import { applyToSale, type Sale } from '../sale/sale.ts';
import type { Issuer } from './completion.ts';
import { type Counter, givesDifference } from './counter.ts';
import { partGivenBack } from './part-calls.ts';
import { completeReturn } from './return-completion.ts';

/** Writes what follows from money that went back, in the transaction that records it. */
export function concludeRefund(
  tx: JournalWriter,
  counter: Pick<Counter, 'completeForRefund'>,
  issuer: Issuer | null,
  refund: Refund,
): Entry {
  if (refund.exchange !== null) {
    // The basket was held while its difference was on its way.
    const completed = counter.completeForRefund(tx, refund);
    if (completed === null) throw new Error(`Exchange ${refund.exchange} did not take its refund`);
    return completed;
  }
  if (refund.lines.length === 0) return partGivenBack(tx, refund) ?? settleByRefund(tx, refund);
  // Nothing is given back before the till can sign.
  if (issuer === null) throw new Error('A return was to be completed before the signing key was read');
  return completeReturn(tx, issuer, refund);
}

/** Settles the alarm about a payment whose money went back: it completed no sale, so no return receipt is written. */
function settleByRefund(tx: JournalWriter, { refundId, card, reason }: Refund): Entry {
  if (card === null) throw new Error(`Refund ${refundId} gives back neither lines nor a card payment`);
  return tx.append('attempt.alarm-settled', { attemptId: card.attemptId, how: 'refunded', reason });
}

/** Whether what follows from a refund that went back after all can still be written. */
export function canConclude(read: JournalReads, refund: Refund): boolean {
  if (refund.exchange !== null) {
    const sale = read.saleEntries(refund.exchange).reduce<Sale | null>(applyToSale, null);
    return sale !== null && givesDifference(refund, sale);
  }
  if (refund.lines.length === 0) {
    const sale = read.saleEntries(refund.of.saleId).reduce<Sale | null>(applyToSale, null);
    const { card } = refund;
    if (
      sale?.paid.some(({ payment }) => 'attemptId' in payment && payment.attemptId === card?.attemptId) ===
      true
    )
      return sale.state === 'open' || sale.state === 'parked';
    return read.openAlarms().some(({ attemptId }) => attemptId === refund.card?.attemptId);
  }
  if (refund.seenThere !== null) return true;
  const sold = read.soldSaleOf(refund.of.saleId);
  if (sold === null) return false;
  // What was on a gift card may have been spent meanwhile.
  const spent = refund.lines.some(
    ({ giftCard, amount }) => giftCard !== undefined && read.giftCardBalance(giftCard.code) < 0 - amount,
  );
  if (spent) return false;
  const returned = [...read.returnedLines(sold.saleId), ...refund.lines];
  const left = linesLeft(sold.lines, returned, read.giftCardBalance);
  return left.every(({ quantity, amount }) => quantity >= 0 && amount >= 0);
}

import type { Settlement, Transaction, TransactionEvent } from '../dintero/index.ts';
import type { MatchedSettlement } from '../journal/entries/books.ts';
import { type Currency, ore } from '../sale/money.ts';
import { instant } from '../clock.ts';

/** Whose payouts are matched. */
export type PaidTo = { readonly payoutDestinationId: string; readonly currency: Currency };

/** What the till knows of a transaction: its own attempt, and which references are its refunds'. */
export type Known = {
  readonly attemptOf: (transaction: Transaction) => string | null;
  readonly isOwnRefund: (refundId: string) => boolean;
};

/** A payout that has been paid, with its times and sums in order; null for one that is not (yet) this seller's. */
export function paidSettlement(
  settlement: Settlement,
  paidTo: PaidTo,
): Omit<MatchedSettlement, 'payments' | 'paidBack' | 'others'> | null {
  const { payment_status: status, payout_destination_id: seller } = settlement;
  if (status !== null && status !== 'paid') return null;
  if (seller !== null && seller !== paidTo.payoutDestinationId) return null;
  const sums = settlement.amounts.find(({ currency }) => currency === paidTo.currency);
  const [settledAt, startAt, endAt] = [settlement.settled_at, settlement.start_at, settlement.end_at].map(
    (text) => Date.parse(text),
  );
  if (sums === undefined || !isTime(settledAt) || !isTime(startAt) || !isTime(endAt)) return null;
  return {
    settlementId: settlement.id,
    settledAt: instant(settledAt),
    startAt: instant(startAt),
    endAt: instant(endAt),
    currency: paidTo.currency,
    amount: ore(sums.amount),
    captures: ore(sums.capture),
    refunds: ore(sums.refund),
    fee: ore(sums.fee),
  };
}

function isTime(ms: number | undefined): ms is number {
  return ms !== undefined && !Number.isNaN(ms);
}

/**
 * What a payout pays: the captures and refunds of its seller's transactions between its times (Dintero documents no
 * list of them). Filters are hints: only what lies in between counts.
 */
export function paidBy(
  settlement: Pick<MatchedSettlement, 'startAt' | 'endAt'>,
  transactions: readonly Transaction[],
  paidTo: PaidTo,
  known: Known,
): Pick<MatchedSettlement, 'payments' | 'paidBack' | 'others'> {
  const payments: MatchedSettlement['payments'] = [];
  const paidBack: MatchedSettlement['paidBack'] = [];
  const others = { payments: { number: 0, amount: 0 }, refunds: { number: 0, amount: 0 } };
  for (const transaction of transactions) {
    const seller = transaction.payout_destination_id ?? transaction.store?.payout_destination_id ?? null;
    if (transaction.currency !== paidTo.currency) continue;
    if (seller !== null && seller !== paidTo.payoutDestinationId) continue;
    const attemptId = known.attemptOf(transaction);
    for (const event of transaction.events.filter((one) => isWithin(one, settlement))) {
      const amount = ore(event.amount ?? 0);
      const refundId = event.event_reference ?? '';
      if (event.event === 'CAPTURE' && attemptId !== null) payments.push({ attemptId, amount });
      else if (event.event === 'REFUND' && known.isOwnRefund(refundId)) paidBack.push({ refundId, amount });
      else {
        const other = event.event === 'CAPTURE' ? others.payments : others.refunds;
        other.number += 1;
        other.amount += amount;
      }
    }
  }
  const counted = ({ number, amount }: { number: number; amount: number }) => ({
    number,
    amount: ore(amount),
  });
  return {
    payments,
    paidBack,
    others: { payments: counted(others.payments), refunds: counted(others.refunds) },
  };
}

function isWithin(event: TransactionEvent, { startAt, endAt }: { startAt: string; endAt: string }): boolean {
  if (event.success !== true || (event.event !== 'CAPTURE' && event.event !== 'REFUND')) return false;
  const at = Date.parse(event.created_at ?? '');
  return at >= Date.parse(startAt) && at <= Date.parse(endAt);
}

/** Captures less refunds of everything that a payout pays, in øre. */
export function paidSum({
  payments,
  paidBack,
  others,
}: Pick<MatchedSettlement, 'payments' | 'paidBack' | 'others'>): number {
  const adding = (list: readonly { readonly amount: number }[]): number =>
    list.reduce((sum, { amount }) => sum + amount, 0);
  return adding(payments) - adding(paidBack) + others.payments.amount - others.refunds.amount;
}

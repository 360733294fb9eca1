import type { JournalReads } from '../../main/journal/index.ts';
import { attemptFrom } from '../../main/payment/attempt.ts';
import { type Refund, refundFrom } from '../../main/refund/refund.ts';
import type { TransactionRecord } from '../../main/simulator/records.ts';
import type { Evidence, Moment } from './evidence.ts';

/** Every law of refunds that the evidence breaks, a sentence each; empty when all hold. */
export function brokenRefundLaws(evidence: Evidence, moment: Moment): string[] {
  const mine = evidence.transactions.filter((one) =>
    one.merchant_reference.startsWith(`${evidence.tillId}-`),
  );
  return [
    ...aboutPosts(evidence),
    ...aboutJournal(evidence),
    ...mine.flatMap((transaction) => [
      ...aboutMoney(transaction),
      ...aboutPromises(evidence, transaction),
      ...aboutAlarm(evidence, transaction),
      ...(moment === 'settled' ? aboutOutcomes(evidence, transaction) : []),
    ]),
  ];
}

/** Nothing that could give money back is sent twice, or before it was written down. */
function aboutPosts({ read, requests }: Evidence): string[] {
  const references = requests
    .filter((one) => one.operation === 'refund' && one.status !== 401)
    .map((one) => (one.body as { refund_reference?: string } | null)?.refund_reference ?? '-');
  const twice = references.filter((one, index) => references.indexOf(one) !== index);
  const unwritten = references.filter(
    (one) => !read.refundEntries(one).some(({ kind }) => kind === 'refund.sending'),
  );
  return [
    ...twice.map((one) => `Refund ${one} was posted twice`),
    ...unwritten.map((one) => `Refund ${one} was posted before the journal said so`),
  ];
}

/** What the journal says went back did go back at Dintero; cash and a person's word are not Dintero's. */
function aboutJournal({ tillId, read, transactions }: Evidence): string[] {
  const events = transactions.flatMap((one) => one.events);
  const broken: string[] = [];
  for (let number = 1; number < read.nextRefundNumber(); number += 1) {
    const refund = refundFrom(read.refundEntries(`${tillId}-F${String(number)}`));
    if (refund?.state !== 'done' || refund.byHand || refund.card === null) continue;
    const { refundId, exchange, receiptNumber } = refund;
    if (exchange !== null && receiptNumber === null)
      broken.push(`Refund ${refundId} went back, and exchange ${exchange} has no receipt`);
    const done = events.some(
      (one) => one.event === 'REFUND' && one.success && one.event_reference === refundId,
    );
    if (!done) broken.push(`Refund ${refundId} is done, and Dintero gave nothing back`);
  }
  return broken;
}

/** A payment goes back once at most. */
function aboutMoney(transaction: TransactionRecord): string[] {
  const captured = moved(transaction, 'CAPTURE');
  const refunded = moved(transaction, 'REFUND');
  return refunded > captured
    ? [`${transaction.merchant_reference}: ${String(refunded)} of ${String(captured)} went back`]
    : [];
}

/** Nor is more of it on its way back at once: Dintero may not be there to refuse the second. */
function aboutPromises({ read }: Evidence, transaction: TransactionRecord): string[] {
  const { merchant_reference: reference } = transaction;
  const asked = refundsThrough(read, reference).filter(({ state }) => state !== 'refused');
  const sum = asked.reduce((all, { card }) => all + (card?.amount ?? 0), 0);
  return sum > transaction.amount
    ? [`${reference}: ${asked.map(({ refundId }) => refundId).join(' and ')} give back ${String(sum)}`]
    : [];
}

/** Every refund that goes through the payment, of whichever sale it is. */
function refundsThrough(read: JournalReads, reference: string): Refund[] {
  const found: Refund[] = [];
  for (let number = 1; number < read.nextRefundNumber(); number += 1) {
    const refund = refundFrom(read.refundEntries(`${tillOf(reference)}-F${String(number)}`));
    if (refund?.card?.attemptId === reference) found.push(refund);
  }
  return found;
}

function tillOf(reference: string): string {
  return reference.slice(0, reference.indexOf('-'));
}

/** A payment that was given back from its alarm leaves nothing at Dintero, and completed no sale. */
function aboutAlarm({ read }: Evidence, transaction: TransactionRecord): string[] {
  const { merchant_reference: reference } = transaction;
  const entries = read.attemptEntries(reference);
  const settled = entries.some((one) => one.kind === 'attempt.alarm-settled' && one.body.how === 'refunded');
  if (!settled) return [];
  const left = moved(transaction, 'CAPTURE') - moved(transaction, 'REFUND');
  return [
    ...(left === 0 ? [] : [`${reference} counts as refunded, and ${String(left)} is still at Dintero`]),
    ...(attemptFrom(entries)?.state === 'completed' ? [`${reference} was refunded and paid for a sale`] : []),
  ];
}

/** What Dintero says of a refund has been heard. */
function aboutOutcomes({ read }: Evidence, { events }: TransactionRecord): string[] {
  return events.flatMap(({ event, event_reference: refundId, success }) => {
    if (event !== 'REFUND' || refundId === undefined) return [];
    const state = refundFrom(read.refundEntries(refundId))?.state ?? 'unknown';
    const expected = success ? 'done' : 'refused';
    return state === expected ? [] : [`Refund ${refundId} is ${state}, at Dintero it is ${expected}`];
  });
}

function moved({ events }: TransactionRecord, kind: 'CAPTURE' | 'REFUND'): number {
  return events
    .filter(({ event, success }) => event === kind && success)
    .reduce((sum, { amount }) => sum + amount, 0);
}

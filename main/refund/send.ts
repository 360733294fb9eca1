import type { RefundAccepted, RefundRequest, Transaction } from '../dintero/index.ts';
import type { JournalReads } from '../journal/index.ts';
import { describe } from '../payment/create-answer.ts';
import type { Held } from './held.ts';
import { heldByDintero, isReferenceTaken, judge } from './reading.ts';
import { type Refund, refundFrom } from './refund.ts';
import type { RefundRunnerParts } from './runner-parts.ts';
import { endingOfFailedSend, type RefusedCode, type SendFailure } from './send-answer.ts';

/** What sending a refund came to. `not-written`: the journal could not take that it leaves, so it did not leave. */
export type Sent =
  | { readonly kind: 'answered'; readonly answer: RefundAccepted }
  | { readonly kind: 'failed'; readonly failure: SendFailure }
  | { readonly kind: 'not-written' };

/**
 * Sends a prepared refund, once. Before it leaves, the transaction is read: no more goes back than Dintero holds for the
 * customer, whoever gave back what before. That it leaves is on disk first.
 */
export async function send(parts: RefundRunnerParts, held: Held, request: RefundRequest): Promise<Sent> {
  const { dintero, log, onAnswer } = parts;
  const { refundId, card, currency } = held.refund();
  if (card === null) throw new Error(`Refund ${refundId} does not go through Dintero`);

  const read = await dintero.readTransaction(card.transactionId);
  onAnswer(read.ok ? null : read.error);
  if (!read.ok)
    return neverSent(read.error.kind === 'refused' ? 'unreadable' : 'not-sent', describe(read.error));
  const transaction = read.value;
  const left = heldByDintero(transaction);
  if (transaction.currency !== currency) return neverSent('currency-differs', transaction.currency);
  if (left < card.amount) return neverSent('more-than-held', String(left));
  if (isReferenceTaken(transaction, refundId)) return neverSent('reference-taken', refundId);
  const earlier = earlierThere(parts, held.refund(), transaction);
  if (earlier !== null) return neverSent('earlier-there', earlier);

  // On disk before the first byte leaves: a crash from here on leads to a look-up, never to a second POST.
  if (!held.record(null, (tx) => [tx.append('refund.sending', { refundId })]).ok)
    return { kind: 'not-written' };
  const answer = await dintero.refund(card.transactionId, request);
  onAnswer(answer.ok ? null : answer.error);
  if (answer.ok) return { kind: 'answered', answer: answer.value };
  log.warn('refund failed', { refund: refundId, error: describe(answer.error) });
  return { kind: 'failed', failure: endingOfFailedSend(answer.error, card.terminalId) };
}

/**
 * A refund of the same payment that was held as refused, by a person mostly, and that Dintero has done or has under way:
 * the one that is to be sent now was made in the belief that it had not happened.
 */
function earlierThere(
  { journal }: RefundRunnerParts,
  refund: Refund,
  transaction: Transaction,
): string | null {
  const { read } = journal;
  const earlier = read
    .refundsOf(refund.of.saleId)
    .filter((one) => one.state === 'refused' && one.attemptId === refund.card?.attemptId);
  for (const { refundId } of earlier) {
    const before = refundFrom(read.refundEntries(refundId));
    if (before === null) continue;
    const verdict = judge(before, transaction).kind;
    if (verdict !== 'absent' && verdict !== 'refused' && !isSeenTo(read, refundId)) return refundId;
  }
  return null;
}

/** An alarm told of it, and a person has settled that. */
function isSeenTo(read: JournalReads, refundId: string): boolean {
  return read.refundEntries(refundId).some(({ kind }) => kind === 'refund.alarm-settled');
}

function neverSent(code: RefusedCode, detail: string): Sent {
  return { kind: 'failed', failure: { kind: 'never-happened', code, detail } };
}

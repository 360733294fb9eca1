import type { Transaction, TransactionEvent } from '../dintero/index.ts';
import { ore, type Ore } from '../sale/money.ts';
import { eventRequestOf, type Refund } from './refund.ts';

/** What the transaction says about one refund. */
export type Verdict =
  /** Nothing there bears its name: a list may lag, so this alone never frees it. */
  | { readonly kind: 'absent' }
  /** Begun and not finished. */
  | { readonly kind: 'under-way' }
  | { readonly kind: 'done'; readonly eventId: string | null }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unclear'; readonly why: 'amount-differs' | 'unknown-outcome'; readonly detail: string };

/** What Dintero holds for the customer, in øre: captured, less refunded, less what a refund under way would take. */
export function heldByDintero(transaction: Transaction): Ore {
  const outcome = outcomes(transaction);
  const captured = total(
    transaction.events.filter((one) => one.event === 'CAPTURE' && outcome(one) === 'success'),
  );
  // What may have been refunded counts as refunded: better refused here than given back twice.
  const refunded = total(
    transaction.events.filter((one) => one.event === 'REFUND' && outcome(one) !== 'failure'),
  );
  const pending = total(transaction.events.filter((one) => isPending(transaction, one)));
  return ore(captured - refunded - pending);
}

/** What went back for certain, in øre. */
export function refundedByDintero(transaction: Transaction): Ore {
  const outcome = outcomes(transaction);
  return ore(total(transaction.events.filter((one) => one.event === 'REFUND' && outcome(one) === 'success')));
}

/** Whether any event of the transaction bears this refund_reference. */
export function isReferenceTaken(transaction: Transaction, refundId: string): boolean {
  return transaction.events.some((event) => event.event_reference === refundId);
}

/** Judges what a transaction says about a refund; only an event that bears its name counts, never a status or a sum. */
export function judge(refund: Refund, transaction: Transaction): Verdict {
  const outcome = outcomes(transaction);
  const requestId = eventRequestOf(refund);
  const mine = transaction.events.filter((event) => isMine(event, refund.refundId, requestId));
  const finished = mine.filter((event) => event.event === 'REFUND');
  const done = finished.filter((event) => outcome(event) === 'success');
  const [only] = done;
  if (only !== undefined) {
    const amount = total(done);
    if (amount !== refund.card?.amount)
      return { kind: 'unclear', why: 'amount-differs', detail: String(amount) };
    return { kind: 'done', eventId: only.id };
  }
  if (finished.some((event) => outcome(event) === 'unknown')) {
    return { kind: 'unclear', why: 'unknown-outcome', detail: transaction.status };
  }
  const failed = finished.at(-1);
  if (failed !== undefined) return { kind: 'refused', detail: failed.error?.message ?? '' };
  return mine.length === 0 ? { kind: 'absent' } : { kind: 'under-way' };
}

function isMine(event: TransactionEvent, refundId: string, requestId: string | null): boolean {
  if (event.event !== 'REFUND' && event.event !== 'INITIATE_REFUND') return false;
  if (event.event_reference !== null) return event.event_reference === refundId;
  return requestId !== null && (event.correlation_request_id === requestId || event.request_id === requestId);
}

function isPending(transaction: Transaction, begun: TransactionEvent): boolean {
  if (begun.event !== 'INITIATE_REFUND' || begun.success === false) return false;
  return !transaction.events.some(
    (event) =>
      event.event === 'REFUND' &&
      ((begun.request_id !== null && event.correlation_request_id === begun.request_id) ||
        (begun.event_reference !== null && event.event_reference === begun.event_reference)),
  );
}

type Outcome = 'success' | 'failure' | 'unknown';

const refundedStatus: ReadonlySet<string> = new Set([
  'REFUNDED',
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
]);
const capturedStatus: ReadonlySet<string> = new Set(['CAPTURED', 'PARTIALLY_CAPTURED']);

/** What became of an event. A correction, on it or on a later event that names it, is to be trusted over `success`. */
function outcomes(transaction: Transaction): (event: TransactionEvent) => Outcome {
  const corrected = new Map<string, string>();
  for (const { correction } of transaction.events) {
    for (const id of correction?.event_ids ?? []) corrected.set(id, correction?.status ?? '');
  }
  return (event) => {
    const status = (event.id === null ? undefined : corrected.get(event.id)) ?? event.correction?.status;
    if (status === undefined || status === null) return said(event.success);
    if (refundedStatus.has(status)) return 'success';
    if (capturedStatus.has(status)) return event.event === 'CAPTURE' ? 'success' : 'failure';
    return 'unknown';
  };
}

function said(success: boolean | null): Outcome {
  return success === null ? 'unknown' : success ? 'success' : 'failure';
}

function total(events: readonly TransactionEvent[]): number {
  return events.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

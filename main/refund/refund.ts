import type { TransactionSeen } from '../journal/entries/attempt.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { PreparedRefund, RefundUndecidedWhy } from '../journal/entries/refund.ts';

type Facts = Readonly<PreparedRefund> & {
  readonly preparedAt: string;
  /** The sale whose exchange it gives the difference back of. */
  readonly exchange: string | null;
  /** What Dintero showed of another till's payment. */
  readonly seenThere: TransactionSeen | null;
  /** When a person decided it, while Dintero may still say otherwise. */
  readonly watchedSince: string | null;
};

type State =
  /** On disk, nothing has left the till. */
  | { readonly state: 'prepared' }
  /** The POST may have left; whether Dintero has it is not known. */
  | { readonly state: 'sending' }
  /** Dintero took it and has not finished: the cardholder may be at the terminal. */
  | { readonly state: 'accepted'; readonly eventRequestId: string | null }
  /** Nobody can say whether the money went back. `eventRequestId` is null when the answer was lost. */
  | {
      readonly state: 'undecided';
      readonly eventRequestId: string | null;
      readonly why: RefundUndecidedWhy;
      readonly detail: string;
    }
  /** The money went back. `receiptNumber` is the return receipt's; `byHand` when a person decided so. */
  | { readonly state: 'done'; readonly receiptNumber: number | null; readonly byHand: boolean }
  /** No money went back: its lines may go back by another refund. */
  | { readonly state: 'refused'; readonly code: string; readonly detail: string };

/** One giving back, as its entries tell it. */
export type Refund = Facts & State;

/** Whether it is known what became of it. */
export function isSettled(refund: Refund): boolean {
  switch (refund.state) {
    case 'prepared':
    case 'sending':
    case 'accepted':
    case 'undecided':
      return false;
    case 'done':
    case 'refused':
      return true;
  }
}

/** Whether somebody still looks what Dintero says of it: also of what a person decided. */
export function isFollowed(refund: Refund): boolean {
  return !isSettled(refund) || refund.watchedSince !== null;
}

/** The id by which Dintero's event about it can be told, where Dintero gave one. */
export function eventRequestOf(refund: Refund): string | null {
  return refund.state === 'accepted' || refund.state === 'undecided' ? refund.eventRequestId : null;
}

/** Folds one entry into the refund. Entries of other kinds leave it as it is. */
export function applyToRefund(refund: Refund | null, entry: Entry): Refund | null {
  if (entry.kind === 'refund.prepared') {
    const beside = { exchange: null, seenThere: null, watchedSince: null };
    return { ...entry.body, ...beside, preparedAt: entry.at, state: 'prepared' };
  }
  if (refund === null) return null;
  const facts = factsOf(refund);
  switch (entry.kind) {
    case 'refund.sending':
      return { ...facts, state: 'sending' };
    case 'refund.accepted':
      return { ...facts, state: 'accepted', eventRequestId: entry.body.eventRequestId };
    case 'refund.undecided': {
      const { why, detail } = entry.body;
      return { ...facts, state: 'undecided', eventRequestId: eventRequestOf(refund), why, detail };
    }
    case 'refund.refused':
      return { ...facts, state: 'refused', code: entry.body.code, detail: entry.body.detail };
    case 'refund.done':
      return { ...facts, state: 'done', receiptNumber: null, byHand: false };
    case 'refund.decided': {
      const watched = { ...facts, watchedSince: entry.at };
      return entry.body.refunded
        ? { ...watched, state: 'done', receiptNumber: null, byHand: true }
        : { ...watched, state: 'refused', code: 'decided-not-refunded', detail: entry.body.reason };
    }
    case 'refund.for-exchange':
      return { ...refund, exchange: entry.body.saleId };
    case 'refund.of-other-till':
      return { ...refund, seenThere: entry.body.transaction };
    case 'refund.contradicted':
    case 'refund.watch-ended':
      return { ...refund, watchedSince: null };
    case 'sale.exchanged':
    case 'sale.returned': {
      const byHand = refund.state === 'done' && refund.byHand;
      return { ...facts, state: 'done', receiptNumber: entry.body.receiptNumber, byHand };
    }
    default:
      return refund;
  }
}

/** A refund from its entries; null when they do not begin with its preparation. */
export function refundFrom(entries: readonly Entry[]): Refund | null {
  return entries.reduce<Refund | null>(applyToRefund, null);
}

function factsOf(refund: Refund): Facts {
  const { refundId, number, of, lines, amount, currency, reason, card, cash, giftCard } = refund;
  const { preparedAt, exchange, seenThere, watchedSince } = refund;
  const prepared = { refundId, number, of, lines, amount, currency, reason, card, cash, preparedAt };
  return { ...prepared, ...(giftCard !== undefined && { giftCard }), exchange, seenThere, watchedSince };
}

import type { Entry } from '../journal/entries/index.ts';
import type { TransactionSeen, UndecidedWhy } from '../journal/entries/attempt.ts';
import type { Payment } from '../journal/entries/sale.ts';
import type { Currency, Ore } from '../sale/money.ts';

/** What holds for an attempt from its first entry to its last. */
type Facts = {
  /** Also the merchant_reference: unique for ever. */
  readonly attemptId: string;
  readonly saleId: string;
  readonly amount: Ore;
  readonly currency: Currency;
  readonly request: Readonly<Record<string, unknown>>;
  readonly preparedAt: string;
};

/** Final for the till, not for the customer: some of these are watched, since a late approval is possible. */
export type NotPaidState = 'declined' | 'failed' | 'cancelled' | 'expired';

type State =
  /** On disk, nothing has left the till. */
  | { readonly state: 'prepared' }
  /** The POST may have left; whether Dintero has it is not known. */
  | { readonly state: 'creating' }
  /** Dintero has the session, the terminal prompts. */
  | {
      readonly state: 'waiting';
      readonly sessionId: string;
      readonly since: string;
      readonly cancelAsked: boolean;
    }
  /** Nobody can say whether the customer paid. `sessionId` is null when the create answer was lost. */
  | {
      readonly state: 'undecided';
      readonly sessionId: string | null;
      readonly since: string;
      readonly cancelAsked: boolean;
      readonly why: UndecidedWhy;
      readonly detail: string;
    }
  /** Paid. `transaction` is null when a person decided so. */
  | {
      readonly state: 'approved' | 'completed';
      readonly sessionId: string | null;
      readonly transaction: TransactionSeen | null;
      readonly captured: boolean;
    }
  | {
      readonly state: NotPaidState;
      readonly sessionId: string | null;
      readonly code: string;
      readonly detail: string;
      /** When it ended, or was last found to be paid after all or not. */
      readonly at: string;
      readonly watched: 'yes' | 'over';
      readonly paidAfterAll: TransactionSeen | null;
    };

/** One try to be paid by card, as its entries tell it. */
export type Attempt = Facts & State;
export type AttemptIn<S extends Attempt['state']> = Attempt & { readonly state: S };

/** Paid or not paid for good: the terminal is free again. */
export function isFinal(attempt: Attempt): boolean {
  switch (attempt.state) {
    case 'prepared':
    case 'creating':
    case 'waiting':
    case 'undecided':
      return false;
    case 'approved':
    case 'completed':
    case 'declined':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return true;
  }
}

/**
 * Codes of attempts that left nothing behind at Dintero that could still be paid: never sent, refused, or answered by
 * the card's issuer. A voided or failed transaction proves less: that the terminal's prompt went away with it is
 * documented nowhere (dintero.md 8).
 */
const nothingToWatch: ReadonlySet<string> = new Set([
  'not-sent',
  'refused',
  'terminal-busy',
  'terminal-offline',
  'asked-to-wait',
  'declined-by-card',
  'wrong-pin',
]);

/** Whether an attempt with this ending could still turn out to be paid. */
export function mayStillBePaid(code: string): boolean {
  return !nothingToWatch.has(code);
}

/** The session's id, where the attempt has come to know one. */
export function sessionOf(attempt: Attempt): string | null {
  return attempt.state === 'prepared' || attempt.state === 'creating' ? null : attempt.sessionId;
}

/** The transaction in which money moved for the attempt, as far as the till has seen one. */
export function moneySeen(attempt: Attempt): TransactionSeen | null {
  if ('transaction' in attempt) return attempt.transaction;
  return 'paidAfterAll' in attempt ? attempt.paidAfterAll : null;
}

/** A payment that came after all and is only authorised: it may still be captured, or come to nothing. */
export function isReserved(attempt: Attempt): boolean {
  return 'paidAfterAll' in attempt && attempt.paidAfterAll !== null && !attempt.paidAfterAll.captured;
}

function cancelAsked(attempt: Attempt): boolean {
  return (attempt.state === 'waiting' || attempt.state === 'undecided') && attempt.cancelAsked;
}

/**
 * Folds one entry into the attempt. Entries of other kinds leave it as it is. Throws when the entry cannot follow:
 * the journal writes only what the machine decided, so that is a programming error.
 */
export function applyToAttempt(attempt: Attempt | null, entry: Entry): Attempt | null {
  if (entry.kind === 'attempt.prepared') {
    const { attemptId, saleId, amount, currency, request } = entry.body;
    return { attemptId, saleId, amount, currency, request, preparedAt: entry.at, state: 'prepared' };
  }
  if (attempt === null) return null;
  const facts: Facts = {
    attemptId: attempt.attemptId,
    saleId: attempt.saleId,
    amount: attempt.amount,
    currency: attempt.currency,
    request: attempt.request,
    preparedAt: attempt.preparedAt,
  };
  switch (entry.kind) {
    case 'attempt.creating':
      return { ...facts, state: 'creating' };
    case 'attempt.waiting':
      return {
        ...facts,
        state: 'waiting',
        sessionId: entry.body.sessionId,
        since: entry.at,
        cancelAsked: cancelAsked(attempt),
      };
    case 'attempt.cancel-asked':
      if (attempt.state !== 'waiting' && attempt.state !== 'undecided') return attempt;
      return { ...attempt, cancelAsked: true };
    case 'attempt.undecided':
      return {
        ...facts,
        state: 'undecided',
        sessionId: sessionOf(attempt),
        since: entry.at,
        cancelAsked: cancelAsked(attempt),
        why: entry.body.why,
        detail: entry.body.detail,
      };
    case 'attempt.approved':
      return {
        ...facts,
        // A sale that a person completed by hand stays completed when Dintero confirms it.
        state: attempt.state === 'completed' ? 'completed' : 'approved',
        sessionId: sessionOf(attempt),
        transaction: entry.body.transaction,
        captured: entry.body.transaction.captured,
      };
    case 'attempt.captured':
      if (attempt.state === 'approved' || attempt.state === 'completed')
        return { ...attempt, captured: true };
      if (!('paidAfterAll' in attempt) || attempt.paidAfterAll === null) return attempt;
      return {
        ...attempt,
        watched: 'over',
        paidAfterAll: { ...attempt.paidAfterAll, status: 'CAPTURED', captured: true },
      };
    case 'attempt.not-paid':
      return {
        ...facts,
        state: entry.body.outcome,
        sessionId: sessionOf(attempt),
        code: entry.body.code,
        detail: entry.body.detail,
        at: entry.at,
        watched: 'yes',
        paidAfterAll: null,
      };
    case 'attempt.decided':
      if (entry.body.paid) {
        return {
          ...facts,
          state: 'approved',
          sessionId: sessionOf(attempt),
          transaction: null,
          captured: false,
        };
      }
      return {
        ...facts,
        state: 'failed',
        sessionId: sessionOf(attempt),
        code: 'decided-not-paid',
        detail: entry.body.reason,
        at: entry.at,
        watched: 'yes',
        paidAfterAll: null,
      };
    case 'attempt.paid-after-all':
      if (!('paidAfterAll' in attempt)) return attempt;
      return {
        ...attempt,
        at: entry.at,
        // What is only authorised is followed until it is captured, or comes to nothing.
        watched: entry.body.transaction.captured ? 'over' : 'yes',
        paidAfterAll: entry.body.transaction,
      };
    case 'attempt.alarm-withdrawn':
      if (!('paidAfterAll' in attempt)) return attempt;
      // A reservation that was let go proves as little as one that was never made: see mayStillBePaid.
      return { ...attempt, at: entry.at, watched: 'yes', paidAfterAll: null };
    case 'attempt.watch-ended':
      if (!('watched' in attempt)) return attempt;
      return { ...attempt, watched: 'over' };
    case 'sale.part-paid':
      return pays([entry.body.payment], attempt) ? counted(attempt, facts) : attempt;
    case 'sale.part-lost': {
      const { attemptId, outcome, code } = entry.body;
      if (attemptId !== attempt.attemptId) return attempt;
      return {
        ...facts,
        state: outcome,
        sessionId: sessionOf(attempt),
        code,
        detail: '',
        at: entry.at,
        watched: 'over',
        paidAfterAll: null,
      };
    }
    case 'sale.completed':
    case 'sale.exchanged':
      return pays(entry.body.payments, attempt) ? counted(attempt, facts) : attempt;
    default:
      return attempt;
  }
}

function pays(payments: readonly Payment[], { attemptId }: Attempt): boolean {
  return payments.some((payment) => payment.kind === 'card' && payment.attemptId === attemptId);
}

/** The attempt once its money pays for its sale, or for a part of it. */
function counted(attempt: Attempt, facts: Facts): Attempt {
  if (attempt.state === 'completed') return attempt;
  if (attempt.state === 'approved') return { ...attempt, state: 'completed' };
  if ('paidAfterAll' in attempt && attempt.paidAfterAll !== null) {
    return {
      ...facts,
      state: 'completed',
      sessionId: attempt.sessionId,
      transaction: attempt.paidAfterAll,
      captured: attempt.paidAfterAll.captured,
    };
  }
  throw new Error(`Sale ${facts.saleId} is paid with attempt ${facts.attemptId}, which is ${attempt.state}`);
}

/** An attempt from its entries; null when they do not begin with its preparation. */
export function attemptFrom(entries: readonly Entry[]): Attempt | null {
  return entries.reduce<Attempt | null>(applyToAttempt, null);
}

import type { NotPaidOutcome, TransactionSeen, UndecidedWhy } from '../journal/entries/attempt.ts';
import { assertNever } from '../result.ts';
import { type Attempt, isReserved, mayStillBePaid } from './attempt.ts';
import type { Elapsed, Verdict } from './reading.ts';
import { patienceMs, watchMs } from './schedule.ts';

/** What the till does about a verdict. Every one but `keep-looking` is written down. */
export type Consequence =
  | { readonly kind: 'keep-looking' }
  | { readonly kind: 'approve'; readonly transaction: TransactionSeen }
  /** Dintero confirms what a person decided. */
  | { readonly kind: 'confirm'; readonly transaction: TransactionSeen }
  | { readonly kind: 'capture'; readonly transactionId: string }
  | {
      readonly kind: 'end-unpaid';
      readonly outcome: NotPaidOutcome;
      readonly code: string;
      readonly detail: string;
    }
  | { readonly kind: 'become-undecided'; readonly why: UndecidedWhy; readonly detail: string }
  | { readonly kind: 'raise-paid-after-all'; readonly transaction: TransactionSeen }
  | {
      readonly kind: 'raise-not-paid-after-all';
      readonly outcome: NotPaidOutcome;
      readonly code: string;
      readonly detail: string;
    }
  /** What came after all was only authorised, and Dintero let it go. */
  | {
      readonly kind: 'withdraw-alarm';
      readonly outcome: NotPaidOutcome;
      readonly code: string;
      readonly detail: string;
    }
  | { readonly kind: 'end-watch' };

const keepLooking: Consequence = { kind: 'keep-looking' };

/** What follows from a look at an attempt in its present state. `inStateMs`: how long it has been in that state. */
export function consequence(
  attempt: Attempt,
  verdict: Verdict,
  elapsed: Elapsed,
  inStateMs: number,
): Consequence {
  switch (attempt.state) {
    case 'prepared':
      return keepLooking;
    case 'creating':
    case 'waiting':
    case 'undecided':
      return whileNotFinal(attempt, verdict, elapsed);
    case 'approved':
    case 'completed':
      return whilePaid(attempt, verdict, inStateMs);
    case 'declined':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return isReserved(attempt) ? whileReserved(verdict, inStateMs) : whileWatched(verdict, inStateMs);
  }
}

function whileNotFinal(
  attempt: Attempt & { readonly state: 'creating' | 'waiting' | 'undecided' },
  verdict: Verdict,
  elapsed: Elapsed,
): Consequence {
  switch (verdict.kind) {
    case 'approved':
      return { kind: 'approve', transaction: verdict.transaction };
    case 'not-paid':
      return { kind: 'end-unpaid', outcome: verdict.outcome, code: verdict.code, detail: verdict.detail };
    case 'undecided':
      if (attempt.state === 'undecided' && attempt.why === verdict.why) return keepLooking;
      return { kind: 'become-undecided', why: verdict.why, detail: verdict.detail };
    case 'open':
      if (attempt.state === 'waiting' && elapsed.sinceWaitingMs > patienceMs) {
        return { kind: 'become-undecided', why: 'patience-over', detail: '' };
      }
      return keepLooking;
    default:
      return assertNever(verdict);
  }
}

function whilePaid(
  attempt: Attempt & { readonly state: 'approved' | 'completed' },
  verdict: Verdict,
  inStateMs: number,
): Consequence {
  switch (verdict.kind) {
    case 'approved':
      if (attempt.transaction === null) return { kind: 'confirm', transaction: verdict.transaction };
      if (!attempt.captured && verdict.transaction.captured) {
        return { kind: 'capture', transactionId: verdict.transaction.transactionId };
      }
      return inStateMs > watchMs ? { kind: 'end-watch' } : keepLooking;
    case 'not-paid':
      return {
        kind: 'raise-not-paid-after-all',
        outcome: verdict.outcome,
        code: verdict.code,
        detail: verdict.detail,
      };
    case 'undecided':
      // Captured in a way that does not fit: comparing the books makes a case of it once nobody follows it.
      return verdict.moved?.captured === true || inStateMs > watchMs ? { kind: 'end-watch' } : keepLooking;
    case 'open':
      return inStateMs > watchMs ? { kind: 'end-watch' } : keepLooking;
    default:
      return assertNever(verdict);
  }
}

function whileReserved(verdict: Verdict, inStateMs: number): Consequence {
  const later = inStateMs > watchMs ? ({ kind: 'end-watch' } as const) : keepLooking;
  switch (verdict.kind) {
    case 'approved':
      return captureOf(verdict.transaction) ?? later;
    case 'undecided':
      return (verdict.moved === null ? null : captureOf(verdict.moved)) ?? later;
    case 'not-paid':
      return {
        kind: 'withdraw-alarm',
        outcome: verdict.outcome,
        code: verdict.code,
        detail: verdict.detail,
      };
    case 'open':
      return later;
    default:
      return assertNever(verdict);
  }
}

function captureOf({ captured, transactionId }: TransactionSeen): Consequence | null {
  return captured ? { kind: 'capture', transactionId } : null;
}

function whileWatched(verdict: Verdict, inStateMs: number): Consequence {
  switch (verdict.kind) {
    case 'approved':
      return { kind: 'raise-paid-after-all', transaction: verdict.transaction };
    case 'undecided':
      if (verdict.moved !== null) return { kind: 'raise-paid-after-all', transaction: verdict.moved };
      return inStateMs > watchMs ? { kind: 'end-watch' } : keepLooking;
    case 'not-paid':
      if (!mayStillBePaid(verdict.code)) return { kind: 'end-watch' };
      return inStateMs > watchMs ? { kind: 'end-watch' } : keepLooking;
    case 'open':
      return inStateMs > watchMs ? { kind: 'end-watch' } : keepLooking;
    default:
      return assertNever(verdict);
  }
}

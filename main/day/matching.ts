import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import type { Dintero, DinteroError, Transaction } from '../dintero/index.ts';
import type { ComparedAttempt, Journal, JournalError, JournalReads } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import {
  type AttemptHere,
  type Difference,
  differences,
  notSeenThere,
  type Ours,
  refundsThatDiffer,
} from './differences.ts';
import { findMissing, listTransactions, readAgain } from './listing.ts';

const hourMs = 3_600_000;
/** How long (ms) the till waits before it compares: after its start, when payments come first, and later again. */
const firstPauseMs = 20_000;
const usualPauseMs = hourMs;
const afterFailureMs = 5 * 60_000;
/** A comparison begins this long (ms) before the end of the last one: both clocks may be wrong by as much. */
const overlapMs = 24 * hourMs;
/** An attempt that nobody decides holds the beginning back no longer than this (ms). */
const longestMs = 7 * 24 * hourMs;

export type MatchingParts = {
  readonly journal: Journal;
  readonly dintero: Dintero;
  readonly clock: Clock;
  readonly log: Log;
  readonly ours: Ours & { readonly storeId: string };
  /** Whether somebody still looks at this attempt, so that it will explain itself. */
  readonly isFollowed: (attemptId: string) => boolean;
  readonly onAnswer: (error: DinteroError | null) => void;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

export type MatchingError =
  | { readonly kind: 'dintero'; readonly error: DinteroError }
  | { readonly kind: 'journal'; readonly error: JournalError };

/** What a comparison found: transactions there, differences at all, and those that were new and became cases. */
export type Looked = { readonly transactions: number; readonly differences: number; readonly opened: number };

/** Compares Dintero's transactions of this terminal with the till's own books, and opens a case for each difference. */
export type Matching = {
  /** Compares soon, and every hour from then on. Call when the attempts that were open are being followed again. */
  readonly start: () => void;
  /** Compares now. */
  readonly lookNow: () => Promise<Result<Looked, MatchingError>>;
  readonly stop: () => void;
};

/** Makes the matching. It asks nothing before it is started. */
export function createMatching(parts: MatchingParts): Matching {
  const { journal, dintero, clock, log, ours } = parts;
  let callOff: (() => void) | null = null;
  let looking: Promise<Result<Looked, MatchingError>> | null = null;
  let started = false;
  let over = false;

  function attemptsHere(from: string, there: readonly Transaction[]): AttemptHere[] {
    const { read } = journal;
    const here = new Map(read.attemptsPreparedSince(from).map((attempt) => [attempt.attemptId, attempt]));
    for (const transaction of there) {
      const attempt = attemptOf(read, transaction);
      if (attempt !== null) here.set(attempt.attemptId, attempt);
    }
    return [...here.values()].map((attempt) => ({
      ...attempt,
      followed: !isEnded(attempt) || parts.isFollowed(attempt.attemptId),
    }));
  }

  async function look(): Promise<Result<Looked, MatchingError>> {
    const beganMs = clock.now();
    const matched = journal.read.matchedUntil() ?? instant(beganMs);
    const from = instant(Math.min(Date.parse(matched), beganMs) - overlapMs);
    const listed = await listTransactions(dintero, { ...ours, from });
    if (!listed.ok) return err({ kind: 'dintero', error: listed.error });
    const unseen = notSeenThere(listed.value, attemptsHere(from, listed.value), clock.now());
    const searched = await findMissing(dintero, unseen);
    if (!searched.ok) return err({ kind: 'dintero', error: searched.error });
    const all = [...listed.value, ...searched.value.found];
    const reread = await readAgain(dintero, refundsThatDiffer(all, attemptsHere(from, all), ours));
    if (!reread.ok) return err({ kind: 'dintero', error: reread.error });
    const there = all.map((one) => reread.value.get(one.id) ?? one);
    // Read once more: what was still followed when the list was asked for may have ended since.
    const here = attemptsHere(from, there);
    const found = differences(there, here, searched.value.missing, ours);
    return writeDown(found, { from, until: openSince(here, beganMs), transactions: there.length });
  }

  function writeDown(
    found: readonly Difference[],
    looked: { readonly from: string; readonly until: string; readonly transactions: number },
  ): Result<Looked, MatchingError> {
    if (over) return ok({ transactions: looked.transactions, differences: found.length, opened: 0 });
    const written = journal.write(null, (tx) => {
      const fresh = found.filter((one) => isNew(tx.read, one));
      for (const { at: _at, ...difference } of fresh) {
        tx.append('case.opened', { case: tx.read.nextCaseNumber(), ...difference });
      }
      tx.append('day.matched', { ...looked, differences: found.length });
      return fresh.length;
    });
    if (!written.ok) {
      parts.onJournalError(written.error);
      return err({ kind: 'journal', error: written.error });
    }
    const opened = written.value;
    if (opened > 0) {
      log.warn('Dintero’s books and the till’s differ', { cases: opened });
      parts.onChange();
    }
    return ok({ transactions: looked.transactions, differences: found.length, opened });
  }

  function lookOnce(): Promise<Result<Looked, MatchingError>> {
    looking ??= look().then(
      (looked) => {
        looking = null;
        parts.onAnswer(looked.ok || looked.error.kind === 'journal' ? null : looked.error.error);
        schedule(looked.ok ? usualPauseMs : afterFailureMs);
        return looked;
      },
      (thrown: unknown) => {
        looking = null;
        schedule(afterFailureMs);
        throw thrown;
      },
    );
    return looking;
  }

  function schedule(pauseMs: number): void {
    callOff?.();
    if (!over && started) callOff = clock.after(pauseMs, lookByItself);
  }

  function lookByItself(): void {
    lookOnce().catch((thrown: unknown) => {
      log.error('comparing the books failed', { thrown });
    });
  }

  return {
    start: () => {
      started = true;
      schedule(firstPauseMs);
    },
    lookNow: lookOnce,
    stop: () => {
      over = true;
      callOff?.();
    },
  };
}

const ended: ReadonlySet<AttemptHere['state']> = new Set([
  'approved',
  'completed',
  'declined',
  'failed',
  'cancelled',
  'expired',
]);

function isEnded(attempt: Pick<AttemptHere, 'state'>): boolean {
  return ended.has(attempt.state);
}

function attemptOf(
  read: JournalReads,
  { merchant_reference, session_id }: Transaction,
): ComparedAttempt | null {
  const named = merchant_reference === null ? null : read.attemptNamed(merchant_reference);
  return named ?? (session_id === null ? null : read.attemptWithSession(session_id));
}

/** The next comparison must reach back to the oldest attempt that was not settled yet when this one began. */
function openSince(here: readonly AttemptHere[], beganMs: number): string {
  const oldest = here
    .filter((attempt) => attempt.followed || attempt.refunding)
    .reduce((since, attempt) => Math.min(since, Date.parse(attempt.preparedAt)), beganMs);
  return instant(Math.max(oldest, beganMs - longestMs));
}

/** A terminal that is shared again after the matter was settled is a new matter; anything else is told once. */
function isNew(read: JournalReads, one: Difference): boolean {
  const before = read.caseAbout(one.difference);
  if (before === null) return true;
  return one.kind === 'terminal-shared' && before.settledAt !== null && (one.at ?? '') > before.settledAt;
}

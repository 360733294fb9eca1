import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import type { Dintero, DinteroError } from '../dintero/index.ts';
import type { Journal, JournalError, JournalReads, JournalWriter } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import type { AttemptHere, Difference, Ours } from './differences.ts';
import { type SeenElsewhere, seenElsewhere } from './later-install.ts';
import { instantsOf, type Period } from './export/period.ts';
import { compareSpan, type SideSum, sumsOf } from './period-match.ts';

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
  /** The till was restored on another machine, and sells there: what Dintero lists is for that one to explain. */
  readonly onSoldElsewhere: (seen: SeenElsewhere) => void;
  readonly onAnswer: (error: DinteroError | null) => void;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

export type MatchingError =
  | { readonly kind: 'dintero'; readonly error: DinteroError }
  | { readonly kind: 'journal'; readonly error: JournalError };

/** What a comparison found: transactions there, differences at all, and those that were new and became cases. */
export type Looked = { readonly transactions: number; readonly differences: number; readonly opened: number };

/** The same of a period, with what both sides come to. */
export type LookedAtPeriod = Looked & { readonly here: SideSum; readonly there: SideSum };

/** Compares Dintero's transactions of this terminal with the till's own books, and opens a case for each difference. */
export type Matching = {
  /** Compares soon, and every hour from then on. Call when the attempts that were open are being followed again. */
  readonly start: () => void;
  /** Compares now. */
  readonly lookNow: () => Promise<Result<Looked, MatchingError>>;
  /** Compares whole days of the shop's, because a person wants to know; where the usual look goes on stays as it is. */
  readonly lookAt: (
    period: Period,
    operator: string | null,
  ) => Promise<Result<LookedAtPeriod, MatchingError>>;
  readonly stop: () => void;
};

/** Makes the matching. It asks nothing before it is started. */
export function createMatching(parts: MatchingParts): Matching {
  const { journal, dintero, clock, log, ours } = parts;
  let callOff: (() => void) | null = null;
  let looking: Promise<Result<Looked, MatchingError>> | null = null;
  let started = false;
  let over = false;

  const compare = {
    read: journal.read,
    dintero,
    ours,
    nowMs: () => clock.now(),
    isFollowed: (attempt: Pick<AttemptHere, 'attemptId' | 'state'>) =>
      !ended.has(attempt.state) || parts.isFollowed(attempt.attemptId),
  };

  async function look(): Promise<Result<Looked, MatchingError>> {
    const beganMs = clock.now();
    const matched = journal.read.matchedUntil() ?? instant(beganMs);
    const from = instant(Math.min(Date.parse(matched), beganMs) - overlapMs);
    const compared = await compareSpan(compare, { from, until: null });
    if (!compared.ok) return err({ kind: 'dintero', error: compared.error });
    const { there, here, found } = compared.value;
    const elsewhere = seenElsewhere(journal.read, ours.tillId, there, instant(beganMs));
    if (elsewhere !== null) {
      parts.onSoldElsewhere(elsewhere);
      return ok({ transactions: there.length, differences: 0, opened: 0 });
    }
    return writeDown(found, there.length, (tx) => {
      const until = openSince(here, beganMs);
      tx.append('day.matched', { from, until, transactions: there.length, differences: found.length });
    });
  }

  async function lookAtPeriod(
    period: Period,
    operator: string | null,
  ): Promise<Result<LookedAtPeriod, MatchingError>> {
    const compared = await compareSpan(compare, instantsOf(period));
    parts.onAnswer(compared.ok ? null : compared.error);
    if (!compared.ok) return err({ kind: 'dintero', error: compared.error });
    const { there, found } = compared.value;
    const written = writeDown(
      found,
      there.length,
      (tx) => {
        tx.append('period.matched', { ...period, transactions: there.length, differences: found.length });
      },
      operator,
    );
    return written.ok ? ok({ ...written.value, ...sumsOf(compared.value, ours) }) : written;
  }

  function writeDown(
    found: readonly Difference[],
    transactions: number,
    conclude: (tx: JournalWriter) => void,
    operator: string | null = null,
  ): Result<Looked, MatchingError> {
    if (over) return ok({ transactions, differences: found.length, opened: 0 });
    const written = journal.write(operator, (tx) => {
      const fresh = found.filter((one) => isNew(tx.read, one));
      for (const { at: _at, ...difference } of fresh) {
        tx.append('case.opened', { case: tx.read.nextCaseNumber(), ...difference });
      }
      conclude(tx);
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
    return ok({ transactions, differences: found.length, opened });
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
    lookAt: lookAtPeriod,
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

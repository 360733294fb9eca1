import { instant } from '../clock.ts';
import type { JournalError } from '../journal/index.ts';
import { assertNever, ok, type Result } from '../result.ts';
import { type Attempt, isFinal, moneySeen, sessionOf } from './attempt.ts';
import { createCancelling } from './cancelling.ts';
import { carryOut, completion, endUnpaid } from './carry-out.ts';
import { consequence } from './consequence.ts';
import { type CreateFailure, describe } from './create-answer.ts';
import { holdAttempt } from './held.ts';
import { type Look, lookAt } from './look.ts';
import { type Elapsed, judge } from './reading.ts';
import type { AttemptStanding, RunnerParts } from './runner-parts.ts';
import { pauseBeforeLook } from './schedule.ts';
import { createStopwatch } from './stopwatch.ts';

/** Looks after one attempt: reads, judges, writes down, and comes back later, until nothing can change any more. */
export type Watch = {
  readonly attempt: () => Attempt;
  readonly standing: () => AttemptStanding;
  /** Takes the attempt up again after the till was off. */
  readonly resume: () => void;
  /** Writes down that the POST leaves now. */
  readonly creating: (operator: string | null) => Result<void, JournalError>;
  readonly sessionMade: (sessionId: string) => void;
  readonly createFailed: (failure: CreateFailure) => void;
  readonly cancel: (operator: string | null) => void;
  readonly decide: (paid: boolean, reason: string, operator: string | null) => Result<void, JournalError>;
  readonly lookNow: () => void;
  readonly stop: () => Promise<void>;
};

const nothingSeen: Look = {
  seen: { session: null, sessionIds: [], transactions: [] },
  found: null,
  transactionId: null,
};

/** Makes the watch of one attempt. `onOver` is called when there is nothing left to look for. */
export function createWatch(parts: RunnerParts, first: Attempt, onOver: () => void): Watch {
  const { dintero, clock, log } = parts;
  const stopwatch = createStopwatch(clock);
  const held = holdAttempt(parts, first, stopwatch.entered);
  const { attempt, record } = held;
  const { attemptId } = first;
  let transactionId = moneySeen(first)?.transactionId ?? null;
  let failures = 0;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let callOff: (() => void) | null = null;
  let nextLookAt: number | null = null;
  let over = false;
  /** An ending that the journal could not take yet. */
  let owed: CreateFailure | null = null;

  const cancelling = createCancelling(parts, held, (session) => {
    if (over) return;
    if (session !== null) stopwatch.sawSession(session);
    look();
  });

  function elapsed(): Elapsed {
    return {
      sinceWaitingMs: stopwatch.sinceWaitingMs(),
      sinceCancelSeenMs: stopwatch.sinceCancelSeenMs(),
      cancelInFlight: cancelling.inFlight(),
    };
  }

  function unschedule(): void {
    callOff?.();
    callOff = null;
    nextLookAt = null;
  }

  function schedule(retryAfterMs: number | null): void {
    unschedule();
    if (over) return;
    const pause = pauseBeforeLook(attempt(), stopwatch.inStateMs(), failures, retryAfterMs);
    nextLookAt = clock.now() + pause;
    callOff = clock.after(pause, look);
  }

  function look(): void {
    if (over) return;
    if (owed !== null) {
      createFailed(owed);
      return;
    }
    // Nothing has left the till, so there is nothing to look for.
    if (attempt().state === 'prepared') return;
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    unschedule();
    looking = lookOnce()
      .catch((thrown: unknown) => {
        log.error('a look at an attempt failed', { attempt: attemptId, error: String(thrown) });
        failures += 1;
        return null;
      })
      .then((retryAfterMs) => {
        looking = null;
        if (over) return;
        if (lookAgain) {
          lookAgain = false;
          look();
        } else {
          schedule(retryAfterMs);
          parts.onChange();
        }
      });
  }

  /** Gives the time (ms) for which Dintero asked to be left alone; null when it did not. */
  async function lookOnce(): Promise<number | null> {
    const sessionMatters =
      cancelling.underWay() ||
      stopwatch.sinceCancelSeenMs() !== null ||
      stopwatch.lifetimeOver() ||
      isFinal(attempt());
    const looked = await lookAt(dintero, attempt(), { transactionId, sessionMatters });
    if (over) return null;
    parts.onAnswer(looked.ok ? null : looked.error);
    if (looked.ok) {
      failures = 0;
      takeIn(looked.value);
      return null;
    }
    failures += 1;
    log.warn('look failed', { attempt: attemptId, error: describe(looked.error) });
    // Not being able to look is no reason to wait without saying so.
    takeIn(nothingSeen);
    return 'retryAfterMs' in looked.error ? (looked.error.retryAfterMs ?? null) : null;
  }

  function takeIn({ seen, found, transactionId: known }: Look): void {
    transactionId = known ?? transactionId;
    if (seen.session !== null) {
      stopwatch.sawSession(seen.session);
      if (seen.session.cancelled_at === null) cancelling.notCancelled();
    }
    if (found !== null && sessionOf(attempt()) === null && !isFinal(attempt())) {
      if (!sessionFound(found.id, 'lookup')) return;
    }
    const verdict = judge(attempt(), seen, elapsed());
    if (carryOut(parts, held, consequence(attempt(), verdict, elapsed(), stopwatch.inStateMs()))) end();
  }

  /** True when the journal has taken it. What was pressed before the session was known is sent now. */
  function sessionFound(sessionId: string, found: 'answer' | 'lookup'): boolean {
    const { ok: written } = record(null, (tx) => [
      tx.append('attempt.waiting', { attemptId, sessionId, found }),
    ]);
    if (written) cancelling.sessionKnown();
    return written;
  }

  function end(): void {
    over = true;
    unschedule();
    onOver();
    parts.onChange();
  }

  function createFailed(failure: CreateFailure): void {
    // After the till stopped, as after a crash: what is on disk leads to a look-up at the next start.
    if (over) return;
    owed = null;
    // A look beside the POST has found its session: what was read stands above an answer that did not come.
    if (attempt().state !== 'prepared' && attempt().state !== 'creating') return;
    switch (failure.kind) {
      case 'never-happened':
        if (endUnpaid(held, { outcome: 'failed', code: failure.code, detail: failure.detail })) {
          end();
          return;
        }
        if (!isFinal(attempt())) owed = failure;
        schedule(null);
        return;
      case 'lost': {
        const body = { attemptId, why: 'create-answer-lost' as const, detail: failure.detail };
        if (record(null, (tx) => [tx.append('attempt.undecided', body)]).ok) {
          look();
          return;
        }
        owed = failure;
        schedule(null);
        return;
      }
      default:
        assertNever(failure);
    }
  }

  return {
    attempt,

    standing: () => ({
      attempt: attempt(),
      cancelling: !isFinal(attempt()) && (cancelling.underWay() || stopwatch.sinceCancelSeenMs() !== null),
      nextLookAt: looking === null ? nextLookAt : clock.now(),
    }),

    resume: () => {
      stopwatch.resumed(first);
      switch (first.state) {
        case 'prepared': {
          // It never left: `creating` is on disk before the POST goes out.
          const detail = `stopped at ${instant(clock.now())}`;
          createFailed({ kind: 'never-happened', code: 'not-sent', detail });
          return;
        }
        case 'creating':
          createFailed({ kind: 'lost', detail: 'till stopped' });
          return;
        default:
          look();
      }
    },

    creating: (operator) => {
      const written = record(operator, (tx) => [tx.append('attempt.creating', { attemptId })]);
      if (written.ok) schedule(null);
      return written;
    },

    sessionMade: (sessionId) => {
      if (over) return;
      failures = 0;
      const known = sessionOf(attempt());
      if (known !== null && known !== sessionId) {
        log.error('one request made two sessions', { attempt: attemptId, sessions: [known, sessionId] });
      }
      if (known !== null || isFinal(attempt())) return;
      // When the journal cannot take it, the attempt stays `creating` and is found again by its reference.
      const creating = attempt().state === 'creating';
      if (sessionFound(sessionId, 'answer') && creating) schedule(null);
      else look();
    },

    createFailed,

    cancel: (operator) => {
      cancelling.press(operator);
      parts.onChange();
    },

    decide: (paid, reason, operator) => {
      if (attempt().state !== 'undecided') return ok(undefined);
      const decided = record(operator, (tx) => {
        const entry = tx.append('attempt.decided', { attemptId, paid, reason });
        return paid ? [entry, ...completion(parts, held, tx, entry)] : [entry];
      });
      if (decided.ok) schedule(null);
      return decided;
    },

    lookNow: look,

    stop: async () => {
      over = true;
      unschedule();
      await looking;
    },
  };
}

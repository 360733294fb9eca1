import { instant } from '../clock.ts';
import type { NotPaidOutcome } from '../journal/entries/attempt.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { JournalError, JournalWriter } from '../journal/index.ts';
import { assertNever, ok, type Result } from '../result.ts';
import { type Attempt, applyToAttempt, isFinal, sessionOf } from './attempt.ts';
import { type Consequence, consequence } from './consequence.ts';
import { type CreateFailure, describe } from './create-answer.ts';
import { type Look, lookAt } from './look.ts';
import { judge } from './reading.ts';
import type { AttemptStanding, RunnerParts } from './runner-parts.ts';
import { pauseBeforeLook } from './schedule.ts';

/** Looks after one attempt: reads, judges, writes down, and comes back later, until nothing can change any more. */
export type Watch = {
  readonly attempt: () => Attempt;
  readonly standing: () => AttemptStanding;
  readonly resume: () => void;
  readonly sessionMade: (sessionId: string) => void;
  readonly createFailed: (failure: CreateFailure) => void;
  readonly cancel: (operator: string | null) => void;
  readonly decide: (paid: boolean, reason: string, operator: string | null) => Result<void, JournalError>;
  readonly lookNow: () => void;
  readonly record: (
    operator: string | null,
    work: (tx: JournalWriter) => readonly Entry[],
  ) => Result<void, JournalError>;
  readonly stop: () => Promise<void>;
};

/** A cancel on its way: nothing asked, wanted before the session was known, asked, or answered with an error. */
type Cancel = 'none' | 'wanted' | 'asked' | 'failed';

/** Makes the watch of one attempt. `onOver` is called when there is nothing left to look for. */
export function createWatch(parts: RunnerParts, first: Attempt, onOver: () => void): Watch {
  const { journal, dintero, clock, log } = parts;
  let attempt = first;
  /** Ticks when the attempt came into its present state; for a resumed one, as far back as its entries say. */
  let stateSince = clock.ticks();
  let waitingSince = clock.ticks();
  let cancelSeenAt: number | null = null;
  let cancel: Cancel = 'none';
  let cancelOperator: string | null = null;
  let transactionId = 'transaction' in first ? (first.transaction?.transactionId ?? null) : null;
  let lifetimeMs: number | null = null;
  let failures = 0;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let callOff: (() => void) | null = null;
  let nextLookAt: number | null = null;
  let over = false;
  /** The POST is on its way: what is not yet known must not be looked for. */
  let posting = first.state === 'prepared';
  /** An ending that the journal could not take yet. */
  let owed: CreateFailure | null = null;

  const inStateMs = (): number => clock.ticks() - stateSince;
  const elapsed = (): { sinceWaitingMs: number; sinceCancelSeenMs: number | null } => ({
    sinceWaitingMs: clock.ticks() - waitingSince,
    sinceCancelSeenMs: cancelSeenAt === null ? null : clock.ticks() - cancelSeenAt,
  });

  function record(
    operator: string | null,
    work: (tx: JournalWriter) => readonly Entry[],
  ): Result<void, JournalError> {
    const written = journal.write(operator, work);
    if (!written.ok) {
      // Nothing is lost: what was read can be read again, and it is, until the journal takes it.
      log.error('journal refused an entry of an attempt', {
        attempt: attempt.attemptId,
        code: written.error.code,
      });
      parts.onJournalError(written.error);
      return written;
    }
    const before = attempt.state;
    for (const entry of written.value) attempt = applyToAttempt(attempt, entry) ?? attempt;
    if (attempt.state !== before) {
      stateSince = clock.ticks();
      if (attempt.state === 'waiting') waitingSince = clock.ticks();
    }
    parts.onChange();
    return ok(undefined);
  }

  function schedule(retryAfterMs: number | null): void {
    callOff?.();
    callOff = null;
    nextLookAt = null;
    if (over) return;
    const pause = pauseBeforeLook(attempt, inStateMs(), failures, retryAfterMs);
    nextLookAt = clock.now() + pause;
    callOff = clock.after(pause, look);
  }

  function look(): void {
    if (over || posting) return;
    if (owed !== null) {
      createFailed(owed);
      return;
    }
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    callOff?.();
    callOff = null;
    looking = lookOnce()
      .catch((thrown: unknown) => {
        log.error('a look at an attempt failed', { attempt: attempt.attemptId, error: String(thrown) });
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

  async function lookOnce(): Promise<number | null> {
    const sessionMatters =
      cancel !== 'none' || (lifetimeMs !== null && elapsed().sinceWaitingMs > lifetimeMs);
    const looked = await lookAt(dintero, attempt, {
      transactionId,
      sessionMatters: sessionMatters || isFinal(attempt),
    });
    if (over) return null;
    parts.onAnswer(looked.ok ? null : looked.error);
    if (!looked.ok) {
      failures += 1;
      log.warn('look failed', { attempt: attempt.attemptId, error: describe(looked.error) });
      // Not being able to look is no reason to wait without saying so.
      takeIn({ seen: { session: null, transactions: [] }, found: null });
      return 'retryAfterMs' in looked.error ? (looked.error.retryAfterMs ?? null) : null;
    }
    failures = 0;
    takeIn(looked.value);
    return null;
  }

  function takeIn({ seen, found }: Look): void {
    if (seen.transactions.length === 1) transactionId = seen.transactions[0]?.id ?? null;
    if (seen.session !== null) remember(seen.session);
    if (found !== null && sessionOf(attempt) === null && !isFinal(attempt)) {
      const body = { attemptId: attempt.attemptId, sessionId: found.id, found: 'lookup' as const };
      if (!record(null, (tx) => [tx.append('attempt.waiting', body)]).ok) return;
      if (cancel === 'wanted') sendCancel();
    }
    carryOut(consequence(attempt, judge(attempt, seen, elapsed()), elapsed(), inStateMs()));
  }

  function remember(session: {
    cancelled_at: string | null;
    expires_at: string | null;
    created_at: string | null;
  }): void {
    if (session.cancelled_at !== null) cancelSeenAt ??= clock.ticks();
    else if (cancel === 'failed') cancel = 'none';
    if (session.expires_at !== null && session.created_at !== null) {
      lifetimeMs = Date.parse(session.expires_at) - Date.parse(session.created_at);
    }
  }

  function carryOut(what: Consequence): void {
    const { attemptId } = attempt;
    switch (what.kind) {
      case 'keep-looking':
        return;
      case 'approve':
        record(null, (tx) => {
          const entry = tx.append('attempt.approved', { attemptId, transaction: what.transaction });
          return [entry, ...complete(tx, entry)];
        });
        if (what.transaction.captured) endIfPaid();
        return;
      case 'confirm':
        record(null, (tx) => [tx.append('attempt.approved', { attemptId, transaction: what.transaction })]);
        if (what.transaction.captured) endIfPaid();
        return;
      case 'capture':
        if (
          record(null, (tx) => [
            tx.append('attempt.captured', { attemptId, transactionId: what.transactionId }),
          ]).ok
        ) {
          end();
        }
        return;
      case 'end-unpaid':
        endUnpaid(what.outcome, what.code, what.detail);
        return;
      case 'become-undecided':
        record(null, (tx) => [
          tx.append('attempt.undecided', { attemptId, why: what.why, detail: what.detail }),
        ]);
        return;
      case 'raise-paid-after-all': {
        const raised = record(null, (tx) => [
          tx.append('attempt.paid-after-all', {
            attemptId,
            transaction: what.transaction,
            alarm: tx.read.nextAlarmNumber(),
          }),
        ]);
        if (raised.ok) end();
        return;
      }
      case 'raise-not-paid-after-all': {
        const { outcome, code, detail } = what;
        const raised = record(null, (tx) => [
          tx.append('attempt.contradicted', {
            attemptId,
            outcome,
            code,
            detail,
            alarm: tx.read.nextAlarmNumber(),
          }),
        ]);
        if (raised.ok) end();
        return;
      }
      case 'end-watch':
        if (record(null, (tx) => [tx.append('attempt.watch-ended', { attemptId })]).ok) end();
        return;
      default:
        assertNever(what);
    }
  }

  /** The sale's completion belongs to the same journal transaction as the approval; its entries move the attempt on. */
  function complete(tx: JournalWriter, approval: Entry): Entry[] {
    const approved = applyToAttempt(attempt, approval) ?? attempt;
    const completed = parts.completeSale(tx, approved);
    return completed === null ? [] : [completed];
  }

  function endIfPaid(): void {
    if (attempt.state === 'completed') end();
  }

  function endUnpaid(outcome: NotPaidOutcome, code: string, detail: string): void {
    const { attemptId } = attempt;
    const ended = record(null, (tx) => [tx.append('attempt.not-paid', { attemptId, outcome, code, detail })]);
    if (ended.ok && 'watched' in attempt && attempt.watched === 'over') end();
  }

  function end(): void {
    over = true;
    callOff?.();
    callOff = null;
    nextLookAt = null;
    onOver();
    parts.onChange();
  }

  function sendCancel(): void {
    const sessionId = sessionOf(attempt);
    if (sessionId === null) return;
    const { attemptId } = attempt;
    if (!record(cancelOperator, (tx) => [tx.append('attempt.cancel-asked', { attemptId })]).ok) {
      cancel = 'none';
      return;
    }
    cancel = 'asked';
    void dintero.cancelSession(sessionId).then((answer) => {
      parts.onAnswer(answer.ok ? null : answer.error);
      if (over) return;
      if (answer.ok) remember(answer.value);
      else {
        log.warn('cancel was not accepted', { attempt: attemptId, error: describe(answer.error) });
        cancel = 'failed';
      }
      // A cancel never decides: the true result is read, and a payment wins.
      look();
    });
  }

  function createFailed(failure: CreateFailure): void {
    // After the till stopped, as after a crash: what is on disk leads to a look-up at the next start.
    if (over) return;
    posting = false;
    owed = null;
    switch (failure.kind) {
      case 'never-happened':
        endUnpaid('failed', failure.code, failure.detail);
        if (over) return;
        if (!isFinal(attempt)) owed = failure;
        schedule(null);
        return;
      case 'lost':
        record(null, (tx) => [
          tx.append('attempt.undecided', {
            attemptId: attempt.attemptId,
            why: 'create-answer-lost',
            detail: failure.detail,
          }),
        ]);
        look();
        return;
      default:
        assertNever(failure);
    }
  }

  return {
    attempt: () => attempt,

    standing: () => ({
      attempt,
      cancelling: !isFinal(attempt) && (cancel !== 'none' || cancelSeenAt !== null),
      nextLookAt: looking === null ? nextLookAt : clock.now(),
    }),

    resume: () => {
      posting = false;
      const at = 'since' in attempt ? attempt.since : 'at' in attempt ? attempt.at : attempt.preparedAt;
      // The clock may have jumped while the till was off; a time ahead of now counts as now.
      const past = Math.max(0, clock.now() - Date.parse(at));
      stateSince = clock.ticks() - past;
      waitingSince = stateSince;
      switch (attempt.state) {
        case 'prepared':
          // It never left: `creating` is on disk before the POST goes out.
          endUnpaid('failed', 'not-sent', `stopped at ${instant(clock.now())}`);
          return;
        case 'creating': {
          const body = {
            attemptId: attempt.attemptId,
            why: 'create-answer-lost' as const,
            detail: 'till stopped',
          };
          record(null, (tx) => [tx.append('attempt.undecided', body)]);
          look();
          return;
        }
        default:
          look();
      }
    },

    sessionMade: (sessionId) => {
      if (over) return;
      posting = false;
      const body = { attemptId: attempt.attemptId, sessionId, found: 'answer' as const };
      // When the journal cannot take it, the attempt stays `creating` and is found again by its reference.
      const waiting = record(null, (tx) => [tx.append('attempt.waiting', body)]);
      if (waiting.ok && cancel === 'wanted') sendCancel();
      schedule(null);
    },

    createFailed,

    cancel: (operator) => {
      if (isFinal(attempt) || cancel === 'asked' || cancel === 'wanted') return;
      cancelOperator = operator;
      cancel = 'wanted';
      sendCancel();
      parts.onChange();
    },

    decide: (paid, reason, operator) => {
      if (attempt.state !== 'undecided') return ok(undefined);
      const { attemptId } = attempt;
      const decided = record(operator, (tx) => {
        const entry = tx.append('attempt.decided', { attemptId, paid, reason });
        return [entry, ...(paid ? complete(tx, entry) : [])];
      });
      if (decided.ok) schedule(null);
      return decided;
    },

    lookNow: look,
    record,

    stop: async () => {
      over = true;
      callOff?.();
      callOff = null;
      await looking;
    },
  };
}

import type { SessionRequest } from '../dintero/index.ts';
import type { JournalError } from '../journal/index.ts';
import type { Currency, Ore } from '../sale/money.ts';
import { err, ok, type Result } from '../result.ts';
import { type Attempt, applyToAttempt, attemptFrom, isFinal } from './attempt.ts';
import { endingOfLostCreate } from './create-answer.ts';
import type { AttemptStanding, RunnerParts } from './runner-parts.ts';
import { createWatch, type Watch } from './watch.ts';

export type PayOrder = {
  readonly saleId: string;
  readonly amount: Ore;
  readonly currency: Currency;
  readonly operator: string | null;
  readonly request: (attemptId: string) => SessionRequest;
};

export type PayRefusal =
  | { readonly kind: 'terminal-taken'; readonly attemptId: string }
  | { readonly kind: 'journal'; readonly error: JournalError };

/** Drives every payment attempt of this till to its end, through errors and restarts. One per till. */
export type Runner = {
  /** Takes up whatever was not final when the till stopped. Call once, before anything is paid. */
  readonly resume: () => void;
  /** Looks after an attempt again as the journal has it now: it has become part of a sale. */
  readonly follow: (attemptId: string) => void;
  /** Starts an attempt; the amount appears on the terminal. Refused while another is not final. */
  readonly pay: (order: PayOrder) => Result<string, PayRefusal>;
  /** Asks Dintero to cancel. It does not decide: what becomes of the payment is read afterwards. */
  readonly cancel: (attemptId: string, operator: string | null) => void;
  readonly decide: (
    attemptId: string,
    paid: boolean,
    reason: string,
    operator: string | null,
  ) => Result<void, JournalError>;
  /** Looks at every attempt now: after a wake-up, a network change, or because the cashier asks. */
  readonly lookNow: () => void;
  readonly standing: (attemptId: string) => AttemptStanding | null;
  /** The attempt that holds the terminal, if one does. */
  readonly holding: () => Attempt | null;
  readonly stop: () => Promise<void>;
};

/** Makes the runner. It starts nothing by itself. */
export function createRunner(parts: RunnerParts): Runner {
  const { journal, dintero, terminalId } = parts;
  const watches = new Map<string, Watch>();
  let resumed = false;
  let stopped = false;

  function watch(attempt: Attempt): Watch {
    const made = createWatch(parts, attempt, () => watches.delete(attempt.attemptId));
    watches.set(attempt.attemptId, made);
    return made;
  }

  function holding(): Attempt | null {
    for (const { attempt } of watches.values()) if (!isFinal(attempt())) return attempt();
    return resumed ? null : leftOpen();
  }

  /** What was open when the till stopped holds its sale and the terminal before anybody looks after it again. */
  function leftOpen(): Attempt | null {
    for (const { attemptId } of journal.read.unfinishedAttempts()) {
      const attempt = watches.has(attemptId) ? null : attemptFrom(journal.read.attemptEntries(attemptId));
      if (attempt !== null && !isFinal(attempt)) return attempt;
    }
    return null;
  }

  function follow(attemptId: string): void {
    const attempt = attemptFrom(journal.read.attemptEntries(attemptId));
    if (attempt === null) return;
    void watches.get(attemptId)?.stop();
    watch(attempt).resume();
  }

  async function create(held: Watch, request: SessionRequest): Promise<void> {
    const answer = await dintero.createSession(request);
    parts.onAnswer(answer.ok ? null : answer.error);
    if (answer.ok) {
      held.sessionMade(answer.value.id);
      return;
    }
    parts.log.warn('create session failed', { attempt: held.attempt().attemptId, kind: answer.error.kind });
    held.createFailed(endingOfLostCreate(answer.error));
  }

  return {
    resume: () => {
      const { read } = journal;
      const rows = [
        ...read.unfinishedAttempts(),
        ...read.watchedAttempts(),
        ...read.uncapturedAttempts(),
        ...read.reservedAttempts(),
      ];
      for (const attemptId of new Set(rows.map((row) => row.attemptId))) follow(attemptId);
      resumed = true;
    },

    follow,

    pay: ({ saleId, amount, currency, operator, request }) => {
      const holder = holding();
      if (holder !== null) return err({ kind: 'terminal-taken', attemptId: holder.attemptId });
      const prepared = journal.write(operator, (tx) => {
        const number = tx.read.nextAttemptNumber(saleId);
        const attemptId = `${saleId}-${String(number)}`;
        const body = request(attemptId);
        const entry = tx.append('attempt.prepared', {
          attemptId,
          saleId,
          number,
          amount,
          currency,
          terminalId,
          request: body,
        });
        return { attempt: applyToAttempt(null, entry), body };
      });
      if (!prepared.ok) return err({ kind: 'journal', error: prepared.error });
      const { attempt, body } = prepared.value;
      if (attempt === null) throw new Error('An attempt does not begin with its preparation');
      const held = watch(attempt);
      // On disk before the first byte leaves: a crash from here on leads to a look-up, never to a second POST.
      const creating = held.creating(operator);
      if (!creating.ok) {
        watches.delete(attempt.attemptId);
        return err({ kind: 'journal', error: creating.error });
      }
      void create(held, body);
      return ok(attempt.attemptId);
    },

    cancel: (attemptId, operator) => {
      watches.get(attemptId)?.cancel(operator);
    },

    decide: (attemptId, paid, reason, operator) => {
      const held = watches.get(attemptId);
      return held === undefined ? ok(undefined) : held.decide(paid, reason, operator);
    },

    lookNow: () => {
      for (const held of watches.values()) held.lookNow();
    },

    standing: (attemptId) => watches.get(attemptId)?.standing() ?? null,

    holding,

    stop: async () => {
      if (stopped) return;
      stopped = true;
      await Promise.all([...watches.values()].map((held) => held.stop()));
      watches.clear();
    },
  };
}

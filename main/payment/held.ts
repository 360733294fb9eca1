import type { Entry } from '../journal/entries/index.ts';
import type { JournalError, JournalWriter } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import { type Attempt, applyToAttempt, isReserved } from './attempt.ts';
import type { RunnerParts } from './runner-parts.ts';

/** One transaction about an attempt; gives back the entries that it appended. */
export type Work = (tx: JournalWriter) => readonly Entry[];

/** An attempt as the journal has it, and the only way to move it on: an entry first, then the state. */
export type Held = {
  readonly attempt: () => Attempt;
  /** `operator` null: what the till does by itself is written under the name of who began the attempt. */
  readonly record: (operator: string | null, work: Work) => Result<void, JournalError>;
};

/** Holds an attempt; `onState` is told when an entry brought it into another state. */
export function holdAttempt(
  { journal, log, onChange, onJournalError }: RunnerParts,
  first: Attempt,
  onState: (state: Attempt['state']) => void,
): Held {
  let attempt = first;
  const begunBy = journal.read.attemptEntries(first.attemptId)[0]?.operator ?? null;
  return {
    attempt: () => attempt,
    record: (operator, work) => {
      const written = journal.write(operator ?? begunBy, work);
      if (!written.ok) {
        // Nothing is lost: what was read can be read again, and it is, until the journal takes it.
        const { code } = written.error;
        log.error('journal refused an entry of an attempt', { attempt: attempt.attemptId, code });
        onJournalError(written.error);
        return written;
      }
      const before = attempt;
      for (const entry of written.value) attempt = applyToAttempt(attempt, entry) ?? attempt;
      // What turns out to be paid after all is looked at from now on as if it had just ended.
      if (attempt.state !== before.state || isReserved(attempt) !== isReserved(before))
        onState(attempt.state);
      onChange();
      return ok(undefined);
    },
  };
}

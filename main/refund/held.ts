import type { Entry } from '../journal/entries/index.ts';
import type { JournalError, JournalWriter } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import { applyToRefund, type Refund } from './refund.ts';
import type { RefundRunnerParts } from './runner-parts.ts';

/** One transaction about a refund; gives back the entries that it appended. */
export type Work = (tx: JournalWriter) => readonly Entry[];

/** A refund as the journal has it, and the only way to move it on: an entry first, then the state. */
export type Held = {
  readonly refund: () => Refund;
  /** `operator` null: what the till does by itself is written under the name of who began the refund. */
  readonly record: (operator: string | null, work: Work) => Result<void, JournalError>;
  /** How long it has been in its state, in ms. */
  readonly inStateMs: () => number;
};

/** Holds a refund. */
export function holdRefund(
  { journal, clock, log, onChange, onJournalError }: RefundRunnerParts,
  first: Refund,
): Held {
  let refund = first;
  const begunBy = journal.read.refundEntries(first.refundId)[0]?.operator ?? null;
  let since = clock.ticks();
  return {
    refund: () => refund,
    inStateMs: () => clock.ticks() - since,
    record: (operator, work) => {
      const written = journal.write(operator ?? begunBy, work);
      if (!written.ok) {
        // Nothing is lost: what was read can be read again, and it is, until the journal takes it.
        log.error('journal refused an entry of a refund', {
          refund: refund.refundId,
          code: written.error.code,
        });
        onJournalError(written.error);
        return written;
      }
      const before = refund.state;
      for (const entry of written.value) refund = applyToRefund(refund, entry) ?? refund;
      if (refund.state !== before) since = clock.ticks();
      onChange();
      return ok(undefined);
    },
  };
}

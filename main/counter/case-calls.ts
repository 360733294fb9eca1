import type { Matching } from '../day/matching.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { ok } from '../result.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import type { Reach } from './reach.ts';
import { notWritten, refuse } from './refusal.ts';

export type CaseCallParts = {
  readonly journal: Journal;
  readonly matching: Matching;
  readonly reach: () => Reach;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** What a person does about the differences between Dintero's books and the till's. */
export function caseCalls(parts: CaseCallParts): Pick<Handlers, 'cases.lookNow' | 'case.settle'> {
  const { journal } = parts;
  return {
    'cases.lookNow': async () => {
      const looked = await parts.matching.lookNow();
      if (looked.ok) return ok({ opened: looked.value.opened });
      if (looked.error.kind === 'journal') return notWritten(looked.error.error);
      const reach = parts.reach();
      return refuse('OFFLINE', { reason: reach.state === 'offline' ? reach.reason : 'server' });
    },

    'case.settle': ({ case: number, how, reason }) => {
      if (!journal.read.openCases().some((open) => open.case === number)) return refuse('NOT-ALLOWED-NOW');
      const refusal = parts.authorise({ kind: 'manual-decision', of: `case ${String(number)}; ${how}` });
      if (refusal !== null) return { ok: false, error: refusal };
      const settled = journal.write(parts.operator(), (tx) =>
        tx.append('case.settled', { case: number, how, reason }),
      );
      if (!settled.ok) {
        parts.onJournalError(settled.error);
        return notWritten(settled.error);
      }
      parts.onChange();
      return ok(null);
    },
  };
}

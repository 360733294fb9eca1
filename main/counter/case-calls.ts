import type { Matching } from '../day/matching.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { ok } from '../result.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse } from './refusal.ts';

export type CaseCallParts = {
  readonly journal: Journal;
  readonly matching: Matching;
  readonly operator: () => string | null;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** What a person does about the differences between Dintero's books and the till's. */
export function caseCalls(parts: CaseCallParts): Pick<Handlers, 'cases.lookNow' | 'case.settle'> {
  const { journal } = parts;
  return {
    'cases.lookNow': async () => {
      const looked = await parts.matching.lookNow();
      if (looked.ok) return ok({ opened: looked.value });
      return looked.error.kind === 'journal' ? notWritten(looked.error.error) : refuse('OFFLINE');
    },

    'case.settle': ({ case: number, how, reason }) => {
      if (!journal.read.openCases().some((open) => open.case === number)) return refuse('NOT-ALLOWED-NOW');
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

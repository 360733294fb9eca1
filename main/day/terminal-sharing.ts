import type { OpenCase } from '../journal/index.ts';
import type { Attempt } from '../payment/attempt.ts';

/** Remembers that the terminal was busy though this till asked nothing of it: somebody else uses it too. */
export type TerminalSharing = {
  /** Tells of an attempt; true when it is a new sign of another till at the terminal. */
  readonly noticed: (attempt: Attempt, othersOpen: boolean) => boolean;
  /** Whether people should be told: by what was met at the terminal, or by what Dintero's list showed. */
  readonly isShared: (cases: readonly OpenCase[]) => boolean;
};

/** Makes the memory; it lasts until the till is started again, and Dintero's list tells the rest. */
export function createTerminalSharing(): TerminalSharing {
  const met = new Set<string>();
  return {
    noticed: (attempt, othersOpen) => {
      const busy = attempt.state === 'failed' && attempt.code === 'terminal-busy';
      if (!busy || othersOpen || met.has(attempt.attemptId)) return false;
      met.add(attempt.attemptId);
      return true;
    },
    isShared: (cases) => met.size > 0 || cases.some(({ kind }) => kind === 'terminal-shared'),
  };
}

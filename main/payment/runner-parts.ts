import type { Clock } from '../clock.ts';
import type { Dintero, DinteroError } from '../dintero/index.ts';
import type { NotPaidOutcome } from '../journal/entries/attempt.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { Journal, JournalError, JournalWriter } from '../journal/index.ts';
import type { Log } from '../log.ts';
import type { Attempt } from './attempt.ts';

/** What the runner is given. */
export type RunnerParts = {
  readonly journal: Journal;
  readonly dintero: Dintero;
  readonly clock: Clock;
  readonly log: Log;
  readonly terminalId: string;
  /** Completes the attempt's sale with this payment, in the transaction that records the approval.
   * Gives back null when the sale cannot take it. */
  readonly completeSale: (tx: JournalWriter, attempt: Attempt) => Entry | null;
  /** Takes what the attempt paid out of its sale, while that is not completed, in the transaction that records that it
   * came to nothing. Gives back null when there is no such part, or its money may be on its way back. */
  readonly losePart: (
    tx: JournalWriter,
    attempt: Attempt,
    ending: { readonly outcome: NotPaidOutcome; readonly code: string },
  ) => Entry | null;
  /** Something that the window shows may have changed. */
  readonly onChange: () => void;
  /** Each answer of Dintero, good or bad, so that the till knows whether it is reachable. */
  readonly onAnswer: (error: DinteroError | null) => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** How an attempt stands, for the window. */
export type AttemptStanding = {
  readonly attempt: Attempt;
  readonly cancelling: boolean;
  readonly nextLookAt: number | null;
};

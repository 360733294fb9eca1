import type { Clock } from '../clock.ts';
import type { Dintero, DinteroError } from '../dintero/index.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { Journal, JournalError, JournalWriter } from '../journal/index.ts';
import type { Log } from '../log.ts';
import type { Refund } from './refund.ts';

/** What the runner of refunds is given. */
export type RefundRunnerParts = {
  readonly journal: Journal;
  readonly dintero: Dintero;
  readonly clock: Clock;
  readonly log: Log;
  /** Writes what follows from money that went back, the return receipt mostly, in the transaction that records it. */
  readonly conclude: (tx: JournalWriter, refund: Refund) => Entry;
  /** Something that the window shows may have changed. */
  readonly onChange: () => void;
  /** Each answer of Dintero, good or bad, so that the till knows whether it is reachable. */
  readonly onAnswer: (error: DinteroError | null) => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** How a refund stands, for the window; `nextLookAt` in ms since 1970. */
export type RefundStanding = { readonly refund: Refund; readonly nextLookAt: number | null };

import type { JournalReads } from '../../main/journal/index.ts';
import type { ReceivedRequest } from '../../main/simulator/index.ts';
import type { SessionRecord, TransactionRecord } from '../../main/simulator/records.ts';

/** What the till wrote down, what Dintero holds, and what went over the wire. */
export type Evidence = {
  readonly tillId: string;
  readonly read: JournalReads;
  readonly sessions: readonly SessionRecord[];
  readonly transactions: readonly TransactionRecord[];
  readonly requests: readonly (Pick<ReceivedRequest, 'path' | 'body' | 'status'> & {
    readonly operation: string | null;
  })[];
};

/** `settled`: the till has had time to hear of everything that Dintero holds. */
export type Moment = 'running' | 'settled';

import type Database from 'better-sqlite3';
import { saleOfAttempt } from '../derive/sale-entry.ts';
import type { Entry } from '../entries/index.ts';
import type { Payment } from '../entries/sale.ts';
import { type EntryRow, toEntry } from '../entry.ts';

export interface EntryReads {
  lastEntry(): Pick<EntryRow, 'seq' | 'at' | 'kind' | 'hash'> | null;
  /** The version of the program that was started last; null in a journal that no till has opened. */
  lastVersion(): string | null;
  /** Whether the till was switched to training, and nothing says yet that this ended. */
  leftInTraining(): boolean;
  /** The sale's and its attempts' entries, in order. */
  saleEntries(saleId: string): Entry[];
  /** The attempt's own entries, and that of the sale or the part of one that it paid. */
  attemptEntries(attemptId: string): Entry[];
}

export function createEntryReads(db: Database.Database): EntryReads {
  const last = db.prepare<[], Pick<EntryRow, 'seq' | 'at' | 'kind' | 'hash'>>(
    'SELECT seq, at, kind, hash FROM entry ORDER BY seq DESC LIMIT 1',
  );
  const ofSale = db.prepare<[string], Omit<EntryRow, 'hash'>>(
    `SELECT entry.seq, entry.at, entry.kind, entry.operator, entry.body
      FROM sale_entry JOIN entry USING (seq) WHERE sale_entry.sale_id = ? ORDER BY sale_entry.seq`,
  );
  const lastVersion = db
    .prepare<[], string>(
      "SELECT body ->> '$.version' FROM entry WHERE kind = 'till.started' ORDER BY seq DESC LIMIT 1",
    )
    .pluck();
  const lastSwitch = db
    .prepare<[], string>(
      `SELECT kind FROM entry WHERE kind IN ('till.training-started', 'till.training-ended')
        ORDER BY seq DESC LIMIT 1`,
    )
    .pluck();
  const saleEntries = (saleId: string): Entry[] => ofSale.all(saleId).map(toEntry);
  return {
    lastEntry: () => last.get() ?? null,
    lastVersion: () => lastVersion.get() ?? null,
    leftInTraining: () => lastSwitch.get() === 'till.training-started',
    saleEntries,
    attemptEntries: (attemptId) =>
      saleEntries(saleOfAttempt(attemptId)).filter((entry) => concerns(entry, attemptId)),
  };
}

function concerns({ kind, body }: Entry, attemptId: string): boolean {
  const pays = (payment: Payment): boolean => payment.kind === 'card' && payment.attemptId === attemptId;
  if (kind === 'sale.completed' || kind === 'sale.exchanged') return body.payments.some(pays);
  if (kind === 'sale.part-paid') return pays(body.payment);
  return 'attemptId' in body && body.attemptId === attemptId;
}

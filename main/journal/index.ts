import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../result.ts';
import { createAppend } from './append.ts';
import { backup } from './backup.ts';
import type { Entry, EntryBody, EntryKind } from './entries/index.ts';
import { journalError, openingError, type JournalError } from './error.ts';
import { openForWriting } from './open.ts';
import { createReads, type JournalReads } from './read/index.ts';

export type { AttemptState } from './derive/attempt.ts';
export { journalError, type JournalError } from './error.ts';
export { everyReceipt } from './read/receipt-search.ts';
export type * from './read/index.ts';
export { soldSale } from './read/sold-sale.ts';
export { recoverJournal, type Recovered } from './recover.ts';
export { restoresBefore } from './restores.ts';
export { roomLeft } from './room.ts';
export * from './signature.ts';

export interface JournalWriter {
  /** UTC, ISO 8601 with milliseconds: one instant for the whole transaction. */
  readonly at: string;
  /** Sees what this transaction wrote so far. */
  readonly read: JournalReads;
  append<K extends EntryKind>(kind: K, body: EntryBody<K>): Entry;
}

export interface Journal {
  readonly read: JournalReads;
  /**
   * One transaction: all that `work` appends is on disk when this returns ok, or none of it is. `work` must be
   * synchronous; what it throws rolls everything back and is thrown on.
   */
  write<T>(operator: string | null, work: (tx: JournalWriter) => T): Result<T, JournalError>;
  /** A copy as of one moment, while the till goes on. */
  backupTo(path: string): Promise<Result<void, JournalError>>;
  close(): void;
}

/** Opens the journal in a file, or makes a new one there. `now` is in milliseconds since 1970. */
export function openJournal(options: { path: string; now: () => number }): Result<Journal, JournalError> {
  const opened = openForWriting(options.path);
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    const read = createReads(db);
    return ok({
      read,
      write: createWrite(db, read, options.now),
      backupTo: (path) => backup(db, path),
      close: () => {
        db.close();
      },
    });
  } catch (thrown) {
    db.close();
    return err(openingError(thrown));
  }
}

function createWrite(db: Database.Database, read: JournalReads, now: () => number): Journal['write'] {
  const append = createAppend(db);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const endTransaction = (): void => {
    // SQLite has rolled back by itself when the disk was full or failed.
    if (db.inTransaction) rollback.run();
  };

  return (operator, work) => {
    if (db.inTransaction) throw new Error('A transaction is already open');
    const at = new Date(now()).toISOString();
    const transaction = { over: false };
    try {
      begin.run();
      const value = work({
        at,
        read,
        append: (kind, body) => {
          if (transaction.over) throw new Error('The transaction is over: it takes no more entries');
          return append(at, operator, kind, body);
        },
      });
      commit.run();
      return ok(value);
    } catch (thrown) {
      endTransaction();
      const error = journalError(thrown);
      if (error === null) throw thrown;
      return err(error);
    } finally {
      transaction.over = true;
    }
  };
}

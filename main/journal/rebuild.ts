import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../result.ts';
import { createDerive } from './derive/index.ts';
import { emptyDerivedTables } from './derive/tables.ts';
import { entryRows, toEntry } from './entry.ts';
import { broken, journalError, openingError, type JournalError } from './error.ts';
import { connect } from './open.ts';
import { migrate } from './migrations/index.ts';

/** Makes all the derived tables again from the entries, or leaves them as they were. Gives back how many entries it read. */
export function rebuildFile(file: string): Result<number, JournalError> {
  let db: Database.Database | null = null;
  try {
    db = connect(file);
    const migrated = migrate(db);
    return migrated.ok ? ok(rebuild(db)) : migrated;
  } catch (thrown) {
    return err(thrown instanceof EntryUnfit ? broken(thrown.message) : openingError(thrown));
  } finally {
    db?.close();
  }
}

/** Rolls the whole rebuild back. */
class EntryUnfit extends Error {}

function rebuild(db: Database.Database): number {
  return db
    .transaction(() => {
      emptyDerivedTables(db);
      const derive = createDerive(db);
      let entries = 0;
      for (const row of entryRows(db)) {
        try {
          derive(toEntry(row));
        } catch (thrown) {
          if (journalError(thrown) !== null) throw thrown;
          throw new EntryUnfit(`Entry ${row.seq} cannot be what the till wrote.`, { cause: thrown });
        }
        entries += 1;
      }
      return entries;
    })
    .immediate();
}

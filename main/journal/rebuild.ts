import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../result.ts';
import { createDerive } from './derive/index.ts';
import { emptyDerivedTables } from './derive/tables.ts';
import { entryRows, toEntry } from './entry.ts';
import { openingError, type JournalError } from './error.ts';
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
    return err(openingError(thrown));
  } finally {
    db?.close();
  }
}

/** As rebuildFile, on an open connection. Throws when an entry cannot be read or does not fit those before it. */
export function rebuild(db: Database.Database): number {
  return db
    .transaction(() => {
      emptyDerivedTables(db);
      const derive = createDerive(db);
      let entries = 0;
      for (const row of entryRows(db)) {
        derive(toEntry(row));
        entries += 1;
      }
      return entries;
    })
    .immediate();
}

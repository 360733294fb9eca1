import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../result.ts';
import { createAppend, createInsert } from './append.ts';
import { createDerive } from './derive/index.ts';
import { type EntryBody, entryKinds } from './entries/index.ts';
import { broken, openingError, type JournalError } from './error.ts';
import { migrate } from './migrations/index.ts';
import { createEmpty } from './empty-file.ts';
import { connect } from './open.ts';
import { readTaken, salvage, type Taken } from './salvage.ts';

/** What the recovered journal says of itself in its last entry; `setAside` is the damaged file's new name, beside it. */
export type Recovered = EntryBody<'till.journal-recovered'>;

const sideFiles = ['-wal', '-shm'];

/**
 * Sets a damaged journal aside and makes a new one from its entries up to the first broken one, word for word and hash
 * for hash; the break becomes an entry. When not even the numbers that were taken can be read, nothing is touched and a
 * person restores a copy: receipt numbers must not begin again. Interrupted half-way, it is called again.
 */
export function recoverJournal(options: {
  path: string;
  now: () => number;
}): Result<Recovered, JournalError> {
  const file = options.path;
  const ready = `${file}.recovered`;
  try {
    // Without a journal in its place, an earlier recovery was cut off while it moved files, and only moves the rest.
    if (existsSync(file)) {
      rmSync(ready, { force: true });
      const made = makeRecovered(file, ready, options.now());
      if (!made.ok) return made;
    }
    return putInPlace(file, ready);
  } catch (thrown) {
    return err(openingError(thrown));
  }
}

function makeRecovered(file: string, ready: string, nowMs: number): Result<void, JournalError> {
  const at = new Date(nowMs).toISOString();
  const setAside = `${file}.damaged-${at.replaceAll(':', '')}`;
  const fresh = `${file}.new`;
  const damaged = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const taken = readTaken(damaged);
    if (taken === null) return err(broken('Nothing in the file says which receipt numbers were taken.'));
    createEmpty(fresh);
    const db = connect(fresh);
    try {
      const migrated = migrate(db);
      if (!migrated.ok) return migrated;
      copyInto(db, damaged, { at, taken, setAside: path.basename(setAside) });
    } finally {
      db.close();
    }
  } finally {
    damaged.close();
  }
  renameSync(fresh, ready);
  return ok(undefined);
}

function copyInto(
  db: Database.Database,
  damaged: Database.Database,
  { at, taken, setAside }: { at: string; taken: Taken; setAside: string },
): void {
  const insert = createInsert(db);
  const derive = createDerive(db);
  const append = createAppend(db);
  db.transaction(() => {
    const { lastGoodSeq, lostFromSeq, reason } = salvage(damaged, (row, entry) => {
      insert(row);
      derive(entry);
    });
    append(at, null, 'till.journal-recovered', { setAside, lastGoodSeq, lostFromSeq, reason, taken });
  }).immediate();
}

/** Moves the damaged file out of the way and the recovered one in; may be interrupted anywhere and done again. */
function putInPlace(file: string, ready: string): Result<Recovered, JournalError> {
  const recovered = lastEntryOf(ready);
  const damaged = path.join(path.dirname(file), recovered.setAside);
  // A side file of the damaged journal must never lie beside the new one: SQLite would replay it.
  for (const end of ['', ...sideFiles]) {
    if (existsSync(file + end)) renameSync(file + end, damaged + end);
  }
  renameSync(ready, file);
  return ok(recovered);
}

/** The recovered journal says by its last entry what was lost, and what the damaged file is called from now on. */
function lastEntryOf(ready: string): Recovered {
  const db = new Database(ready, { readonly: true, fileMustExist: true });
  try {
    const body = db.prepare<[], string>('SELECT body FROM entry ORDER BY seq DESC LIMIT 1').pluck().get();
    return entryKinds['till.journal-recovered'].parse(JSON.parse(body ?? 'null'));
  } finally {
    db.close();
  }
}

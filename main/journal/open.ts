import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../result.ts';
import { checkAtStart } from './check.ts';
import { createEmpty } from './empty-file.ts';
import { broken, openingError, type JournalError } from './error.ts';
import { keepBefore } from './keep-before.ts';
import { fileVersion, migrate, migrations } from './migrations/index.ts';

/** How long to wait for another program (a copy being made, a rebuild) to let go of the file, in milliseconds. */
const patienceMs = 2000;

/** Opens the journal for writing, making it when there is none, and checks what can be checked in a moment. */
export function openForWriting(file: string): Result<Database.Database, JournalError> {
  let db: Database.Database | null = null;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if (!existsSync(file)) {
      const left = leftBehind(file);
      if (left !== null) return err(broken(`There is no ${path.basename(file)}, but there is ${left}.`));
      create(file);
    }
    chmodSync(file, 0o600);
    db = connect(file);
    const ready = prepare(db, file);
    if (!ready.ok) db.close();
    return ready;
  } catch (thrown) {
    db?.close();
    return err(openingError(thrown));
  }
}

/** Opens a file of any age for looking only, beside a till that is running if need be. */
export function openForReading(file: string): Result<Database.Database, JournalError> {
  try {
    // A connection that may write takes its side files away again; beside a journal in use or a copied one, whose side
    // file holds entries, it must not come to writing.
    const readonly = existsSync(`${file}-wal`);
    const db = new Database(file, { readonly, fileMustExist: true, timeout: patienceMs });
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
    // Reads something, so that a file that is no journal is found out here.
    db.prepare('SELECT 1 FROM entry LIMIT 1').get();
    return ok(db);
  } catch (thrown) {
    return err(openingError(thrown));
  }
}

/** Opens a connection with the settings that every writer of a journal uses. */
export function connect(file: string): Database.Database {
  const db = new Database(file, { fileMustExist: true, timeout: patienceMs });
  try {
    db.pragma('journal_mode = WAL');
    // What was acknowledged has reached the disk, on macOS as well.
    db.pragma('synchronous = FULL');
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/**
 * A journal comes into being whole: it is made under another name first. An empty file in its place is therefore never
 * a new journal but a lost one, and its receipt numbers must not begin again at 1.
 */
function create(file: string): void {
  const fresh = `${file}.new`;
  for (const end of ['', '-wal', '-shm']) rmSync(fresh + end, { force: true });
  createEmpty(fresh);
  const db = connect(fresh);
  try {
    migrate(db);
  } finally {
    db.close();
  }
  renameSync(fresh, file);
}

function prepare(db: Database.Database, file: string): Result<Database.Database, JournalError> {
  if (db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined) {
    return err(broken('The file is empty.'));
  }
  // A program that was put back is to find what the newer one began with.
  if (fileVersion(db) < migrations.length) keepBefore(db, file);
  const migrated = migrate(db);
  if (!migrated.ok) return migrated;
  const checked = checkAtStart(db);
  return checked.ok ? ok(db) : checked;
}

/** The name of a file that only lies there when a journal was there before; null when there is none. */
export function leftBehind(file: string): string | null {
  const name = path.basename(file);
  const telling = readdirSync(path.dirname(file)).filter(
    (other) =>
      other === `${name}-wal` ||
      other.startsWith(`${name}.damaged-`) ||
      other.startsWith(`${name}.before-`) ||
      other === `${name}.recovered`,
  );
  return telling[0] ?? null;
}

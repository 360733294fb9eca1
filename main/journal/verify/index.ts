import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { createDerive, type Derive } from '../derive/index.ts';
import { firstDifference } from '../derive/tables.ts';
import { beforeFirst, type EntryRow, entryRows, toEntry } from '../entry.ts';
import { fileVersion, migrate, migrations } from '../migrations/index.ts';
import { createChainWalk } from './chain.ts';
import { createReceiptWalk, type ReceiptWalk } from './receipts.ts';

export interface VerifyReport {
  /** How many entries were read before anything was found wrong. */
  readonly entries: number;
  readonly receipts: number;
  readonly last: { readonly seq: number; readonly hash: string };
  /** What is wrong first, as a sentence; null when nothing is. */
  readonly wrong: string | null;
}

/**
 * Reads the whole journal: the chain of hashes, every body against its schema, the series of receipts and their
 * signatures, the guards of the entry table, and the derived tables against what the entries say. One connection's
 * snapshot is read, so a till may go on writing. The loss of the newest entries leaves a shorter journal that is whole
 * in itself; nothing inside the file can tell, which is why the last entry is reported.
 */
export function verify(db: Database.Database): VerifyReport {
  return db.transaction(() => withScratch((scratch) => read(db, scratch)))();
}

function read(db: Database.Database, scratch: Database.Database): VerifyReport {
  const chain = createChainWalk(db);
  const receipts = createReceiptWalk();
  const derive = createDerive(scratch, db);
  let entries = 0;
  let last = { seq: 0, hash: beforeFirst };
  const report = (wrong: string | null): VerifyReport => ({
    entries,
    receipts: receipts.receipts(),
    last,
    wrong,
  });

  for (const row of entryRows(db)) {
    const wrong = chain(row)?.sentence ?? wrongIn(row, receipts, derive);
    if (wrong !== null) return report(wrong);
    entries += 1;
    last = { seq: row.seq, hash: row.hash };
  }
  return report(wrongSchema(db, scratch) ?? wrongDerived(db, scratch));
}

function wrongIn(row: EntryRow, receipts: ReceiptWalk, derive: Derive): string | null {
  try {
    const entry = toEntry(row);
    const wrong = receipts.check(entry);
    if (wrong === null) derive(entry);
    return wrong;
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    return `Entry ${row.seq} cannot be what the till wrote: ${said.replaceAll(/\s+/g, ' ')}`;
  }
}

function wrongSchema(db: Database.Database, scratch: Database.Database): string | null {
  if (fileVersion(db) !== migrations.length) return null;
  const lay = (of: Database.Database): Map<string, string> =>
    new Map(
      of
        .prepare<[], { name: string; sql: string }>(
          'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL',
        )
        .all()
        .map(({ name, sql }) => [name, sql]),
    );
  const [found, expected] = [lay(db), lay(scratch)];
  const names = [...new Set([...expected.keys(), ...found.keys()])].filter(
    (name) => !name.startsWith('sqlite_'),
  );
  const wrong = names.find((name) => found.get(name) !== expected.get(name));
  return wrong === undefined ? null : `The file was tampered with: ${wrong} is not what the till made.`;
}

function wrongDerived(db: Database.Database, scratch: Database.Database): string | null {
  const difference = firstDifference(db, scratch);
  if (difference === null) return null;
  return `The entries are whole, but a table made from them differs (rebuild makes it again): ${difference}`;
}

/** Gives `work` an empty database with the journal's tables, made from nothing and thrown away afterwards. */
function withScratch<T>(work: (scratch: Database.Database) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'journal-verify-'));
  const scratch = new Database(path.join(folder, 'scratch.sqlite'));
  try {
    scratch.pragma('journal_mode = OFF');
    scratch.pragma('synchronous = OFF');
    migrate(scratch);
    scratch.exec('BEGIN');
    return work(scratch);
  } finally {
    scratch.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

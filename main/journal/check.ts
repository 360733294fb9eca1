import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../result.ts';
import { beforeFirst, type EntryRow, hashOf } from './entry.ts';
import { broken, type JournalError } from './error.ts';

/**
 * What is checked each time the till starts must take the same moment after ten years as on the first day: the newest
 * entries, where a power cut or a torn write does its damage. A small file is also checked page by page; reading the
 * whole of a large one takes seconds, and is left to `verify`.
 */
const newest = { entries: 1000, bytes: 4_000_000 };
const smallFileBytes = 8_000_000;

/** Checks the end of the chain, and the pages of a small file. */
export function checkAtStart(db: Database.Database): Result<void, JournalError> {
  const pages = Number(db.pragma('page_count', { simple: true }));
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  if (pages * pageSize <= smallFileBytes) {
    const said = String(db.pragma('quick_check(1)', { simple: true }));
    if (said !== 'ok') return err(broken(said));
  }
  return checkNewest(db);
}

function checkNewest(db: Database.Database): Result<void, JournalError> {
  const rows = db.prepare<[], EntryRow>(
    'SELECT seq, at, kind, operator, body, hash FROM entry ORDER BY seq DESC',
  );
  let after: EntryRow | null = null;
  let entries = 0;
  let bytes = 0;
  for (const row of rows.iterate()) {
    if (after !== null && !follows(row.seq, row.hash, after)) return err(wrongAt(after.seq));
    after = row;
    entries += 1;
    bytes += row.body.length;
    if (entries > newest.entries || bytes > newest.bytes) return ok(undefined);
  }
  if (after !== null && !follows(0, beforeFirst, after)) return err(wrongAt(after.seq));
  return ok(undefined);
}

function follows(seq: number, hash: string, row: EntryRow): boolean {
  return row.seq === seq + 1 && row.hash === hashOf(hash, row);
}

function wrongAt(seq: number): JournalError {
  return broken(`The chain of entries is broken at entry ${seq}.`);
}

import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { type Entry, type EntryKind, entryKinds } from './entries/index.ts';

/** An entry as it lies in the file. */
export interface EntryRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly operator: string | null;
  readonly body: string;
  readonly hash: string;
}

/** What the chain starts from: the hash "before" entry 1. */
export const beforeFirst = '0'.repeat(64);

/**
 * SHA-256, lowercase hex, over the previous hash and the entry's columns, a newline between them. The text is simple
 * on purpose: an outsider makes it again with sqlite3, printf and sha256sum.
 */
export function hashOf(previous: string, row: Omit<EntryRow, 'hash'>): string {
  return hash(
    'sha256',
    `${previous}\n${row.seq}\n${row.at}\n${row.kind}\n${row.operator ?? ''}\n${row.body}`,
  );
}

export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(entryKinds, kind);
}

/** Reads an entry with its kind's schema. Throws when it is of no known kind or has another shape. */
export function toEntry(row: Omit<EntryRow, 'hash'>): Entry {
  if (!isEntryKind(row.kind)) throw new Error(`Entry ${row.seq} is of an unknown kind: ${row.kind}`);
  const body = entryKinds[row.kind].parse(JSON.parse(row.body));
  // The schema was looked up by the kind, which is what the union says and the compiler cannot follow.
  return { seq: row.seq, at: row.at, operator: row.operator, kind: row.kind, body } as Entry;
}

// 1,000 articles are one entry of some 100 kB: a page of entries stays within tens of megabytes.
const entriesAtATime = 200;

/** All entries from `from` to `to` in order, read in pages so that the connection stays free between them. */
export function* entryRows(
  db: Database.Database,
  from = 1,
  to = Number.MAX_SAFE_INTEGER,
): Generator<EntryRow> {
  const page = db.prepare<[number, number, number], EntryRow>(
    'SELECT seq, at, kind, operator, body, hash FROM entry WHERE seq >= ? AND seq <= ? ORDER BY seq LIMIT ?',
  );
  let next = from;
  for (;;) {
    const rows = page.all(next, to, entriesAtATime);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < entriesAtATime) return;
    next = last.seq + 1;
  }
}

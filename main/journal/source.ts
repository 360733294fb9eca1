import type Database from 'better-sqlite3';
import { ok, type Result } from '../result.ts';
import type { EntryOf } from './derive/of-kind.ts';
import type { Entry, EntryKind } from './entries/index.ts';
import { beforeFirst, type EntryRow, entryRows } from './entry.ts';
import type { JournalError } from './error.ts';
import { openForReading } from './open.ts';
import { createEntryReads } from './read/entries.ts';

export type { EntryOf } from './derive/of-kind.ts';
export type { EntryRow } from './entry.ts';

/** Entries by number, both ends included. */
export interface EntryRange {
  readonly first: number;
  readonly last: number;
}

/**
 * A journal to take copies out of: a connection of its own that never writes, so that a till goes on selling meanwhile.
 * Entries up to a number never change, so that several passes over one range see the same.
 */
export interface JournalSource {
  /**
   * The entries from the first that is not before `from` to the last that is before `until` (UTC instants). Where a clock
   * was set back, entries in between may lie outside; none inside is left out. Null when there is none.
   */
  range(from: string, until: string): EntryRange | null;
  /** Every entry as it lies in the file. */
  rows(range: EntryRange): Iterable<EntryRow>;
  /**
   * The entries of some kinds, in order, and read as they lie there: each was checked against its shape when it was
   * written, `verify` does it again, and doing it for every copy would take most of the time.
   */
  entries<K extends EntryKind>(kinds: readonly K[], range: EntryRange): Iterable<EntryOf<K>>;
  /** The hash that the entry with this number goes on from. */
  hashBefore(seq: number): string;
  /** Everybody who had written an entry up to `last`, in the order of their first. */
  operators(last: number): { readonly operator: string; readonly at: string }[];
  readonly saleEntries: (saleId: string) => Entry[];
  close(): void;
}

/** Opens a journal to read from, beside a till that is running if need be. */
export function openSource(path: string): Result<JournalSource, JournalError> {
  const opened = openForReading(path);
  return opened.ok ? ok(createSource(opened.value)) : opened;
}

function createSource(db: Database.Database): JournalSource {
  const first = db.prepare<[string], number>('SELECT seq FROM entry WHERE at >= ? ORDER BY seq LIMIT 1');
  const last = db.prepare<[string], number>('SELECT seq FROM entry WHERE at < ? ORDER BY seq DESC LIMIT 1');
  const hashAt = db.prepare<[number], string>('SELECT hash FROM entry WHERE seq = ?').pluck();
  const operators = db.prepare<[number], { operator: string; at: string }>(
    `SELECT operator, at FROM (SELECT operator, min(seq) AS seq FROM entry
      WHERE operator IS NOT NULL AND seq <= ? GROUP BY operator) JOIN entry USING (seq, operator) ORDER BY seq`,
  );
  const reads = createEntryReads(db);
  return {
    range: (from, until) => {
      const begins = first.pluck().get(from);
      const ends = last.pluck().get(until);
      return begins === undefined || ends === undefined || begins > ends
        ? null
        : { first: begins, last: ends };
    },
    rows: (range) => entryRows(db, range.first, range.last),
    entries: (kinds, range) => entriesOfKinds(db, kinds, range),
    hashBefore: (seq) => hashAt.get(seq - 1) ?? beforeFirst,
    operators: (upTo) => operators.all(upTo),
    saleEntries: (saleId) => reads.saleEntries(saleId),
    close: () => {
      db.close();
    },
  };
}

// A thousand articles are one entry of some 100 kB: a page of entries stays within tens of megabytes.
const entriesAtATime = 200;

function* entriesOfKinds<K extends EntryKind>(
  db: Database.Database,
  kinds: readonly K[],
  range: EntryRange,
): Generator<EntryOf<K>> {
  const page = db.prepare<[number, number, string, number], Omit<EntryRow, 'hash'>>(
    `SELECT seq, at, kind, operator, body FROM entry
      WHERE seq >= ? AND seq <= ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?`,
  );
  const wanted = JSON.stringify(kinds);
  let next = range.first;
  for (;;) {
    const rows = page.all(next, range.last, wanted, entriesAtATime);
    // The query gives those kinds only, which the compiler cannot see.
    for (const row of rows) yield { ...row, body: JSON.parse(row.body) as unknown } as EntryOf<K>;
    const end = rows.at(-1);
    if (end === undefined || rows.length < entriesAtATime) return;
    next = end.seq + 1;
  }
}

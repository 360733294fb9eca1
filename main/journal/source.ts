import type Database from 'better-sqlite3';
import { ok, type Result } from '../result.ts';
import type { EntryOf } from './derive/of-kind.ts';
import type { Entry, EntryKind } from './entries/index.ts';
import { beforeFirst, type EntryRow, entryRows } from './entry.ts';
import type { JournalError } from './error.ts';
import { openForReading } from './open.ts';
import { createEntryReads } from './read/entries.ts';
import { createSettingReads } from './read/settings.ts';

export type { EntryOf } from './derive/of-kind.ts';
export { contentOf } from './derive/receipt.ts';
export type { EntryRow } from './entry.ts';

/** Entries by number, both ends included. */
export interface EntryRange {
  readonly first: number;
  readonly last: number;
}

/** Given where a reader can give way to everything else: nothing takes longer than some milliseconds in between. */
export type Turn = null;

/**
 * A journal to take copies out of: a connection of its own that never writes, so that a till goes on selling meanwhile.
 * Entries up to a number never change, so that several passes over one range see the same.
 */
export interface JournalSource {
  /**
   * The entries from the first that is not before `from` to the last that is before `until` (UTC instants). Where a clock
   * was set back, entries in between may lie outside; none inside is left out. Null when there is none.
   */
  range(from: string, until: string): Generator<Turn, EntryRange | null>;
  /** Every entry as it lies in the file. */
  rows(range: EntryRange): Iterable<EntryRow>;
  /**
   * The entries of some kinds, in order, and read as they lie there: each was checked against its shape when it was
   * written, `verify` does it again, and doing it for every copy would take most of the time.
   */
  entries<K extends EntryKind>(kinds: readonly K[], range: EntryRange): Iterable<EntryOf<K> | Turn>;
  /** The hash that the entry with this number goes on from. */
  hashBefore(seq: number): string;
  /** Everybody who had written an entry up to `last`, in the order of their first. */
  operators(last: number): Generator<Turn, { readonly operator: string; readonly at: string }[]>;
  /** A section of the shop's settings as it was last changed; null when it never was, or the journal is older than they are. */
  setting(section: string): unknown;
  readonly saleEntries: (saleId: string) => Entry[];
  close(): void;
}

/** Opens a journal to read from, beside a till that is running if need be. */
export function openSource(path: string): Result<JournalSource, JournalError> {
  const opened = openForReading(path);
  return opened.ok ? ok(createSource(opened.value)) : opened;
}

// A thousand articles are one entry of some 100 kB: what is read at once stays within tens of megabytes.
const entriesAtATime = 200;
/** Where only small columns are read. */
const rowsAtATime = 5000;

function createSource(db: Database.Database): JournalSource {
  const newest = db.prepare<[], number | null>('SELECT max(seq) FROM entry').pluck();
  const hashAt = db.prepare<[number], string>('SELECT hash FROM entry WHERE seq = ?').pluck();
  const reads = createEntryReads(db);
  return {
    range: (from, until) => rangeOf(db, from, until, newest.get() ?? 0),
    rows: (range) => entryRows(db, range.first, range.last),
    entries: (kinds, range) => entriesOfKinds(db, kinds, range),
    hashBefore: (seq) => hashAt.get(seq - 1) ?? beforeFirst,
    operators: (last) => operatorsUpTo(db, last),
    setting: (section) => settingOf(db, section),
    saleEntries: (saleId) => reads.saleEntries(saleId),
    close: () => {
      db.close();
    },
  };
}

function settingOf(db: Database.Database, section: string): unknown {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'setting'").get();
  return known === undefined ? null : createSettingReads(db).setting(section);
}

function* rangeOf(
  db: Database.Database,
  from: string,
  until: string,
  newest: number,
): Generator<Turn, EntryRange | null> {
  const firstIn = db
    .prepare<[number, number, string], number>(
      'SELECT seq FROM entry WHERE seq >= ? AND seq < ? AND at >= ? ORDER BY seq LIMIT 1',
    )
    .pluck();
  const lastIn = db
    .prepare<[number, number, string], number>(
      'SELECT seq FROM entry WHERE seq > ? AND seq <= ? AND at < ? ORDER BY seq DESC LIMIT 1',
    )
    .pluck();
  let first: number | undefined;
  for (let next = 1; next <= newest && first === undefined; next += rowsAtATime) {
    first = firstIn.get(next, next + rowsAtATime, from);
    yield null;
  }
  let last: number | undefined;
  for (let next = newest; next > 0 && last === undefined; next -= rowsAtATime) {
    last = lastIn.get(next - rowsAtATime, next, until);
    yield null;
  }
  return first === undefined || last === undefined || first > last ? null : { first, last };
}

function* operatorsUpTo(
  db: Database.Database,
  last: number,
): Generator<Turn, { readonly operator: string; readonly at: string }[]> {
  const some = db.prepare<[number, number], { operator: string; at: string }>(
    `SELECT operator, at FROM (SELECT operator, min(seq) AS seq FROM entry
      WHERE seq >= ? AND seq <= ? AND operator IS NOT NULL GROUP BY operator) JOIN entry USING (seq, operator) ORDER BY seq`,
  );
  const found = new Map<string, string>();
  for (let next = 1; next <= last; next += rowsAtATime) {
    for (const { operator, at } of some.all(next, Math.min(last, next + rowsAtATime - 1))) {
      if (!found.has(operator)) found.set(operator, at);
    }
    yield null;
  }
  return [...found].map(([operator, at]) => ({ operator, at }));
}

function* entriesOfKinds<K extends EntryKind>(
  db: Database.Database,
  kinds: readonly K[],
  range: EntryRange,
): Generator<EntryOf<K> | Turn> {
  const page = db.prepare<[number, number, string], Omit<EntryRow, 'hash'>>(
    `SELECT seq, at, kind, operator, body FROM entry
      WHERE seq >= ? AND seq <= ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  );
  const wanted = JSON.stringify(kinds);
  for (let next = range.first; next <= range.last; next += entriesAtATime) {
    // The query gives those kinds only, which the compiler cannot see.
    for (const row of page.all(next, Math.min(range.last, next + entriesAtATime - 1), wanted)) {
      yield { ...row, body: JSON.parse(row.body) as unknown } as EntryOf<K>;
    }
    yield null;
  }
}

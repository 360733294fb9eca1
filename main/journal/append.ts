import type Database from 'better-sqlite3';
import { canonical } from './canonical.ts';
import { createDerive } from './derive/index.ts';
import { type EntryBody, type EntryKind, entryKinds, type Entry } from './entries/index.ts';
import { beforeFirst, type EntryRow, hashOf } from './entry.ts';

export type Append = <K extends EntryKind>(
  at: string,
  operator: string | null,
  kind: K,
  body: EntryBody<K>,
) => Entry;

/**
 * Prepares what writes an entry and brings the derived tables up to it; to be called inside a transaction. A body that
 * is not of its kind's shape, or does not fit the entries before it, is a programming error and throws.
 */
export function createAppend(db: Database.Database): Append {
  const last = db.prepare<[], Pick<EntryRow, 'seq' | 'hash'>>(
    'SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1',
  );
  const insert = createInsert(db);
  const derive = createDerive(db);

  return (at, operator, kind, body) => {
    // A line break would make the text that is hashed readable in two ways.
    if (operator !== null && /[\n\p{Surrogate}]/u.test(operator)) {
      throw new Error('The operator has a name that cannot be written down');
    }
    const checked = entryKinds[kind].parse(body);
    const before = last.get() ?? { seq: 0, hash: beforeFirst };
    const row = { seq: before.seq + 1, at, kind, operator, body: canonical(checked) };
    insert({ ...row, hash: hashOf(before.hash, row) });
    const entry = { seq: row.seq, at, operator, kind, body: checked } as Entry;
    derive(entry);
    return entry;
  };
}

/** Prepares the insertion of a whole entry, hash and all. */
export function createInsert(db: Database.Database): (row: EntryRow) => void {
  const insert = db.prepare<[EntryRow]>(
    'INSERT INTO entry (seq, at, kind, operator, body, hash) VALUES (:seq, :at, :kind, :operator, :body, :hash)',
  );
  return (row) => {
    insert.run(row);
  };
}

import type Database from 'better-sqlite3';
import { beforeFirst, type EntryRow, hashOf } from '../entry.ts';

/** Where the chain of entries first breaks, and what was done there as far as it can be told. */
export interface ChainBreak {
  readonly seq: number;
  readonly what: 'changed' | 'removed' | 'added' | 'reordered';
  readonly sentence: string;
}

/** How far around a break to look for where an entry came from. */
const reach = 40;

/** Follows the chain entry by entry. */
export function createChainWalk(db: Database.Database): (row: EntryRow) => ChainBreak | null {
  let seq = 0;
  let hash = beforeFirst;
  return (row) => {
    if (row.seq !== seq + 1) return gap(seq, row.seq);
    if (row.hash !== hashOf(hash, row)) return explain(db, row.seq);
    seq = row.seq;
    hash = row.hash;
    return null;
  };
}

function gap(last: number, next: number): ChainBreak {
  const first = last + 1;
  const which = first === next - 1 ? `Entry ${first} was` : `Entries ${first} to ${next - 1} were`;
  return { seq: first, what: 'removed', sentence: `${which} removed.` };
}

/**
 * Tells what was done where an entry does not follow from the one before it. An entry that still carries its own hash
 * betrays the number and the neighbour it was written with.
 */
function explain(db: Database.Database, seq: number): ChainBreak {
  const near = db
    .prepare<[number, number], EntryRow>(
      'SELECT seq, at, kind, operator, body, hash FROM entry WHERE seq BETWEEN ? AND ? ORDER BY seq',
    )
    .all(seq - reach, seq + reach);
  const hashes = [beforeFirst, ...near.map((row) => row.hash)];
  const origin = (row: EntryRow): number | null => {
    for (let written = Math.max(1, seq - reach); written <= seq + reach; written += 1) {
      if (hashes.some((hash) => hashOf(hash, { ...row, seq: written }) === row.hash)) return written;
    }
    return null;
  };
  const rows = near.filter((row) => row.seq >= seq);
  const [here, next] = [rows[0], rows[1]];
  const hereFrom = here === undefined ? null : origin(here);
  const nextFrom = next === undefined ? null : origin(next);

  if (hereFrom !== null && hereFrom !== seq) {
    return {
      seq,
      what: 'reordered',
      sentence: `Entry ${seq} is what was written as entry ${hereFrom}: entries were reordered.`,
    };
  }
  if (nextFrom === seq) {
    return { seq, what: 'added', sentence: `Entry ${seq} was added, and those after it numbered anew.` };
  }
  if (nextFrom !== null && nextFrom > seq + 1) {
    return {
      seq,
      what: 'removed',
      sentence: `Before entry ${seq} something was removed, and the rest numbered anew.`,
    };
  }
  const before = seq > 1 ? `, or entry ${seq - 1} was changed and given a new hash` : '';
  return { seq, what: 'changed', sentence: `Entry ${seq} was changed${before}.` };
}

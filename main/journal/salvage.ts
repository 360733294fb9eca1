import Database from 'better-sqlite3';
import { highestSale } from './derive/lost-attempt.ts';
import type { Entry } from './entries/index.ts';
import { beforeFirst, type EntryRow, entryRows, hashOf, isEntryKind, toEntry } from './entry.ts';
import { journalError } from './error.ts';

/** The highest number each series has given; zero when it has given none. */
export interface Taken {
  readonly sale: number;
  readonly receipt: number;
  readonly alarm: number;
  readonly z: number;
}

/** How far the entries of a damaged file go. `lostFromSeq` is null when no entry was lost. */
export interface Salvaged {
  readonly lastGoodSeq: number;
  readonly lostFromSeq: number | null;
  readonly reason: string;
}

/** Hands over the entries of a damaged file one by one, up to the first that is unreadable or breaks the chain. */
export function salvage(damaged: Database.Database, keep: (row: EntryRow, entry: Entry) => void): Salvaged {
  const rows = entryRows(damaged);
  let seq = 0;
  let hash = beforeFirst;
  const lost = (reason: string): Salvaged => ({ lastGoodSeq: seq, lostFromSeq: seq + 1, reason });
  for (;;) {
    const row = readNext(rows);
    if (row === null) {
      return {
        lastGoodSeq: seq,
        lostFromSeq: null,
        reason: 'Every entry was readable; other pages were not.',
      };
    }
    if (typeof row === 'string') return lost(row);
    if (row.seq !== seq + 1 || row.hash !== hashOf(hash, row)) return lost('The chain of entries is broken.');
    try {
      keep(row, toEntry(row));
    } catch (thrown) {
      // Trouble with the new file is no damage of the old one.
      if (journalError(thrown) !== null) throw thrown;
      return lost(thrown instanceof Error ? thrown.message : String(thrown));
    }
    seq = row.seq;
    hash = row.hash;
  }
}

/** The next row, null at the end, or SQLite's words about why it cannot be read. */
function readNext(rows: Generator<EntryRow>): EntryRow | string | null {
  try {
    const next = rows.next();
    return next.done === true ? null : next.value;
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError) return `${thrown.code}: ${thrown.message}`;
    throw thrown;
  }
}

/**
 * The highest numbers anything in a damaged file had taken, entries after the break included. Null unless the entries
 * or the tables made from them can be read to their end: a guess could give a receipt number twice.
 */
export function readTaken(damaged: Database.Database): Taken | null {
  const sources = [unlessDamaged(() => takenByTables(damaged)), unlessDamaged(() => takenByEntries(damaged))];
  const known = sources.filter((taken) => taken !== null);
  if (known.length === 0) return null;
  return known.reduce(higher);
}

function unlessDamaged(read: () => Taken): Taken | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError) return null;
    throw thrown;
  }
}

function takenByTables(db: Database.Database): Taken {
  const highest = (name: string, text: string): number =>
    db
      .prepare<[string], number>(
        `SELECT max(coalesce((${text}), 0), coalesce((SELECT taken FROM series WHERE name = ?), 0))`,
      )
      .pluck()
      .get(name) ?? 0;
  return {
    sale: highest('sale', 'SELECT 0'),
    receipt: highest('receipt', 'SELECT max(receipt_number) FROM receipt'),
    alarm: highest('alarm', 'SELECT max(alarm) FROM alarm'),
    z: highest('z', 'SELECT max(number) FROM report'),
  };
}

function takenByEntries(db: Database.Database): Taken {
  let taken: Taken = { sale: 0, receipt: 0, alarm: 0, z: 0 };
  for (const row of entryRows(db)) {
    const entry = entryIfReadable(row);
    if (entry !== null) taken = higher(taken, takenBy(entry));
  }
  return taken;
}

/** An entry that somebody changed may still be followed by good ones. */
function entryIfReadable(row: EntryRow): Entry | null {
  if (!isEntryKind(row.kind)) return null;
  try {
    return toEntry(row);
  } catch {
    return null;
  }
}

function takenBy(entry: Entry): Taken {
  const none: Taken = { sale: 0, receipt: 0, alarm: 0, z: 0 };
  switch (entry.kind) {
    case 'sale.opened':
      return { ...none, sale: entry.body.number };
    case 'sale.completed':
    case 'sale.returned':
    case 'sale.exchanged':
      return { ...none, receipt: entry.body.receiptNumber };
    case 'attempt.paid-after-all':
    case 'attempt.contradicted':
    case 'refund.contradicted':
      return { ...none, alarm: entry.body.alarm };
    case 'report.z':
      return { ...none, z: entry.body.number };
    case 'till.attempts-lost':
      return { ...none, sale: highestSale(entry.body.attemptIds) };
    case 'till.journal-recovered':
      return entry.body.taken;
    case 'till.restored':
      return { ...none, sale: entry.body.taken.sale, receipt: entry.body.taken.receipt };
    default:
      return none;
  }
}

function higher(a: Taken, b: Taken): Taken {
  return {
    sale: Math.max(a.sale, b.sale),
    receipt: Math.max(a.receipt, b.receipt),
    alarm: Math.max(a.alarm, b.alarm),
    z: Math.max(a.z, b.z),
  };
}

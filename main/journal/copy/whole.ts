import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type EntryRow, entryRows } from '../entry.ts';
import { createEmpty } from '../empty-file.ts';
import { createChainWalk } from '../verify/chain.ts';
import { type Link, start } from './lines.ts';

/** Some megabytes at a time, each on the disk before the next: the till's own writes must not queue behind gigabytes. */
const pagesAtATime = 1000;
const restMs = 5;

/**
 * Makes a whole copy of the journal beside `target` and puts it there when it has been read through and is right. `db`
 * is a connection for this alone, in a process of its own: the copy is of one moment, whatever the till writes meanwhile.
 */
export async function copyWhole(
  db: Database.Database,
  target: string,
  onProgress: (percent: number) => void,
): Promise<Link> {
  const unfinished = `${target}.unfinished`;
  createEmpty(unfinished);
  try {
    db.exec('BEGIN');
    try {
      // From here on this connection sees the journal of this moment only.
      const last = newest(db);
      await inPieces(db, unfinished, onProgress);
      await checkWhole(unfinished, last);
      toDisk(unfinished);
      renameSync(unfinished, target);
      return last;
    } finally {
      if (db.inTransaction) db.exec('COMMIT');
    }
  } catch (thrown) {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
    throw thrown;
  }
}

async function inPieces(
  db: Database.Database,
  file: string,
  onProgress: (percent: number) => void,
): Promise<void> {
  const rest = new Int32Array(new SharedArrayBuffer(4));
  await db.backup(file, {
    progress: ({ totalPages, remainingPages }) => {
      onProgress(totalPages === 0 ? 0 : Math.floor(((totalPages - remainingPages) * 100) / totalPages));
      toDisk(file);
      Atomics.wait(rest, 0, 0, restMs);
      return pagesAtATime;
    },
  });
}

/** Reads the copy through: every entry is there, and follows from the one before. */
async function checkWhole(file: string, last: Link): Promise<void> {
  const copy = new Database(file, { fileMustExist: true });
  try {
    // One file, which needs nothing beside it, wherever it is carried.
    copy.pragma('locking_mode = EXCLUSIVE');
    copy.pragma('journal_mode = DELETE');
    copy.pragma('trusted_schema = OFF');
    const wrongAt = createChainWalk(copy);
    let reached = start;
    let read = 0;
    for (const row of entryRows(copy)) {
      const wrong = wrongAt(row);
      if (wrong !== null) throw new CopyWrong(wrong.sentence);
      reached = row;
      read += 1;
      if (read % 20_000 === 0) await pause(restMs);
    }
    if (reached.seq !== last.seq || reached.hash !== last.hash)
      throw new CopyWrong(`The copy ends at entry ${String(reached.seq)}, not at ${String(last.seq)}.`);
  } finally {
    copy.close();
  }
}

/** The journal that was copied, or the copy of it, is not right. */
export class CopyWrong extends Error {}

/** The last entry that a connection sees. */
export function newest(db: Database.Database): Link {
  return db.prepare<[], Link>('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1').get() ?? start;
}

/** The hash of an entry in the journal; null when it has no such entry. */
export function hashAt(db: Database.Database, seq: number): string | null {
  if (seq === 0) return start.hash;
  return (
    db.prepare<[number], Pick<EntryRow, 'hash'>>('SELECT hash FROM entry WHERE seq = ?').get(seq)?.hash ??
    null
  );
}

function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

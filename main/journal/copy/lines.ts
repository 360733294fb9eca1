import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { beforeFirst, type EntryRow, hashOf } from '../entry.ts';

/** An entry's place in the chain. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

export const start: Link = { seq: 0, hash: beforeFirst };

/** How far a file of entries goes: its last whole line, and where that ends in bytes. */
export interface LinesEnd {
  readonly last: Link | null;
  readonly bytes: number;
}

const row = z.strictObject({
  seq: z.int().positive(),
  at: z.string(),
  kind: z.string(),
  operator: z.string().nullable(),
  body: z.string(),
  hash: z.string(),
});

const pieceBytes = 1 << 20;

/**
 * The whole lines of a file, each an entry. A last line without its end was cut off while it was written and is left
 * out. Throws LinesDamaged where a line is no entry.
 */
export function* readLines(file: string): Generator<{ readonly row: EntryRow; readonly end: number }> {
  const handle = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(pieceBytes);
    let held = Buffer.alloc(0);
    let end = 0;
    for (let at = 0; ;) {
      const read = readSync(handle, piece, 0, pieceBytes, at);
      if (read === 0) return;
      at += read;
      held = Buffer.concat([held, piece.subarray(0, read)]);
      for (let feed = held.indexOf(10); feed >= 0; feed = held.indexOf(10)) {
        end += feed + 1;
        yield { row: rowOf(held.toString('utf8', 0, feed), file), end };
        held = held.subarray(feed + 1);
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** A file of entries that is not as it was written. */
export class LinesDamaged extends Error {}

function rowOf(line: string, file: string): EntryRow {
  try {
    return row.parse(JSON.parse(line));
  } catch {
    throw new LinesDamaged(`${file} has a line that is no entry`);
  }
}

/** Follows a file's entries from `from` on, giving those that are new. Throws LinesDamaged where they do not follow. */
export function* following(file: string, from: Link): Generator<EntryRow> {
  let last = from;
  for (const { row: entry } of readLines(file)) {
    // What a newer whole journal already holds is passed over.
    if (entry.seq <= from.seq) continue;
    if (entry.seq !== last.seq + 1 || entry.hash !== hashOf(last.hash, entry))
      throw new LinesDamaged(`${file} does not go on from entry ${String(last.seq)}`);
    yield entry;
    last = entry;
  }
}

/** Where a file of entries ends, its chain followed from `from`. Throws LinesDamaged. */
export function endOf(file: string, from: Link): LinesEnd {
  let last: Link | null = null;
  for (const entry of following(file, from)) last = { seq: entry.seq, hash: entry.hash };
  let bytes = 0;
  for (const { end } of readLines(file)) bytes = end;
  return { last, bytes };
}

/**
 * Adds entries after the first `bytes` of the file, over whatever half a line lies there, and gives the new end once it
 * is on the disk. Throws as node:fs does; what was whole before is whole then.
 */
export function addLines(file: string, bytes: number, rows: Iterable<EntryRow>): LinesEnd {
  const handle = openSync(file, bytes === 0 ? 'w' : 'r+', 0o600);
  try {
    ftruncateSync(handle, bytes);
    let last: Link | null = null;
    let at = bytes;
    let text = '';
    const write = (): void => {
      const piece = Buffer.from(text, 'utf8');
      for (let done = 0; done < piece.length;) done += writeSync(handle, piece, done, null, at + done);
      at += piece.length;
      text = '';
    };
    for (const entry of rows) {
      text += `${JSON.stringify(entry)}\n`;
      last = { seq: entry.seq, hash: entry.hash };
      if (text.length > pieceBytes) write();
    }
    write();
    fsyncSync(handle);
    return { last, bytes: at };
  } finally {
    closeSync(handle);
  }
}

/** Whether a file still ends where it was left. */
export function isAsLeft(file: string, bytes: number): boolean {
  try {
    return statSync(file).size === bytes;
  } catch {
    return false;
  }
}

import type { EntryRange } from '../../journal/source.ts';

/** A piece of the text of one of an export's files. */
export interface Piece {
  /** Which of the files, from 0. */
  readonly file: number;
  readonly text: string;
  /** How much of the whole export is done with it, from 0 to 1. */
  readonly done: number;
}

/** How far an entry lies into a range, from 0 to 1. */
export function shareOf(seq: number, range: EntryRange): number {
  return (seq - range.first + 1) / (range.last - range.first + 1);
}

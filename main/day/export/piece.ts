import type { EntryRange, Turn } from '../../journal/source.ts';

/** A piece of the text of one of an export's files. */
export interface TextPiece {
  /** Which of the files, from 0. */
  readonly file: number;
  readonly text: string;
  /** How much of the whole export is done with it, from 0 to 1. */
  readonly done: number;
}

/** A piece; or nothing, where the journal was read without finding any. */
export type Piece = TextPiece | Turn;

/** How far an entry lies into a range, from 0 to 1. */
export function shareOf(seq: number, range: EntryRange): number {
  return (seq - range.first + 1) / (range.last - range.first + 1);
}

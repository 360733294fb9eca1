import type { EntryRange, JournalSource } from '../../journal/source.ts';
import { type Piece, shareOf } from './piece.ts';

/**
 * The entries as JSON Lines: one a line, word for word, with its hash and the one before it. `body` is the text that was
 * hashed, so that anybody can make the hash again.
 */
export function* entryLines(source: JournalSource, range: EntryRange): Generator<Piece> {
  let previous = source.hashBefore(range.first);
  for (const row of source.rows(range)) {
    yield { file: 0, text: `${JSON.stringify({ previous, ...row })}\n`, done: shareOf(row.seq, range) };
    previous = row.hash;
  }
}

import type { EntryRange, JournalSource } from '../../../journal/source.ts';
import type { Period } from '../period.ts';
import { event, eventKinds } from './events.ts';
import { head, tail } from './head.ts';
import type { Outline } from './outline.ts';
import { ReceiptBytes } from './receipt-bytes.ts';
import { transaction } from './transactions.ts';

/** A part of the export that fits one file. */
export interface SaftPart {
  readonly number: number;
  readonly of: number;
  readonly range: EntryRange;
}

/**
 * Skatteetaten takes files of at most 200 MB when zipped, and its own checker 2 GB unzipped. Signatures do not shrink:
 * this many sales are about 40 MB of them, and well under both with everything around.
 */
export const salesPerFile = 250_000;

/** One part for each file: each begins at a sale, and the next one goes on with the entry after its last. */
export function partsOf(range: EntryRange, cuts: readonly number[]): SaftPart[] {
  const firsts = [range.first, ...cuts];
  return firsts.map((first, index) => ({
    number: index + 1,
    of: firsts.length,
    range: { first, last: (firsts[index + 1] ?? range.last + 1) - 1 },
  }));
}

/** A piece of a file, and the number of the entry it was made from; zero before the first. */
export interface Piece {
  readonly text: string;
  readonly seq: number;
}

export interface SaftWriter {
  /** The text of one part: everything that happened, then everything that was sold. Parts are asked for in order. */
  part(part: SaftPart): Generator<Piece>;
}

/** Writes SAF-T Cash Register 1.00 (kassasystemforskrifta § 2-7) in memory that does not grow with the sales. */
export function createSaftWriter(
  source: JournalSource,
  outline: Outline,
  about: { readonly period: Period; readonly createdAt: string },
): SaftWriter {
  const printed = ReceiptBytes.copyOf(outline.printsBefore);
  const context = { outline, printed, saleEntries: source.saleEntries };
  let previousSignature = outline.previousSignature;

  return {
    *part({ number, of, range }) {
      for (const text of head(outline, { ...about, previousSignature, part: { number, of } })) {
        yield { text, seq: 0 };
      }
      for (const entry of source.entries(eventKinds, range)) {
        yield { text: event(entry, context), seq: entry.seq };
      }
      for (const entry of source.entries(['sale.completed', 'sale.returned'], range)) {
        previousSignature = entry.body.signature.value;
        yield { text: transaction(entry, outline), seq: entry.seq };
      }
      yield { text: tail, seq: range.last };
    },
  };
}

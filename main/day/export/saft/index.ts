import type { EntryRange, JournalSource } from '../../../journal/source.ts';
import type { Period } from '../period.ts';
import { type Piece, shareOf } from '../piece.ts';
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

/** Of the work on a part, about how much is its events. */
const eventsShare = 0.4;

/**
 * Writes SAF-T Cash Register 1.00 (kassasystemforskrifta § 2-7), a file for each part, in memory that does not grow with
 * the sales: in each everything that happened, then everything that was sold.
 */
export function* saft(
  source: JournalSource,
  outline: Outline,
  parts: readonly SaftPart[],
  about: { readonly period: Period; readonly createdAt: string },
): Generator<Piece> {
  const printed = ReceiptBytes.copyOf(outline.printsBefore);
  const context = { outline, printed, saleEntries: source.saleEntries };
  let previousSignature = outline.previousSignature;

  for (const [file, part] of parts.entries()) {
    const { range } = part;
    const done = (share: number): number => (file + share) / parts.length;
    for (const text of head(outline, { ...about, previousSignature, part })) {
      yield { file, text, done: done(0) };
    }
    for (const entry of source.entries(eventKinds, range)) {
      if (entry === null) yield null;
      else yield { file, text: event(entry, context), done: done(eventsShare * shareOf(entry.seq, range)) };
    }
    for (const entry of source.entries(['sale.completed', 'sale.returned', 'sale.exchanged'], range)) {
      if (entry === null) {
        yield null;
        continue;
      }
      previousSignature = entry.body.signature.value;
      const share = eventsShare + (1 - eventsShare) * shareOf(entry.seq, range);
      yield { file, text: transaction(entry, outline), done: done(share) };
    }
    yield { file, text: tail, done: done(1) };
  }
}

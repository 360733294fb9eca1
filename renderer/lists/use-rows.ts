import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useReducer } from 'react';
import { flushSync } from 'react-dom';
import { lengthOf } from './bar.ts';
import type { Scroll } from './scroll.ts';

/** The virtualizer is told of bands of so many rows: of a million rows it would keep a book for every one. */
const inBand = 10;

interface RowsParts {
  readonly scroll: Scroll;
  readonly count: number;
  /** How many of them were put before the first since the list was opened. */
  readonly added: number;
  /** Of every row, with what is between two, in pixels. */
  readonly rowHeight: number;
  /** A row that stays in the page wherever the list is scrolled: the one with the focus. */
  readonly kept: number;
}

interface Rows {
  /** The rows that are in the page, in their order. */
  readonly indices: readonly number[];
  /** The first and the last row that may be in view; nothing while nothing is measured. */
  readonly first: number;
  readonly last: number;
  /** How long the list is for the browser, in pixels. */
  readonly length: number;
}

/** The rows of a list, all of one height, that are drawn: those in view, some around them, and the one that is kept. */
export function useRows({ scroll, count, added, rowHeight, kept }: RowsParts): Rows {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const watch = useCallback(
    (_of: unknown, report: (offset: number, moving: boolean) => void) =>
      scroll.watch(report, () => flushSync(redraw)),
    [scroll],
  );
  // Before the virtualizer looks at the element: it is as long by then as the list is.
  useLayoutEffect(() => scroll.have(count, added), [scroll, count, added]);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: Math.ceil(count / inBand),
    getScrollElement: scroll.element,
    estimateSize: (band) => Math.min(inBand, count - band * inBand) * rowHeight,
    initialOffset: scroll.offset,
    overscan: 1,
    observeElementOffset: watch,
    scrollToFn: scroll.to,
  });
  const drawn = virtualizer.getVirtualItems();
  const { range } = virtualizer;
  const first = (drawn[0]?.index ?? 0) * inBand;
  const end = Math.min(count, ((drawn.at(-1)?.index ?? -1) + 1) * inBand);
  const indices = Array.from({ length: end - first }, (_, at) => first + at);
  if (kept < first) indices.unshift(kept);
  else if (kept >= end && kept < count) indices.push(kept);
  return {
    indices,
    first: (range?.startIndex ?? 0) * inBand,
    last: Math.min(count, ((range?.endIndex ?? -1) + 1) * inBand) - 1,
    length: lengthOf({ total: count * rowHeight, height: 0 }),
  };
}

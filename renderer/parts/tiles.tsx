import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ArticleView } from '../../preload/contract/view.ts';
import { act } from '../acts.ts';
import { stepOf } from '../arrange.ts';
import { breakable } from '../breakable.ts';
import { focusSearch } from '../focus.ts';
import { afterKey } from '../lists/keys.ts';
import type { Listing } from '../lists/listing.ts';
import { chooseLine } from '../place.ts';
import { takeTimes } from '../typed.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './tiles.module.css';

/** Between two tiles, and of a row of tiles whose names take two lines. */
const gap = 8;
const rowHeight = 92;
/** Rows that are drawn above and below those in view. */
const spare = 4;

async function add(articleId: string): Promise<void> {
  focusSearch();
  const line = await act('sale.addArticle', { articleId, quantity: takeTimes() });
  if (line !== null) chooseLine(line.lineId);
}

interface TileProps {
  readonly article: ArticleView | undefined;
  readonly hue: number;
  readonly index: number;
  readonly of: number;
  readonly isStop: boolean;
  readonly onFocus: (index: number) => void;
}

/** A tile that has not come yet keeps its place and the focus. */
const Tile = memo(function Tile({ article, hue, index, of, isStop, onFocus }: TileProps) {
  const formats = useFormats();
  return (
    <div role="listitem" aria-posinset={index + 1} aria-setsize={of} className={styles.place}>
      <button
        type="button"
        className={styles.tile}
        data-hue={hue}
        data-tile={index}
        aria-busy={article === undefined || undefined}
        tabIndex={isStop ? 0 : -1}
        // The focus stays in the search field, where the scanner and the keys are.
        onPointerDown={(event) => event.preventDefault()}
        onFocus={() => onFocus(index)}
        onClick={() => {
          if (article !== undefined) void add(article.id);
        }}
      >
        <span className={styles.name}>{article === undefined ? '…' : breakable(article.name)}</span>{' '}
        {article !== undefined && <span className={styles.price}>{formats.kroner(article.price)}</span>}
      </button>
    </div>
  );
});

interface TilesProps {
  readonly name: string;
  readonly listing: Listing<ArticleView>;
  /** How many stand beside each other. */
  readonly columns: number;
  readonly hueOf: (group: string) => number;
  /** How wide a row of tiles is, in pixels. */
  readonly onWidth: (width: number) => void;
}

/**
 * Articles as tiles, of which only the rows in view are in the page. One tile is reached by Tab, the others by arrows,
 * Home, End and the page keys. Another listing, or another width, is another panel: give it a
 * `key` of its own.
 */
export function Tiles({ name, listing, columns, hueOf, onWidth }: TilesProps) {
  const { sale } = useStrings();
  const version = useSyncExternalStore(listing.subscribe, listing.version);
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const [stop, setStop] = useState(0);
  const onFocus = useCallback((index: number) => setStop(index), []);
  useLayoutEffect(() => {
    if (panel === null) return undefined;
    const measure = (): void => onWidth(panel.clientWidth - gap);
    const watching = new ResizeObserver(measure);
    watching.observe(panel);
    return () => watching.disconnect();
  }, [panel, onWidth]);
  const count = listing.count();
  const stopRow = Math.floor(stop / columns);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: Math.ceil(count / columns),
    getScrollElement: () => panel,
    estimateSize: () => rowHeight,
    gap,
    overscan: spare,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stopRow])].sort((a, b) => a - b),
  });
  const { range } = virtualizer;
  const first = (range?.startIndex ?? 0) * columns;
  const last = Math.min(count, ((range?.endIndex ?? -1) + 1) * columns) - 1;
  useEffect(() => {
    if (last >= first) listing.want(first, last);
  }, [listing, first, last, version]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((panel?.clientHeight ?? 0) / (rowHeight + gap)) - 1) * columns;
    const by = stepOf(event.key, columns);
    const wanted = by === null ? afterKey(event.key, stop, count, page) : stop + by;
    if (wanted === null) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(count - 1, wanted));
    flushSync(() => setStop(next));
    virtualizer.scrollToIndex(Math.floor(next / columns));
    panel?.querySelector<HTMLElement>(`[data-tile="${String(next)}"]`)?.focus({ preventScroll: true });
  };
  return (
    <div role="tabpanel" aria-label={name} ref={setPanel} className={styles.panel}>
      {count > 0 && (
        <div
          role="list"
          aria-label={sale.articles}
          className={styles.rows}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {virtualizer.getVirtualItems().map((row) => (
            <div
              key={row.key}
              data-index={row.index}
              ref={virtualizer.measureElement}
              className={styles.row}
              style={{ top: row.start }}
            >
              {indicesOf(row.index, columns, count).map((index) => {
                const article = listing.row(index);
                return (
                  <Tile
                    key={index}
                    article={article}
                    hue={article === undefined ? 0 : hueOf(article.group)}
                    index={index}
                    of={count}
                    isStop={index === stop}
                    onFocus={onFocus}
                  />
                );
              })}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function indicesOf(row: number, columns: number, count: number): readonly number[] {
  const first = row * columns;
  return Array.from({ length: Math.max(0, Math.min(columns, count - first)) }, (_, at) => first + at);
}

import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { flushSync } from 'react-dom';
import { afterKey } from '../lists/keys.ts';
import type { Listing } from '../lists/listing.ts';
import { createScroll } from '../lists/scroll.ts';
import { useRows } from '../lists/use-rows.ts';
import styles from './long-list.module.css';

/**
 * Where somebody is in a list: the row that Tab leads to, counted from the one that was first at the beginning, and the
 * pixel at the top.
 */
export interface ListPlace {
  readonly row: number;
  readonly offset: number;
}

export const atTop: ListPlace = { row: 0, offset: 0 };

/** What may be done to a list from outside of it. */
export interface LongListHandle {
  /** Puts the focus on the row that Tab leads to. */
  readonly focus: () => void;
}

interface LongListProps<T> {
  readonly label: string;
  readonly listing: Listing<T>;
  /** Of every row, with what is between two, in pixels. */
  readonly rowHeight: number;
  /** Where the list begins. */
  readonly place: ListPlace;
  readonly onPlace?: (place: ListPlace) => void;
  readonly draw: (row: T) => ReactNode;
  readonly isPressed?: (row: T) => boolean;
  readonly onPress: (row: T) => void;
  /** What is said where there are no rows. */
  readonly none?: string;
  readonly ref?: Ref<LongListHandle>;
}

interface RowProps<T> {
  readonly row: T | undefined;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** How many rows there are; -1 while nobody knows. */
  readonly of: number;
  readonly isStop: boolean;
  readonly isPressed: boolean | undefined;
  readonly draw: (row: T) => ReactNode;
  readonly onPress: (row: T) => void;
  readonly onFocus: (index: number) => void;
}

/** A row that has not come yet keeps its place, its size and the focus. */
function PlainRow<T>(props: RowProps<T>) {
  const { row, index, top, height, of, isStop, isPressed, draw, onPress, onFocus } = props;
  return (
    <div
      role="listitem"
      aria-posinset={index + 1}
      aria-setsize={of}
      className={styles.row}
      style={{ top, height }}
    >
      <button
        type="button"
        data-index={index}
        className={styles.button}
        aria-pressed={isPressed}
        aria-busy={row === undefined || undefined}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => onFocus(index)}
        onClick={() => {
          if (row !== undefined) onPress(row);
        }}
      >
        {row === undefined ? '…' : draw(row)}
      </button>
    </div>
  );
}

const Row = memo(PlainRow) as typeof PlainRow;

/**
 * A list of any length, of which only what is in view is in the page. One row is reached by Tab, the others by arrows,
 * Home, End and the page keys; the row with the focus stays in the page wherever the list is scrolled. Another listing is
 * another list: give it a `key` of its own.
 */
export function LongList<T>(props: LongListProps<T>) {
  const { label, listing, rowHeight, place, onPlace, draw, isPressed, onPress, none, ref } = props;
  const version = useSyncExternalStore(listing.subscribe, listing.version);
  const [scroll] = useState(() => createScroll(rowHeight, place.offset));
  const [stop, setStop] = useState(place.row);
  /** Whether somebody is on the way to the end of a list that is not all here. */
  const toEnd = useRef(false);
  const count = listing.count();
  const added = listing.added();
  const at = Math.max(0, Math.min(count - 1, stop + added));
  const rows = useRows({ scroll, count, added, rowHeight, kept: at });

  const attach = useCallback((element: HTMLElement | null) => scroll.attach(element), [scroll]);
  const [goTo] = useState(() => (index: number) => {
    const next = Math.max(0, Math.min(listing.count() - 1, index));
    flushSync(() => setStop(next - listing.added()));
    scroll.show(next);
    const row = scroll.element()?.querySelector<HTMLElement>(`[data-index="${String(next)}"]`);
    row?.focus({ preventScroll: true });
  });
  useImperativeHandle(ref, () => ({ focus: () => goTo(at) }), [goTo, at]);
  useEffect(() => {
    if (toEnd.current) goTo(listing.count() - 1);
    toEnd.current &&= !listing.isWhole();
  }, [listing, goTo, version]);
  const { first, last } = rows;
  useEffect(() => {
    if (last >= first) listing.want(first, last);
  }, [listing, first, last, version]);
  useEffect(() => {
    const element = scroll.element();
    const tell = (): void => onPlace?.({ row: stop, offset: scroll.offset() });
    tell();
    element?.addEventListener('scrollend', tell);
    return () => element?.removeEventListener('scrollend', tell);
  }, [scroll, stop, onPlace]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = afterKey(event.key, at, count, scroll.page());
    toEnd.current = event.key === 'End' && !listing.isWhole();
    if (next === null) return;
    event.preventDefault();
    goTo(next);
  };
  const [onFocus] = useState(() => (index: number) => {
    setStop(index - listing.added());
    scroll.find(index);
  });
  if (count === 0 && none !== undefined) return <p className={styles.none}>{none}</p>;
  return (
    <div ref={attach} role="list" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
      <div className={styles.length} style={{ height: rows.length }}>
        {rows.indices.map((index) => {
          const row = listing.row(index);
          return (
            <Row
              key={index - added}
              row={row}
              index={index}
              top={scroll.top(index)}
              height={rowHeight}
              of={listing.isWhole() ? count : -1}
              isStop={index === at}
              isPressed={row === undefined ? undefined : isPressed?.(row)}
              draw={draw}
              onPress={onPress}
              onFocus={onFocus}
            />
          );
        })}
      </div>
    </div>
  );
}

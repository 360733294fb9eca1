import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { movedTo, stepOf } from '../arrange.ts';
import { breakable } from '../breakable.ts';
import { useStrings } from '../words.ts';
import styles from './arrange.module.css';
import { Button } from './button.tsx';

export interface Arranged {
  readonly id: string;
  readonly name: string;
  /** What stands below the name. */
  readonly detail: string;
  /** It is no more, and stands here only to be taken away. */
  readonly gone: boolean;
}

interface ArrangeProps {
  readonly things: readonly Arranged[];
  readonly onArrange: (ids: readonly string[]) => void;
}

/** What is held, by a finger or by a key, and the order there was before. */
interface Held {
  readonly id: string;
  readonly by: 'pointer' | 'key';
  readonly before: readonly string[];
}

/** Tiles that are dragged to their places, or held and moved with the arrow keys, or taken away. */
export function Arrange({ things, onArrange }: ArrangeProps) {
  const { quickKeys } = useStrings();
  const [held, setHeld] = useState<Held | null>(null);
  const [said, setSaid] = useState('');
  const grid = useRef<HTMLUListElement>(null);
  const ids = things.map(({ id }) => id);
  const tiles = (): HTMLElement[] => [...(grid.current?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])];

  // A tile that is moved in the page loses the focus on the way.
  useLayoutEffect(() => {
    if (held?.by === 'key') tiles()[ids.indexOf(held.id)]?.focus();
  });

  const move = (from: number, to: number): void => {
    const after = movedTo(ids, from, to);
    const thing = things[from];
    if (thing === undefined || after.indexOf(thing.id) === from) return;
    onArrange(after);
    setSaid(quickKeys.moved(thing.name, after.indexOf(thing.id) + 1, ids.length));
  };
  const drop = ({ id, name }: Arranged): void => {
    setHeld(null);
    setSaid(quickKeys.dropped(name, ids.indexOf(id) + 1));
  };
  const press = (thing: Arranged, at: number): void => {
    if (held?.by === 'key') {
      drop(thing);
      return;
    }
    setHeld({ id: thing.id, by: 'key', before: ids });
    setSaid(quickKeys.held(thing.name, at + 1, ids.length));
  };
  const onKeyDown = (event: KeyboardEvent, thing: Arranged, at: number): void => {
    if (event.key === 'Escape' && held !== null) {
      onArrange(held.before);
      setHeld(null);
      setSaid(quickKeys.dropped(thing.name, held.before.indexOf(thing.id) + 1));
    } else if (event.key === 'Delete') {
      onArrange(ids.filter((id) => id !== thing.id));
    } else {
      const all = tiles();
      const top = all[0]?.getBoundingClientRect().top;
      const across = all.filter((tile) => tile.getBoundingClientRect().top === top).length;
      const by = stepOf(event.key, across);
      if (by === null) return;
      if (held !== null) move(at, at + by);
      else all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
    }
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (held?.by !== 'pointer') return;
    const over = tiles().findIndex((tile) => {
      const { left, right, top, bottom } = tile.getBoundingClientRect();
      return event.clientX > left && event.clientX < right && event.clientY > top && event.clientY < bottom;
    });
    if (over >= 0) move(ids.indexOf(held.id), over);
  };
  const letGo = (): void => {
    const thing = things.find(({ id }) => id === held?.id);
    if (held?.by === 'pointer' && thing !== undefined) drop(thing);
  };
  return (
    <>
      <ul
        ref={grid}
        className={styles.grid}
        aria-label={quickKeys.list}
        onPointerMove={onPointerMove}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        {things.map((thing, at) => (
          <li key={thing.id} className={styles.place}>
            <button
              type="button"
              data-tile
              className={styles.tile}
              data-gone={thing.gone || undefined}
              aria-pressed={held?.id === thing.id}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                // The list stays where it is while its tiles change places under the finger.
                grid.current?.setPointerCapture(event.pointerId);
                setHeld({ id: thing.id, by: 'pointer', before: ids });
              }}
              onKeyDown={(event) => onKeyDown(event, thing, at)}
              // A finger has let go of it by then; a press without a finger comes from a key or a reader.
              onClick={(event) => {
                if (event.detail === 0) press(thing, at);
              }}
            >
              <span className={styles.name}>{breakable(thing.name)}</span>
              <span className={styles.detail}>{thing.detail}</span>
            </button>
            <Button
              look="quiet"
              aria-label={quickKeys.remove(thing.name)}
              onClick={() => onArrange(ids.filter((id) => id !== thing.id))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <p className="unseen" aria-live="assertive">
        {said}
      </p>
    </>
  );
}

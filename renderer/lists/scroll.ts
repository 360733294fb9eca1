import { type Extent, movedTo, placeOf, type Position, scrolledTo } from './bar.ts';

/** The scrolling of a list whose rows are all of one height. */
export interface Scroll {
  /** The element that scrolls, once it is in the page. */
  readonly attach: (element: HTMLElement | null) => void;
  readonly element: () => HTMLElement | null;
  /** How many rows there are by now, and how many of them were put before the first since the list was opened. */
  readonly have: (count: number, added: number) => void;
  /** The pixel of the list that is at the top. */
  readonly offset: () => number;
  /** The pixel at which the browser has a row. */
  readonly top: (index: number) => number;
  readonly to: (offset: number) => void;
  /** Scrolls no farther than it takes to have a row in view. */
  readonly show: (index: number) => void;
  /** The same for a row of which nothing is in view; one that a finger is on stays under it. */
  readonly find: (index: number) => void;
  /** How many rows a page key leads on. */
  readonly page: () => number;
  /** Reports where the list is while it is scrolled and when it rests; `onPutRight` when rows are to be drawn elsewhere. */
  readonly watch: (report: (offset: number, moving: boolean) => void, onPutRight: () => void) => () => void;
}

/** `offset`: where the list begins. */
export function createScroll(rowHeight: number, offset: number): Scroll {
  let element: HTMLElement | null = null;
  let position: Position | null = null;
  let total = 0;
  let knownAdded: number | null = null;
  const height = (): number => element?.clientHeight ?? 0;
  const extent = (): Extent => ({ total, height: height() });
  const now = (): Position => position ?? { offset, place: placeOf(offset, extent()) };
  const to = (wanted: number): void => {
    position = scrolledTo(wanted, now(), extent());
    if (element !== null) element.scrollTop = position.place;
  };
  const show = (index: number): void => {
    const top = index * rowHeight;
    if (top < now().offset) to(top);
    else if (top + rowHeight > now().offset + height()) to(top + rowHeight - height());
  };
  return {
    attach: (next) => {
      element = next;
    },
    element: () => element,
    have: (count, added) => {
      total = count * rowHeight;
      const by = added - (knownAdded ?? added);
      knownAdded = added;
      // Who looks at the top sees what comes; whoever is somewhere in the list stays there.
      if (by > 0 && now().offset > 0) to(now().offset + by * rowHeight);
    },
    offset: () => now().offset,
    top: (index) => index * rowHeight - (now().offset - now().place),
    to,
    show,
    find: (index) => {
      const above = now().offset - index * rowHeight;
      if (above >= rowHeight || above <= -height()) show(index);
    },
    page: () => Math.max(1, Math.floor(height() / rowHeight) - 1),
    watch: (report, onPutRight) => {
      const watched = element;
      if (watched === null) return () => undefined;
      const onScroll = (): void => {
        position = movedTo(watched.scrollTop, now(), extent());
        report(position.offset, true);
      };
      // What a finger moved by the pixel left the bar where it does not tell the truth: it is put right at rest.
      const onRest = (): void => {
        const { offset: at, place } = now();
        const honest = placeOf(at, extent());
        if (honest !== place) {
          position = { offset: at, place: honest };
          watched.scrollTop = honest;
          onPutRight();
        }
        report(at, false);
      };
      watched.addEventListener('scroll', onScroll, { passive: true });
      watched.addEventListener('scrollend', onRest);
      return () => {
        watched.removeEventListener('scroll', onScroll);
        watched.removeEventListener('scrollend', onRest);
      };
    },
  };
}

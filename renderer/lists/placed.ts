import { ahead, createChanges, type Listing } from './listing.ts';

/** Rows that are asked for at once. */
export const stretch = 100;

/** More rows than this are not kept: the farthest from those in view are forgotten. */
const mostKept = 4_000;

export interface Stretch<T> {
  /** How many there are in all. */
  readonly total: number;
  /** One after the other, beginning with the place that was asked for. */
  readonly rows: readonly T[];
}

interface PlacedParts<T> {
  readonly total: number;
  /** What is known already, by its place. */
  readonly known: ReadonlyMap<number, T>;
  /** Rows are added at the end of the places; a list that shows the newest first shows the last place first. */
  readonly newestFirst: boolean;
  /** Gives so many rows from a place on, in the order of places; null when it could not. */
  readonly ask: (first: number, limit: number) => Promise<Stretch<T> | null>;
}

export interface Placed<T> extends Listing<T> {
  /** There may be other rows by now: this many. */
  readonly grow: (total: number) => void;
}

/** A list of which it is known how many rows it has, and that can be opened at any place: places are counted from 0. */
export function createPlaced<T>({ total: first, known, newestFirst, ask }: PlacedParts<T>): Placed<T> {
  const { changed, subscribe, version } = createChanges();
  const rows = new Map(known);
  let total = first;
  let inView: readonly [low: number, high: number] | null = null;
  let asking = false;

  const placeOf = (index: number): number => (newestFirst ? total - 1 - index : index);

  /** One question at a time, so that a list that is drawn past never waits for what it has left behind. */
  async function fill(): Promise<void> {
    if (asking || inView === null) return;
    const next = lacking((place) => rows.has(place), inView, total);
    if (next === null) return;
    asking = true;
    const answer = await ask(next, Math.min(stretch, total - next));
    asking = false;
    // What cannot be told is asked for again when it is wanted again.
    if (answer === null || answer.rows.length === 0) return;
    answer.rows.forEach((row, at) => rows.set(next + at, row));
    total = answer.total;
    forget(rows, inView);
    changed();
    void fill();
  }

  return {
    count: () => total,
    isWhole: () => true,
    added: () => (newestFirst ? total - first : 0),
    row: (index) => rows.get(placeOf(index)),
    want: (low, high) => {
      const ends = [placeOf(low), placeOf(high)] as const;
      inView = [Math.min(...ends), Math.max(...ends)];
      void fill();
    },
    grow: (next) => {
      if (next === total) return;
      total = next;
      changed();
    },
    subscribe,
    version,
  };
}

/** Where the next stretch to ask for begins: what is in view comes first, then what is around it. Null: all is there. */
export function lacking(
  has: (place: number) => boolean,
  [low, high]: readonly [low: number, high: number],
  total: number,
): number | null {
  const from = Math.max(0, low - ahead);
  const to = Math.min(total - 1, high + ahead);
  const missing = firstIn(Math.max(0, low), Math.min(total - 1, high), has) ?? firstIn(from, to, has);
  return missing === null ? null : Math.floor(missing / stretch) * stretch;
}

function firstIn(low: number, high: number, has: (place: number) => boolean): number | null {
  for (let place = low; place <= high; place += 1) if (!has(place)) return place;
  return null;
}

function forget<T>(rows: Map<number, T>, [low, high]: readonly [low: number, high: number]): void {
  if (rows.size <= mostKept) return;
  const near = mostKept / 4;
  for (const place of rows.keys()) if (place < low - near || place > high + near) rows.delete(place);
}

import { ahead, createChanges, type Listing } from './listing.ts';

export interface Page<T> {
  readonly rows: readonly T[];
  /** Whether others may follow. */
  readonly more: boolean;
}

interface GrowingParts<T> {
  readonly first: Page<T>;
  readonly keyOf: (row: T) => number;
  /** What follows a row; null when it could not be told. */
  readonly ask: (after: T) => Promise<Page<T> | null>;
}

export interface Growing<T> extends Listing<T> {
  /** The first page once more: what is new on it stands before all others. */
  readonly renew: (page: Page<T>) => void;
}

/** A list of which only its end tells how long it is: it grows as it is walked down. */
export function createGrowing<T>({ first, keyOf, ask }: GrowingParts<T>): Growing<T> {
  const { changed, subscribe, version } = createChanges();
  let rows: readonly T[] = first.rows;
  let { more } = first;
  let added = 0;
  let asking = false;

  /** A row may come again in its place when it stood first because it was asked for by its number. */
  const without = (known: readonly T[], others: readonly T[]): T[] => {
    const keys = new Set(known.map(keyOf));
    return others.filter((row) => !keys.has(keyOf(row)));
  };

  async function grow(): Promise<void> {
    const last = rows.at(-1);
    if (asking || !more || last === undefined) return;
    asking = true;
    const page = await ask(last);
    asking = false;
    if (page === null) return;
    rows = [...rows, ...without(rows, page.rows)];
    more = page.more;
    changed();
  }

  return {
    count: () => rows.length,
    isWhole: () => !more,
    added: () => added,
    row: (index) => rows[index],
    want: (_first, last) => {
      if (last + ahead >= rows.length) void grow();
    },
    renew: (page) => {
      const fresh = without(rows, page.rows);
      if (fresh.length === 0) return;
      rows = [...page.rows, ...without(page.rows, rows)];
      added += fresh.length;
      changed();
    },
    subscribe,
    version,
  };
}

/**
 * The rows of a long list, of which only those around the ones in view are here. A row's index is where it stands in the
 * list now, the first one 0.
 */
export interface Listing<T> {
  /** How many rows there are, as far as is known. */
  readonly count: () => number;
  /** Whether there are no more than that. */
  readonly isWhole: () => boolean;
  /** How many rows were put before the first one since the list was opened. */
  readonly added: () => number;
  /** Undefined while it is on its way. */
  readonly row: (index: number) => T | undefined;
  /** These rows are in view: what is lacking of them is asked for, and some on either side. */
  readonly want: (first: number, last: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Another one after every change. */
  readonly version: () => number;
}

export interface Changes {
  readonly changed: () => void;
  readonly subscribe: Listing<never>['subscribe'];
  readonly version: Listing<never>['version'];
}

/** Tells whoever draws a list that it changed. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  let version = 0;
  return {
    changed: () => {
      version += 1;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

/** Rows that are asked for before they come into view, on either side. */
export const ahead = 60;

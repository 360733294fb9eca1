/** Tells whoever listens, once for the many changes of one moment. */
export type Telling<T> = {
  readonly changed: () => void;
  /** Calls back with every new state. Returns a function that ends it. */
  readonly listen: (listener: (told: T) => void) => () => void;
  readonly stop: () => void;
};

/** Makes it; `tell` is asked what there is to tell when the moment is over. */
export function createTelling<T>(tell: () => T): Telling<T> {
  const listeners = new Set<(told: T) => void>();
  let due = false;
  let over = false;
  return {
    changed: () => {
      if (due || over) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        if (over) return;
        const told = tell();
        for (const listener of listeners) listener(told);
      });
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      over = true;
    },
  };
}

/** Tells whoever listens how far something has come. */
export type Progress<T> = {
  readonly tell: (progress: T) => void;
  readonly listen: (listener: (progress: T) => void) => () => void;
};

export function createProgress<T>(): Progress<T> {
  const listeners = new Set<(progress: T) => void>();
  return {
    tell: (progress) => {
      for (const listener of listeners) listener(progress);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Time as the simulator sees it: handed in, so that a test can turn the hands itself. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls `fn` once after `ms` milliseconds; the returned function calls it off. */
  after(ms: number, fn: () => void): () => void;
};

/** The computer's own clock. */
export const realClock: Clock = {
  now: () => Date.now(),
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** A moment in the form Dintero writes it: UTC, ISO 8601. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** The same clock, with one switch for everything that was set on it. */
export function stoppable(clock: Clock): Clock & { stopAll(): void } {
  const pending = new Set<() => void>();
  return {
    now: () => clock.now(),
    after: (ms, fn) => {
      const stop = clock.after(ms, () => {
        pending.delete(stop);
        fn();
      });
      pending.add(stop);
      return () => {
        pending.delete(stop);
        stop();
      };
    },
    stopAll: () => {
      for (const stop of pending) stop();
      pending.clear();
    },
  };
}

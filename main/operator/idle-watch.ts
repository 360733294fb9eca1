import type { Clock } from '../clock.ts';

export type IdleParts = {
  readonly clock: Clock;
  /** After how long without a hand on the till it locks itself, in ms; null is never. */
  readonly limitMs: () => number | null;
  /** False while something on the screen needs a person who may act at once. */
  readonly mayLock: () => boolean;
  readonly lock: () => void;
};

/** Watches how long nobody has touched the till. */
export type IdleWatch = {
  /** Somebody is there. */
  readonly here: () => void;
  /** The machine woke up: the time that it slept counts. */
  readonly awake: () => void;
  readonly stop: () => void;
};

/** Makes it; it begins with the first `here`. */
export function createIdleWatch({ clock, limitMs, mayLock, lock }: IdleParts): IdleWatch {
  let callOff: (() => void) | null = null;
  let ticks = 0;
  let time = 0;

  function stop(): void {
    callOff?.();
    callOff = null;
  }

  function here(): void {
    stop();
    ticks = clock.ticks();
    time = clock.now();
    const limit = limitMs();
    if (limit !== null) callOff = clock.after(limit, due);
  }

  function due(): void {
    // What the till is busy with ends by itself; the time is counted from then.
    if (!mayLock()) here();
    else {
      stop();
      lock();
    }
  }

  return {
    here,
    stop,
    awake: () => {
      const limit = limitMs();
      if (callOff === null || limit === null) return;
      if (Math.max(clock.ticks() - ticks, clock.now() - time) >= limit) due();
    },
  };
}

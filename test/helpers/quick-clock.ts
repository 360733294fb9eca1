import type { Clock } from '../../main/clock.ts';

/** A clock that runs `times` faster than the machine's, so that minutes of patience pass while a test looks on. */
export function quickClock(times: number): Clock {
  const start = Date.now();
  const begun = performance.now();
  return {
    now: () => start + Math.round((performance.now() - begun) * times),
    ticks: () => (performance.now() - begun) * times,
    after: (ms, work) => {
      const timer = setTimeout(work, ms / times);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

import type { Clock } from '../../main/clock.ts';

type Bell = { readonly at: number; readonly work: () => void };

/**
 * A clock that runs `times` faster than the machine's, so that minutes of patience pass while a test looks on, and that
 * waits for the process: a turn of the event loop is never more than a quarter of a second of its time, and of the
 * machine's never more than 5 ms. A till, its Dintero and its printer that share it all have their turns before a wait
 * runs out, however busy the machine is.
 */
export function patientClock(times: number, begun = Date.now()): Clock {
  const mostATurn = Math.min(250, 5 * times);
  let passed = 0;
  let seen = performance.now();
  let bells: Bell[] = [];
  let beat: NodeJS.Timeout | null = null;

  /** Nothing waits while nothing is set: only then does the clock follow the machine's. */
  function ticks(): number {
    const since = (performance.now() - seen) * times;
    return passed + (beat === null ? since : Math.min(since, mostATurn));
  }

  /** One bell a turn, so that what it sets going is under way before the next. */
  function turn(): void {
    passed = ticks();
    seen = performance.now();
    const due = bells.find(({ at }) => at <= passed);
    if (due === undefined) return;
    takeAway(due);
    due.work();
  }

  function takeAway(bell: Bell): void {
    bells = bells.filter((one) => one !== bell);
    if (bells.length > 0 || beat === null) return;
    passed = ticks();
    seen = performance.now();
    clearInterval(beat);
    beat = null;
  }

  return {
    now: () => begun + Math.round(ticks()),
    ticks,
    after: (ms, work) => {
      if (beat === null) {
        passed = ticks();
        seen = performance.now();
        beat = setInterval(turn, 1);
      }
      const bell = { at: ticks() + ms, work };
      bells = [...bells, bell].toSorted((one, other) => one.at - other.at);
      return () => takeAway(bell);
    },
  };
}

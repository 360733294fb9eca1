import type { Clock } from '../../../main/clock.ts';

/** A clock whose hands the test turns; between two timers everything that was waiting gets its turn. */
export type TurnedClock = Clock & {
  readonly advance: (ms: number) => Promise<void>;
  /** The wall clock jumps; timers and durations do not notice. */
  readonly jump: (ms: number) => void;
};

type Timer = { readonly at: number; readonly work: () => void };

/** Makes a clock that stands still until it is turned. */
export function turnedClock(start = Date.UTC(2026, 0, 15, 9)): TurnedClock {
  let passed = 0;
  let jumped = 0;
  let timers: Timer[] = [];
  return {
    now: () => start + passed + jumped,
    ticks: () => passed,
    after: (ms, work) => {
      const timer = { at: passed + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance: async (ms) => {
      const end = passed + ms;
      await turn();
      for (;;) {
        const due = timers
          .filter((one) => one.at <= end)
          .reduce<Timer | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
        if (due === null) break;
        timers = timers.filter((one) => one !== due);
        passed = Math.max(passed, due.at);
        due.work();
        await turn();
      }
      passed = end;
    },
    jump: (ms) => {
      jumped += ms;
    },
  };
}

/** Every promise that can go on has gone on when this resolves. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

import type { Clock } from './clock.ts';
import type { Deed, Planned } from './records.ts';

/** What will happen by itself, and when. */
export type Agenda = {
  plan(deed: Deed, inMs: number): void;
  /** Calls off every deed that fits. */
  drop(fits: (deed: Deed) => boolean): void;
  /** Sets the timers for what was planned in an earlier run; what is overdue happens soon. */
  resume(): void;
};

/** Keeps `planned` (part of the state that is saved) and the clock's timers in step. */
export function createAgenda(clock: Clock, planned: Planned[], carryOut: (deed: Deed) => void): Agenda {
  const timers = new Map<number, () => void>();

  const remove = (number: number): void => {
    timers.get(number)?.();
    timers.delete(number);
    const index = planned.findIndex((one) => one.number === number);
    if (index >= 0) planned.splice(index, 1);
  };
  const arm = ({ number, at, deed }: Planned): void => {
    const stop = clock.after(Math.max(0, at - clock.now()), () => {
      remove(number);
      carryOut(deed);
    });
    timers.set(number, stop);
  };

  return {
    plan: (deed, inMs) => {
      const number = planned.reduce((highest, one) => Math.max(highest, one.number), 0) + 1;
      const entry = { number, at: clock.now() + inMs, deed };
      planned.push(entry);
      arm(entry);
    },
    drop: (fits) => {
      for (const one of planned.filter(({ deed }) => fits(deed))) remove(one.number);
    },
    resume: () => {
      for (const one of [...planned]) arm(one);
    },
  };
}

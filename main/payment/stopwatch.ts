import type { Clock } from '../clock.ts';
import type { Session } from '../dintero/index.ts';
import { type Attempt, isFinal } from './attempt.ts';
import type { Elapsed } from './reading.ts';
import { leastWatchMs, watchMs } from './schedule.ts';

/** How long things have lasted for one attempt, in ms, by a clock that only goes forward. */
export type Stopwatch = {
  /** The attempt came into this state now. */
  readonly entered: (state: Attempt['state']) => void;
  /** The attempt is taken up again after the till was off. */
  readonly resumed: (attempt: Attempt) => void;
  readonly sawSession: (session: Session) => void;
  readonly inStateMs: () => number;
  readonly sinceWaitingMs: () => number;
  /** Since a look first showed the session cancelled; null while it does not. */
  readonly sinceCancelSeenMs: () => Elapsed['sinceCancelSeenMs'];
  /** Whether the session has outlived the lifetime that Dintero gave it. */
  readonly lifetimeOver: () => boolean;
};

/** Starts the watch for an attempt that is looked after from now on. */
export function createStopwatch(clock: Clock): Stopwatch {
  let stateSince = clock.ticks();
  let waitingSince = stateSince;
  let cancelSeenAt: number | null = null;
  let lifetimeMs: number | null = null;
  const since = (at: number): number => clock.ticks() - at;

  return {
    entered: (state) => {
      stateSince = clock.ticks();
      if (state === 'waiting') waitingSince = stateSince;
    },

    resumed: (attempt) => {
      // Only the wall clock can say how long the till was off, and it may have jumped: it may thin out the looking at
      // what has ended, but by itself it ends neither a prompt nor a watch.
      if (!isFinal(attempt)) return;
      const past = clock.now() - Date.parse('at' in attempt ? attempt.at : attempt.preparedAt);
      stateSince = clock.ticks() - Math.min(Math.max(0, past), watchMs - leastWatchMs);
    },

    sawSession: (session) => {
      if (session.cancelled_at !== null) cancelSeenAt ??= clock.ticks();
      if (session.expires_at !== null && session.created_at !== null) {
        lifetimeMs = Date.parse(session.expires_at) - Date.parse(session.created_at);
      }
    },

    inStateMs: () => since(stateSince),
    sinceWaitingMs: () => since(waitingSince),
    sinceCancelSeenMs: () => (cancelSeenAt === null ? null : since(cancelSeenAt)),
    lifetimeOver: () => lifetimeMs !== null && since(waitingSince) > lifetimeMs,
  };
}

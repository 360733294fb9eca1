import { type Attempt, isFinal } from './attempt.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long (ms) the till waits for an answer before it says undecided. The looking goes on. */
export const patienceMs = 150 * second;

/** How long (ms) an ended attempt that might still be paid is watched. */
export const watchMs = 48 * hour;

/** For how long (ms) such an attempt is looked at closely: once a minute at least. */
export const closelyMs = hour;

/** However long the till was off, what it takes up again is watched this long (ms): the clock may have jumped. */
export const leastWatchMs = 10 * minute;

type Step = { readonly untilMs: number; readonly everyMs: number };

/**
 * Beside a POST that is not answered yet: an answer usually comes within a second, and a customer who sees the amount
 * already is not to wait for the rest of its thirty.
 */
const whileCreating: readonly Step[] = [{ untilMs: minute, everyMs: 4 * second }];

/**
 * Fast while a customer stands there, and at most one request a second on average, the create included (dintero.md 7):
 * nobody has found, held out and had a card approved two seconds after the amount came up, so the first look waits.
 */
const whileWaiting: readonly Step[] = [
  { untilMs: 2 * second, everyMs: 2 * second },
  { untilMs: minute, everyMs: second },
  { untilMs: patienceMs, everyMs: 2 * second },
];

/** By its reference a look takes two requests: here too no more than one a second on average. */
const whileUndecided: readonly Step[] = [
  { untilMs: 10 * second, everyMs: 2 * second },
  { untilMs: minute, everyMs: 3 * second },
  { untilMs: 5 * minute, everyMs: 10 * second },
  { untilMs: hour, everyMs: 30 * second },
];

const whileWatching: readonly Step[] = [
  { untilMs: minute, everyMs: 3 * second },
  { untilMs: 10 * minute, everyMs: 10 * second },
  { untilMs: closelyMs, everyMs: minute },
  { untilMs: watchMs, everyMs: 10 * minute },
];

const rarely = 5 * minute;

function stepsFor(attempt: Attempt): readonly Step[] {
  if (isFinal(attempt)) return whileWatching;
  switch (attempt.state) {
    case 'creating':
      return whileCreating;
    case 'waiting':
      return whileWaiting;
    default:
      return whileUndecided;
  }
}

function everyFrom(steps: readonly Step[], elapsedMs: number): number {
  return steps.find((step) => elapsedMs < step.untilMs)?.everyMs ?? rarely;
}

/**
 * Pause (ms) before the next look at an attempt, given how long it has been in its state and how many looks in a row
 * went wrong. `retryAfterMs` is what Dintero asked for, and is honoured.
 */
export function pauseBeforeLook(
  attempt: Attempt,
  elapsedMs: number,
  failures: number,
  retryAfterMs: number | null,
): number {
  const regular = everyFrom(stepsFor(attempt), elapsedMs);
  const backoff = failures === 0 ? 0 : Math.min(10 * second, second * 2 ** Math.min(failures - 1, 4));
  return Math.max(regular, backoff, Math.min(retryAfterMs ?? 0, 10 * minute));
}

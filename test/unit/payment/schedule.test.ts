import { describe, expect, it } from 'vitest';
import { pauseBeforeLook, watchMs } from '../../../main/payment/schedule.ts';
import { createStopwatch } from '../../../main/payment/stopwatch.ts';
import { turnedClock } from '../../fault/model/clock.ts';
import { attemptAfter, attemptId, creating, entry, session, undecided, waiting } from './helpers.ts';

const minute = 60_000;
const cancelled = attemptAfter(
  waiting(),
  entry('attempt.not-paid', { attemptId, outcome: 'cancelled', code: 'cancelled-at-till', detail: '' }),
);

/** When the looks come, in ms since the state began. */
function looksWithin(attempt: typeof cancelled, ms: number): number[] {
  const looks: number[] = [];
  for (let at = pauseBeforeLook(attempt, 0, 0, null); at <= ms; at += pauseBeforeLook(attempt, at, 0, null)) {
    looks.push(at);
  }
  return looks;
}

describe('The looking', () => {
  it('is polite while a customer stands there: with its create, never more requests than seconds', () => {
    const looks = looksWithin(attemptAfter(creating(), waiting()), 3 * minute);
    expect(looks.length).toBeGreaterThan(90);
    for (const [index, at] of looks.entries()) expect(index + 2).toBeLessThanOrEqual(at / 1_000);
  });

  it('begins a few seconds after a request that is not answered yet', () => {
    expect(looksWithin(attemptAfter(creating()), 30_000)).toEqual([
      4_000, 8_000, 12_000, 16_000, 20_000, 24_000, 28_000,
    ]);
  });

  it('is no less polite after a lost answer, when each look takes two requests', () => {
    const looks = looksWithin(attemptAfter(creating(), undecided()), 10 * minute);
    for (const [index, at] of looks.entries()) expect(2 * (index + 1)).toBeLessThanOrEqual(at / 1_000);
  });

  it('goes on for two minutes after a lost answer with pauses that only grow, and for days after that', () => {
    const lost = attemptAfter(creating(), undecided());
    const looks = looksWithin(lost, 2 * minute);
    const pauses = looks.map((at, index) => at - (looks[index - 1] ?? 0));
    expect(looks.length).toBeGreaterThan(20);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauseBeforeLook(lost, 5 * 24 * 60 * minute, 0, null)).toBe(5 * minute);
  });

  it('watches what ended unpaid densely for ten minutes, and more thinly for two days', () => {
    expect(pauseBeforeLook(cancelled, 9 * minute, 0, null)).toBe(10_000);
    expect(pauseBeforeLook(cancelled, 11 * minute, 0, null)).toBe(minute);
    expect(pauseBeforeLook(cancelled, 47 * 60 * minute, 0, null)).toBe(10 * minute);
  });

  it('does what Retry-After asks, and no more than ten minutes of it', () => {
    expect(pauseBeforeLook(cancelled, 0, 1, 20_000)).toBe(20_000);
    expect(pauseBeforeLook(cancelled, 0, 1, 86_400_000)).toBe(10 * minute);
  });

  it('draws back from errors, up to ten seconds', () => {
    const attempt = attemptAfter(creating(), waiting());
    const pauses = [1, 2, 3, 4, 5, 50].map((failures) => pauseBeforeLook(attempt, 0, failures, null));
    expect(pauses).toEqual([2_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });
});

describe('An attempt taken up again', () => {
  const start = Date.parse('2026-01-15T09:00:00.000Z');

  it('is not expired by a clock that jumped while the till was off', () => {
    const stopwatch = createStopwatch(turnedClock(start + 365 * 24 * 60 * minute));
    stopwatch.resumed(attemptAfter(creating(), waiting()));
    stopwatch.sawSession(session());
    expect(stopwatch.sinceWaitingMs()).toBe(0);
    expect(stopwatch.lifetimeOver()).toBe(false);
  });

  it('is watched ten minutes more, however long the till was off', async () => {
    const clock = turnedClock(start + 365 * 24 * 60 * minute);
    const stopwatch = createStopwatch(clock);
    stopwatch.resumed(cancelled);
    expect(stopwatch.inStateMs()).toBe(watchMs - 10 * minute);
    await clock.advance(10 * minute + 1);
    expect(stopwatch.inStateMs()).toBeGreaterThan(watchMs);
  });

  it('is watched from now on when the clock says that it ended in the future', () => {
    const stopwatch = createStopwatch(turnedClock(start - 24 * 60 * minute));
    stopwatch.resumed(cancelled);
    expect(stopwatch.inStateMs()).toBe(0);
  });
});

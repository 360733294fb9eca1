import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shopTime } from '../../../../main/clock.ts';
import { instantsOf, isDate } from '../../../../main/day/export/period.ts';

describe('a period of whole days', () => {
  it.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T23:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('begins and ends at the shop’s midnight: %s', (day, from, until) => {
    expect(instantsOf({ from: day, to: day })).toEqual({ from, until });
  });

  it('leaves no moment between one day and the next', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2045-01-01'), noInvalidDate: true }),
        (when) => {
          const { date } = shopTime(when.toISOString());
          const { from, until } = instantsOf({ from: date, to: date });
          expect(from <= when.toISOString() && when.toISOString() < until).toBe(true);
        },
      ),
    );
  });

  it('takes days of the calendar only', () => {
    expect(['2026-02-28', '2024-02-29'].every(isDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', ''].some(isDate)).toBe(false);
  });
});

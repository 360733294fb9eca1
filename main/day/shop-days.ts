import { shopTime } from '../clock.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The UTC instant at which a calendar day (YYYY-MM-DD) begins at the shop; summer time included. */
export function beginningOf(date: string): string {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  // Norway is one hour ahead of UTC in winter and two in summer; the clock never changes at midnight.
  const winter = new Date(midnight - hourMs).toISOString();
  return shopTime(winter).time === '00:00:00' ? winter : new Date(midnight - 2 * hourMs).toISOString();
}

/** The day after a calendar day. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + dayMs).toISOString().slice(0, 10);
}

/** Whether it is a day of the calendar; `2026-02-30` is none. */
export function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date;
}

/** The calendar days from one to another, both included; none when they are the wrong way round. */
export function* daysFrom(from: string, to: string): Generator<string> {
  for (let date = from; date <= to; date = dayAfter(date)) yield date;
}

import { shopTime } from '../../clock.ts';

/** Whole days in the shop's zone, as calendar dates (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;

/** Whether a text is a day of the calendar: YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The instants (UTC) that a period begins at and ends before. */
export function instantsOf(period: Period): { readonly from: string; readonly until: string } {
  const dayAfter = new Date(Date.parse(`${period.to}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  return { from: midnight(period.from), until: midnight(dayAfter) };
}

/** When a day begins in the shop's zone: an hour or two before it begins in Greenwich, by the season. */
function midnight(date: string): string {
  const greenwich = Date.parse(`${date}T00:00:00Z`);
  const instants = [1, 2].map((hours) => new Date(greenwich - hours * 3_600_000).toISOString());
  const found = instants.find((instant) => shopTime(instant).time === '00:00:00');
  if (found === undefined) throw new Error(`No midnight was found for ${date}`);
  return found;
}

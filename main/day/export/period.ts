import { beginningOf, dayAfter, isDay } from '../shop-days.ts';

/** Whole days in the shop's zone, as calendar dates (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Whether a text is a day of the calendar: YYYY-MM-DD. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text);
}

/** The instants (UTC) that a period begins at and ends before. */
export function instantsOf({ from, to }: Period): { readonly from: string; readonly until: string } {
  return { from: beginningOf(from), until: beginningOf(dayAfter(to)) };
}

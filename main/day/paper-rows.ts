import { shopTime } from '../clock.ts';
import { plain } from '../receipt/index.ts';
import type { Ore } from '../sale/money.ts';
import type { Words } from '../words/index.ts';
import type { PaperRow } from './paper.ts';

/** A line of a report. */
export function row(label: string, value: string, number: string | null = null): PaperRow {
  return { label, number, value };
}

/** Øre, as they are printed. */
export function money(amount: Ore, { format }: Words): string {
  return plain(format.amount(amount));
}

/** How many of something, and what they came to. */
export function countedRow(label: string, of: { number: number; amount: Ore }, words: Words): PaperRow {
  return row(label, money(of.amount, words), String(of.number));
}

/** Date and time at the shop. */
export function moment(at: string, { format }: Words): string {
  return `${plain(format.date(at))} ${shopTime(at).time}`;
}

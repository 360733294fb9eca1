import type { Ore, Thousandths, VatRate } from '../../sale/money.ts';
import { kroner, percent, pieces } from './decimal.ts';

/** Norwegian Excel knows UTF-8 by this mark, and takes semicolons and commas by its own settings. */
export const byteOrderMark = '\ufeff';

// Most text is plain, and is told so at one look.
const special = /[";\r\n]|^[=+\-@\t＝＋－＠]/;
const needsQuotes = /[";\r\n]/;
// What spreadsheets take for the beginning of a formula, also within quotes.
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** Text from people: an apostrophe is put before what a spreadsheet would reckon out, and quotes where they are needed. */
export function textCell(value: string): string {
  if (!special.test(value)) return value;
  const safe = formula.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Øre as kroner with a comma: `-16,40`. */
export function amountCell(amount: Ore): string {
  return kroner(amount, ',');
}

/** Thousandths with a comma: `0,250`. */
export function quantityCell(quantity: Thousandths): string {
  return pieces(quantity, ',');
}

/** Hundredths of a percent with a comma: `25,00`. */
export function rateCell(rate: VatRate): string {
  return percent(rate, ',');
}

/** One row with its line end, as RFC 4180 has it. */
export function row(...cells: readonly string[]): string {
  return `${cells.join(';')}\r\n`;
}

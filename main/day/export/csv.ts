import type { Ore, Thousandths, VatRate } from '../../sale/money.ts';
import { kroner, percent, pieces, withComma } from './decimal.ts';

/** What stands in one cell. Text and numbers are told apart: only text could be taken for a formula. */
export type Cell = string;

/** Norwegian Excel reads UTF-8 by this mark, and semicolons and commas by its own settings. */
export const byteOrderMark = '\ufeff';

const needsQuotes = /[";\r\n]/;
// What spreadsheets take for the beginning of a formula, also after quotes (OWASP: CSV injection).
const formula = /^[=+\-@\t\r＝＋－＠]/u;

/** Text from people: an apostrophe is put before what a spreadsheet would reckon out, and quotes where they are needed. */
export function textCell(value: string): Cell {
  const safe = formula.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Øre as kroner with a comma: `-16,40`. */
export function amountCell(amount: Ore): Cell {
  return withComma(kroner(amount));
}

/** Thousandths with a comma: `0,250`. */
export function quantityCell(quantity: Thousandths): Cell {
  return withComma(pieces(quantity));
}

/** Hundredths of a percent with a comma: `25,00`. */
export function rateCell(rate: VatRate): Cell {
  return withComma(percent(rate));
}

/** One row with its line end, as RFC 4180 has it. */
export function row(cells: readonly Cell[]): string {
  return `${cells.join(';')}\r\n`;
}

import { wordsFor, type Words } from '../words/index.ts';
import type { Language } from '../../preload/contract/view.ts';
import type { ShopFigures } from './shop-figures.ts';
import { figuresTables } from './shop-paper.ts';

/**
 * The shop's figures as a table that a Norwegian spreadsheet opens right: UTF-8 with its mark, semicolons, decimal commas,
 * a line each for a heading and what stands under it.
 */
export function shopCsv(figures: ShopFigures, language: Language): string {
  const words = wordsFor(language);
  const { day } = words;
  const total = { heading: day.sales, rows: totals(figures, words) };
  const rows = [total, ...figuresTables(figures, words)].flatMap(({ heading, rows: under }) =>
    under.map(({ name, number, amount }) => [heading, name, number, kroner(amount)]),
  );
  const lines = [[day.csv.from, day.csv.to, day.csv.by, day.csv.name, day.csv.number, day.csv.amount]].concat(
    rows.map((row) => [figures.from, figures.to, ...row]),
  );
  return `\ufeff${lines.map((line) => `${line.map(cell).join(';')}\r\n`).join('')}`;
}

function totals(figures: ShopFigures, { day }: Words) {
  return [
    { name: day.sales, number: String(figures.sales.number), amount: figures.sales.amount },
    { name: day.returns, number: String(figures.returns.number), amount: figures.returns.amount },
    { name: day.vatTax, number: '', amount: figures.vat },
  ];
}

/** Øre as kroner with a decimal comma and nothing else: `-1234,50`. */
function kroner(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** A name that begins like a formula is only a name: spreadsheets must not work it out. */
function cell(text: string): string {
  const safe = /^[=+@\t]|^-(?![\d,])/u.test(text) ? `'${text}` : text;
  return /[;"\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

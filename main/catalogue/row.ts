import type { Article } from '../journal/entries/till.ts';
import { err, ok, type Result } from '../result.ts';
import { isShopVatRate } from '../sale/vat.ts';
import { barcodeProblem } from './barcode.ts';
import { priceInOre, readVatRate } from './figures.ts';

/** The columns of a catalogue file, in the order the till itself writes them. */
export const columns = ['id', 'name', 'price', 'vat', 'group', 'barcode'] as const;

/** Columns that a file may have as well: an age limit in years, and the deposit on a bottle or can in kroner. */
export const moreColumns = ['age', 'deposit'] as const;
export type Column = (typeof columns)[number] | (typeof moreColumns)[number];

/** One row's fields as the file has them, before anything is believed. */
export type Fields = Readonly<Record<Column, string>>;

/** A thousand kroner, in øre: what is on a crate, and not the price in the wrong column. */
const highestDeposit = 100_000;

/** The longest a field may be, in characters. */
export const limits = { id: 60, name: 100, group: 60, barcode: 48 } as const;

/** Why a row cannot become an article. Everything a sentence about it needs is in here. */
export type RowProblem =
  | { readonly kind: 'columns'; readonly expected: number; readonly found: number }
  /** A quotation mark was opened and not closed: the lines up to `lastLine` were read as one row. */
  | { readonly kind: 'quote-not-closed'; readonly lastLine: number }
  | { readonly kind: 'missing'; readonly column: 'id' | 'name' | 'price' | 'vat' }
  | { readonly kind: 'too-long'; readonly column: keyof typeof limits; readonly limit: number }
  | { readonly kind: 'control-characters'; readonly column: Column }
  | { readonly kind: 'price-unreadable' | 'price-out-of-range'; readonly text: string }
  | { readonly kind: 'vat-unreadable' | 'vat-unknown'; readonly text: string }
  | { readonly kind: 'age-unreadable' | 'deposit-unreadable'; readonly text: string }
  /** Shortened: `7,03801E+12`, a spreadsheet has thrown digits away. */
  | { readonly kind: 'barcode-check-digit' | 'barcode-shortened'; readonly barcode: string }
  | { readonly kind: 'id-twice'; readonly id: string; readonly firstLine: number }
  | { readonly kind: 'barcode-twice'; readonly barcode: string; readonly firstLine: number }
  /** An article that the till already has, and that this file does not change, carries the barcode. */
  | { readonly kind: 'barcode-taken'; readonly barcode: string; readonly articleId: string };

export interface BadRow {
  /** Line in the file where the row begins, from 1. */
  readonly line: number;
  readonly reason: RowProblem;
}

const controlCharacter = /\p{Cc}/u;

/** Line breaks and runs of spaces become one space: a name is one line on the screen and on the receipt. */
function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFC');
}

function textProblem(fields: Fields): RowProblem | null {
  if (fields.id === '') return { kind: 'missing', column: 'id' };
  if (fields.name === '') return { kind: 'missing', column: 'name' };
  for (const column of ['id', 'name', 'group', 'barcode'] as const) {
    if (controlCharacter.test(fields[column])) return { kind: 'control-characters', column };
    if (fields[column].length > limits[column]) return { kind: 'too-long', column, limit: limits[column] };
  }
  return null;
}

/** Reads one row as an article, or says the first thing that is wrong with it. Price in øre, VAT in hundredths of a percent. */
export function articleOf(raw: Fields): Result<Article, RowProblem> {
  const fields: Fields = {
    id: tidy(raw.id),
    name: tidy(raw.name),
    price: raw.price.trim(),
    vat: raw.vat.trim(),
    group: tidy(raw.group),
    barcode: tidy(raw.barcode),
    age: raw.age.trim(),
    deposit: raw.deposit.trim(),
  };
  const problem = textProblem(fields);
  if (problem !== null) return err(problem);

  if (fields.price === '') return err({ kind: 'missing', column: 'price' });
  const price = priceInOre(fields.price);
  if (!price.ok) return err({ kind: price.error, text: fields.price });

  if (fields.vat === '') return err({ kind: 'missing', column: 'vat' });
  const rate = readVatRate(fields.vat);
  if (rate === null) return err({ kind: 'vat-unreadable', text: fields.vat });
  if (!isShopVatRate(rate)) return err({ kind: 'vat-unknown', text: fields.vat });

  const badBarcode = barcodeProblem(fields.barcode);
  if (badBarcode !== null) return err({ kind: badBarcode, barcode: fields.barcode });

  if (fields.age !== '' && !/^[1-9]\d?$/u.test(fields.age))
    return err({ kind: 'age-unreadable', text: fields.age });
  const deposit = fields.deposit === '' ? null : priceInOre(fields.deposit);
  if (deposit !== null && (!deposit.ok || deposit.value > highestDeposit)) {
    return err({ kind: 'deposit-unreadable', text: fields.deposit });
  }

  return ok({
    id: fields.id,
    name: fields.name,
    price: price.value,
    vatRate: rate,
    group: fields.group,
    barcode: fields.barcode === '' ? null : fields.barcode,
    ...(fields.age !== '' && { ageLimit: Number(fields.age) }),
    ...(deposit?.ok === true && deposit.value > 0 && { deposit: deposit.value }),
  });
}

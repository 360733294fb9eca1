import type { Currency } from '../sale/money.ts';
import { ore } from '../sale/money.ts';
import type { Format } from './format.ts';
import type { Detail } from './words.ts';

/** A piece of a sentence around `detail[key]`, or `without` when that is not known or empty. */
export function fit(
  detail: Detail,
  key: string,
  piece: (value: string) => string,
  without: string = '',
): string {
  const value = detail[key];
  return value === undefined || value === '' ? without : piece(String(value));
}

/** As `fit`, for an amount in øre. The currency is `detail.currency`, or NOK. */
export function fitMoney(
  detail: Detail,
  key: string,
  format: Format,
  piece: (amount: string) => string,
  without: string,
): string {
  const value = detail[key];
  if (typeof value !== 'number') return without;
  return piece(format.money(ore(value), currencyOf(detail)));
}

function currencyOf(detail: Detail): Currency {
  const currency = detail['currency'];
  return currency === 'SEK' || currency === 'DKK' || currency === 'EUR' ? currency : 'NOK';
}

/** The sentence for `key` where there is one, else `general`. */
export function pick(sentences: Readonly<Record<string, string>>, key: string, general: string): string {
  return Object.hasOwn(sentences, key) ? (sentences[key] ?? general) : general;
}

/** A day of the shop's (YYYY-MM-DD), written out. */
export function day(date: string, format: Format): string {
  return format.date(`${date}T12:00:00.000Z`);
}

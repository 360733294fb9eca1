import type { Language } from '../preload/contract/view.ts';

/** Amounts, quantities and rates as people write them, to and from whole numbers. No floats on the way. */

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', en: 'en-GB', sv: 'sv-SE', da: 'da-DK' };
const zone = 'Europe/Oslo';

function once<T>(make: (locale: string) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const kept = made.get(language) ?? make(locales[language]);
    made.set(language, kept);
    return kept;
  };
}

const money = once(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const plain = once((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }));
const clock = once(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' }),
);
const day = once(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'short' }),
);

const birthday = once((locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'long' }));

/** A whole number of `10^-places` as an exact decimal string, which Intl prints without going through a float. */
function decimal(value: number, places: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const split = digits.length - places;
  return `${value < 0 ? '-' : ''}${digits.slice(0, split)}.${digits.slice(split)}` as Intl.StringNumericLiteral;
}

/** Øre as kroner with two decimals: `1 234,50`. */
export function kroner(amount: number, language: Language): string {
  return money(language).format(decimal(amount, 2));
}

/** What a currency is called after an amount. */
export function currencyName(currency: string): string {
  return currency === 'NOK' || currency === 'SEK' || currency === 'DKK' ? 'kr' : currency;
}

/** Øre with the currency: `1 234,50 kr`. */
export function amountText(amount: number, currency: string, language: Language): string {
  return `${kroner(amount, language)}\u00a0${currencyName(currency)}`;
}

/** Thousandths as a quantity: `1,5`. */
export function quantityText(quantity: number, language: Language): string {
  return plain(language).format(decimal(quantity, 3));
}

/** Hundredths of a percent as a rate: `25 %`. */
export function rateText(rate: number, language: Language): string {
  return `${plain(language).format(decimal(rate, 2))}\u00a0%`;
}

/** A count with the language's grouping. */
export function countText(count: number, language: Language): string {
  return plain(language).format(count);
}

/** Time of day at the shop. */
export function timeText(instant: string, language: Language): string {
  return clock(language).format(new Date(instant));
}

/** A calendar day of the shop's (YYYY-MM-DD). */
export function dayText(date: string, language: Language): string {
  return day(language).format(new Date(`${date}T12:00:00Z`));
}

/** A calendar day (YYYY-MM-DD) with its year. */
export function birthdayText(date: string, language: Language): string {
  return birthday(language).format(new Date(`${date}T12:00:00Z`));
}

/** Day and time of day at the shop. */
export function dayTimeText(instant: string, language: Language): string {
  return `${day(language).format(new Date(instant))} ${timeText(instant, language)}`;
}

/** Reads a decimal with comma or point and at most `places` decimals as a whole number of `10^-places`; null when it is none. */
function readDecimal(text: string, places: number): number | null {
  const match = /^(\d{1,7})(?:[.,](\d*))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  const whole = match?.[1];
  const rest = match?.[2] ?? '';
  if (whole === undefined || rest.length > places) return null;
  return Number(whole + rest.padEnd(places, '0'));
}

/** Kroner as typed (`120`, `99,5`, `99.50`) in øre; null when it is not an amount. */
export function readKroner(text: string): number | null {
  return readDecimal(text, 2);
}

/** Øre as they would be typed: `99`, `99,50`. */
export function typedKroner(amount: number): string {
  const digits = String(amount).padStart(3, '0');
  const ore = digits.slice(-2);
  return ore === '00' ? digits.slice(0, -2) : `${digits.slice(0, -2)},${ore}`;
}

/** Thousandths as they would be typed: `2`, `0,25`. */
export function typedQuantity(quantity: number): string {
  const digits = String(quantity).padStart(4, '0');
  const rest = digits.slice(-3).replace(/0+$/, '');
  return rest === '' ? digits.slice(0, -3) : `${digits.slice(0, -3)},${rest}`;
}

/** A quantity as typed in thousandths; null when it is not one, or nothing. */
export function readQuantity(text: string): number | null {
  const quantity = readDecimal(text, 3);
  return quantity === 0 ? null : quantity;
}

/** A percentage as typed in hundredths of a percent, above 0 and at most 100; null otherwise. */
export function readPercent(text: string): number | null {
  const rate = readDecimal(text.replace('%', ''), 2);
  return rate === null || rate === 0 || rate > 10_000 ? null : rate;
}

/** What a field for figures holds. */
export type Figures = 'amount' | 'quantity' | 'percent';

const readers: Readonly<Record<Figures, (text: string) => number | null>> = {
  amount: readKroner,
  quantity: readQuantity,
  percent: readPercent,
};

/** Whether what was typed cannot be read; nothing, noughts and the beginning of a number are not wrong yet. */
export function isWrong(figures: Figures, text: string): boolean {
  return !/^[\s0]*[.,]?0*\s*$/.test(text) && readers[figures](text) === null;
}

/** Splits `3*code` into thousandths and the rest; one of it when nothing is multiplied. */
export function readMultiplied(text: string): { quantity: number; rest: string } {
  const star = text.indexOf('*');
  const quantity = star > 0 ? readQuantity(text.slice(0, star)) : null;
  return quantity === null
    ? { quantity: 1000, rest: text.trim() }
    : { quantity, rest: text.slice(star + 1).trim() };
}

const notes = [5_000, 10_000, 20_000, 50_000, 100_000];

/** What a customer is likely to hand over for an amount due in øre: the next multiple of each note, each sum once. */
export function likelyNotes(due: number): number[] {
  const sums = notes.map((note) => due + ((note - (due % note)) % note)).filter((sum) => sum > due);
  return [...new Set(sums)];
}

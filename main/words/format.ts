import type { Language } from '../../preload/contract/view.ts';
import { shopTime, shopZone } from '../clock.ts';
import type { Currency, Ore, Thousandths, VatRate } from '../sale/money.ts';

/** Numbers and dates as people of one language write them. Integers in, text out: nothing passes through a float. */
export interface Format {
  /** Øre without a currency: `1 234,50`. */
  amount(value: Ore): string;
  /** Øre with the currency: `1 234,50 kr`. */
  money(value: Ore, currency: Currency): string;
  /** Thousandths: `2`, `0,25`. */
  quantity(value: Thousandths): string;
  /** Hundredths of a percent: `25 %`, `11,11 %`. */
  percent(rate: VatRate): string;
  /** A UTC instant as the shop's date: `22.11.2026`, `22 Nov 2026`. */
  date(at: string): string;
  /** The same with the shop's clock: `22 Nov 2026 13:05`. */
  dateTime(at: string): string;
  /** `singular` for one, `plural` for any other number, the number in front. */
  counted(count: number, singular: string, plural: string): string;
}

const symbols: Readonly<Record<Currency, string>> = { NOK: 'kr', SEK: 'SEK', DKK: 'DKK', EUR: 'EUR' };

const locales: Readonly<Record<Language, string>> = {
  nb: 'nb-NO',
  en: 'en-GB',
  sv: 'sv-SE',
  da: 'da-DK',
};

/** A whole number of 10^-places as a decimal that Intl reads exactly. */
function decimal(value: number, places: number): Intl.StringNumericLiteral {
  const digits = Math.abs(value)
    .toString()
    .padStart(places + 1, '0');
  const sign = value < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}` as Intl.StringNumericLiteral;
}

/** The format of a language, made once. */
export function formatFor(language: Language): Format {
  const locale = locales[language];
  const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const upToThree = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const upToTwo = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(locale);
  const dates = new Intl.DateTimeFormat(locale, {
    timeZone: shopZone,
    day: language === 'en' ? 'numeric' : '2-digit',
    month: language === 'en' ? 'short' : '2-digit',
    year: 'numeric',
  });
  const amount = (value: Ore): string => twoDecimals.format(decimal(value, 2));
  return {
    amount,
    money: (value, currency) => `${amount(value)}\u00a0${symbols[currency]}`,
    quantity: (value) => upToThree.format(decimal(value, 3)),
    percent: (rate) => `${upToTwo.format(decimal(rate, 2))}\u00a0%`,
    date: (at) => dates.format(new Date(at)),
    dateTime: (at) => `${dates.format(new Date(at))} ${shopTime(at).time.slice(0, 5)}`,
    counted: (count, singular, plural) =>
      `${upToTwo.format(count)}\u00a0${plurals.select(count) === 'one' ? singular : plural}`,
  };
}

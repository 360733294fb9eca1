import { useMemo } from 'react';
import {
  amountText,
  birthdayText,
  countText,
  dayText,
  dayTimeText,
  kroner,
  quantityText,
  rateText,
  timeText,
} from './numbers.ts';
import { stringsFor } from './strings/index.ts';
import type { Strings } from './strings/index.ts';
import { useTill } from './till.ts';

/** The window's strings in the till's language. */
export function useStrings(): Strings {
  return stringsFor(useTill((view) => view.language));
}

interface Formats {
  /** Øre as kroner, without the currency. */
  readonly kroner: (amount: number) => string;
  /** Øre with the currency. */
  readonly amount: (amount: number) => string;
  readonly quantity: (thousandths: number) => string;
  readonly rate: (hundredths: number) => string;
  readonly count: (count: number) => string;
  readonly time: (instant: string) => string;
  /** Of a calendar day, YYYY-MM-DD. With its year: who was born that day. */
  readonly birthday: (date: string) => string;
  /** Of a calendar day, YYYY-MM-DD. */
  readonly day: (date: string) => string;
  readonly dayTime: (instant: string) => string;
}

/** How numbers and times are written in the till's language. */
export function useFormats(): Formats {
  const language = useTill((view) => view.language);
  const currency = useTill((view) => view.currency);
  return useMemo(
    () => ({
      kroner: (amount) => kroner(amount, language),
      amount: (amount) => amountText(amount, currency, language),
      quantity: (thousandths) => quantityText(thousandths, language),
      rate: (hundredths) => rateText(hundredths, language),
      count: (count) => countText(count, language),
      time: (instant) => timeText(instant, language),
      birthday: (date) => birthdayText(date, language),
      day: (date) => dayText(date, language),
      dayTime: (instant) => dayTimeText(instant, language),
    }),
    [language, currency],
  );
}

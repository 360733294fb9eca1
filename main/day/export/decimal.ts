import type { Ore, Thousandths, VatRate } from '../../sale/money.ts';

/** A whole number of hundredths as a decimal, without a thousands separator. */
function hundredths(value: number, mark: '.' | ','): string {
  const all = Math.abs(value);
  const part = all % 100;
  return `${value < 0 ? '-' : ''}${(all - part) / 100}${mark}${part < 10 ? '0' : ''}${part}`;
}

/** Øre as kroner: `-16.40`; Norwegian spreadsheets want a comma. */
export function kroner(amount: Ore, mark: '.' | ',' = '.'): string {
  return hundredths(amount, mark);
}

/** Hundredths of a percent: `25.00`. */
export function percent(rate: VatRate, mark: '.' | ',' = '.'): string {
  return hundredths(rate, mark);
}

/** Thousandths as a number of pieces, kilos or metres: `0.250`. */
export function pieces(quantity: Thousandths, mark: '.' | ',' = '.'): string {
  const all = Math.abs(quantity);
  const part = all % 1000;
  return `${quantity < 0 ? '-' : ''}${(all - part) / 1000}${mark}${String(part).padStart(3, '0')}`;
}

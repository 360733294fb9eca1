import type { Ore, Thousandths, VatRate } from '../../sale/money.ts';

/** A whole number of 10^-places as a decimal: `-16.40`, without a thousands separator. */
function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Øre as kroner: `-16.40`. */
export function kroner(amount: Ore): string {
  return decimal(amount, 2);
}

/** Thousandths as a number of pieces, kilos or metres: `0.250`. */
export function pieces(quantity: Thousandths): string {
  return decimal(quantity, 3);
}

/** Hundredths of a percent: `25.00`. */
export function percent(rate: VatRate): string {
  return decimal(rate, 2);
}

/** As Norwegian spreadsheets read it: `-16,40`. */
export function withComma(value: string): string {
  return value.replace('.', ',');
}

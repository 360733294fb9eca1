declare const unit: unique symbol;

/** An amount in minor units of the sale's currency (øre). May be negative. */
export type Ore = number & { readonly [unit]: 'ore' };

/** A quantity in thousandths: 1 piece is 1000, 250 g of something sold by the kilo is 250. */
export type Thousandths = number & { readonly [unit]: 'thousandths' };

/** A VAT rate in hundredths of a percent: 25 % is 2500. */
export type VatRate = number & { readonly [unit]: 'vat-rate' };

/** The currencies a till can be installed with; each has two decimals. */
export type Currency = 'NOK' | 'SEK' | 'DKK' | 'EUR';

function whole(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} is not a whole number: ${value}`);
  // Minus zero is zero: both are the same money, and a comparison must say so.
  return value + 0;
}

/** Marks a whole number as øre. Throws a RangeError for anything else: a fraction here is a programming error. */
export function ore(value: number): Ore {
  return whole(value, 'An amount') as Ore;
}

/** Marks a whole number as a quantity in thousandths. */
export function thousandths(value: number): Thousandths {
  return whole(value, 'A quantity') as Thousandths;
}

/** Marks a whole number as a VAT rate in hundredths of a percent. */
export function vatRate(value: number): VatRate {
  return whole(value, 'A VAT rate') as VatRate;
}

/** Adds amounts of one currency. */
export function sum(amounts: Iterable<Ore>): Ore {
  let total = 0;
  for (const amount of amounts) total += amount;
  return ore(total);
}

/**
 * numerator × factor / divisor, rounded half away from zero, exact beyond 2^53.
 * A return must mirror its sale to the øre, which rounding half up would break for negative amounts.
 */
export function multiplyAndRound(value: number, factor: number, divisor: number): number {
  const product = BigInt(value) * BigInt(factor);
  const by = BigInt(divisor);
  const negative = product < 0n !== by < 0n;
  const a = product < 0n ? -product : product;
  const b = by < 0n ? -by : by;
  const rounded = (2n * a + b) / (2n * b);
  return Number(negative ? -rounded : rounded);
}

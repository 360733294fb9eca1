import { type VatRate, vatRate } from './money.ts';
import { type PricedSale, priceSale } from './price.ts';
import type { Sale } from './sale.ts';

/** What rounding and the spreading of a discount may add to a line's reduction, in øre. */
const rounding = 2;

/**
 * The largest part that discounts take off a line, its own and its share of the sale's together, in hundredths of a
 * percent. Lines that are given back are left out.
 */
export function largestDiscount(sale: Sale | null): VatRate {
  if (sale === null || !hasDiscount(sale)) return vatRate(0);
  const rates = priceSale(sale).lines.filter(isSold).map(rateOff);
  return vatRate(Math.max(0, ...rates));
}

function hasDiscount({ discount, lines }: Sale): boolean {
  return discount !== null || lines.some((line) => line.discount !== null);
}

type PricedLine = PricedSale['lines'][number];

function isSold({ amount, reduction }: PricedLine): boolean {
  return amount + reduction > 0;
}

/** The lowest half percent that rounding could have made this reduction of; else the rate that it is. */
function rateOff({ amount, reduction }: PricedLine): number {
  const gross = amount + reduction;
  const lowest = (Math.max(0, reduction - rounding) * 10_000) / gross;
  const half = Math.ceil(lowest / 50) * 50;
  return half * gross <= (reduction + rounding) * 10_000 ? half : Math.round((reduction * 10_000) / gross);
}

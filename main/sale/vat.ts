import type { SoldLine, VatSum } from '../journal/entries/sale.ts';
import { multiplyAndRound, ore, sum, type Ore, type VatRate } from './money.ts';

/** The rates a shop sells at, in hundredths of a percent (mval. §§ 5-1 to 5-11 and chapter 6). */
const shopVatRates: readonly number[] = [2500, 1500, 1200, 1111, 0];

/** Whether anything can be sold at this rate, hundredths of a percent. */
export function isShopVatRate(rate: number): boolean {
  return shopVatRates.includes(rate);
}

/** The VAT that is in an amount including VAT, in øre, rounded half away from zero. */
export function vatOf(gross: Ore, rate: VatRate): Ore {
  return ore(multiplyAndRound(gross, rate, 10_000 + rate));
}

/** Gross, net and VAT per rate in øre, highest rate first. VAT is the sum of the lines' VAT, never worked out anew. */
export function vatSums(lines: readonly Pick<SoldLine, 'amount' | 'vatAmount' | 'vatRate'>[]): VatSum[] {
  const rates = [...new Set(lines.map((line) => line.vatRate))].sort((a, b) => b - a);
  return rates.map((rate) => {
    const sold = lines.filter((line) => line.vatRate === rate);
    const gross = sum(sold.map((line) => line.amount));
    const vat = sum(sold.map((line) => line.vatAmount));
    return { rate, gross, net: ore(gross - vat), vat };
  });
}

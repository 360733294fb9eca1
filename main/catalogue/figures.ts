import { err, ok, type Result } from '../result.ts';
import { ore, vatRate, type Ore, type VatRate } from '../sale/money.ts';

/** Highest price an article may have, in øre: a million kroner. */
export const highestPrice = 100_000_000;

const spaces = /[\s\u00a0\u202f]+/gu;

/**
 * Reads `1 234,50`, `24.90`, `kr 24` or `24,90 kr` as øre. At most two decimals: `1.234` could be a thousand or little
 * more than one, so it is refused and not guessed.
 */
export function priceInOre(text: string): Result<Ore, 'price-unreadable' | 'price-out-of-range'> {
  const bare = text
    .replace(/^kr\.?\s*|\s*kr\.?$/giu, '')
    .replace(spaces, ' ')
    .trim();
  const read = /^(-?)(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}))?$/u.exec(bare);
  if (read === null) return err('price-unreadable');
  const [, minus, kroner = '', decimals = ''] = read;
  const digits = (kroner.replaceAll(' ', '') + decimals.padEnd(2, '0')).replace(/^0+(?=\d)/u, '');
  if (digits.length > String(highestPrice).length) return err('price-out-of-range');
  const amount = Number(digits);
  if (amount > highestPrice || (minus === '-' && amount > 0)) return err('price-out-of-range');
  return ok(ore(amount));
}

/** Reads `25`, `25 %` or `25,00` as hundredths of a percent; null when it is no such number. */
export function readVatRate(text: string): VatRate | null {
  const read = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/u.exec(text.replace(spaces, ' ').trim());
  if (read === null) return null;
  const [, whole = '', decimals = ''] = read;
  return vatRate(Number(whole + decimals.padEnd(2, '0')));
}

import type { NewEntry } from '../journal/entries/index.ts';
import { err, ok, type Result } from '../result.ts';
import { refused, type SaleRefusal } from './refusal.ts';
import type { Sale } from './sale.ts';

/** How old (years) the buyer must be seen to be before this sale is paid for; null when there is nothing to look at. */
export function ageToCheck(sale: Sale): number | null {
  const limit = Math.max(0, ...sale.lines.map((line) => line.ageLimit ?? 0));
  return limit > sale.ageChecked ? limit : null;
}

/** The latest day of birth (YYYY-MM-DD) of somebody who is so many years old on `today`, a day of the shop's zone. */
export function bornOnOrBefore(today: string, years: number): string {
  const [year = '', month = '', day = ''] = today.split('-');
  const born = String(Number(year) - years).padStart(4, '0');
  const leap = new Date(Date.UTC(Number(born), 1, 29)).getUTCMonth() === 1;
  // Who was born on 29 February is a year older on 1 March of a year that has none.
  return month === '02' && day === '29' && !leap ? `${born}-02-28` : `${born}-${month}-${day}`;
}

/** The cashier has seen it. Refuses with SALE-EMPTY when there is nothing to look at. */
export function checkAge(sale: Sale | null): Result<NewEntry[], SaleRefusal> {
  const limit = sale?.state === 'open' ? ageToCheck(sale) : null;
  if (sale === null || limit === null) return err(refused('SALE-EMPTY'));
  return ok([{ kind: 'sale.age-checked', body: { saleId: sale.saleId, ageLimit: limit } }]);
}

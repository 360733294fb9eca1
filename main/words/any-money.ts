import { currencyField } from '../journal/entries/fields.ts';
import type { Ore } from '../sale/money.ts';
import type { Format } from './format.ts';

/** An amount in whatever currency Dintero names, in minor units; a dash where there is none. */
export function anyMoney(amount: Ore | null, currency: string, format: Format): string {
  if (amount === null) return '–';
  const known = currencyField.safeParse(currency);
  return known.success ? format.money(amount, known.data) : `${format.amount(amount)}\u00a0${currency}`;
}

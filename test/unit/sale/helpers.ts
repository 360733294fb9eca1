import type { Entry, NewEntry } from '../../../main/journal/entries/index.ts';
import type { Article } from '../../../main/journal/entries/till.ts';
import type { Result } from '../../../main/result.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import type { SaleRefusal } from '../../../main/sale/refusal.ts';
import type { Opening } from '../../../main/sale/ring-up.ts';
import { applyToSale, type Sale } from '../../../main/sale/sale.ts';

export const opening: Opening = {
  tillId: 'K7F3QD',
  nextSaleNumber: 417,
  currency: 'NOK',
  depositName: 'Pant',
};

export const coffee = article({ id: 'sku-coffee-001', name: 'Kaffebønner', price: 19_950, vatRate: 1200 });
export const bun = article({ id: '1011', name: 'Skolebolle', price: 4200, vatRate: 1500 });

export function article(fields: { id: string; name: string; price: number; vatRate: number }): Article {
  return {
    ...fields,
    price: ore(fields.price),
    vatRate: vatRate(fields.vatRate),
    group: 'Mat',
    barcode: null,
  };
}

export const pieces = (count: number) => thousandths(count * 1000);

/** Entries as they stand in a journal. */
export function written(entries: readonly NewEntry[]): Entry[] {
  return entries.map((entry, index) => ({
    ...entry,
    seq: index + 1,
    at: '2026-03-02T09:30:00.000Z',
    operator: null,
  }));
}

/** What a sale becomes by entries. */
export function after(sale: Sale | null, entries: readonly NewEntry[]): Sale | null {
  return written(entries).reduce(applyToSale, sale);
}

type Decide = (sale: Sale | null) => Result<NewEntry[], SaleRefusal>;

/** A sale that went through these decisions, none of which may be refused. */
export function saleOf(...decisions: readonly Decide[]): Sale {
  let sale: Sale | null = null;
  for (const decide of decisions) {
    const decided = decide(sale);
    if (!decided.ok) throw new Error(`Refused: ${decided.error.code}`);
    sale = after(sale, decided.value);
  }
  if (sale === null) throw new Error('No sale came of it.');
  return sale;
}

/** The code of a refusal; undefined when nothing was refused. */
export function refusalOf(decided: Result<unknown, SaleRefusal>): string | undefined {
  return decided.ok ? undefined : decided.error.code;
}

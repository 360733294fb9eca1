import { ore, sum, type Ore } from './money.ts';
import { type PricedSale, priceSale } from './price.ts';
import { cashAmount } from './rounding.ts';
import type { Sale } from './sale.ts';

/** What a sale costs, and what is still to be paid of it, in øre. */
export interface Owed extends PricedSale {
  readonly paid: Ore;
  readonly due: Ore;
  /** What is due as notes and coins would settle it. */
  readonly cashDue: Ore;
}

/** Prices a sale and takes off what is paid of it. */
export function owedOf(sale: Sale): Owed {
  const priced = priceSale(sale);
  const paid = sum(sale.paid.map(({ payment }) => payment.amount));
  const due = ore(priced.total - paid);
  return { ...priced, paid, due, cashDue: cashAmount(due) };
}

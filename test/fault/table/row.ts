import type { Shop, ShopOptions } from '../../helpers/shop.ts';
import { type Cashier, price } from './cashier.ts';
import type { Word } from './screen.ts';

/** What Dintero holds at the end. `captured` and what of it went back, in øre. */
export type Held = {
  readonly sessions: number;
  readonly transactions: number;
  readonly captured: number;
  readonly refunded: number;
};

/** One fault, how it is played, and what must come of it. */
export type Row = {
  readonly fault: string;
  readonly options?: ShopOptions;
  /** It holds up the whole process, so nothing else is played beside it. */
  readonly alone?: true;
  readonly play: (cashier: Cashier, shop: Shop) => Promise<void>;
  /** The words that matter, in this order; others may stand between them. */
  readonly sees: readonly Word[];
  /** The state of each attempt at the end. */
  readonly ends: readonly string[];
  readonly held: Held;
};

export const nothing: Held = { sessions: 0, transactions: 0, captured: 0, refunded: 0 };
export const paidOnce: Held = { sessions: 1, transactions: 1, captured: price, refunded: 0 };
export const unpaid: Held = { sessions: 1, transactions: 1, captured: 0, refunded: 0 };
export const givenBack: Held = { ...paidOnce, refunded: price };

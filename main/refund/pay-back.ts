import type { PaidWith } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import { ore, sum, type Ore } from '../sale/money.ts';
import { refused, type SaleRefusal } from '../sale/refusal.ts';
import { cashAmount } from '../sale/rounding.ts';
import { type GivenBack, type RefundOrder, sourcesOf, takeFrom } from './sources.ts';

/** How the customer gets the money: as it was paid, or in notes and coins whatever it was paid with. */
export type How = 'as-paid' | 'cash';

/** One refund: at most one card payment that it goes through, and cash beside it. */
export type PayBack = {
  readonly card: { readonly attemptId: string; readonly transactionId: string; readonly amount: Ore } | null;
  /** `rounding` is what rounding to whole kroner adds (or takes, negative). */
  readonly cash: { readonly amount: Ore; readonly rounding: Ore } | null;
};

/**
 * Plans how an amount (øre) goes back, in the order that the shop sets: by default the card's money first, so that the
 * shop keeps its notes and coins, and nobody draws cash on a card by way of a return. One refund goes through one card
 * payment; a sale that was paid by several gives one refund for each, the first of them with the cash.
 */
export function payBack(
  payments: readonly PaidWith[],
  before: readonly GivenBack[],
  amount: Ore,
  how: How,
  order: RefundOrder,
): Result<readonly [PayBack, ...PayBack[]], SaleRefusal> {
  const cashBefore = sum(before.map(({ cash }) => cash));
  if (how === 'cash') return ok([{ card: null, cash: inCash(cashBefore, amount) }]);

  const taken = takeFrom(sourcesOf(payments, before, order), amount);
  if (taken === null) return { ok: false, error: refused('REFUND-TOO-MUCH') };
  const cashPart = sum(taken.map((part) => (part.kind === 'cash' ? part.amount : ore(0))));
  const cash = cashPart === 0 ? null : inCash(cashBefore, cashPart);
  const cards: NonNullable<PayBack['card']>[] = [];
  for (const part of taken) {
    if (part.kind === 'cash') continue;
    if (part.transactionId === null) return { ok: false, error: refused('REFUND-NO-TRANSACTION') };
    cards.push({ attemptId: part.attemptId, transactionId: part.transactionId, amount: part.amount });
  }
  const [first = null, ...others] = cards;
  return ok([{ card: first, cash }, ...others.map((card) => ({ card, cash: null }))]);
}

/**
 * Rounded to whole kroner over all that has gone back in cash so far, so that the parts never add up to more notes and
 * coins than the whole would (FOR-2011-03-16-294 § 2).
 */
function inCash(before: Ore, amount: Ore): { readonly amount: Ore; readonly rounding: Ore } {
  const handed = cashAmount(sum([before, amount])) - cashAmount(before);
  return { amount, rounding: ore(handed - amount) };
}

/** What one refund gives back, in øre, before rounding. */
export function amountOf({ card, cash }: PayBack): Ore {
  return sum([card?.amount ?? ore(0), cash?.amount ?? ore(0)]);
}

/** What is handed out in notes and coins, in øre. */
export function cashBackOf({ cash }: Pick<PayBack, 'cash'>): Ore {
  return cash === null ? ore(0) : sum([cash.amount, cash.rounding]);
}

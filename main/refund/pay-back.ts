import type { PaidWith } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import { ore, sum, type Ore } from '../sale/money.ts';
import { refused, type SaleRefusal } from '../sale/refusal.ts';
import { cashAmount } from '../sale/rounding.ts';
import { type GivenBack, type RefundOrder, sourcesOf, takeFrom } from './sources.ts';

/** How the customer gets the money: as it was paid, or in notes and coins whatever it was paid with. */
export type How = 'as-paid' | 'cash';

/** One refund: at most one card payment and one gift card that it goes through, and cash beside them. */
export type PayBack = {
  readonly card: { readonly attemptId: string; readonly transactionId: string; readonly amount: Ore } | null;
  /** `rounding` is what rounding to whole kroner adds (or takes, negative). */
  readonly cash: { readonly amount: Ore; readonly rounding: Ore } | null;
  readonly giftCard: { readonly code: string; readonly amount: Ore } | null;
};

/**
 * Plans how an amount (øre) goes back, in the order that the shop sets: by default the card's money first, so that the
 * shop keeps its notes and coins, and nobody draws cash on a card by way of a return. One refund goes through one card
 * payment; a sale that was paid by several gives one refund for each, the first of them with the cash. Refuses with
 * REFUND-TOO-MUCH, REFUND-NO-TRANSACTION, or GIFT-CARD-ELSEWHERE for what another till's gift card paid.
 */
export function payBack(
  payments: readonly PaidWith[],
  before: readonly GivenBack[],
  amount: Ore,
  how: How,
  order: RefundOrder,
): Result<readonly [PayBack, ...PayBack[]], SaleRefusal> {
  const cashBefore = sum(before.map(({ cash }) => cash));
  if (how === 'cash') return ok([{ card: null, cash: inCash(cashBefore, amount), giftCard: null }]);

  const taken = takeFrom(sourcesOf(payments, before, order), amount);
  if (taken === null) return { ok: false, error: refused('REFUND-TOO-MUCH') };
  const cashPart = sum(taken.map((part) => (part.kind === 'cash' ? part.amount : ore(0))));
  const cash = cashPart === 0 ? null : inCash(cashBefore, cashPart);
  const cards: NonNullable<PayBack['card']>[] = [];
  const giftCards: NonNullable<PayBack['giftCard']>[] = [];
  for (const part of taken) {
    if (part.kind === 'cash') continue;
    if (part.kind === 'gift-card') {
      const { code, amount: back, elsewhere } = part;
      if (elsewhere) return { ok: false, error: refused('GIFT-CARD-ELSEWHERE', { code, back: 1 }) };
      giftCards.push({ code, amount: back });
      continue;
    }
    if (part.transactionId === null) return { ok: false, error: refused('REFUND-NO-TRANSACTION') };
    cards.push({ attemptId: part.attemptId, transactionId: part.transactionId, amount: part.amount });
  }
  const refund = (at: number): PayBack => ({
    card: cards[at] ?? null,
    cash: at === 0 ? cash : null,
    giftCard: giftCards[at] ?? null,
  });
  const more = Math.max(cards.length, giftCards.length) - 1;
  return ok([refund(0), ...Array.from({ length: Math.max(0, more) }, (_, at) => refund(at + 1))]);
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
export function amountOf({ card, cash, giftCard }: PayBack): Ore {
  return sum([card?.amount ?? ore(0), cash?.amount ?? ore(0), giftCard?.amount ?? ore(0)]);
}

/** What is handed out in notes and coins, in øre. */
export function cashBackOf({ cash }: Pick<PayBack, 'cash'>): Ore {
  return cash === null ? ore(0) : sum([cash.amount, cash.rounding]);
}

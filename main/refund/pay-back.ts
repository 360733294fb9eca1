import type { Payment } from '../journal/entries/sale.ts';
import { ok, type Result } from '../result.ts';
import { ore, sum, type Ore } from '../sale/money.ts';
import { refused, type SaleRefusal } from '../sale/refusal.ts';
import { cashAmount } from '../sale/rounding.ts';

/** What one refund gave back or is giving back, in øre; `attemptId` names the card payment that it went through. */
export type GivenBack = { readonly attemptId: string | null; readonly card: Ore; readonly cash: Ore };

/** How the customer gets the money: as it was paid, or in notes and coins whatever it was paid with. */
export type How = 'as-paid' | 'cash';

export type PayBack = {
  readonly card: { readonly attemptId: string; readonly transactionId: string; readonly amount: Ore } | null;
  /** `rounding` is what rounding to whole kroner adds (or takes, negative). */
  readonly cash: { readonly amount: Ore; readonly rounding: Ore } | null;
};

/**
 * Plans how an amount (øre) goes back. Of a sale that was paid with both, the card's money goes back first: the shop
 * keeps its notes and coins, and nobody draws cash on a card by way of a return. One refund goes through one card
 * payment: where a sale was paid by several, the rest is another refund.
 */
export function payBack(
  payments: readonly Payment[],
  before: readonly GivenBack[],
  amount: Ore,
  how: How,
): Result<PayBack, SaleRefusal> {
  const cashBefore = sum(before.map(({ cash }) => cash));
  if (how === 'cash') return ok({ card: null, cash: inCash(cashBefore, amount) });

  const cashPaid = sum(payments.map((payment) => (payment.kind === 'cash' ? payment.amount : ore(0))));
  const cashLeft = ore(Math.max(0, cashPaid - cashBefore));
  const cards = cardsLeft(payments, before, ore(Math.max(0, cashBefore - cashPaid)));
  const card = cards.find(({ left }) => left > 0);
  const fromCard = ore(Math.min(card?.left ?? 0, amount));
  const cash = ore(amount - fromCard);
  if (cash > cashLeft) return { ok: false, error: refused('REFUND-TOO-MUCH') };
  if (card === undefined || fromCard === 0) return ok({ card: null, cash: inCash(cashBefore, cash) });
  if (card.transactionId === null) return { ok: false, error: refused('REFUND-NO-TRANSACTION') };
  return ok({
    card: { attemptId: card.attemptId, transactionId: card.transactionId, amount: fromCard },
    cash: cash === 0 ? null : inCash(cashBefore, cash),
  });
}

type CardLeft = { readonly attemptId: string; readonly transactionId: string | null; readonly left: Ore };

/** What each card payment still holds. Cash given back beyond what was paid in cash came out of the card payments. */
function cardsLeft(
  payments: readonly Payment[],
  before: readonly GivenBack[],
  cashOverhang: Ore,
): CardLeft[] {
  let overhang: number = cashOverhang;
  return payments.flatMap((payment) => {
    if (payment.kind !== 'card') return [];
    const { attemptId, transactionId } = payment;
    const gone = sum(before.filter((one) => one.attemptId === attemptId).map(({ card }) => card));
    const here = Math.min(overhang, payment.amount - gone);
    overhang -= here;
    return [{ attemptId, transactionId, left: ore(payment.amount - gone - here) }];
  });
}

/**
 * Rounded to whole kroner over all that has gone back in cash so far, so that the parts never add up to more notes and
 * coins than the whole would (FOR-2011-03-16-294 § 2).
 */
function inCash(before: Ore, amount: Ore): { readonly amount: Ore; readonly rounding: Ore } {
  const handed = cashAmount(sum([before, amount])) - cashAmount(before);
  return { amount, rounding: ore(handed - amount) };
}

/** What is handed out in notes and coins, in øre. */
export function cashBackOf({ cash }: Pick<PayBack, 'cash'>): Ore {
  return cash === null ? ore(0) : sum([cash.amount, cash.rounding]);
}

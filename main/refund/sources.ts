import type { PaidWith } from '../journal/index.ts';
import { ore, sum, type Ore } from '../sale/money.ts';

/** Of a sale paid in several ways, what goes back first. */
export type RefundOrder = 'card-first' | 'cash-first';

/** What one refund gave back, is giving back, or an exchange went on to use, in øre; `attemptId` names the card payment. */
export type GivenBack = { readonly attemptId: string | null; readonly card: Ore; readonly cash: Ore };

/** A part of what a sale was paid with; amounts positive. */
export type Source =
  | { readonly kind: 'cash'; readonly amount: Ore }
  | {
      readonly kind: 'card';
      readonly amount: Ore;
      readonly attemptId: string;
      readonly transactionId: string | null;
    };

/**
 * What each payment of a sale still holds, in the order in which it goes back; several card payments as they were made.
 * Cash given back beyond what was paid in cash came out of the card payments.
 */
export function sourcesOf(
  payments: readonly PaidWith[],
  before: readonly GivenBack[],
  order: RefundOrder,
): Source[] {
  const cashPaid = sum(payments.map((payment) => (payment.kind === 'cash' ? payment.amount : ore(0))));
  const cashGone = sum(before.map(({ cash }) => cash));
  const cash: Source[] = [{ kind: 'cash', amount: ore(Math.max(0, cashPaid - cashGone)) }];
  const cards = cardsOf(payments, before, Math.max(0, cashGone - cashPaid));
  const all = order === 'card-first' ? [...cards, ...cash] : [...cash, ...cards];
  return all.filter(({ amount }) => amount > 0);
}

function cardsOf(
  payments: readonly PaidWith[],
  before: readonly GivenBack[],
  cashOverhang: number,
): Source[] {
  let overhang = cashOverhang;
  const cards = new Map<string, Extract<Source, { kind: 'card' }>>();
  for (const payment of payments) {
    if (payment.kind !== 'card') continue;
    const { amount, attemptId, transactionId } = payment;
    const same = cards.get(attemptId)?.amount ?? 0;
    cards.set(attemptId, { kind: 'card', amount: ore(same + amount), attemptId, transactionId });
  }
  return [...cards.values()].map((card) => {
    const gone = sum(before.filter((one) => one.attemptId === card.attemptId).map((one) => one.card));
    const here = Math.min(overhang, card.amount - gone);
    overhang -= here;
    return { ...card, amount: ore(card.amount - gone - here) };
  });
}

/** The parts of the sources that make up an amount, in their order; null when they hold less. */
export function takeFrom(sources: readonly Source[], amount: Ore): Source[] | null {
  let missing: number = amount;
  const taken: Source[] = [];
  for (const source of sources) {
    const part = Math.min(source.amount, missing);
    missing -= part;
    if (part > 0) taken.push({ ...source, amount: ore(part) });
  }
  return missing === 0 ? taken : null;
}

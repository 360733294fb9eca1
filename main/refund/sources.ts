import type { PaidWith } from '../journal/index.ts';
import { ore, sum, type Ore } from '../sale/money.ts';

/** Of a sale paid in several ways, what goes back first. */
export type RefundOrder = 'card-first' | 'cash-first';

/** What one refund gave back, is giving back, or an exchange went on to use, in øre, and through which card and gift card. */
export type GivenBack = {
  readonly attemptId: string | null;
  readonly card: Ore;
  readonly cash: Ore;
  readonly giftCode: string | null;
  readonly gift: Ore;
};

/** A part of what a sale was paid with; amounts positive. */
export type Source =
  | { readonly kind: 'cash'; readonly amount: Ore }
  | {
      readonly kind: 'card';
      readonly amount: Ore;
      readonly attemptId: string;
      readonly transactionId: string | null;
    }
  | { readonly kind: 'gift-card'; readonly amount: Ore; readonly code: string; readonly elsewhere: boolean };

/**
 * What each payment of a sale still holds, in the order in which it goes back; several card payments as they were made.
 * What gift cards paid goes back to them before any money does, so that nobody turns a gift card into money. Cash given
 * back beyond what was paid in cash came out of the card payments, then out of the gift cards.
 */
export function sourcesOf(
  payments: readonly PaidWith[],
  before: readonly GivenBack[],
  order: RefundOrder,
): Source[] {
  const cashPaid = sum(payments.map((payment) => (payment.kind === 'cash' ? payment.amount : ore(0))));
  const cashGone = sum(before.map(({ cash }) => cash));
  const cash: Source[] = [{ kind: 'cash', amount: ore(Math.max(0, cashPaid - cashGone)) }];
  const held = [...cardsOf(payments, before), ...giftCardsOf(payments, before)];
  let overhang = Math.max(0, cashGone - cashPaid);
  const left = held.map((source) => {
    const here = Math.min(overhang, source.amount);
    overhang -= here;
    return { ...source, amount: ore(source.amount - here) };
  });
  const gifts = left.filter(({ kind }) => kind === 'gift-card');
  const cards = left.filter(({ kind }) => kind === 'card');
  const money = order === 'card-first' ? [...cards, ...cash] : [...cash, ...cards];
  return [...gifts, ...money].filter(({ amount }) => amount > 0);
}

function giftCardsOf(payments: readonly PaidWith[], before: readonly GivenBack[]): Source[] {
  const gifts = new Map<string, Extract<Source, { kind: 'gift-card' }>>();
  for (const payment of payments) {
    if (payment.kind !== 'gift-card') continue;
    const { amount, code, elsewhere } = payment;
    gifts.set(code, {
      kind: 'gift-card',
      amount: ore((gifts.get(code)?.amount ?? 0) + amount),
      code,
      elsewhere,
    });
  }
  return [...gifts.values()].map((source) => {
    const gone = sum(before.filter(({ giftCode }) => giftCode === source.code).map(({ gift }) => gift));
    return { ...source, amount: ore(source.amount - gone) };
  });
}

function cardsOf(payments: readonly PaidWith[], before: readonly GivenBack[]): Source[] {
  const cards = new Map<string, Extract<Source, { kind: 'card' }>>();
  for (const payment of payments) {
    if (payment.kind !== 'card') continue;
    const { amount, attemptId, transactionId } = payment;
    const same = cards.get(attemptId)?.amount ?? 0;
    cards.set(attemptId, { kind: 'card', amount: ore(same + amount), attemptId, transactionId });
  }
  return [...cards.values()].map((card) => {
    const gone = sum(before.filter((one) => one.attemptId === card.attemptId).map((one) => one.card));
    return { ...card, amount: ore(card.amount - gone) };
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

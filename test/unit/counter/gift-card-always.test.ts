import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

/** A gift card as somebody with pen and paper would follow it. */
type Card = { readonly code: string; readonly receipt: number; balance: number };
/** A sale of goods: what each gift card paid and got back, and what is left of it to refund. */
type Bought = { readonly receipt: number; readonly held: Map<Card, number>; left: number };
type World = { readonly shop: Shop; readonly cards: Card[]; readonly bought: Bought[] };
type Step = (world: World, pick: number, size: number) => Promise<void>;

const goods = 39_900;

const dueNow = ({ shop }: World): number => {
  const { counter } = shop.view();
  return counter.kind === 'done' ? 0 : counter.sale.due;
};
const lastReceipt = ({ shop }: World): number => {
  const { counter } = shop.view();
  if (counter.kind !== 'done') throw new Error('Nothing was completed');
  return counter.receipt.receiptNumber;
};
const payRest = async (world: World): Promise<void> => {
  const total = dueNow(world);
  if (total > 0) await world.shop.ask('payment.cash', { total, given: 1_000_000 });
};

/** Rings up goods and pays with one gift card, or with two, as far as they reach; the rest in cash. */
const buy: Step = async (world, pick, size) => {
  const { shop, cards, bought } = world;
  await shop.ask('sale.addFreeAmount', {
    amount: 1 + ((size * 977) % goods),
    vatRate: 2_500,
    description: 'Vare',
  });
  const cost = dueNow(world);
  const held = new Map<Card, number>();
  for (const card of [cards[pick % cards.length], cards[size % cards.length]]) {
    const due = dueNow(world);
    if (card === undefined || due === 0) continue;
    const pays = Math.min(card.balance, due);
    const asks = { total: due, text: card.code, amount: null, accept: false };
    if (pays === 0) {
      expect(await shop.refused('giftCard.pay', asks)).toBe('GIFT-CARD-EMPTY');
      continue;
    }
    expect(await shop.refused('giftCard.pay', { ...asks, amount: pays + 1 })).toBe('GIFT-CARD-TOO-LITTLE');
    await shop.ask('giftCard.pay', asks);
    card.balance -= pays;
    held.set(card, (held.get(card) ?? 0) + pays);
  }
  await payRest(world);
  bought.push({ receipt: lastReceipt(world), held, left: cost });
  await shop.ask('sale.startNew', {});
};

const steps: Readonly<Record<string, Step>> = {
  sell: async (world, _pick, size) => {
    const amount = 10_000 + size * 313;
    await world.shop.ask('giftCard.sell', { amount });
    const { counter } = world.shop.view();
    const code = counter.kind === 'selling' ? counter.sale.lines[0]?.giftCard?.code : undefined;
    await payRest(world);
    world.cards.push({ code: code ?? '', receipt: lastReceipt(world), balance: amount });
    await world.shop.ask('sale.startNew', {});
  },
  buy,
  /** A part is taken and given back before the sale is completed, with a power cut in between. */
  think: async (world, pick) => {
    const card = world.cards[pick % world.cards.length];
    if (card === undefined || card.balance === 0) return;
    const { shop } = world;
    await shop.ask('sale.enter', { text: '1003' });
    const total = dueNow(world);
    await shop.ask('giftCard.pay', { total, text: card.code, amount: 1, accept: false });
    shop.cutPower();
    shop.switchOn();
    await shop.until('the sale', (v) => v.counter.kind === 'selling' && v.counter.sale.paid.length === 1);
    await shop.ask('payment.giveBackPart', { part: 1, reason: 'Keeps it' });
    await shop.ask('sale.clear', { reason: 'Customer left' });
  },
  /** Goods come back: what gift cards paid first, in the order in which they paid, then cash. */
  bringBack: async ({ shop, bought }, pick, size) => {
    const sale = bought[pick % bought.length];
    if (sale === undefined || sale.left === 0) return;
    const amount = 1 + ((size * 1_237) % sale.left);
    const { receipt: receiptNumber, left } = sale;
    const wanted = { kind: 'amount', amount } as const;
    await shop.ask('refund.begin', { receiptNumber, wanted, how: 'as-paid', reason: 'Faulty', left });
    sale.left -= amount;
    let rest = amount;
    for (const [card, held] of sale.held) {
      const back = Math.min(held, rest);
      card.balance += back;
      sale.held.set(card, held - back);
      rest -= back;
    }
  },
  /** A gift card comes back: never for more than is left on it. */
  handIn: async ({ shop, cards }, pick, size) => {
    const card = cards[pick % cards.length];
    if (card === undefined) return;
    const { receipt: receiptNumber, balance: left } = card;
    const asks = { receiptNumber, how: 'as-paid', reason: 'Not wanted', left } as const;
    const tooMuch = { ...asks, wanted: { kind: 'amount', amount: left + 1 } as const };
    expect(await shop.refused('refund.begin', tooMuch)).toBe('REFUND-TOO-MUCH');
    if (left === 0) return;
    const amount = size % 2 === 0 ? left : 1 + (size % left);
    await shop.ask('refund.begin', { ...asks, wanted: { kind: 'amount', amount } });
    card.balance -= amount;
  },
};

it('spends no øre of a gift card twice, whatever is sold, paid, given back and handed in, over restarts and a rebuild', async () => {
  const happening = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(20), fc.nat(200));
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 16 }), async (happenings) => {
      const shop = await openShop();
      try {
        const world: World = { shop, cards: [], bought: [] };
        await steps['sell']?.(world, 0, 1);
        for (const [name, pick, size] of happenings) {
          await steps[name]?.(world, pick, size);
          for (const { code, balance } of world.cards)
            expect(shop.journal().read.giftCardBalance(code)).toBe(balance);
        }
        const outstanding = world.cards.reduce((sum, { balance }) => sum + balance, 0);
        expect(shop.journal().read.giftCardsOutstanding().amount).toBe(outstanding);
        expect(wrongIn(shop.journalPath)).toBeNull();
      } finally {
        await shop.close();
      }
    }),
    { numRuns: 10 },
  );
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Asks, CallName } from '../../../preload/contract/calls.ts';
import type { TillError } from '../../../preload/contract/errors.ts';
import { giftCode } from '../../../main/sale/gift-card.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { kari, ola, staff } from '../../helpers/staff.ts';

let shop: Shop;
afterEach(() => shop.close());

const day = 24 * 60 * 60 * 1000;
const saleNow = () => {
  const { counter } = shop.view();
  if (counter.kind === 'done') throw new Error('The sale is done');
  return counter.sale;
};
const balance = async (code: string): Promise<number | null> =>
  (await shop.ask('giftCard.lookUp', { text: code }))?.balance ?? null;
const sold = (receiptNumber: number) => shop.journal().read.completedSale(receiptNumber)?.sale;

/** Sells a gift card for cash and gives its code. */
async function sellCard(amount = 50_000): Promise<string> {
  await shop.ask('giftCard.sell', { amount });
  const code = saleNow().lines[0]?.giftCard?.code ?? '';
  await shop.ask('payment.cash', { total: amount, given: amount });
  await shop.ask('sale.startNew', {});
  return code;
}

async function ringUp(...codes: string[]): Promise<number> {
  for (const text of codes) await shop.ask('sale.enter', { text });
  return saleNow().due;
}

const pay = (total: number, text: string, asked: { amount?: number; accept?: boolean } = {}) => ({
  total,
  text,
  amount: asked.amount ?? null,
  accept: asked.accept ?? false,
});

async function refusal<N extends CallName>(name: N, asks: Asks<N>): Promise<TillError> {
  const reply = await shop.till().handle(name, asks);
  if (reply.ok) throw new Error(`${name} was not refused`);
  return reply.error;
}

describe('The receipts of a gift card', () => {
  it('are found by its code: where it was sold, where it paid, where money came back to it, and no other', async () => {
    shop = await openShop();
    const code = await sellCard();
    await ringUp('1001');
    await shop.ask('payment.cash', { total: saleNow().due, given: 10_000 });
    await shop.ask('sale.startNew', {});
    const due = await ringUp('1002');
    await shop.ask('giftCard.pay', pay(due, code));
    await shop.ask('sale.startNew', {});
    const { detail } = await shop.ask('receipt.show', { receiptNumber: 3 });
    await shop.ask('refund.begin', {
      receiptNumber: 3,
      wanted: { kind: 'all' },
      how: 'as-paid',
      reason: 'Broken',
      left: detail.left,
    });
    await shop.until('the return', () => shop.journal().read.returnedSale(4) !== null);
    const found = async (text: string): Promise<number[]> => {
      const asks = { text, kind: null, paidBy: null, before: null, limit: 10 };
      return (await shop.ask('receipt.find', asks)).receipts.map(({ receiptNumber }) => receiptNumber);
    };
    expect(await found(code)).toEqual([4, 3, 1]);
    expect(await found(code.slice(-12))).toEqual([4, 3, 1]);
    expect(await found(giftCode('R9ABCD', '4829157306'))).toEqual([]);
  });
});

describe('A gift card that is sold', () => {
  it('has a code of this till and the day until which it is good, and is on its receipt without VAT', async () => {
    shop = await openShop();
    const code = await sellCard();
    expect(code).toMatch(/^TEST22-G\d{12}$/);
    expect(sold(1)).toMatchObject({ total: 50_000, vat: [], lines: [{ group: 'Gavekort', amount: 50_000 }] });
    const { text } = await shop.ask('receipt.show', { receiptNumber: 1 });
    expect(text).toContain(code);
    expect(text).not.toContain('VAT in');
    expect(await balance(code)).toBe(50_000);
    expect(await shop.ask('giftCard.lookUp', { text: code.slice(8) })).toMatchObject({
      code,
      standing: 'good',
    });
  });

  it('is one card for what is on it: no discount, no other price, no second one on its line', async () => {
    shop = await openShop();
    const { lineId } = await shop.ask('giftCard.sell', { amount: 50_000 });
    const percent = { kind: 'percent', rate: 1_000 } as const;
    for (const of of [lineId, null])
      expect(await shop.refused('sale.discount', { lineId: of, discount: percent })).toBe(
        'LINE-IS-GIFT-CARD',
      );
    const price = { lineId, unitPrice: 40_000, reason: 'Friend' };
    expect(await shop.refused('sale.setPrice', price)).toBe('LINE-IS-GIFT-CARD');
    const two = { lineId, quantity: 2_000, reason: null };
    expect(await shop.refused('sale.setQuantity', two)).toBe('LINE-IS-GIFT-CARD');
    await ringUp('1001');
    await shop.ask('sale.discount', { lineId: null, discount: percent });
    expect(saleNow().lines.map(({ amount }) => amount)).toEqual([50_000, 3_510]);
    const all = { kind: 'amount', amount: 5_000 } as const;
    expect(await shop.refused('sale.discount', { lineId: null, discount: all })).toBe('DISCOUNT-TOO-LARGE');
    await shop.ask('sale.removeLine', { lineId, reason: 'Customer changed mind' });
  });

  it('is sold within the limits of the settings, and good for as many months as they say', async () => {
    shop = await openShop();
    expect(await shop.refused('giftCard.sell', { amount: 9_900 })).toBe('GIFT-CARD-AMOUNT');
    expect(await shop.refused('giftCard.sell', { amount: 500_100 })).toBe('GIFT-CARD-AMOUNT');
    const value = { lowest: 5_000, highest: 20_000, months: 12 };
    await shop.ask('settings.change', { section: 'giftCards', value });
    const code = await sellCard(5_000);
    shop.moveClock(367 * day);
    expect(await shop.ask('giftCard.lookUp', { text: code })).toMatchObject({ standing: 'expired' });
  });

  it('is worth nothing before it is paid for', async () => {
    shop = await openShop();
    await shop.ask('giftCard.sell', { amount: 50_000 });
    const code = saleNow().lines[0]?.giftCard?.code ?? '';
    expect(await shop.refused('giftCard.lookUp', { text: code })).toBe('GIFT-CARD-UNKNOWN');
    await shop.ask('sale.clear', { reason: 'Customer left' });
    await ringUp('1001');
    expect(await shop.refused('giftCard.pay', pay(3_900, code))).toBe('GIFT-CARD-UNKNOWN');
  });

  it('is never bought with a gift card, nor with goods that come back', async () => {
    shop = await openShop();
    const code = await sellCard();
    await shop.ask('giftCard.sell', { amount: 10_000 });
    expect(await shop.refused('giftCard.pay', pay(10_000, code))).toBe('GIFT-CARD-BUYS-GIFT-CARD');
    await shop.ask('sale.clear', { reason: 'Customer left' });
    await shop.ask('payment.cash', { total: await ringUp('1003'), given: 30_000 });
    await shop.ask('sale.startNew', {});
    const back = { receiptNumber: 2, wanted: { kind: 'all' }, reason: 'Wrong book', left: 29_900 } as const;
    await shop.ask('exchange.takeBack', back);
    expect(await shop.refused('giftCard.sell', { amount: 10_000 })).toBe('GIFT-CARD-EXCHANGE');
  });
});

describe('A gift card that pays', () => {
  it('completes the sale where it covers it, and keeps the rest for the next', async () => {
    shop = await openShop();
    const code = await sellCard();
    await shop.ask('giftCard.pay', pay(await ringUp('1002'), code));
    expect(shop.view().counter).toMatchObject({ kind: 'done', receipt: { paidBy: 'gift-card', change: 0 } });
    expect(sold(2)?.payments).toEqual([{ kind: 'gift-card', amount: 12_990, code, elsewhere: false }]);
    expect(sold(2)?.vat).toMatchObject([{ rate: 2_500, gross: 12_990 }]);
    expect(await balance(code)).toBe(37_010);
  });

  it('leaves what it cannot pay to cash or a card', async () => {
    shop = await openShop();
    const code = await sellCard(20_000);
    const due = await ringUp('1003');
    await shop.ask('giftCard.pay', pay(due, code));
    expect(saleNow()).toMatchObject({ due: 9_900, paid: [{ kind: 'gift-card', amount: 20_000 }] });
    expect(await shop.refused('giftCard.pay', pay(9_900, code))).toBe('GIFT-CARD-EMPTY');
    await shop.ask('payment.card', { total: 9_900 });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(shop.view().counter).toMatchObject({ receipt: { paidBy: 'mixed' } });
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([9_900]);
  });

  it('pays an amount that was asked for, and goes back onto the card before the sale is completed', async () => {
    shop = await openShop();
    const code = await sellCard();
    const due = await ringUp('1003');
    expect(await shop.refused('giftCard.pay', pay(due, code, { amount: due + 1 }))).toBe(
      'GIFT-CARD-TOO-LITTLE',
    );
    await shop.ask('giftCard.pay', pay(due, code, { amount: 10_000 }));
    expect(await balance(code)).toBe(40_000);
    await shop.ask('payment.giveBackPart', { part: 1, reason: 'Pays by card' });
    expect(await balance(code)).toBe(50_000);
    expect(saleNow()).toMatchObject({ due, paid: [] });
  });

  it('keeps its part over a power cut', async () => {
    shop = await openShop();
    const code = await sellCard(10_000);
    await shop.ask('giftCard.pay', pay(await ringUp('1003'), code));
    shop.cutPower();
    shop.switchOn();
    await shop.until('the sale', (v) => v.counter.kind === 'selling' && v.counter.sale.paid.length === 1);
    expect(await balance(code)).toBe(0);
    expect(saleNow().due).toBe(19_900);
  });

  it('is not told apart from a wrong code by guessing: every wrong figure is unknown', async () => {
    shop = await openShop();
    const code = await sellCard();
    const wrong = `${code.slice(0, -1)}${String((Number(code.at(-1)) + 1) % 10)}`;
    const due = await ringUp('1001');
    expect(await shop.refused('giftCard.pay', pay(due, wrong))).toBe('GIFT-CARD-UNKNOWN');
    expect(await shop.refused('giftCard.pay', pay(due, 'K7F3QD-G000000000000'))).toBe('GIFT-CARD-UNKNOWN');
    expect(await shop.ask('giftCard.lookUp', { text: '7038010009457' })).toBeNull();
  });
});

describe('A gift card that only a manager may accept', () => {
  const cashier = async (): Promise<void> => {
    shop = await openShop({ settings: { operators: await staff() } });
    await shop.ask('operator.logIn', ola);
  };

  it('has expired: refused by a sentence, accepted once with a PIN', async () => {
    await cashier();
    const code = await sellCard();
    shop.moveClock(4 * 366 * day);
    await shop.ask('operator.logIn', ola);
    const due = await ringUp('1001');
    expect(await shop.refused('giftCard.pay', pay(due, code))).toBe('GIFT-CARD-EXPIRED');
    const asks = pay(due, code, { accept: true });
    const { approval } = await refusal('giftCard.pay', asks);
    await shop.ask('operator.approve', { approval: approval ?? '', ...kari });
    await shop.ask('giftCard.pay', asks);
    const [said] = entriesIn(shop.journalPath).flatMap(({ kind, body }) =>
      kind === 'manager.approved' ? [body] : [],
    );
    expect(said).toMatchObject({ manager: 'Kari', act: 'gift-card' });
    expect(said?.about).toContain(`gift card ${code}; expired`);
  });

  it('is another till’s: accepted for an amount, and this till says what it has taken of it', async () => {
    await cashier();
    const code = giftCode('K7F3QD', '4829157306');
    const due = await ringUp('1003');
    const { code: why, sentence } = await refusal('giftCard.pay', pay(due, code));
    expect([why, sentence]).toEqual(['GIFT-CARD-ELSEWHERE', expect.stringContaining('K7F3QD')]);
    expect(await shop.ask('giftCard.lookUp', { text: code })).toMatchObject({
      standing: 'elsewhere',
      balance: null,
    });
    const asks = pay(due, code, { amount: 10_000, accept: true });
    const { approval } = await refusal('giftCard.pay', asks);
    await shop.ask('operator.approve', { approval: approval ?? '', ...kari });
    await shop.ask('giftCard.pay', asks);
    expect((await refusal('giftCard.pay', pay(19_900, code))).sentence).toContain('100.00');
    await shop.ask('payment.cash', { total: 19_900, given: 19_900 });
    expect(sold(1)?.payments).toMatchObject([{ kind: 'gift-card', code, elsewhere: true }, { kind: 'cash' }]);
    const wanted = { kind: 'all' } as const;
    const quote = { receiptNumber: 1, wanted, how: 'as-paid' } as const;
    expect(await shop.refused('refund.quote', quote)).toBe('GIFT-CARD-ELSEWHERE');
    expect(await shop.ask('refund.quote', { ...quote, how: 'cash' })).toMatchObject({ cash: 29_900 });
  });
});

describe('What a gift card paid', () => {
  const refund = (receiptNumber: number, left: number, how: 'as-paid' | 'cash' = 'as-paid') =>
    ({ receiptNumber, wanted: { kind: 'all' }, how, reason: 'Faulty', left }) as const;

  it('goes back to the card, before any money does', async () => {
    shop = await openShop();
    const code = await sellCard(20_000);
    await shop.ask('giftCard.pay', pay(await ringUp('1003', '1001'), code));
    await shop.ask('payment.cash', { total: 13_800, given: 14_000 });
    await shop.ask('sale.startNew', {});
    const part = { kind: 'amount', amount: 25_000 } as const;
    const quote = { receiptNumber: 2, wanted: part, how: 'as-paid' } as const;
    expect(await shop.ask('refund.quote', quote)).toEqual({
      amount: 25_000,
      card: 0,
      cash: 5_000,
      giftCard: 20_000,
    });
    await shop.ask('refund.begin', refund(2, 33_800));
    expect(await balance(code)).toBe(20_000);
    expect(shop.journal().read.returnedSale(3)?.returned.payments).toEqual([
      { kind: 'cash', amount: -13_800, rounding: 0 },
      { kind: 'gift-card', amount: -20_000, code },
    ]);
    const { text } = await shop.ask('receipt.show', { receiptNumber: 3 });
    expect(text).toContain('Back to the gift card');
  });

  it('goes back with an exchange, or goes on to pay for the new goods', async () => {
    shop = await openShop();
    const code = await sellCard(29_900);
    await shop.ask('giftCard.pay', pay(await ringUp('1003'), code));
    await shop.ask('sale.startNew', {});
    const back = { receiptNumber: 2, wanted: { kind: 'all' }, reason: 'Wrong book', left: 29_900 } as const;
    await shop.ask('exchange.takeBack', back);
    await ringUp('1002');
    expect(saleNow().exchange?.back).toEqual({ card: 0, cash: 0, giftCard: 16_910 });
    await shop.ask('exchange.complete', { total: -16_910, how: 'as-paid', atTerminal: false });
    expect(await balance(code)).toBe(16_910);
    await shop.ask('sale.startNew', {});
    await shop.ask('refund.begin', refund(3, 12_990));
    expect(await balance(code)).toBe(29_900);
  });
});

describe('A sold gift card that is refunded', () => {
  it('gives back what is left on it and no more, and is empty from then on', async () => {
    shop = await openShop();
    const code = await sellCard();
    await shop.ask('giftCard.pay', pay(await ringUp('1002'), code));
    await shop.ask('sale.startNew', {});
    const left = 37_010;
    expect((await shop.ask('receipt.show', { receiptNumber: 1 })).detail).toMatchObject({ left });
    const wanted = { kind: 'all' } as const;
    await shop.ask('refund.begin', { receiptNumber: 1, wanted, how: 'as-paid', reason: 'Not wanted', left });
    expect(shop.journal().read.returnedSale(3)?.returned).toMatchObject({
      total: -left,
      rounding: 10,
      vat: [],
      lines: [{ unitPrice: left, quantity: -1_000, amount: -left, reduction: 0 }],
    });
    expect(await balance(code)).toBe(0);
    // What it paid may still come back, onto the card, and then off it.
    const goods = { receiptNumber: 2, wanted, how: 'as-paid', reason: 'Faulty', left: 12_990 } as const;
    await shop.ask('refund.begin', goods);
    expect(await balance(code)).toBe(12_990);
  });

  it('may not be spent while its money is on its way back, and may again when Dintero refuses', async () => {
    shop = await openShop();
    await shop.ask('giftCard.sell', { amount: 50_000 });
    const code = saleNow().lines[0]?.giftCard?.code ?? '';
    await shop.ask('payment.card', { total: 50_000 });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    await shop.ask('sale.startNew', {});
    shop.simulator.chooseRefund({ kind: 'refused', reply: 'finished' });
    const wanted = { kind: 'all' } as const;
    const left = 50_000;
    await shop.ask('refund.begin', { receiptNumber: 1, wanted, how: 'as-paid', reason: 'Not wanted', left });
    expect(await balance(code)).toBe(0);
    await shop.until('the refusal', (v) => v.refunds.some(({ state }) => state.kind === 'refused'));
    expect(await balance(code)).toBe(50_000);
  });
});

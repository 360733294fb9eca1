import { afterEach, describe, expect, it } from 'vitest';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const cup = 12_990;
const book = 29_900;
const bun = 3_900;

/** Two cups, paid by card as receipt 1. */
async function soldByCard(options: ShopOptions = {}): Promise<void> {
  shop = await openShop({ times: 5, ...options });
  await shop.ask('sale.enter', { text: '2*1002' });
  await shop.ask('payment.card', { total: 2 * cup });
  await shop.until('the approval', (view) => view.counter.kind === 'done');
}

async function soldForCash(): Promise<void> {
  shop = await openShop({ times: 5 });
  await shop.ask('sale.enter', { text: '2*1002' });
  await shop.ask('payment.cash', { total: 2 * cup, given: 30_000 });
}

const left = async (receiptNumber = 1) => (await shop.ask('receipt.show', { receiptNumber })).detail.left;

async function takeBack(count: number, receiptNumber = 1): Promise<void> {
  await shop.ask('exchange.takeBack', {
    receiptNumber,
    wanted: { kind: 'lines', lines: [{ lineId: '1', quantity: count * 1000 }] },
    reason: 'Wrong size',
    left: await left(receiptNumber),
  });
}

const done = () => shop.until('the exchange', (view) => view.counter.kind === 'done');
const exchanged = (receiptNumber = 2) => {
  const read = shop.journal().read.exchangedSale(receiptNumber);
  if (read === null) throw new Error(`Receipt ${String(receiptNumber)} is no exchange`);
  return read.exchanged;
};
const posted = () =>
  shop.simulator.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/refund'));
const refundedThere = () => shop.simulator.books().totals.map((one) => one.refunded);
const complete = (total: number, how: 'as-paid' | 'cash' = 'as-paid') =>
  shop.ask('exchange.complete', { total, how, atTerminal: false });

describe('Goods that come back for dearer ones', () => {
  it('are taken off what is paid by card, on one receipt of both', async () => {
    await soldByCard();
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1003' });
    const { counter } = shop.view();
    expect(counter.kind === 'selling' && counter.sale).toMatchObject({
      total: book - cup,
      exchange: { receiptNumber: 1, credit: cup, lines: [{ quantity: -1000, amount: -cup }], back: null },
    });
    await shop.ask('payment.card', { total: book - cup });
    await done();
    const [, session] = shop.simulator.books().sessions;
    expect(session?.order).toMatchObject({
      amount: book - cup,
      items: [{ id: 'vat-0', amount: book - cup }],
    });
    expect(exchanged()).toMatchObject({
      of: { receiptNumber: 1 },
      total: book - cup,
      lines: [{ amount: book }],
      returned: [{ quantity: -1000, amount: -cup, vatAmount: -2598, ofLineId: '1' }],
      payments: [{ kind: 'card', amount: book - cup }],
      paidBack: [],
      carried: [{ kind: 'card', attemptId: 'TEST22-1-1', amount: cup }],
      signature: { amountIncludingVat: book - cup },
    });
    expect(await left()).toBe(cup);
    expect(posted()).toEqual([]);
    const shown = await shop.ask('receipt.show', { receiptNumber: 2 });
    expect(shown.text).toContain('Sales receipt/Return receipt');
    expect(shown.text).toContain('Customer’s signature');
  });

  it('are paid in cash by the difference alone', async () => {
    await soldForCash();
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1003' });
    await shop.ask('payment.cash', { total: book - cup, given: 20_000 });
    expect(exchanged()).toMatchObject({
      rounding: -10,
      payments: [{ kind: 'cash', amount: 16_910, rounding: -10, given: 20_000, change: 3_100 }],
      carried: [{ kind: 'cash', amount: cup }],
    });
  });

  it('may come back again, through the payments that paid for them', async () => {
    await soldByCard();
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1003' });
    await shop.ask('payment.card', { total: book - cup });
    await done();
    const all = { receiptNumber: 2, wanted: { kind: 'all' }, how: 'as-paid' } as const;
    expect(await shop.ask('refund.quote', all)).toEqual({ amount: book, card: book, cash: 0, giftCard: 0 });
    await shop.ask('refund.begin', { ...all, reason: 'Angret', left: book });
    await shop.until('both refunds', () => refundedThere().every((amount) => amount > 0));
    await shop.until('their receipts', () => shop.journal().read.returnedSale(4) !== null);
    expect(refundedThere()).toEqual([cup, book - cup]);
    expect(posted().map(({ body }) => body)).toEqual([
      { amount: book - cup, reason: 'Angret', refund_reference: 'TEST22-F1' },
      { amount: cup, reason: 'Angret', refund_reference: 'TEST22-F2' },
    ]);
    expect(await left(2)).toBe(0);
    expect(await left(1)).toBe(cup);
  });
});

describe('Goods that come back for cheaper ones', () => {
  it('give the difference back to the card, once, and are complete when it is there', async () => {
    await soldByCard();
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1001' });
    const { counter } = shop.view();
    expect(counter.kind === 'selling' && counter.sale.exchange?.back).toEqual({
      card: cup - bun,
      cash: 0,
      giftCard: 0,
    });
    const total = bun - cup;
    await Promise.all([complete(total), complete(total)]);
    await done();
    expect(posted().map(({ body }) => body)).toEqual([
      { amount: cup - bun, reason: 'Wrong size', refund_reference: 'TEST22-F1' },
    ]);
    expect(refundedThere()).toEqual([cup - bun]);
    expect(exchanged()).toMatchObject({
      total,
      payments: [],
      paidBack: [{ kind: 'card', amount: total, confirmed: 'by-dintero' }],
      refundId: 'TEST22-F1',
      carried: [{ kind: 'card', amount: bun }],
    });
    // What the card still holds is what is left of the first receipt and the bun.
    await shop.ask('refund.begin', {
      receiptNumber: 1,
      wanted: { kind: 'all' },
      how: 'as-paid',
      reason: 'Angret',
      left: cup,
    });
    await shop.until('the refund', () => refundedThere()[0] === 2 * cup - bun);
  });

  it('give the difference back in cash, in whole kroner', async () => {
    await soldForCash();
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1001' });
    await complete(bun - cup, 'cash');
    expect(exchanged()).toMatchObject({
      total: -9_090,
      rounding: -10,
      paidBack: [{ kind: 'cash', amount: -9_090, rounding: -10 }],
      carried: [{ kind: 'cash', amount: bun }],
    });
    const { counter } = shop.view();
    expect(counter.kind === 'done' && counter.receipt).toMatchObject({ kind: 'exchange', change: 9_100 });
  });

  it('stay in the basket when Dintero refuses the difference, and can be given in cash', async () => {
    await soldByCard();
    shop.simulator.chooseRefund({ kind: 'refused', reply: 'finished' });
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1001' });
    await complete(bun - cup);
    await shop.until(
      'the refusal',
      ({ counter }) => counter.kind === 'refunding' && counter.refund.state.kind === 'refused',
    );
    expect(await left()).toBe(cup);
    await complete(bun - cup, 'cash');
    expect(exchanged().refundId).toBe('TEST22-F2');
    expect(refundedThere()).toEqual([0]);
  });

  it('are held while the difference is undecided, through a power cut, and completed when it is found', async () => {
    await soldByCard();
    shop.simulator.inject({ on: 'refund', kind: 'late', ms: 30_000 });
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1001' });
    await complete(bun - cup);
    expect(await shop.refused('sale.enter', { text: '1001' })).toBe('SALE-LOCKED');
    expect(await shop.refused('payment.backToSale', {})).toBe('SALE-LOCKED');
    await expect.poll(() => refundedThere()).toEqual([cup - bun]);
    shop.cutPower();
    shop.switchOn();
    await done();
    expect(posted()).toHaveLength(1);
    expect(exchanged().total).toBe(bun - cup);
  });

  it.each(['before', 'after'] as const)(
    'survive a power cut %s each write, with one refund',
    async (moment) => {
      for (let write = 1; write <= 3; write += 1) {
        if (write > 1) await shop.close();
        await soldByCard();
        await takeBack(1);
        await shop.ask('sale.enter', { text: '1001' });
        shop.cutPowerAtWrite(write, moment);
        const dark = shop.dark();
        await complete(bun - cup).catch(() => undefined);
        await dark;
        shop.switchOn();
        const open = await shop.until('the counter to stand still', ({ counter }) =>
          counter.kind === 'refunding'
            ? counter.refund.state.kind === 'refused' || counter.refund.state.kind === 'undecided'
            : counter.kind !== 'paying',
        );
        // What never left is free again; of what may have left a person says that it did not, when nothing is found.
        if (open.counter.kind === 'refunding' && open.counter.refund.state.kind === 'undecided') {
          const { refundId } = open.counter.refund;
          if (refundedThere()[0] === 0) {
            await shop.ask('refund.decide', { refundId, refunded: false, reason: 'Not at Dintero' });
          } else await shop.ask('refund.lookNow', {});
        }
        if (refundedThere()[0] === 0) await complete(bun - cup);
        await done();
        expect(refundedThere()).toEqual([cup - bun]);
        expect(exchanged().total).toBe(bun - cup);
      }
    },
  );
});

describe('An exchange', () => {
  it('of as much as comes back is completed without a payment', async () => {
    await soldByCard();
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1002' });
    await complete(0);
    expect(exchanged()).toMatchObject({ total: 0, payments: [], paidBack: [], carried: [{ amount: cup }] });
    expect(
      (await shop.ask('receipt.find', { text: '2', kind: 'exchange', paidBy: null, before: null, limit: 9 }))
        .receipts,
    ).toMatchObject([{ receiptNumber: 2, kind: 'exchange', paidBy: 'nothing', lines: 2 }]);
  });

  it('takes nothing back twice, open, parked or done, and frees it when it is given up', async () => {
    await soldByCard();
    await takeBack(2);
    expect(await left()).toBe(0);
    const again = {
      receiptNumber: 1,
      wanted: { kind: 'all' },
      how: 'as-paid',
      reason: 'x',
      left: 0,
    } as const;
    expect(await shop.refused('refund.begin', again)).toBe('REFUND-NOTHING');
    expect(
      await shop.refused('exchange.takeBack', {
        receiptNumber: 1,
        wanted: { kind: 'all' },
        reason: 'x',
        left: 0,
      }),
    ).toBe('REFUND-NOTHING');
    await shop.ask('sale.park', { name: 'Kari' });
    expect(await left()).toBe(0);
    await shop.ask('sale.resume', { saleId: 'TEST22-2' });
    await shop.ask('sale.removeLine', { lineId: '1', reason: 'Kept it' });
    expect(await left()).toBe(2 * cup);
    await takeBack(1);
    await shop.ask('sale.clear', { reason: 'Customer left' });
    expect(await left()).toBe(2 * cup);
  });

  it('needs something new, at the total that was seen, and one receipt', async () => {
    await soldByCard();
    await takeBack(1);
    expect(await shop.refused('exchange.complete', { total: -cup, how: 'as-paid', atTerminal: false })).toBe(
      'EXCHANGE-NOTHING-NEW',
    );
    await shop.ask('sale.enter', { text: '1001' });
    expect(await shop.refused('exchange.complete', { total: -cup, how: 'as-paid', atTerminal: false })).toBe(
      'TOTAL-CHANGED',
    );
    expect(await shop.refused('payment.cash', { total: bun - cup, given: 0 })).toBe('AMOUNT-WRONG');
    await shop.ask('sale.park', { name: '' });
    await shop.ask('sale.enter', { text: '1003' });
    await shop.ask('payment.cash', { total: book, given: 30_000 });
    await shop.ask('sale.resume', { saleId: 'TEST22-2' });
    expect(
      await shop.refused('exchange.takeBack', {
        receiptNumber: 2,
        wanted: { kind: 'all' },
        reason: 'x',
        left: book,
      }),
    ).toBe('EXCHANGE-OTHER-RECEIPT');
  });

  it('counts as a sale and a return in the day’s report', async () => {
    await soldForCash();
    await takeBack(1);
    await shop.ask('sale.enter', { text: '1003' });
    await shop.ask('payment.cash', { total: book - cup, given: 20_000 });
    const { figures } = shop.journal().read.openDay();
    const of = (name: string) => figures.filter(({ figure }) => figure === name);
    expect(of('sale')).toMatchObject([{ number: 2, amount: 2 * cup + book }]);
    expect(of('return')).toMatchObject([{ number: 1, amount: -cup }]);
    expect(of('payment')).toMatchObject([{ key: 'cash', number: 2, amount: 26_000 + 16_900 }]);
  });
});

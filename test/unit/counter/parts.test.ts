import { afterEach, describe, expect, it } from 'vitest';
import { attemptFrom } from '../../../main/payment/attempt.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

/** Coffee, a bun and a cup: 368.40. */
const total = 36_840;

async function rungUp(options: ShopOptions = {}): Promise<void> {
  shop = await openShop(options);
  for (const text of ['sku-coffee-001', '1001', '1002']) await shop.ask('sale.enter', { text });
}

const saleNow = () => {
  const { counter } = shop.view();
  if (counter.kind === 'done') throw new Error('The sale is done');
  return counter.sale;
};

async function cardPart(amount: number): Promise<void> {
  const before = saleNow().paid.length;
  await shop.ask('payment.cardPart', { total: saleNow().due, amount });
  await shop.until('the part', (v) => v.counter.kind === 'selling' && v.counter.sale.paid.length > before);
}

describe('A sale that several means pay for', () => {
  it('is completed once the parts are the total, with every part on one receipt', async () => {
    await rungUp();
    await shop.ask('payment.cashPart', { total, amount: 10_000 });
    await cardPart(20_000);
    expect(saleNow()).toMatchObject({ total, due: 6_840, cashTotal: 6_800 });
    await shop.ask('payment.cash', { total: 6_840, given: 10_000 });
    expect(shop.journal().read.completedSale(1)?.sale).toMatchObject({
      total,
      rounding: -40,
      payments: [
        { kind: 'cash', amount: 10_000, change: 0 },
        { kind: 'card', amount: 20_000, attemptId: 'TEST22-1-1' },
        { kind: 'cash', amount: 6_840, rounding: -40, given: 10_000, change: 3_200 },
      ],
    });
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([20_000]);
  });

  it('is paid over two cards, each with a reference and items of its own that sum to its amount', async () => {
    await rungUp();
    await cardPart(15_000);
    await shop.ask('payment.card', { total: saleNow().due });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([15_000, 21_840]);
    const orders = shop.simulator.books().sessions.map(({ order }) => order);
    expect(orders.map(({ merchant_reference }) => merchant_reference)).toEqual(['TEST22-1-1', 'TEST22-1-2']);
    for (const { amount, items } of orders) {
      expect((items ?? []).reduce((sum, item) => sum + item.amount, 0)).toBe(amount);
    }
    expect(
      shop
        .journal()
        .read.attemptsOfSale('TEST22-1')
        .map(({ state }) => state),
    ).toEqual(['completed', 'completed']);
  });

  it('keeps its parts over a power cut, and its lines as they were paid for', async () => {
    await rungUp();
    await shop.ask('payment.cashPart', { total, amount: 10_000 });
    await cardPart(20_000);
    shop.cutPower();
    shop.switchOn();
    await shop.until('the sale', (v) => v.counter.kind === 'selling' && v.counter.sale.paid.length === 2);
    expect(saleNow()).toMatchObject({ due: 6_840, paid: [{ kind: 'cash' }, { kind: 'card' }] });
    expect(await shop.refused('sale.enter', { text: '1003' })).toBe('SALE-PART-PAID');
    expect(await shop.refused('sale.clear', { reason: 'Customer left' })).toBe('SALE-PART-PAID');
    expect(await shop.refused('payment.card', { total })).toBe('TOTAL-CHANGED');
  });

  it('may be parked with its parts and taken up again', async () => {
    await rungUp();
    await shop.ask('payment.cashPart', { total, amount: 10_000 });
    await shop.ask('sale.park', { name: 'Wallet in the car' });
    await shop.ask('sale.resume', { saleId: 'TEST22-1' });
    expect(saleNow()).toMatchObject({ due: 26_840 });
  });

  it('takes no part that is all of it or more, nor coins that do not exist', async () => {
    await rungUp();
    expect(await shop.refused('payment.cashPart', { total, amount: 36_900 })).toBe('PART-WRONG');
    expect(await shop.refused('payment.cashPart', { total, amount: 10_050 })).toBe('PART-WRONG');
    expect(await shop.refused('payment.cardPart', { total, amount: total })).toBe('PART-WRONG');
    expect(shop.simulator.books().sessions).toEqual([]);
  });

  it('leaves the parts as they are when the next card is declined', async () => {
    await rungUp();
    await cardPart(20_000);
    shop.simulator.chooseAnswer({ kind: 'declined' });
    await shop.ask('payment.card', { total: saleNow().due });
    await shop.until(
      'the refusal',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'declined',
    );
    await shop.ask('payment.backToSale', {});
    expect(saleNow()).toMatchObject({ due: 16_840, paid: [{ amount: 20_000 }] });
  });
});

describe('A part of a sale', () => {
  it('in cash goes back from the drawer, and the sale may be changed again', async () => {
    await rungUp();
    await shop.ask('payment.cashPart', { total, amount: 10_000 });
    await shop.ask('payment.giveBackPart', { part: 1, reason: 'Customer pays by card' });
    expect(saleNow()).toMatchObject({ due: total, paid: [] });
    await shop.ask('sale.clear', { reason: 'Customer left' });
  });

  it('on a card goes back to that card once, pressed twice, and the sale waits for it', async () => {
    await rungUp();
    await cardPart(20_000);
    const due = saleNow().due;
    const press = () => shop.ask('payment.giveBackPart', { part: 1, reason: 'Customer changed mind' });
    await Promise.all([press(), press()]);
    expect(await shop.refused('payment.card', { total: due })).toBe('PART-GOING-BACK');
    await shop.until(
      'the money back',
      (v) => v.counter.kind === 'selling' && v.counter.sale.paid.length === 0,
    );
    expect(shop.simulator.books().totals).toMatchObject([{ captured: 20_000, refunded: 20_000 }]);
    await shop.ask('payment.card', { total });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(shop.journal().read.completedSale(1)?.sale.payments).toMatchObject([
      { kind: 'card', amount: total, attemptId: 'TEST22-1-2' },
    ]);
  });

  it('whose refund was cut off by the power is out of the sale when the money did go back', async () => {
    await rungUp();
    await cardPart(20_000);
    shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'done' });
    await shop.ask('payment.giveBackPart', { part: 1, reason: 'Customer changed mind' });
    await expect.poll(() => shop.simulator.books().totals[0]?.refunded).toBe(20_000);
    shop.cutPower();
    shop.switchOn();
    await shop.until(
      'the money back',
      (v) => v.counter.kind === 'selling' && v.counter.sale.paid.length === 0,
    );
    expect(shop.simulator.books().totals).toMatchObject([{ refunded: 20_000 }]);
  });

  it('stays in the sale when Dintero refuses to give it back', async () => {
    await rungUp();
    await cardPart(20_000);
    shop.simulator.inject({ on: 'refund', kind: 'status', status: 422 });
    await shop.ask('payment.giveBackPart', { part: 1, reason: 'Customer changed mind' });
    await shop.until('the refusal', (v) => v.refunds.some((one) => one.state.kind === 'refused'));
    expect(saleNow()).toMatchObject({ due: 16_840, paid: [{ amount: 20_000, goingBack: false }] });
  });
});

const stateOf = (attemptId: string) => attemptFrom(shop.journal().read.attemptEntries(attemptId))?.state;

describe('A part by card that was only reserved', () => {
  /** A part of 200 kroner that Dintero authorised and has not captured. */
  async function reserved(): Promise<void> {
    await rungUp({ times: 20 });
    shop.simulator.chooseAnswer({ kind: 'authorized-only' });
    await cardPart(20_000);
    expect(saleNow()).toMatchObject({ due: 16_840 });
  }
  const letGo = (): void => {
    shop.simulator.settle(shop.simulator.books().transactions[0]?.id ?? '', 'AUTHORIZATION_VOIDED');
  };
  const due = (amount: number) =>
    shop.until('what is due', (v) => v.counter.kind === 'selling' && v.counter.sale.due === amount);

  it('falls out of the sale when Dintero lets it go, with a sentence, and is due again', async () => {
    await reserved();
    letGo();
    await due(total);
    expect(saleNow()).toMatchObject({ paid: [] });
    const [alarm] = shop.view().alarms;
    expect(alarm?.sentence).toMatch(
      /^Not paid after all: the card payment of .*200\.00.* It is out of the sale/,
    );
    expect(stateOf('TEST22-1-1')).toBe('cancelled');
    expect(shop.journal().read.uncapturedAttempts()).toEqual([]);
    await shop.ask('payment.cash', { total, given: 40_000 });
    await shop.ask('alarm.settle', { alarm: 1, how: 'handled-elsewhere', reason: 'Paid in cash' });
    expect(shop.journal().read.completedSale(1)?.sale.payments).toMatchObject([
      { kind: 'cash', amount: total },
    ]);
  });

  it('falls out of a parked sale too, and stays out over a power cut and a rebuild', async () => {
    await reserved();
    await shop.ask('sale.park', { name: 'Wallet in the car' });
    letGo();
    await shop.until('the alarm', ({ alarms }) => alarms.length === 1);
    shop.cutPower();
    shop.switchOn();
    await shop.ask('sale.resume', { saleId: 'TEST22-1' });
    expect(saleNow()).toMatchObject({ due: total, paid: [] });
    await shop.ask('sale.clear', { reason: 'Customer left' });
  });

  it('that is let go while the rest is on the terminal leaves its own amount due', async () => {
    await reserved();
    shop.simulator.chooseAnswer({ kind: 'ignored' });
    await shop.ask('payment.card', { total: saleNow().due });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    letGo();
    await shop.until('the alarm', ({ alarms }) => alarms.length === 1);
    shop.simulator.terminal('T0292').tapNow('approved');
    await due(20_000);
    expect(saleNow()).toMatchObject({ paid: [{ amount: 16_840 }] });
  });

  it('and could not fall out when it was let go is taken out by pressing, without a refund', async () => {
    await reserved();
    // As a till wrote it down whose money was on its way back just then, or whose program was older.
    const ending = { outcome: 'cancelled', code: 'voided', detail: '', alarm: 1 } as const;
    shop
      .journal()
      .write(null, (tx) => tx.append('attempt.contradicted', { attemptId: 'TEST22-1-1', ...ending }));
    expect(saleNow()).toMatchObject({ due: 16_840 });
    await shop.ask('payment.giveBackPart', { part: 1, reason: 'Customer pays in cash' });
    expect(saleNow()).toMatchObject({ due: total, paid: [] });
    expect(shop.journal().read.refundsOf('TEST22-1')).toEqual([]);
  });
});

describe('A part by card whose answer goes astray', () => {
  it('is found by its reference, counted once, and the rest is still to be paid', async () => {
    await rungUp({ times: 10 });
    await shop.ask('payment.cashPart', { total, amount: 10_000 });
    shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
    await cardPart(20_000);
    expect(saleNow()).toMatchObject({ due: 6_840, paid: [{ kind: 'cash' }, { kind: 'card' }] });
    expect(shop.simulator.books().sessions).toHaveLength(1);
    expect(stateOf('TEST22-1-1')).toBe('completed');
  });

  it('that was approved while the power was off is in the sale when it is back', async () => {
    await rungUp({ times: 10 });
    shop.simulator.chooseAnswer({ kind: 'ignored' });
    await shop.ask('payment.cardPart', { total, amount: 20_000 });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    shop.cutPower();
    shop.simulator.terminal('T0292').tapNow('approved');
    shop.switchOn();
    await shop.until('the part', (v) => v.counter.kind === 'selling' && v.counter.sale.paid.length === 1);
    await shop.ask('payment.card', { total: saleNow().due });
    await shop.until('the receipt', (v) => v.counter.kind === 'done');
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([20_000, 16_840]);
  });

  it('that was approved after its cancel is attached once, and no second alarm comes of it', async () => {
    await rungUp({ times: 40 });
    shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 30_000 });
    await shop.ask('payment.cardPart', { total, amount: 20_000 });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    await shop.ask('payment.cancel', {});
    const { alarms } = await shop.until('the alarm', (v) => v.alarms.length === 1);
    await shop.ask('payment.backToSale', {});
    expect(await shop.refused('payment.cash', { total, given: total })).toBe('PAYMENT-UNDECIDED');
    const alarm = alarms[0]?.alarm ?? 0;
    await shop.ask('alarm.settle', { alarm, how: 'attach', reason: 'Approved on the slip' });
    expect(saleNow()).toMatchObject({ due: 16_840, paid: [{ kind: 'card', amount: 20_000 }] });
    expect(stateOf('TEST22-1-1')).toBe('completed');
    await shop.ask('payment.cash', { total: 16_840, given: 20_000 });
    shop.cutPower();
    shop.switchOn();
    await shop.ask('cases.lookNow', {});
    expect(shop.view()).toMatchObject({ alarms: [], cases: [] });
    const raised = shop
      .journal()
      .read.attemptEntries('TEST22-1-1')
      .filter(({ kind }) => kind === 'attempt.paid-after-all');
    expect(raised).toHaveLength(1);
  });

  it('that is only authorised is followed over a power cut until it is captured, and no longer', async () => {
    await rungUp({ times: 10 });
    shop.simulator.chooseAnswer({ kind: 'authorized-only' });
    await cardPart(20_000);
    shop.cutPower();
    shop.switchOn();
    expect(shop.journal().read.uncapturedAttempts()).toMatchObject([{ attemptId: 'TEST22-1-1' }]);
    const [transaction] = shop.simulator.books().transactions;
    shop.simulator.settle(transaction?.id ?? '', 'CAPTURED');
    await expect.poll(() => shop.journal().read.uncapturedAttempts()).toEqual([]);
    shop.till().lookNow();
    const reads = () =>
      shop.simulator.requests().filter(({ path }) => path.includes(transaction?.session_id ?? '-')).length;
    const before = reads();
    shop.till().lookNow();
    await shop.ask('payment.card', { total: saleNow().due });
    await shop.until('the receipt', (v) => v.counter.kind === 'done');
    expect(reads()).toBe(before);
  });
});

describe('A sale of many lines', () => {
  it('is paid in one session of as many items as Dintero takes', async () => {
    shop = await openShop();
    for (let line = 0; line < 101; line += 1) {
      await shop.ask('sale.addFreeAmount', {
        amount: 1_000,
        vatRate: line % 2 === 0 ? 2500 : 1500,
        description: '',
      });
    }
    await shop.ask('payment.card', { total: 101_000 });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(shop.simulator.books().sessions[0]?.order.items).toMatchObject([
      { line_id: 'vat-2500', amount: 51_000 },
      { line_id: 'vat-1500', amount: 50_000 },
    ]);
  });
});

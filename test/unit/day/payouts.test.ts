import { afterEach, describe, expect, it } from 'vitest';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { byCard, giveBackOne } from './helpers.ts';
import { takenBySomebodyElse } from './somebody-else.ts';

let shop: Shop;
afterEach(() => shop.close());

async function sell(text: string, total: number): Promise<void> {
  await shop.ask('sale.enter', { text });
  await byCard(shop, total);
}

async function closeDay(number: number): Promise<void> {
  await shop.ask('day.close', { number, reason: null });
}

/** A day of 168.90 on cards, and one on which 129.90 came in and 39.00 of the first day went back. */
async function twoDays(): Promise<void> {
  // At midnight Dintero pays by itself what the day brought.
  shop = await openShop({ times: 5, at: '2026-11-22T12:00:00.000Z', rules: { operationAfterMs: 20 } });
  await sell('1001', 3_900);
  await sell('1002', 12_990);
  await closeDay(1);
}

async function secondDay(): Promise<void> {
  await sell('1002', 12_990);
  await giveBackOne(shop, 1, '1', 3_900);
  await shop.until('the refund', () => shop.journal().read.openRefunds().length === 0);
  await closeDay(2);
}

const look = () => shop.ask('cards.lookForPayouts', {});

describe('What Dintero paid out', () => {
  it('is matched with the Z reports that it pays; the rest is awaited', async () => {
    await twoDays();
    shop.simulator.payOut();
    await secondDay();
    expect(await look()).toEqual({ available: true, matched: 1, opened: 0 });
    const before = await shop.ask('cards.payouts', {});
    expect(before.days).toMatchObject([
      { z: 2, card: 9_090, paidOut: 0 },
      { z: 1, card: 16_890, paidOut: 16_890 },
    ]);
    // 0.75 % of 168.90 is kept back.
    expect(before.payouts).toMatchObject([
      { captures: 16_890, refunds: 0, fee: 126, amount: 16_764, ours: 16_890, others: 0, unexplained: 0 },
    ]);

    shop.simulator.payOut();
    expect(await look()).toEqual({ available: true, matched: 1, opened: 0 });
    const after = await shop.ask('cards.payouts', {});
    expect(after.days.map(({ card, paidOut }) => card - paidOut)).toEqual([0, 0]);
    expect(after.payouts).toHaveLength(2);
    expect(after.payouts.find(({ refunds }) => refunds > 0)).toMatchObject({ ours: 9_090, unexplained: 0 });
    expect(await look()).toMatchObject({ matched: 0 });
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('is told apart from what it pays of other tills', async () => {
    await twoDays();
    await takenBySomebodyElse(shop.simulator, 5_000, 'OTHER2-1-1');
    shop.simulator.payOut();
    await look();
    expect((await shop.ask('cards.payouts', {})).payouts).toMatchObject([
      { captures: 21_890, ours: 16_890, others: 5_000, unexplained: 0 },
    ]);
  });

  it('is a case when it does not add up, once, and the day waits until it is settled', async () => {
    await twoDays();
    shop.simulator.payOut(-500);
    expect(await look()).toEqual({ available: true, matched: 1, opened: 1 });
    const { cases } = shop.view();
    expect(cases).toHaveLength(1);
    expect(cases[0]?.sentence).toMatch(/says that it pays 163\.90.kr.*come to 168\.90.kr/);
    expect((await shop.ask('cards.payouts', {})).payouts).toMatchObject([{ unexplained: -500 }]);
    expect(await look()).toMatchObject({ matched: 0, opened: 0 });
    expect(await shop.refused('day.close', { number: 2, reason: null })).toBe('DAY-UNSETTLED');
    await shop.ask('case.settle', { case: 1, how: 'handled-elsewhere', reason: 'Dintero explained it' });
    await closeDay(2);
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it.each([403, 404])('is not available where Dintero answers %i', async (status) => {
    await twoDays();
    shop.simulator.inject({ kind: 'status', on: 'settlements', status, lasts: 'always' });
    expect(await look()).toEqual({ available: false, matched: 0, opened: 0 });
  });

  it('is not known when Dintero cannot be asked, and nothing is half written down', async () => {
    await twoDays();
    shop.simulator.payOut();
    shop.simulator.inject({ kind: 'status', on: 'findTransactions', status: 500 });
    expect(await shop.refused('cards.lookForPayouts', {})).toBe('OFFLINE');
    expect(entriesIn(shop.journalPath).filter(({ kind }) => kind === 'settlement.matched')).toEqual([]);
    expect(await look()).toMatchObject({ matched: 1 });
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { cash, countOf, lastReport } from './helpers.ts';

let shop: Shop;
afterEach(() => shop.close());

const pins = { Kari: '1234', Ola: '5678' } as const;
type Name = keyof typeof pins;

async function logIn(name: Name): Promise<void> {
  await shop.ask('operator.logIn', { name, pin: pins[name] });
}

/** Kari begins with 500.00 and sells for 39; Ola begins with 300.00, sells for 130 and pays 50 for milk. */
async function twoDrawers(): Promise<void> {
  shop = await openShop({ rules: { operationAfterMs: 20 } });
  await shop.ask('settings.change', {
    section: 'closing',
    value: { terminalTotals: false, drawers: 'operator' },
  });
  await shop.ask('operator.add', { name: 'Kari', role: 'manager', pin: pins.Kari });
  await logIn('Kari');
  await shop.ask('operator.add', { name: 'Ola', role: 'cashier', pin: pins.Ola });
  await shop.ask('day.float', { amount: 50_000, reason: null });
  await shop.ask('sale.enter', { text: '1001' });
  await cash(shop, 3_900, 5_000);
  await logIn('Ola');
  await shop.ask('day.float', { amount: 30_000, reason: null });
  await shop.ask('sale.enter', { text: '1002' });
  await cash(shop, 12_990, 20_000);
  await shop.ask('day.moveCash', { kind: 'pay-out', amount: 5_000, reason: 'Milk' });
}

/** 539.00 and 380.00, as few notes and coins as can be. */
const karis = countOf({ 50_000: 1, 2_000: 1, 1_000: 1, 500: 1, 100: 4 });
const olas = countOf({ 20_000: 1, 10_000: 1, 5_000: 1, 2_000: 1, 1_000: 1 });
const closes = { number: 1, reason: null };

describe('Where each operator has a drawer', () => {
  it('each has a float of its own, and the till’s is their sum', async () => {
    await twoDrawers();
    const day = await shop.ask('day.view', {});
    expect(day.openingFloat).toBe(30_000);
    expect(day.drawers).toEqual([
      { drawer: 'Kari', float: 50_000, count: null },
      { drawer: 'Ola', float: 30_000, count: null },
    ]);
    await shop.ask('day.x', {});
    const { openingFloat, operators } = lastReport(shop, 'report.x').body.report;
    expect(openingFloat).toBe(80_000);
    expect(operators.map((one) => [one.operator, one.openingFloat])).toEqual([
      ['Kari', 50_000],
      ['Ola', 30_000],
    ]);
  });

  it('each is counted and explained by itself, and the Z says how each came out', async () => {
    await twoDrawers();
    expect(await shop.refused('day.close', closes)).toBe('COUNT-MISSING');
    expect(await shop.ask('day.count', { drawer: 'Kari', counts: karis })).toEqual({
      expected: 53_900,
      counted: 53_900,
      difference: 0,
    });
    expect(await shop.refused('day.close', closes)).toBe('COUNT-MISSING');
    await shop.ask('day.count', { drawer: 'Ola', counts: olas });
    expect((await shop.ask('day.view', {})).drawers).toMatchObject([
      { drawer: 'Kari', count: { difference: 0 } },
      { drawer: 'Ola', count: { expected: 38_000, counted: 38_000, difference: 0 } },
    ]);
    const { text } = await shop.ask('day.close', closes);
    expect(text).toMatch(/Counted, by drawer\nKari +539\.00\n +Opening float +500\.00/);
    expect(text).toMatch(/Ola +380\.00/);
    const { count, report } = lastReport(shop, 'report.z').body;
    expect(count).toMatchObject({ expected: 91_900, counted: 91_900, difference: 0, reason: null });
    expect(report.cashExpected).toBe(91_900);
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('a difference is its own: one that is explained does not explain the other', async () => {
    await twoDrawers();
    const short = countOf({ 50_000: 1, 2_000: 1, 1_000: 1, 500: 1, 100: 3 });
    await shop.ask('day.count', { drawer: 'Kari', counts: short });
    await shop.ask('day.count', { drawer: 'Ola', counts: countOf({ 20_000: 2 }) });
    expect(await shop.refused('day.close', closes)).toBe('COUNT-UNEXPLAINED');
    const kari = { drawer: 'Kari', reason: 'A krone too much given' };
    expect(await shop.refused('day.close', { ...closes, drawers: [kari] })).toBe('COUNT-UNEXPLAINED');
    const ola = { drawer: 'Ola', reason: 'Milk was cheaper' };
    await shop.ask('day.close', { ...closes, drawers: [kari, ola] });
    expect(lastReport(shop, 'report.z').body.count).toMatchObject({
      difference: 1_900,
      reason: 'Kari: A krone too much given; Ola: Milk was cheaper',
    });
    const settled = entriesIn(shop.journalPath).find(({ kind }) => kind === 'drawers.settled');
    expect(settled?.body).toMatchObject({
      z: 1,
      drawers: [
        { drawer: 'Kari', difference: -100, reason: 'A krone too much given' },
        { drawer: 'Ola', difference: 2_000, reason: 'Milk was cheaper' },
      ],
    });
  });

  it('a float is changed with a reason, and only its own', async () => {
    await twoDrawers();
    expect(await shop.refused('day.float', { amount: 20_000, reason: null })).toBe('FLOAT-REGISTERED');
    await shop.ask('day.float', { amount: 20_000, reason: 'Counted wrong' });
    expect((await shop.ask('day.view', {})).drawers).toMatchObject([{ float: 50_000 }, { float: 20_000 }]);
  });

  it('a count no longer stands when cash moves in its drawer, and stands when it moves in another', async () => {
    await twoDrawers();
    await shop.ask('day.count', { drawer: 'Kari', counts: karis });
    await shop.ask('day.count', { drawer: 'Ola', counts: olas });
    await shop.ask('day.moveCash', { kind: 'drop', amount: 10_000, reason: 'To the safe' });
    const { drawers } = await shop.ask('day.view', {});
    expect(drawers?.map(({ count }) => count === null)).toEqual([false, true]);
  });
});

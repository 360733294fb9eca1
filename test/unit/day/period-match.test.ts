import { afterEach, describe, expect, it } from 'vitest';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { byCard, giveBackOne } from './helpers.ts';
import { takenBySomebodyElse } from './somebody-else.ts';

let shop: Shop;
afterEach(() => shop.close());

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
const dayBack = (days: number): string => oslo.format(new Date(Date.now() - days * 86_400_000));
/** Around midnight a test may begin on one day and end on another. */
const lately = { from: dayBack(1), to: dayBack(-1) };
const none = { payments: { number: 0, amount: 0 }, refunded: 0 };

async function twoPaymentsAndARefund(): Promise<void> {
  shop = await openShop();
  await shop.ask('sale.enter', { text: '1001' });
  await byCard(shop, 3_900);
  await shop.ask('sale.enter', { text: '1002' });
  await byCard(shop, 12_990);
  await giveBackOne(shop, 1, '1', 3_900);
  await shop.until('the refund', () => shop.journal().read.openRefunds().length === 0);
}

describe('Any days a person chooses', () => {
  it('are compared øre by øre, and both sides are told', async () => {
    await twoPaymentsAndARefund();
    const side = { payments: { number: 2, amount: 16_890 }, refunded: 3_900 };
    expect(await shop.ask('cards.compare', lately)).toEqual({
      ...lately,
      here: side,
      there: side,
      differences: 0,
      opened: 0,
    });
  });

  it('hold only what lies in them', async () => {
    await twoPaymentsAndARefund();
    const before = { from: dayBack(40), to: dayBack(30) };
    const nothing = { here: none, there: none, differences: 0, opened: 0 };
    expect(await shop.ask('cards.compare', before)).toMatchObject(nothing);
  });

  it('open a case for what differs, once, also when the usual look has passed it by', async () => {
    await twoPaymentsAndARefund();
    await takenBySomebodyElse(shop.simulator, 12_300, 'faktura 4711');
    const found = await shop.ask('cards.compare', lately);
    expect(found).toMatchObject({
      differences: 1,
      opened: 1,
      here: { payments: { amount: 16_890 } },
      there: { payments: { amount: 29_190 } },
    });
    expect(shop.view().cases).toHaveLength(1);
    expect(await shop.ask('cards.compare', lately)).toMatchObject({ differences: 1, opened: 0 });
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('are written down as compared, and the usual look goes on where it was', async () => {
    await twoPaymentsAndARefund();
    const until = shop.journal().read.matchedUntil();
    await shop.ask('cards.compare', lately);
    expect(shop.journal().read.matchedUntil()).toBe(until);
    expect(entriesIn(shop.journalPath).findLast(({ kind }) => kind === 'period.matched')?.body).toEqual({
      ...lately,
      transactions: 2,
      differences: 0,
    });
  });

  it('are refused the wrong way round, or when Dintero cannot be asked', async () => {
    await twoPaymentsAndARefund();
    expect(await shop.refused('cards.compare', { from: '2026-03-02', to: '2026-03-01' })).toBe(
      'MESSAGE-WRONG',
    );
    expect(await shop.refused('cards.compare', { from: '2026-02-30', to: '2026-03-01' })).toBe(
      'MESSAGE-WRONG',
    );
    shop.simulator.inject({ kind: 'status', on: 'findTransactions', status: 503 });
    expect(await shop.refused('cards.compare', lately)).toBe('OFFLINE');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { ModelShop } from '../../fault/model/shop.ts';
import { modelShopForEach, stateOf } from '../../helpers/model-shop.ts';

const hour = 3_600_000;

let shop: ModelShop;
const opened = modelShopForEach();
beforeEach(() => {
  shop = opened();
});

const state = (): string => stateOf(shop);
const alarms = (): string[] => shop.view().alarms.map(({ sentence }) => sentence.slice(0, 20));
const transactionId = (): string => shop.control.books().transactions[0]?.id ?? '';

/** A payment whose outcome Dintero does not tell, decided by a person. */
async function decided(paid: boolean): Promise<void> {
  shop.control.chooseAnswer({ kind: 'unknown' });
  await shop.press('sale.enter', { text: '1001' });
  await shop.press('payment.card', { total: 3_900 });
  await shop.clock.advance(10_000);
  expect(state()).toBe('undecided');
  await shop.press('payment.decide', { paid, reason: 'The terminal printed it' });
}

describe('A payment that a person decided', () => {
  it('as not paid is watched over a restart for two days, and contradicts the person', async () => {
    await decided(false);
    expect(state()).toBe('failed');
    await shop.restart();
    await shop.clock.advance(47 * hour);
    expect(alarms()).toEqual([]);
    shop.control.settle(transactionId(), 'CAPTURED');
    await shop.clock.advance(hour / 4);
    expect(alarms()).toEqual(['Paid after all: the ']);
    expect(shop.brokenLaws('settled')).toEqual([]);
  });

  it('as paid is watched over a restart for two days, and contradicts the person', async () => {
    await decided(true);
    expect(state()).toBe('done');
    await shop.clock.advance(20 * hour);
    await shop.restart();
    await shop.clock.advance(20 * hour);
    shop.control.settle(transactionId(), 'DECLINED');
    await shop.clock.advance(hour / 4);
    expect(alarms()).toEqual(['Not paid after all: ']);
  });

  it('is contradicted at once when the till was off while Dintero made up its mind', async () => {
    await decided(false);
    await shop.clock.advance(hour);
    shop.control.settle(transactionId(), 'CAPTURED');
    shop.clock.jump(72 * hour);
    await shop.restart();
    await shop.clock.advance(1_000);
    expect(alarms()).toEqual(['Paid after all: the ']);
  });

  it('is looked at no more after two days', async () => {
    await decided(false);
    await shop.clock.advance(49 * hour);
    const asked = shop.network.requests.filter(({ path }) => path.includes(transactionId())).length;
    await shop.clock.advance(hour);
    expect(shop.network.requests.filter(({ path }) => path.includes(transactionId()))).toHaveLength(asked);
    expect(shop.journal().read.watchedAttempts()).toEqual([]);
  });
});

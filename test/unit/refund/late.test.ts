import { beforeEach, describe, expect, it } from 'vitest';
import { totalsOf } from '../../../main/simulator/books.ts';
import type { ModelShop } from '../../fault/model/shop.ts';
import { modelShopForEach } from '../../helpers/model-shop.ts';

const minute = 60_000;
const hour = 60 * minute;
const bun = 3_900;

let shop: ModelShop;
const opened = modelShopForEach();
beforeEach(() => {
  shop = opened();
});

/** One of two buns is brought back. */
async function bringsOneBack(): Promise<void> {
  await shop.press('refund.begin', {
    receiptNumber: 1,
    wanted: { kind: 'lines', lines: [{ lineId: '1', quantity: 1_000 }] },
    how: 'as-paid',
    reason: 'Angret',
    left: 2 * bun,
  });
  await shop.clock.advance(3_000);
}

/** Two buns, paid by card; one of them is brought back, Dintero’s answer is lost, and a person decides. */
async function decidedNotRefunded(): Promise<string> {
  await shop.press('sale.enter', { text: '2*1001' });
  await shop.press('payment.card', { total: 2 * bun });
  await shop.clock.advance(20_000);
  shop.network.mishaps.set('refund', [{ kind: 'cut', effect: false }]);
  await bringsOneBack();
  const [refund] = shop.view().refunds;
  expect(refund?.state.kind).toBe('undecided');
  const refundId = refund?.refundId ?? '';
  await shop.press('refund.decide', { refundId, refunded: false, reason: 'Nothing on the slip' });
  return refundId;
}

/** The request that was lost is carried out at last. */
function arrivesLate(refundId: string): void {
  const [payment] = shop.books.state.transactions;
  if (payment === undefined) throw new Error('There is no payment');
  const what = { amount: bun, transaction_status: 'PARTIALLY_REFUNDED', event_reference: refundId };
  shop.books.book(payment, { event: 'REFUND', success: true, ...what });
}

const refundedThere = (): number[] => shop.books.state.transactions.map((one) => totalsOf(one).refunded);
const alarms = (): string[] => shop.view().alarms.map(({ sentence }) => sentence.slice(0, 19));

describe('A refund that a person decided had not happened', () => {
  it('is not made once more when Dintero shows it done in the moment before', async () => {
    const refundId = await decidedNotRefunded();
    // By now the till looks every five minutes.
    await shop.clock.advance(2 * hour);
    arrivesLate(refundId);
    await bringsOneBack();
    expect(refundedThere()).toEqual([bun]);
    expect(
      shop
        .journal()
        .read.refundsOf('TEST22-1')
        .map(({ state }) => state),
    ).toEqual(['refused', 'refused']);
    await shop.clock.advance(6 * minute);
    expect(alarms()).toEqual(['Refunded after all:']);
    expect(refundedThere()).toEqual([bun]);
  });

  it('can be made again when Dintero shows nothing of it', async () => {
    await decidedNotRefunded();
    await bringsOneBack();
    expect(refundedThere()).toEqual([bun]);
    expect(alarms()).toEqual([]);
  });

  it('is watched for two days, wherever the counter’s clock jumps', async () => {
    const refundId = await decidedNotRefunded();
    shop.clock.jump(72 * hour);
    await shop.clock.advance(47 * hour);
    arrivesLate(refundId);
    await shop.clock.advance(6 * minute);
    expect(alarms()).toEqual(['Refunded after all:']);
  });

  it('is looked at once more when the till was off for those two days', async () => {
    const refundId = await decidedNotRefunded();
    shop.clock.jump(72 * hour);
    await shop.restart();
    await shop.clock.advance(5 * minute);
    arrivesLate(refundId);
    await shop.clock.advance(3 * minute);
    expect(alarms()).toEqual(['Refunded after all:']);
  });

  it('is looked at no more after them', async () => {
    await decidedNotRefunded();
    await shop.clock.advance(49 * hour);
    expect(shop.journal().read.watchedRefunds()).toEqual([]);
  });
});

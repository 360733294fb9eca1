import { afterEach, describe, expect, it } from 'vitest';
import { dinteroOf } from '../../helpers/dintero-of.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { kari, staff } from '../../helpers/staff.ts';

type Staff = Awaited<ReturnType<typeof staff>>;

let shop: Shop;
afterEach(() => shop.close());

const price = 19_950;

/** A bag of coffee, paid by card, whose refund's answer was lost and that a person decided. */
async function decided(refunded: boolean, operators: Staff = []): Promise<string> {
  shop = await openShop({ times: 20, settings: { operators } });
  if (operators.length > 0) await shop.ask('operator.logIn', kari);
  await shop.ask('sale.enter', { text: 'sku-coffee-001' });
  await shop.ask('payment.card', { total: price });
  await shop.until('the approval', (view) => view.counter.kind === 'done');
  shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' });
  const { refundId } = await shop.ask('refund.begin', everything);
  await shop.until('undecided', (view) => view.refunds.some(({ state }) => state.kind === 'undecided'));
  await shop.ask('refund.decide', { refundId, refunded, reason: 'Seen at Dintero' });
  return refundId;
}

const everything = {
  receiptNumber: 1,
  wanted: { kind: 'all' },
  how: 'as-paid',
  reason: 'Angret',
  left: price,
} as const;

/** The request that was lost arrives at last, and Dintero carries it out. */
async function arrivesLate(reference: string, amount = price): Promise<void> {
  const { simulator } = shop;
  const late = dinteroOf(simulator, 'Late');
  const [transaction] = simulator.books().transactions;
  await late.refund(transaction?.id ?? '', { amount, reason: 'Angret', refund_reference: reference });
}

const alarmed = () => shop.until('the alarm', (view) => view.alarms.some(({ of }) => of === 'refund'));
const refundedThere = () => shop.simulator.books().totals.map((one) => one.refunded);

describe('A refund that a person decided had not happened', () => {
  it('is watched over a power cut, and raises an alarm when it did happen', async () => {
    const refundId = await decided(false);
    shop.cutPower();
    shop.switchOn();
    await arrivesLate(refundId);
    const { alarms } = await alarmed();
    expect(alarms).toMatchObject([{ of: 'refund', about: refundId, amount: price, canAttach: true }]);
    expect(alarms[0]?.sentence).toMatch(/^Refunded after all/);
    // Nothing of the receipt goes back before that is settled.
    expect(await shop.refused('refund.begin', everything)).toBe('REFUND-WAITS');
    await shop.ask('alarm.settle', { alarm: alarms[0]?.alarm ?? 0, how: 'attach', reason: 'Seen' });
    expect(shop.view().alarms).toEqual([]);
    expect(shop.journal().read.returnedSale(2)?.returned).toMatchObject({ refundId, total: -price });
    expect((await shop.ask('receipt.show', { receiptNumber: 1 })).detail.left).toBe(0);
    expect(refundedThere()).toEqual([price]);
  });

  it('is told of on a locked till too, without its amount', async () => {
    const refundId = await decided(false, await staff());
    await shop.ask('operator.lock', {});
    await arrivesLate(refundId);
    const { access } = await shop.until(
      'the alarm',
      (view) => view.access.kind === 'locked' && view.access.alarms.length > 0,
    );
    expect(access).toMatchObject({ alarms: [expect.stringMatching(/^Refunded after all/)] });
    expect(JSON.stringify(access)).not.toMatch(/199[.,]?50/);
  });

  it('is for a person to see to when its goods went back again meanwhile', async () => {
    const refundId = await decided(false);
    await shop.ask('refund.begin', { ...everything, how: 'cash' });
    await arrivesLate(refundId);
    const { alarms } = await alarmed();
    expect(alarms).toMatchObject([{ canAttach: false, canHandleElsewhere: true }]);
    const settle = { alarm: alarms[0]?.alarm ?? 0, reason: 'Claimed back' };
    expect(await shop.refused('alarm.settle', { ...settle, how: 'attach' })).toBe('NOT-ALLOWED-NOW');
    await shop.ask('alarm.settle', { ...settle, how: 'handled-elsewhere' });
    expect(shop.view().alarms).toEqual([]);
    expect(shop.journal().read.returnedSale(3)).toBeNull();
  });

  it('raises an alarm too when Dintero gave back another amount, and writes no receipt of it', async () => {
    const refundId = await decided(false);
    await arrivesLate(refundId, 5_000);
    const { alarms } = await alarmed();
    expect(alarms).toMatchObject([{ canAttach: false }]);
  });
});

describe('A refund that a person decided had happened', () => {
  it('is watched until Dintero confirms it', async () => {
    const refundId = await decided(true);
    await arrivesLate(refundId);
    await shop.until('the end of the watch', () => shop.journal().read.watchedRefunds().length === 0);
    expect(shop.view().alarms).toEqual([]);
    expect(shop.journal().read.refundEntries(refundId).at(-1)).toMatchObject({
      kind: 'refund.watch-ended',
      body: { confirmed: true },
    });
  });

  it('raises an alarm when Dintero refuses it after all', async () => {
    const refundId = await decided(true);
    shop.simulator.chooseRefund({ kind: 'refused', reply: 'finished' });
    await arrivesLate(refundId);
    const { alarms } = await alarmed();
    expect(alarms[0]?.sentence).toMatch(/^Not refunded after all/);
    expect(alarms).toMatchObject([{ canAttach: false, canRefund: false }]);
  });
});

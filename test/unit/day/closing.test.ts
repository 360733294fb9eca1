import { afterEach, describe, expect, it } from 'vitest';
import { openForReading } from '../../../main/journal/open.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { byCard, cash, countOf, lastReport } from './helpers.ts';

let shop: Shop;
afterEach(() => shop.close());

const inTheWay = async (): Promise<string[]> =>
  (await shop.ask('day.view', {})).unsettled.map(({ what }) => what.kind);
const closes = { number: 1, reason: null };

describe('The Z report', () => {
  it('is refused while a sale is on the counter or parked, and says which', async () => {
    shop = await openShop();
    await shop.ask('sale.enter', { text: '1001' });
    expect(await inTheWay()).toEqual(['open-sale']);
    expect(await shop.refused('day.close', closes)).toBe('DAY-UNSETTLED');
    await shop.ask('sale.park', { name: 'Blue coat' });
    const { unsettled } = await shop.ask('day.view', {});
    expect(unsettled).toMatchObject([{ what: { kind: 'parked-sale', saleId: 'TEST22-1' } }]);
    expect(unsettled[0]?.sentence).toContain('Blue coat');
    expect(await shop.refused('day.close', closes)).toBe('DAY-UNSETTLED');
  });

  it('is refused while a card payment is not decided, and made when it is', async () => {
    shop = await openShop({ rules: { answerAfterMs: 600 } });
    await shop.ask('sale.enter', { text: '1002' });
    await shop.ask('payment.card', { total: 12_990 });
    expect(await inTheWay()).toEqual(['payment']);
    expect(await shop.refused('day.close', closes)).toBe('DAY-UNSETTLED');
    await shop.until('the approval', (view) => view.counter.kind === 'done');
    expect((await shop.ask('day.close', closes)).summary).toMatchObject({ kind: 'z', number: 1 });
  });

  it('is refused while a difference with Dintero is not settled', async () => {
    shop = await openShop();
    shop.journal().write(null, (tx) =>
      tx.append('case.opened', {
        case: 1,
        difference: 'paid-there-only:T1',
        kind: 'paid-there-only',
        transactionId: 'T1',
        attemptId: null,
        amountHere: null,
        amountThere: 100 as never,
        currency: 'NOK',
        reference: '',
        detail: 'CAPTURED',
      }),
    );
    expect(await inTheWay()).toEqual(['case']);
    expect(await shop.refused('day.close', closes)).toBe('DAY-UNSETTLED');
    await shop.ask('case.settle', { case: 1, how: 'nothing-to-do', reason: 'A test payment' });
    await shop.ask('day.close', closes);
  });

  it('gives up an emptied sale instead of standing still for it', async () => {
    shop = await openShop();
    const { lineId } = await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('sale.removeLine', { lineId, reason: 'Wrong article' });
    await shop.ask('day.close', closes);
    expect(lastReport(shop, 'report.z').body.report.aborted).toEqual({ number: 1, amount: 0 });
    await shop.ask('sale.enter', { text: '1001' });
    expect(shop.view().counter).toMatchObject({ sale: { saleId: 'TEST22-2', total: 3_900 } });
  });

  it('says that Dintero could not be asked when there is no network', async () => {
    let cable = true;
    shop = await openShop({
      fetch: (input, init) =>
        cable
          ? fetch(input, init)
          : Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })),
    });
    cable = false;
    const { text } = await shop.ask('day.close', closes);
    expect(lastReport(shop, 'report.z').body.match.kind).toBe('not-available');
    expect(text).toMatch(/Transactions +not available/);
  });

  it('tells what is paid and not yet captured, and is made all the same', async () => {
    shop = await openShop();
    expect((await shop.ask('day.view', {})).uncaptured).toEqual({ number: 0, amount: 0 });
    shop.simulator.chooseAnswer({ kind: 'authorized-only' });
    await shop.ask('sale.enter', { text: '1002' });
    await byCard(shop, 12_990);
    const day = await shop.ask('day.view', {});
    expect(day).toMatchObject({ uncaptured: { number: 1, amount: 12_990 }, unsettled: [] });
    const { text } = await shop.ask('day.close', closes);
    expect(lastReport(shop, 'report.z').body.uncaptured).toEqual({ number: 1, amount: 12_990 });
    expect(text).toMatch(/Paid, not yet captured +1 +129\.90/);
    const { transactionId } = shop.journal().read.uncapturedAttempts()[0] ?? {};
    shop.simulator.settle(transactionId ?? '', 'CAPTURED');
    shop.till().lookNow();
    await shop.until('the capture', () => shop.journal().read.uncapturedAttempts().length === 0);
    expect((await shop.ask('day.view', {})).uncaptured.number).toBe(0);
    expect((await shop.ask('day.close', { number: 2, reason: null })).text).not.toContain('captured');
  });

  it('is made once, however often the button is pressed', async () => {
    shop = await openShop();
    const pressed = await Promise.allSettled([shop.ask('day.close', closes), shop.ask('day.close', closes)]);
    expect(pressed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await shop.refused('day.close', closes)).toBe('NOT-ALLOWED-NOW');
    expect(await shop.ask('report.list', { before: null, limit: 10 })).toHaveLength(1);
  });

  it('follows from the entries alone: a rebuilt journal verifies, and its next number goes on', async () => {
    shop = await openShop();
    await shop.ask('sale.enter', { text: '1001' });
    await byCard(shop, 3_900);
    await shop.ask('day.close', closes);
    await shop.ask('day.x', {});
    const db = openForReading(shop.journalPath);
    if (!db.ok) throw new Error(db.error.detail);
    expect(verify(db.value).wrong).toBeNull();
    db.value.close();
    expect((await shop.ask('day.view', {})).number).toBe(2);
  });
});

describe('The count of the drawer', () => {
  async function withCash(): Promise<void> {
    shop = await openShop();
    await shop.ask('sale.enter', { text: '1001' });
    await cash(shop, 3_900, 5_000);
  }

  it('is asked for when cash was taken', async () => {
    await withCash();
    expect(await shop.refused('day.close', closes)).toBe('COUNT-MISSING');
  });

  it('tells what was expected only when it is made', async () => {
    await withCash();
    const before = await shop.ask('day.view', {});
    expect(before.count).toBeNull();
    expect(JSON.stringify(before)).not.toContain('3900');
    await shop.ask('day.count', { counts: countOf({ 2_000: 1 }) });
    expect((await shop.ask('day.view', {})).count).toEqual({
      expected: 3_900,
      counted: 2_000,
      difference: -1_900,
    });
  });

  it('holds a blank field for blank, not for zero', async () => {
    await withCash();
    const counts = countOf({ 2_000: 1, 1_000: 1, 500: 1, 100: 4 });
    const blank = counts.map((one) => (one.denomination === 100_000 ? { ...one, count: null } : one));
    expect(await shop.refused('day.count', { counts: blank })).toBe('COUNT-INCOMPLETE');
    expect(await shop.refused('day.count', { counts: counts.slice(1) })).toBe('COUNT-INCOMPLETE');
    await shop.ask('day.count', { counts });
    await shop.ask('day.close', closes);
  });

  it('needs a reason for a difference', async () => {
    await withCash();
    await shop.ask('day.count', { counts: countOf({ 2_000: 2 }) });
    expect(await shop.refused('day.close', closes)).toBe('COUNT-UNEXPLAINED');
    await shop.ask('day.close', { number: 1, reason: 'A krone too much given' });
    expect(lastReport(shop, 'report.z').body.count).toMatchObject({
      difference: 100,
      reason: 'A krone too much given',
    });
  });

  it('is kept each time it is made, and counts no more once cash has moved', async () => {
    await withCash();
    await shop.ask('day.count', { counts: countOf({ 2_000: 1 }) });
    await shop.ask('day.count', { counts: countOf({ 2_000: 1, 1_000: 1, 500: 1, 100: 4 }) });
    expect(shop.journal().read.lastCount()?.difference).toBe(0);
    await shop.ask('day.moveCash', { kind: 'drop', amount: 2_000, reason: 'To the safe' });
    expect(await shop.refused('day.close', closes)).toBe('COUNT-MISSING');
  });
});

describe('A count of an earlier day', () => {
  it('is none of today, though as much should lie in the drawer again', async () => {
    shop = await openShop();
    await shop.ask('day.float', { amount: 100_000, reason: null });
    await shop.ask('day.count', { counts: countOf({ 100_000: 1 }) });
    await shop.ask('day.close', closes);
    await shop.ask('day.float', { amount: 100_000, reason: null });
    expect((await shop.ask('day.view', {})).count).toBeNull();
    expect(await shop.refused('day.close', { number: 2, reason: null })).toBe('COUNT-MISSING');
  });
});

describe('The opening float', () => {
  it('is asked for once cash was taken without one, and not forced', async () => {
    shop = await openShop();
    const asked = (): boolean => shop.view().notices.some(({ code }) => code === 'FLOAT-MISSING');
    expect(asked()).toBe(false);
    await shop.ask('sale.enter', { text: '1001' });
    await cash(shop, 3_900, 5_000);
    expect(asked()).toBe(true);
    await shop.ask('day.float', { amount: 100_000, reason: null });
    expect(asked()).toBe(false);
  });

  it('is changed with a reason only', async () => {
    shop = await openShop();
    await shop.ask('day.float', { amount: 100_000, reason: null });
    expect(await shop.refused('day.float', { amount: 90_000, reason: null })).toBe('FLOAT-REGISTERED');
    await shop.ask('day.float', { amount: 90_000, reason: 'Counted wrong' });
    expect((await shop.ask('day.view', {})).openingFloat).toBe(90_000);
  });
});

describe('A payment that came after the Z', () => {
  it('raises its alarm in the next day, stands in its figures, and holds its Z up until it is settled', async () => {
    shop = await openShop({ times: 80 });
    shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 600_000 });
    await shop.ask('sale.enter', { text: '1002' });
    await shop.ask('payment.card', { total: 12_990 });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    await shop.ask('payment.cancel', {});
    await shop.until(
      'the cancel',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'cancelled',
    );
    await shop.ask('payment.backToSale', {});
    await shop.ask('sale.clear', { reason: 'Customer left' });
    await shop.ask('day.close', closes);
    expect(lastReport(shop, 'report.z').body.report.lateApprovals).toEqual({ number: 0, amount: 0 });

    await shop.until('the alarm', (view) => view.alarms.length === 1);
    expect(await inTheWay()).toEqual(['alarm']);
    expect(await shop.refused('day.close', { number: 2, reason: null })).toBe('DAY-UNSETTLED');
    await shop.ask('alarm.settle', { alarm: 1, how: 'handled-elsewhere', reason: 'Refunded in Dintero' });
    await shop.ask('day.close', { number: 2, reason: null });
    const { report } = lastReport(shop, 'report.z').body;
    expect(report.lateApprovals).toEqual({ number: 1, amount: 12_990 });
    expect(report.salesReceipts).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asks, CallName } from '../../../preload/contract/calls.ts';
import type { TillError } from '../../../preload/contract/errors.ts';
import { type OperatorSettings, operatorSettings } from '../../../preload/contract/operator.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { kari, ola, staff } from '../../helpers/staff.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop({ settings: { operators: await staff() } });
  await shop.ask('operator.logIn', ola);
});
afterEach(() => shop.close());

async function refusal<N extends CallName>(name: N, asks: Asks<N>): Promise<TillError> {
  const reply = await shop.till().handle(name, asks);
  if (reply.ok) throw new Error(`${name} was not refused`);
  return reply.error;
}

/** The id by which a manager may let through what is refused here. */
async function approvalFor<N extends CallName>(name: N, asks: Asks<N>): Promise<string> {
  const { code, approval } = await refusal(name, asks);
  expect(code).toBe('MANAGER-NEEDED');
  return approval ?? '';
}

/** A manager changes the table, and the cashier goes on. */
async function set(change: Partial<OperatorSettings>): Promise<void> {
  await shop.ask('operator.logIn', kari);
  const { operators } = await shop.ask('settings.shop', {});
  await shop.ask('settings.change', { section: 'operators', value: { ...operators, ...change } });
  await shop.ask('operator.logIn', ola);
}

const approvals = () =>
  entriesIn(shop.journalPath).flatMap(({ kind, operator, body }) =>
    kind === 'manager.approved' ? [{ operator, ...body }] : [],
  );
const drawer = { reason: 'Change' };

describe('What needs a manager', () => {
  it('is done once with a manager’s PIN, and the cashier stays logged in', async () => {
    const approval = await approvalFor('day.openDrawer', drawer);
    await shop.ask('operator.approve', { approval, ...kari });
    expect(shop.view().access).toMatchObject({ kind: 'logged-in', name: 'Ola' });
    await shop.ask('day.openDrawer', drawer);
    expect(await shop.refused('day.openDrawer', drawer)).toBe('MANAGER-NEEDED');
    expect(approvals()).toEqual([{ operator: 'Ola', manager: 'Kari', act: 'open-drawer', about: 'Change' }]);
    expect(
      entriesIn(shop.journalPath).flatMap(({ kind, operator }) =>
        kind === 'drawer.opened' ? [operator] : [],
      ),
    ).toEqual(['Ola']);
  });

  it('is let through for exactly what was asked and nothing else', async () => {
    const approval = await approvalFor('day.openDrawer', drawer);
    await shop.ask('operator.approve', { approval, ...kari });
    expect(await shop.refused('day.openDrawer', { reason: 'Another' })).toBe('MANAGER-NEEDED');
    expect(await shop.refused('export.start', { format: 'csv', from: '2026-01-01', to: '2026-01-02' })).toBe(
      'MANAGER-NEEDED',
    );
  });

  it('is not let through by a cashier, a wrong PIN, a made-up approval, or for the next one to log in', async () => {
    const approval = await approvalFor('day.openDrawer', drawer);
    expect(await shop.refused('operator.approve', { approval, ...ola })).toBe('NOT-A-MANAGER');
    expect(await shop.refused('operator.approve', { approval, name: 'Kari', pin: '0000' })).toBe('PIN-WRONG');
    expect(await shop.refused('operator.approve', { approval: 'mine', ...kari })).toBe('APPROVAL-GONE');
    expect(await shop.refused('day.openDrawer', drawer)).toBe('MANAGER-NEEDED');
    await shop.ask('operator.approve', { approval, ...kari });
    await shop.ask('operator.logIn', ola);
    expect(await shop.refused('day.openDrawer', drawer)).toBe('MANAGER-NEEDED');
    expect(await shop.refused('operator.approve', { approval, ...kari })).toBe('APPROVAL-GONE');
  });

  it('may be two things at once, each with its own yes, and a yes is kept until the thing is done', async () => {
    await shop.ask('sale.enter', { text: '1002' });
    await shop.ask('sale.discount', { lineId: '1', discount: { kind: 'amount', amount: 1_000 } });
    const cheaper = { lineId: '1', unitPrice: 2_000, reason: 'Broken' } as const;
    const price = await refusal('sale.setPrice', cheaper);
    expect(price.sentence).toMatch(/^Changing prices/);
    await shop.ask('operator.approve', { approval: price.approval ?? '', ...kari });
    const discount = await refusal('sale.setPrice', cheaper);
    expect(discount.sentence).toMatch(/^A discount of 50\s%/);
    await shop.ask('operator.approve', { approval: discount.approval ?? '', ...kari });
    await shop.ask('sale.setPrice', cheaper);
    expect(approvals().map(({ act }) => act)).toEqual(['price-change', 'discount']);
  });

  it('is let through once, also where it is asked for twice at the same time', async () => {
    const approval = await approvalFor('day.openDrawer', drawer);
    await shop.ask('operator.approve', { approval, ...kari });
    const both = await Promise.all([
      shop.till().handle('day.openDrawer', drawer),
      shop.till().handle('day.openDrawer', drawer),
    ]);
    expect(both.map(({ ok: done }) => done)).toEqual([true, false]);
  });

  it('is nothing that a manager has to ask for', async () => {
    await shop.ask('operator.logIn', kari);
    await shop.ask('day.openDrawer', drawer);
    expect(approvals()).toEqual([]);
  });

  it('is said in the cashier’s language, with what it is about', async () => {
    await shop.ask('sale.enter', { text: '1002' });
    const discount = { lineId: null, discount: { kind: 'percent', rate: 2_500 } } as const;
    expect((await refusal('sale.discount', discount)).sentence).toMatch(
      /^A discount of 25\s% needs a manager/,
    );
    await shop.ask('settings.setLanguage', { language: 'nb' });
    expect((await refusal('sale.discount', discount)).sentence).toMatch(
      /^En rabatt på 25\s% krever en leder/,
    );
  });
});

describe('The shop’s table', () => {
  it('is a manager’s to change, whatever it says', async () => {
    await set({ settings: false });
    const value = operatorSettings.parse({});
    expect(await shop.refused('settings.change', { section: 'operators', value })).toBe('MANAGER-NEEDED');
    await shop.ask('settings.change', { section: 'receipt', value: { closing: 'Welcome back' } });
  });

  it('says how much of a discount a cashier may give, however it is put together', async () => {
    await set({ discountOver: 1_000 });
    await shop.ask('sale.enter', { text: '1002' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('sale.discount', { lineId: '1', discount: { kind: 'percent', rate: 1_000 } });
    const more = { lineId: null, discount: { kind: 'percent', rate: 500 } } as const;
    expect(await shop.refused('sale.discount', more)).toBe('MANAGER-NEEDED');
    await shop.ask('sale.discount', { lineId: '1', discount: null });
    // 16 kroner of 168.90 are less than a tenth; when the cup goes, they would be 16 of 39.
    await shop.ask('sale.discount', { lineId: null, discount: { kind: 'amount', amount: 1_600 } });
    expect(await shop.refused('sale.removeLine', { lineId: '1', reason: 'Regrets' })).toBe('MANAGER-NEEDED');
    await set({ discountOver: null });
    await shop.ask('sale.removeLine', { lineId: '1', reason: 'Regrets' });
  });

  it('says how much cash a cashier may take out of the drawer or put into it', async () => {
    const much = { kind: 'drop', amount: 50_001, reason: 'To the safe' } as const;
    await shop.ask('day.moveCash', { ...much, amount: 50_000 });
    const approval = await approvalFor('day.moveCash', much);
    await shop.ask('operator.approve', { approval, ...kari });
    expect(await shop.refused('day.moveCash', { ...much, amount: 90_000 })).toBe('MANAGER-NEEDED');
    await shop.ask('day.moveCash', much);
    expect(approvals().at(-1)).toMatchObject({ act: 'move-cash', about: 'drop; To the safe; amount 50001' });
    await set({ moveCashOver: null });
    await shop.ask('day.moveCash', much);
  });

  it('says how much may be refunded, many small refunds of one receipt taken together', async () => {
    await set({ refundOver: 8_000 });
    await shop.ask('sale.enter', { text: '3*1001' });
    await shop.ask('payment.cash', { total: 11_700, given: 11_700 });
    const one = (left: number): Asks<'refund.begin'> => ({
      receiptNumber: 1,
      wanted: { kind: 'lines', lines: [{ lineId: '1', quantity: 1000 }] },
      how: 'as-paid',
      reason: 'Regrets',
      left,
    });
    await shop.ask('refund.begin', one(11_700));
    await shop.ask('refund.begin', one(7_800));
    const approval = await approvalFor('refund.begin', one(3_900));
    await shop.ask('operator.approve', { approval, ...kari });
    await shop.ask('refund.begin', one(3_900));
    expect(approvals()).toEqual([
      { operator: 'Ola', manager: 'Kari', act: 'refund', about: 'receipt 1; amount 3900; together 11700' },
    ]);
  });

  it('keeps card money from being handed out in cash by a cashier alone', async () => {
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3_900 });
    await shop.until('the approval', ({ counter }) => counter.kind === 'done');
    const asked = {
      receiptNumber: 1,
      wanted: { kind: 'all' },
      how: 'cash',
      reason: 'Card is blocked',
      left: 3_900,
    } as const;
    const approval = await approvalFor('refund.begin', asked);
    await shop.ask('operator.approve', { approval, ...kari });
    await shop.ask('refund.begin', asked);
    expect(approvals()).toMatchObject([
      { act: 'refund', about: 'receipt 1; amount 3900; together 3900; card money in cash' },
    ]);
  });

  it('holds for exports, drawer, settings and imports, and not where it says no', async () => {
    const exported = { format: 'csv', from: '2026-01-01', to: '2026-01-02' } as const;
    const closing = { section: 'receipt', value: { closing: 'Hello' } } as const;
    const imported = { importId: 'mine' };
    expect(await shop.refused('export.start', exported)).toBe('MANAGER-NEEDED');
    expect(await shop.refused('settings.change', closing)).toBe('MANAGER-NEEDED');
    expect(await shop.refused('catalogue.acceptImport', imported)).toBe('MANAGER-NEEDED');
    await set({ export: false, settings: false, openDrawer: false, priceChange: false });
    expect(await shop.ask('export.start', exported)).toBeNull();
    await shop.ask('settings.change', closing);
    await shop.ask('day.openDrawer', drawer);
    expect(await shop.refused('catalogue.acceptImport', imported)).toBe('IMPORT-GONE');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../../../main/result.ts';
import type { UpdateEngine } from '../../../main/update/engine.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';
import { kari, ola, staff } from '../../helpers/staff.ts';
import { countOf } from '../day/helpers.ts';

let shop: Shop;
afterEach(() => shop.close());

let installed: number;

/** A shop whose till has found an update. */
async function withUpdate(options: ShopOptions = {}): Promise<void> {
  installed = 0;
  const updateEngine: UpdateEngine = {
    look: () => Promise.resolve(ok('9.9.9')),
    fetch: () => Promise.resolve(ok(undefined)),
    install: () => {
      installed += 1;
      return ok(undefined);
    },
  };
  shop = await openShop({ updateEngine, ...options });
  if (options.settings?.operators !== undefined) await shop.ask('operator.logIn', kari);
  expect((await shop.ask('update.look', {})).sentence).toMatch(/^No address/);
  await shop.ask('settings.change', {
    section: 'updates',
    value: { address: 'https://updates.example.com/', automatic: false },
  });
  await shop.ask('update.look', {});
}

const offered = () => shop.view().update;

describe('an update at the counter', () => {
  it('is offered, and installed at once on a till that has sold nothing', async () => {
    await withUpdate();
    expect(offered()).toMatchObject({ version: '9.9.9', may: 'now' });
    await shop.ask('update.install', { despite: false });
    expect(installed).toBe(1);
    expect(offered()).toBeNull();
    expect(await shop.refused('update.install', { despite: true })).toBe('NOT-ALLOWED-NOW');
  });

  it('waits for the sale on the counter, whatever is said', async () => {
    await withUpdate();
    await shop.ask('sale.enter', { text: '1001' });
    expect(offered()).toMatchObject({
      may: 'no',
      sentence: expect.stringContaining('sale on the counter') as string,
    });
    expect(await shop.refused('update.install', { despite: true })).toBe('UPDATE-NOT-NOW');
    await shop.ask('sale.park', { name: '' });
    expect(offered()).toMatchObject({ may: 'now' });
  });

  it('waits for the terminal, and until the day is closed unless a manager says so', async () => {
    await withUpdate({ rules: { answerAfterMs: 300 } });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    expect(offered()).toMatchObject({ may: 'no', sentence: expect.stringContaining('payment') as string });
    expect(await shop.refused('update.install', { despite: true })).toBe('UPDATE-NOT-NOW');
    await shop.until('the approval', (view) => view.counter.kind === 'done');
    expect(offered()).toMatchObject({ may: 'manager' });
    expect(await shop.refused('update.install', { despite: false })).toBe('UPDATE-NOT-NOW');
    await shop.ask('day.close', { number: 1, reason: null });
    expect(offered()).toMatchObject({ may: 'now' });
    expect(installed).toBe(0);
  });

  it('waits for a refund that asks for the card at the terminal', async () => {
    await withUpdate();
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    await shop.until('the approval', (view) => view.counter.kind === 'done');
    shop.simulator.chooseRefund({ kind: 'absent' });
    await shop.ask('refund.begin', {
      receiptNumber: 1,
      wanted: { kind: 'all' },
      how: 'as-paid',
      reason: 'Angret',
      left: 3900,
    });
    await shop.until('the terminal', (view) => view.refunds.some(({ state }) => state.kind === 'accepted'));
    expect(offered()).toMatchObject({ may: 'no', sentence: expect.stringContaining('refund') as string });
    expect(await shop.refused('update.install', { despite: true })).toBe('UPDATE-NOT-NOW');
  });

  it('needs a manager while a payment that was put aside is not decided', async () => {
    await withUpdate();
    shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
    shop.simulator.inject({ on: 'findSessions', kind: 'status', status: 500, lasts: 'always' });
    shop.simulator.inject({ on: 'findTransactions', kind: 'status', status: 500, lasts: 'always' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    await shop.until(
      'undecided',
      ({ counter }) => counter.kind === 'paying' && counter.payment.state.kind === 'undecided',
    );
    expect(offered()).toMatchObject({ may: 'no' });
    await shop.ask('payment.setAside', {});
    expect(offered()).toMatchObject({
      may: 'manager',
      sentence: expect.stringContaining('not decided') as string,
    });
  });

  it('is out of sight after “later”, and back when the day is closed', async () => {
    await withUpdate();
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.cash', { total: 3900, given: 3900 });
    await shop.ask('sale.startNew', {});
    await shop.ask('update.later', {});
    expect(offered()).toBeNull();
    expect((await shop.ask('update.status', {})).sentence).toContain('9.9.9');
    await shop.ask('day.count', { counts: countOf({ 100: 39 }) });
    await shop.ask('day.close', { number: 1, reason: null });
    expect(offered()).toMatchObject({ may: 'now' });
  });

  it('is a manager’s act where the shop has operators, and stands in the journal', async () => {
    await withUpdate({ settings: { operators: await staff() } });
    await shop.ask('operator.logIn', ola);
    const refused = await shop.till().handle('update.install', { despite: false });
    if (refused.ok) throw new Error('It was installed');
    expect(refused.error.code).toBe('MANAGER-NEEDED');
    await shop.ask('operator.approve', { approval: refused.error.approval ?? '', ...kari });
    await shop.ask('update.install', { despite: false });
    expect(installed).toBe(1);
    const approvals = entriesIn(shop.journalPath).filter(({ kind }) => kind === 'manager.approved');
    expect(approvals.map(({ body }) => body)).toMatchObject([{ act: 'update', about: 'version 9.9.9' }]);
  });
});

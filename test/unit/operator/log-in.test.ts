import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerView } from '../../../main/counter/customer-view.ts';
import { calls, type CallName } from '../../../preload/contract/calls.ts';
import type { TillView } from '../../../preload/contract/view.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';
import { kari, ola, staff } from '../../helpers/staff.ts';

let shop: Shop;
let operators: Awaited<ReturnType<typeof staff>>;
beforeEach(async () => {
  operators = await staff();
});
afterEach(() => shop.close());

async function open(options: ShopOptions = {}): Promise<Shop> {
  shop = await openShop({ settings: { operators }, ...options });
  return shop;
}

const access = () => shop.view().access;
const kinds = (prefix: string) =>
  entriesIn(shop.journalPath)
    .filter(({ kind }) => kind.startsWith(prefix))
    .map(({ kind, operator, body }) => ({ kind, operator, body }));
const isLocked = (view: TillView) => view.access.kind === 'locked';

describe('A till of a shop with operators', () => {
  it('is locked when it starts, also after a power cut with somebody logged in', async () => {
    await open();
    expect(access()).toMatchObject({ kind: 'locked', last: null, counter: { kind: 'nothing' } });
    await shop.ask('operator.logIn', ola);
    expect(access()).toEqual({ kind: 'logged-in', name: 'Ola', role: 'cashier' });
    shop.cutPower();
    shop.switchOn();
    expect(access()).toMatchObject({ kind: 'locked', last: null });
  });

  it('refuses every call but the view and the log-in while it is locked', async () => {
    await open();
    const free = new Set<CallName>(['till.view', 'operator.logIn']);
    for (const name of (Object.keys(calls) as CallName[]).filter((one) => !free.has(one))) {
      expect([name, await shop.refused(name, {})]).toEqual([name, 'LOCKED']);
    }
    expect(entriesIn(shop.journalPath).filter(({ kind }) => kind.startsWith('sale.'))).toEqual([]);
  });

  it('shows the customer no receipt’s code any more once it is locked, also when somebody logs in again', async () => {
    await open();
    await shop.ask('operator.logIn', ola);
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.cash', { total: 3900, given: 3900 });
    await shop.ask('sale.startNew', {});
    await shop.ask('receipt.qr', { receiptNumber: 1 });
    await shop.ask('receipt.turnQr', { turned: true });
    expect(customerView(shop.view()).shown).toMatchObject({ kind: 'receipt', qr: { receiptNumber: 1 } });
    await shop.ask('operator.logOut', {});
    expect(customerView(shop.view()).shown).toEqual({ kind: 'idle' });
    await shop.ask('operator.logIn', ola);
    expect(customerView(shop.view()).shown).toEqual({ kind: 'idle' });
  });

  it('writes down who came, who went, and under whose name each thing was done', async () => {
    await open();
    await shop.ask('operator.logIn', ola);
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('operator.logIn', kari);
    await shop.ask('payment.cash', { total: 3900, given: 3900 });
    await shop.ask('operator.logOut', {});
    expect(kinds('operator.logged')).toEqual([
      { kind: 'operator.logged-in', operator: 'Ola', body: {} },
      { kind: 'operator.logged-out', operator: 'Ola', body: {} },
      { kind: 'operator.logged-in', operator: 'Kari', body: {} },
      { kind: 'operator.logged-out', operator: 'Kari', body: {} },
    ]);
    expect(kinds('sale.').map(({ kind, operator }) => [kind, operator])).toEqual([
      ['sale.opened', 'Ola'],
      ['sale.line-added', 'Ola'],
      ['sale.completed', 'Kari'],
    ]);
  });

  it('writes a card payment’s receipt under the name of who took it, whoever stands there when it comes', async () => {
    await open({ times: 5, rules: { answerAfterMs: 2_000 } });
    await shop.ask('operator.logIn', ola);
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    await shop.ask('operator.lock', {});
    await shop.until(
      'the receipt',
      ({ access: now }) => now.kind === 'locked' && now.counter.kind === 'paid',
    );
    expect(kinds('sale.completed').map(({ operator }) => operator)).toEqual(['Ola']);
    expect(new Set(kinds('attempt.').map(({ operator }) => operator))).toEqual(new Set(['Ola']));
  });

  it('shows no amount and nothing that was sold while it is locked, and what becomes of a payment all the same', async () => {
    await open({ rules: { answerAfterMs: 60_000 } });
    await shop.ask('operator.logIn', ola);
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    await shop.until(
      'the prompt',
      ({ counter }) => counter.kind === 'paying' && counter.payment.state.kind === 'present-card',
    );
    await shop.ask('operator.lock', {});
    const view = shop.view();
    expect(view.access).toMatchObject({
      kind: 'locked',
      last: 'Ola',
      counter: { kind: 'payment', state: 'present-card' },
    });
    expect(JSON.stringify(view)).not.toMatch(/39[.,]?00|Kanelbolle/);
  });

  it('knows people by their names whatever the case, and nobody else', async () => {
    await open();
    expect(await shop.refused('operator.logIn', { name: 'Per', pin: '1234' })).toBe('OPERATOR-UNKNOWN');
    await shop.ask('operator.logIn', { name: 'kari', pin: '1234' });
    expect(access()).toMatchObject({ name: 'Kari' });
  });
});

describe('A wrong PIN', () => {
  const wrong = { ...ola, pin: '0000' };

  it('is written down without the PIN, and after three of them the name has to wait, longer each time', async () => {
    await open();
    for (let at = 0; at < 3; at += 1) expect(await shop.refused('operator.logIn', wrong)).toBe('PIN-WRONG');
    expect(await shop.refused('operator.logIn', ola)).toBe('PIN-WAIT');
    expect(kinds('operator.pin-refused').map(({ body }) => body)).toEqual(
      [1, 2, 3].map((inARow) => ({ name: 'Ola', wanted: 'log-in', inARow })),
    );
    // Others are not held up by it.
    await shop.ask('operator.logIn', kari);
  });

  it('still has to be waited for after a restart, and not for ever', async () => {
    await open();
    for (let at = 0; at < 3; at += 1) await shop.refused('operator.logIn', wrong);
    shop.cutPower();
    shop.switchOn();
    expect(await shop.refused('operator.logIn', ola)).toBe('PIN-WAIT');
    shop.moveClock(5_000);
    await shop.ask('operator.logIn', ola);
    shop.cutPower();
    shop.switchOn();
    // The right one clears what was before it.
    expect(await shop.refused('operator.logIn', wrong)).toBe('PIN-WRONG');
    await shop.ask('operator.logIn', ola);
  });

  it('is not waited for any less where somebody sets the machine’s clock', async () => {
    await open();
    for (let at = 0; at < 3; at += 1) await shop.refused('operator.logIn', wrong);
    shop.moveClock(3_600_000);
    expect(await shop.refused('operator.logIn', ola)).toBe('PIN-WAIT');
    shop.moveClock(-7_200_000);
    expect(await shop.refused('operator.logIn', ola)).toBe('PIN-WAIT');
  });

  it('gains nothing by being tried many times at once', async () => {
    await open();
    const tried = await Promise.all(
      ['0000', '1111', '2222', '3333', ola.pin].map((pin) =>
        shop.till().handle('operator.logIn', { name: 'Ola', pin }),
      ),
    );
    expect(tried.map((reply) => (reply.ok ? 'in' : reply.error.code))).toEqual([
      'PIN-WRONG',
      'PIN-WRONG',
      'PIN-WRONG',
      'PIN-WAIT',
      'PIN-WAIT',
    ]);
    expect(isLocked(shop.view())).toBe(true);
  });
});

describe('A till that nobody touches', () => {
  it('locks itself after the minutes that the shop set, and writes that down', async () => {
    await open({ times: 400 });
    await shop.ask('operator.logIn', kari);
    const { operators: now } = await shop.ask('settings.shop', {});
    await shop.ask('settings.change', { section: 'operators', value: { ...now, lockAfterMinutes: 1 } });
    await shop.until('the lock', isLocked);
    expect(kinds('operator.locked')).toEqual([
      { kind: 'operator.locked', operator: 'Kari', body: { why: 'idle' } },
    ]);
  });

  it('does not lock itself while a customer stands at the terminal', async () => {
    await open({ times: 400, rules: { answerAfterMs: 150_000 } });
    await shop.ask('operator.logIn', kari);
    const { operators: now } = await shop.ask('settings.shop', {});
    await shop.ask('settings.change', { section: 'operators', value: { ...now, lockAfterMinutes: 1 } });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    const paid = await shop.until('the approval', ({ counter }) => counter.kind === 'done');
    expect(paid.access.kind).toBe('logged-in');
    await shop.until('the lock', isLocked);
  });
});

describe('A till of a shop without operators', () => {
  it('asks nobody to log in, needs no manager, and writes no name', async () => {
    shop = await openShop();
    expect(access()).toEqual({ kind: 'free' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('sale.discount', { lineId: null, discount: { kind: 'percent', rate: 9_000 } });
    await shop.ask('day.openDrawer', { reason: 'Change' });
    expect(new Set(entriesIn(shop.journalPath).map(({ operator }) => operator))).toEqual(new Set([null]));
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { ToldByTerminal } from '../../../main/journal/entries/books.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';
import { byCard, giveBackOne } from './helpers.ts';
import { takenBySomebodyElse } from './somebody-else.ts';

let shop: Shop;
afterEach(() => shop.close());

const closes = { number: 1, reason: null };

/** Two card payments, 168.90 together, of which a bun went back to its card. */
async function aDay(options: ShopOptions = {}): Promise<void> {
  shop = await openShop({ times: 5, ...options, rules: { operationAfterMs: 50, ...options.rules } });
  await shop.ask('sale.enter', { text: '1001' });
  await byCard(shop, 3_900);
  await shop.ask('sale.enter', { text: '1002' });
  await byCard(shop, 12_990);
  await giveBackOne(shop, 1, '1', 3_900);
  await shop.until('the refund', () => shop.journal().read.openRefunds().length === 0);
}

const told = (): ToldByTerminal[] =>
  entriesIn(shop.journalPath).flatMap((entry) =>
    entry.kind === 'terminal.day-told' ? [entry.body.told] : [],
  );
const endsOfDay = () => shop.simulator.requests().filter(({ operation }) => operation === 'startOperation');

describe('The terminal’s own totals', () => {
  it('stand in the Z report beside the till’s', async () => {
    await aDay();
    const { text } = await shop.ask('day.close', closes);
    expect(text).toMatch(/Purchases +2 +168\.90/);
    expect(text).toMatch(/Reversals +1 +39\.00/);
    expect(text).toMatch(/Card in the till, net +3 +129\.90\n *Difference +0\.00/);
    const [z] = await shop.ask('report.list', { before: null, limit: 1 });
    expect((await shop.ask('report.show', { seq: z?.seq ?? 0 })).text).toBe(text);
  });

  it('show what somebody else took at the terminal', async () => {
    await aDay();
    await takenBySomebodyElse(shop.simulator, 3_900, 'faktura 4711');
    expect(await shop.refused('day.close', closes)).toBe('DAY-UNSETTLED');
    await shop.ask('case.settle', { case: 1, how: 'handled-elsewhere', reason: 'An invoice paid here' });
    const { text } = await shop.ask('day.close', closes);
    expect(text).toMatch(/Purchases +3 /);
    expect(text).toMatch(/129\.90\n *Difference +39\.00/);
  });

  it.each([403, 404])('are not available where Dintero answers %i, and the day is closed', async (status) => {
    await aDay();
    shop.simulator.inject({ kind: 'status', on: 'startOperation', status, lasts: 'always' });
    const { text } = await shop.ask('day.close', closes);
    expect(text).toMatch(/The terminal’s own totals\nTotals +not available/);
    expect(told()).toEqual([{ kind: 'not-available', code: `HTTP ${String(status)}` }]);
  });

  it('are not available from a terminal that does not answer', async () => {
    await aDay();
    shop.simulator.terminal('T0292').unplug();
    await shop.ask('day.close', closes);
    expect(told()).toEqual([{ kind: 'not-available', code: 'TIMEOUT' }]);
  });

  it('come when an operation that was under way is done', async () => {
    await aDay();
    shop.simulator.inject({ kind: 'status', on: 'startOperation', status: 409, retryAfterSeconds: 1 });
    await shop.ask('day.close', closes);
    expect(told()).toMatchObject([{ kind: 'totals' }]);
  });

  it('are asked for once, whatever becomes of the answer', async () => {
    await aDay();
    shop.simulator.inject({ kind: 'answer-lost', on: 'startOperation', effect: 'done' });
    await shop.ask('day.close', closes);
    expect(told()).toMatchObject([{ kind: 'totals', purchases: { number: 2 } }]);
    expect(new Set(endsOfDay().map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('are the same order after a power cut', async () => {
    await aDay();
    // The comparison, the order to the terminal, and what it told, which is not written any more.
    shop.cutPowerAtWrite(3, 'before');
    void shop.ask('day.close', closes).catch(() => undefined);
    await shop.dark();
    shop.switchOn();
    await shop.ask('day.close', closes);
    expect(told()).toMatchObject([{ kind: 'totals', purchases: { number: 2, amount: 16_890 } }]);
    const keys = endsOfDay().map(({ headers }) => headers['idempotency-key']);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });

  it('are not asked for where the shop does not want them', async () => {
    await aDay();
    await shop.ask('settings.change', {
      section: 'closing',
      value: { terminalTotals: false, drawers: 'till' },
    });
    const { text } = await shop.ask('day.close', closes);
    expect(text).not.toContain('terminal’s own');
    expect(endsOfDay()).toHaveLength(0);
  });
});

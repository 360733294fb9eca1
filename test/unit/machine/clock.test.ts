import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../main/journal/entries/index.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const day = 86_400_000;
const total = 3900;
type Jump = Extract<Entry, { kind: 'till.clock-jumped' }>;

function jumps(): Jump[] {
  return entriesIn(shop.journalPath).filter((entry) => entry.kind === 'till.clock-jumped');
}

/** By how much (hours, rounded) each journalled jump moved the clock. */
const hoursJumped = (): number[] =>
  jumps().map(({ body }) => Math.round((Date.parse(body.to) - Date.parse(body.from)) / 3_600_000));

async function jumpsAreJournalled(count: number): Promise<void> {
  await expect.poll(() => jumps().length, { interval: 100 }).toBe(count);
}

const presentCard = (): Promise<unknown> =>
  shop.until(
    'the prompt',
    (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
  );

describe.each([
  ['forward', day, 24],
  ['back', -day, -24],
])('A clock that jumps a day %s while the till runs', (_, by, hours) => {
  it('is journalled once, and the sales go on in their order', async () => {
    shop = await openShop({ times: 60 });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.cash', { total, given: 5000 });
    shop.moveClock(by);
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await shop.until(
      'the second receipt',
      (v) => v.counter.kind === 'done' && v.counter.receipt.receiptNumber === 2,
    );
    await jumpsAreJournalled(1);
    shop.moveClock(-by);
    await jumpsAreJournalled(2);
    expect(hoursJumped()).toEqual([hours, -hours]);
    expect(wrongIn(shop.journalPath)).toBeNull();
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
  });

  it('changes nothing about a payment that is under way', async () => {
    shop = await openShop({ times: 10 });
    shop.simulator.chooseAnswer({ kind: 'ignored' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await presentCard();
    shop.moveClock(by);
    shop.simulator.terminal('T0292').tapNow('approved');
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(shop.simulator.books().sessions).toHaveLength(1);
  });

  it('opens no case about a payment that Dintero dates otherwise', async () => {
    shop = await openShop();
    shop.moveClock(by);
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
    shop.moveClock(-by);
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
  });
});

describe('A clock at the start of the till', () => {
  it('that is behind the last entry is journalled, with both times', async () => {
    shop = await openShop();
    shop.cutPower();
    shop.moveClock(-day);
    shop.switchOn();
    expect(hoursJumped()).toEqual([-24]);
    await shop.ask('sale.enter', { text: '1001' });
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('that is ahead is not called wrong: the till was off', async () => {
    shop = await openShop();
    shop.cutPower();
    shop.moveClock(day);
    shop.switchOn();
    expect(jumps()).toEqual([]);
  });
});

describe('A machine that wakes up', () => {
  it('did not jump: time went on while it slept', async () => {
    shop = await openShop({ times: 60 });
    shop.moveClock(day);
    shop.till().lookNow();
    // A true jump after it shows that the till did look.
    shop.moveClock(-2 * day);
    await jumpsAreJournalled(1);
    expect(hoursJumped()).toEqual([-48]);
  });
});

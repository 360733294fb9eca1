import { copyFileSync, existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const total = 3_900;

async function payByCard(): Promise<void> {
  await shop.ask('payment.card', { total });
  await shop.until('the approval', ({ counter }) => counter.kind === 'done');
}

async function sellByCard(): Promise<void> {
  await shop.ask('sale.enter', { text: '1001' });
  await payByCard();
}

async function declineOne(): Promise<void> {
  shop.simulator.chooseAnswer({ kind: 'declined' });
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.card', { total });
  await shop.until(
    'the decline',
    ({ counter }) => counter.kind === 'paying' && counter.payment.state.kind === 'declined',
  );
}

/** A copy of the journal as it is now; gives what puts it in the journal's place while the till is off. */
async function copyOfNow(): Promise<() => void> {
  const copy = path.join(shop.folder, 'copy.sqlite');
  const copied = await shop.journal().backupTo(copy);
  if (!copied.ok) throw new Error(copied.error.detail);
  return () => {
    shop.cutPower();
    takeAway();
    copyFileSync(copy, shop.journalPath);
    shop.switchOn();
  };
}

function takeAway(): void {
  for (const end of ['', '-wal', '-shm']) rmSync(shop.journalPath + end, { force: true });
}

const references = () => shop.simulator.books().sessions.map(({ order }) => order.merchant_reference);
const lost = () =>
  entriesIn(shop.journalPath).flatMap((entry) =>
    entry.kind === 'till.attempts-lost' ? [entry.body.attemptIds] : [],
  );
const caseOf = (reference: string) => {
  const found = shop
    .journal()
    .read.openCases()
    .find((one) => one.reference === reference);
  if (found === undefined) throw new Error(`There is no case about ${reference}`);
  return found.case;
};

describe('A journal in whose place an old copy was put', () => {
  it('gives no name of a payment again that Dintero knows, and opens cases for the money', async () => {
    shop = await openShop({ times: 10 });
    await sellByCard();
    const putBack = await copyOfNow();
    await sellByCard();
    await declineOne();
    expect(references()).toEqual(['TEST22-1-1', 'TEST22-2-1', 'TEST22-3-1']);
    putBack();
    await shop.until('the case', ({ cases }) => cases.length === 1);
    await sellByCard();
    expect(references().at(-1)).toBe('TEST22-4-1');
    expect(new Set(references()).size).toBe(4);
    expect(lost()).toEqual([['TEST22-2-1', 'TEST22-3-1']]);
    expect(shop.journal().read.openCases()).toMatchObject([
      { kind: 'paid-there-only', reference: 'TEST22-2-1', amountThere: total },
    ]);
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('tells a sale that was rung up before Dintero had answered from the lost one of the same name', async () => {
    shop = await openShop({ times: 10 });
    const putBack = await copyOfNow();
    await sellByCard();
    putBack();
    await sellByCard();
    expect(references()).toEqual(['TEST22-1-1', 'TEST22-1-2']);
    expect(shop.simulator.books().totals.map(({ captured }) => captured)).toEqual([total, total]);
  });

  it('does not let a sale be paid again that Dintero was paid for, before a person has looked', async () => {
    shop = await openShop({ times: 10 });
    await shop.ask('sale.enter', { text: '1001' });
    const putBack = await copyOfNow();
    await payByCard();
    putBack();
    expect(await shop.refused('payment.card', { total })).toBe('SALE-HAS-CASE');
    expect(await shop.refused('payment.cash', { total, given: total })).toBe('SALE-HAS-CASE');
    await shop.ask('case.settle', {
      case: caseOf('TEST22-1-1'),
      how: 'handled-elsewhere',
      reason: 'Refunded in Dintero',
    });
    shop.simulator.chooseAnswer({ kind: 'declined' });
    await shop.ask('payment.card', { total });
    await shop.until(
      'the decline',
      ({ counter }) => counter.kind === 'paying' && counter.payment.state.kind === 'declined',
    );
    await payByCard();
    expect(references()).toEqual(['TEST22-1-1', 'TEST22-1-2', 'TEST22-1-3']);
  });

  it('takes no old payment for a new one when the next answer is lost', async () => {
    shop = await openShop({ times: 10 });
    const putBack = await copyOfNow();
    await sellByCard();
    putBack();
    shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'none' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await shop.until(
      'undecided',
      ({ counter }) => counter.kind === 'paying' && counter.payment.state.kind === 'undecided',
    );
    await shop.ask('payment.lookNow', {});
    const { counter } = shop.view();
    expect(counter).toMatchObject({ kind: 'paying', payment: { state: { kind: 'undecided' } } });
  });
});

describe('A journal that lost the end of its write-ahead log', () => {
  it('gives the lost attempt’s name to no other', async () => {
    shop = await openShop({ times: 10 });
    await sellByCard();
    const before = statSync(`${shop.journalPath}-wal`).size;
    await sellByCard();
    shop.cutPower();
    const torn = path.join(shop.folder, 'torn');
    for (const end of ['', '-wal']) copyFileSync(shop.journalPath + end, torn + end);
    truncateSync(`${torn}-wal`, before);
    takeAway();
    for (const end of ['', '-wal']) copyFileSync(torn + end, shop.journalPath + end);
    expect(existsSync(`${shop.journalPath}-shm`)).toBe(false);
    shop.switchOn();
    expect(shop.journal().read.nextSaleNumber()).toBe(2);
    await shop.until('the case', ({ cases }) => cases.length === 1);
    await sellByCard();
    expect(references()).toEqual(['TEST22-1-1', 'TEST22-2-1', 'TEST22-3-1']);
  });
});

describe('A till that cannot ask Dintero what it has lost', () => {
  const unlisted = { on: 'findTransactions', kind: 'status', lasts: 'always' } as const;

  it('charges no card after a power cut until it can, and takes cash', async () => {
    shop = await openShop({ times: 10 });
    await sellByCard();
    shop.cutPower();
    shop.simulator.inject({ ...unlisted, status: 503 });
    shop.switchOn();
    await shop.ask('sale.startNew', {});
    await shop.ask('sale.enter', { text: '1001' });
    expect(await shop.refused('payment.card', { total })).toBe('OFFLINE');
    await shop.ask('payment.cash', { total, given: total });
    shop.simulator.clearFaults();
    await sellByCard();
  });

  it('goes on after it was ended in good order', async () => {
    shop = await openShop({ times: 10 });
    await sellByCard();
    await shop.till().stop();
    shop.simulator.inject({ ...unlisted, status: 503 });
    shop.switchOn();
    await sellByCard();
  });

  it('goes on when it may not read lists', async () => {
    shop = await openShop({ times: 10 });
    await sellByCard();
    shop.cutPower();
    shop.simulator.inject({ ...unlisted, status: 403 });
    shop.switchOn();
    await sellByCard();
    expect(lost()).toEqual([]);
  });
});

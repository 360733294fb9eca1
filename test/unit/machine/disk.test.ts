import { renameSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../main/journal/index.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { type SmallDisk, smallDisk } from '../../helpers/small-disk.ts';

let disk: SmallDisk;
let shop: Shop;

beforeEach(async () => {
  disk = smallDisk(80);
  shop = await openShop({ folder: disk.folder, times: 5 });
});
afterEach(async () => {
  try {
    await shop.close();
  } finally {
    disk.remove();
  }
});

const total = 3900;
const ringUp = (): Promise<unknown> => shop.ask('sale.enter', { text: '1001' });
const sellsAgain = (): Promise<unknown> => shop.until('sales again', (view) => view.stopped === null);
const lines = (): number => {
  const { counter } = shop.view();
  return counter.kind === 'selling' ? counter.sale.lines.length : -1;
};

async function promptOnTerminal(): Promise<void> {
  shop.simulator.chooseAnswer({ kind: 'ignored' });
  await shop.ask('payment.card', { total });
  await shop.until(
    'the prompt',
    (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
  );
}

describe('A disk that is nearly full', () => {
  it('stops new sales, says so, and goes on by itself when there is room', async () => {
    disk.fillUpTo(40_000_000);
    const stopped = await shop.until('the stop', (view) => view.stopped !== null);
    expect(stopped.stopped).toMatchObject({ code: 'JOURNAL-FULL' });
    expect(stopped.stopped?.sentence).toContain('The disk is nearly full');
    expect(await shop.refused('sale.enter', { text: '1001' })).toBe('JOURNAL-FULL');
    expect(await shop.refused('sale.addFreeAmount', { amount: 100, vatRate: 2500, description: '' })).toBe(
      'JOURNAL-FULL',
    );
    disk.emptyAgain();
    await sellsAgain();
    await ringUp();
    expect(lines()).toBe(1);
  });

  it('lets the sale that is open be finished first, and a parked one after it', async () => {
    await ringUp();
    await shop.ask('sale.park', { name: 'Ola' });
    await ringUp();
    disk.fillUpTo(40_000_000);
    await shop.until('the notice', (v) => v.notices.some((notice) => notice.code === 'JOURNAL-FULL'));
    expect(shop.view().stopped).toBeNull();
    await shop.ask('payment.cash', { total, given: 5000 });
    await shop.ask('sale.startNew', {});
    expect(await shop.refused('sale.enter', { text: '1001' })).toBe('JOURNAL-FULL');
    const [parked] = shop.view().parked;
    await shop.ask('sale.resume', { saleId: parked?.saleId ?? '' });
    await shop.ask('payment.card', { total });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(shop.view().stopped).toBeNull();
    await shop.ask('sale.startNew', {});
    expect(shop.view().stopped).toMatchObject({ code: 'JOURNAL-FULL' });
  });
});

describe('A disk that is full', () => {
  it('takes nothing that could be lost, and the till goes on by itself, with everything as it was', async () => {
    await ringUp();
    disk.fillUpTo(0);
    // What is left in the last block of the journal's files may still take an entry or two.
    let refusal: string | null = null;
    let rungUp = 1;
    while (refusal === null) {
      const reply = await shop.till().handle('sale.enter', { text: '1001' });
      if (reply.ok) rungUp += 1;
      else refusal = reply.error.code;
    }
    expect(refusal).toBe('JOURNAL-FULL');
    expect(shop.view().stopped).toMatchObject({ code: 'JOURNAL-FULL' });
    expect(shop.view().counter).toMatchObject({ sale: { total: rungUp * total } });
    expect(await shop.refused('payment.cash', { total: rungUp * total, given: 1_000_000 })).toBe(
      'JOURNAL-FULL',
    );
    expect(await shop.refused('payment.card', { total: rungUp * total })).toBe('JOURNAL-FULL');
    disk.emptyAgain();
    await sellsAgain();
    await shop.ask('payment.cash', { total: rungUp * total, given: 1_000_000 });
    expect(wrongIn(shop.journalPath)).toBeNull();
    expect(entriesIn(shop.journalPath).filter((e) => e.kind === 'till.journal-writable')).toHaveLength(1);
    expect(shop.simulator.books().sessions).toEqual([]);
  });

  it('loses no payment that was approved meanwhile, and asks for none twice', async () => {
    await ringUp();
    await promptOnTerminal();
    disk.fillUpTo(0);
    shop.simulator.terminal('T0292').tapNow('approved');
    await shop.until('the stop', (view) => view.stopped !== null);
    expect(shop.view().counter.kind).toBe('paying');
    disk.emptyAgain();
    const done = await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(done.counter).toMatchObject({ receipt: { total, paidBy: 'card' } });
    await sellsAgain();
    expect(shop.simulator.books().sessions).toHaveLength(1);
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([total]);
    expect(wrongIn(shop.journalPath)).toBeNull();
  });
});

describe('A journal that cannot be written to', () => {
  it('is said at the start, is left as it is, and opens once the disk is writable', async () => {
    shop.cutPower();
    await shop.till().stop();
    shop.journal().close();
    disk.makeReadOnly();
    const options = { path: shop.journalPath, now: Date.now };
    expect(openJournal(options)).toMatchObject({ ok: false, error: { code: 'JOURNAL-NOT-WRITABLE' } });
    disk.makeWritable();
    const opened = openJournal(options);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });

  it('stops the till when the file is not in its place any more, and goes on when it is back', async () => {
    const away = `${shop.journalPath}.away`;
    renameSync(shop.journalPath, away);
    const stopped = await shop.until('the stop', (view) => view.stopped !== null);
    expect(stopped.stopped).toMatchObject({ code: 'JOURNAL-NOT-WRITABLE' });
    expect(await shop.refused('sale.enter', { text: '1001' })).toBe('JOURNAL-NOT-WRITABLE');
    renameSync(away, shop.journalPath);
    await sellsAgain();
    await ringUp();
    expect(wrongIn(shop.journalPath)).toBeNull();
  });
});

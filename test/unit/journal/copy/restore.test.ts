import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreJournal, type Restored } from '../../../../main/journal/copy/index.ts';
import { openForReading } from '../../../../main/journal/open.ts';
import { verify } from '../../../../main/journal/verify/index.ts';
import { giveBack, open, openSale, prepareAttempt, prepareRefund, sell, value, write } from '../shop.ts';
import { type Counter, counter, keeper } from './helpers.ts';

/** A shop's day: sales, a refund, and a sale on the counter whose payment nobody knows the end of. */
async function copied(): Promise<Counter & { readonly openSaleId: string }> {
  const made = counter();
  const { journal, order } = made;
  sell(journal);
  await keeper().round(order);
  sell(journal);
  giveBack(journal, prepareRefund(journal, 1, null));
  const openSaleId = openSale(journal);
  prepareAttempt(journal, openSaleId);
  await keeper().round(order);
  return { ...made, openSaleId };
}

function restore(of: Counter, more: { restored?: number; lastReceipt?: number; name?: string } = {}) {
  const target = path.join(path.dirname(of.copy), more.name ?? 'restored.sqlite');
  const restored = restoreJournal({
    copy: of.copy,
    target,
    machine: 'kassa-2',
    now: '2026-11-23T08:00:00.000Z',
    copiedAt: '2026-11-22T15:00:00.000Z',
    restored: more.restored ?? 0,
    lastReceipt: more.lastReceipt ?? null,
  });
  return { target, restored };
}

function made(of: ReturnType<typeof restore>): Restored {
  if (!of.restored.ok) throw new Error(of.restored.error);
  return of.restored.value;
}

describe('A journal restored from its copy', () => {
  it('holds every entry, word for word, says that it was restored, and is right', async () => {
    const shop = await copied();
    const done = restore(shop);
    const last = shop.journal.read.lastEntry();
    expect(made(done)).toMatchObject({ copiedTo: last?.seq, closed: false, machine: 'kassa-2' });
    const db = value(openForReading(done.target));
    const hash = db.prepare<[number], string>('SELECT hash FROM entry WHERE seq = ?').pluck();
    expect(hash.get(last?.seq ?? 0)).toBe(last?.hash);
    expect(verify(db)).toMatchObject({ wrong: null, receipts: 3 });
    db.close();
  });

  it('gives the next receipt number, and no reference that the old till may have used meanwhile', async () => {
    const shop = await copied();
    const done = restore(shop);
    made(done);
    const here = open(done.target);
    expect(here.read.currentSaleId()).toBe(shop.openSaleId);
    expect(here.read.nextReceiptNumber()).toBe(shop.journal.read.nextReceiptNumber());
    // The old till, still running, goes on too: with the open sale's next attempt, a new sale, a refund.
    const old = new Set<string>();
    const fresh = new Set<string>();
    for (const [journal, references] of [
      [shop.journal, old],
      [here, fresh],
    ] as const) {
      references.add(prepareAttempt(journal, shop.openSaleId));
      references.add(prepareAttempt(journal, shop.openSaleId));
      write(journal, (tx) => tx.append('sale.parked', { saleId: shop.openSaleId, name: 'Kari' }));
      references.add(prepareAttempt(journal, openSale(journal)));
      references.add(prepareRefund(journal, 2, null));
    }
    expect([...old].filter((reference) => fresh.has(reference))).toEqual([]);
    for (const reference of fresh) expect(reference).toMatch(/^[A-Za-z0-9-]{1,30}$/);
  });

  it('leaves room again when the same copy is restored a second time', async () => {
    const shop = await copied();
    const [one, two] = [restore(shop), restore(shop, { restored: 1, name: 'again.sqlite' })];
    const takenOne = made(one).taken;
    const takenTwo = made(two).taken;
    expect(takenTwo.sale - takenOne.sale).toBeGreaterThanOrEqual(10_000_000);
    expect(takenTwo.attempt).toBeGreaterThan(takenOne.attempt);
    expect(takenTwo.refund).toBeGreaterThan(takenOne.refund);
  });

  it('goes on after the last receipt that a person saw on paper, and the gap is explained', async () => {
    const shop = await copied();
    const done = restore(shop, { lastReceipt: 9 });
    made(done);
    const here = open(done.target);
    expect(here.read.nextReceiptNumber()).toBe(10);
    write(here, (tx) => tx.append('sale.parked', { saleId: shop.openSaleId, name: 'Kari' }));
    sell(here);
    const db = value(openForReading(done.target));
    // Tests sign with a fixed amount and number; what matters here is that the series is not called broken.
    expect(verify(db).wrong).toBeNull();
    db.close();
  });

  it('is told apart from one that was closed in good order', async () => {
    const shop = await copied();
    write(shop.journal, (tx) => tx.append('till.stopped', {}));
    await keeper().round(shop.order);
    expect(made(restore(shop)).closed).toBe(true);
  });

  it('is not made of a copy that somebody changed, and nothing half is left', async () => {
    const shop = await copied();
    const [name = ''] = readdirSync(shop.copy).filter((one) => one.endsWith('.jsonl'));
    const file = path.join(shop.copy, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Kaffe 1', 'Kaffe 2'));
    const done = restore(shop);
    expect(done.restored.ok).toBe(false);
    expect(existsSync(done.target)).toBe(false);
    expect(existsSync(`${done.target}-wal`)).toBe(false);
  });

  it('loses no more than a half line that was never whole', async () => {
    const shop = await copied();
    const [name = ''] = readdirSync(shop.copy).filter((one) => one.endsWith('.jsonl'));
    const file = path.join(shop.copy, name);
    writeFileSync(file, readFileSync(file).subarray(0, -20));
    expect(made(restore(shop)).copiedTo).toBe((shop.journal.read.lastEntry()?.seq ?? 0) - 1);
  });
});

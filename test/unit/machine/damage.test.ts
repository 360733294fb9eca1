import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, recoverJournal } from '../../../main/journal/index.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { fillTheShelves, indexLeaf, ruinPages, tableLeaf } from './ruin.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const price = 3900;

async function sellForCash(times: number): Promise<void> {
  for (let sale = 0; sale < times; sale += 1) {
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.cash', { total: price, given: 5000 });
  }
}

/** The power is cut, and nobody holds the file any more. */
async function endWithoutAWord(): Promise<void> {
  shop.cutPower();
  await shop.till().stop();
  shop.journal().close();
}

function newestReceipt(): number {
  const newest = entriesIn(shop.journalPath).findLast((entry) => entry.kind === 'sale.completed');
  return newest?.kind === 'sale.completed' ? newest.body.receiptNumber : 0;
}

/** The journal's two files as a power cut leaves them at this moment, in another place. */
function asThePowerCutLeavesIt(): { readonly file: string; readonly wal: Buffer } {
  const file = path.join(shop.folder, 'cut.sqlite');
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  copyFileSync(shop.journalPath, file);
  return { file, wal: readFileSync(`${shop.journalPath}-wal`) };
}

/** Puts a file in the journal's place, as the till finds it at its next start. */
async function putInPlace(file: string): Promise<void> {
  await endWithoutAWord();
  for (const end of ['', '-wal']) copyFileSync(file + end, shop.journalPath + end);
}

function opens(file: string): boolean {
  const opened = openJournal({ path: file, now: Date.now });
  if (opened.ok) opened.value.close();
  else expect(opened.error.code).toBe('JOURNAL-BROKEN');
  return opened.ok;
}

describe('A torn write-ahead file', () => {
  it('costs what was torn and nothing before it, wherever the tear is', async () => {
    await sellForCash(3);
    const { file, wal } = asThePowerCutLeavesIt();
    const all = entriesIn(shop.journalPath).length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: wal.length }), fc.boolean(), (at, torn) => {
        for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
        copyFileSync(shop.journalPath, file);
        const left = Buffer.from(wal);
        if (!torn && at < wal.length) left.writeUInt8(left.readUInt8(at) ^ 0x10, at);
        writeFileSync(`${file}-wal`, torn ? left.subarray(0, at) : left);
        // Whatever is left is whole in itself; a till never starts on half a sale.
        if (opens(file)) {
          expect(wrongIn(file)).toBeNull();
          expect(entriesIn(file).length).toBeLessThanOrEqual(all);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is healed by the next start, and the till sells on', async () => {
    await sellForCash(2);
    const whole = entriesIn(shop.journalPath);
    const { file, wal } = asThePowerCutLeavesIt();
    writeFileSync(`${file}-wal`, wal);
    truncateSync(`${file}-wal`, wal.length - 100);
    await putInPlace(file);
    shop.switchOn();
    const kept = entriesIn(shop.journalPath).filter((entry) => entry.seq < whole.length);
    expect(kept).toEqual(whole.slice(0, -1));
    // What was torn was the end of the second sale: it is on the counter again, as it was before it was paid.
    expect(shop.view().counter).toMatchObject({ kind: 'selling', sale: { total: price } });
    await shop.ask('payment.cash', { total: price, given: 5000 });
    expect(newestReceipt()).toBe(2);
    expect(wrongIn(shop.journalPath)).toBeNull();
  });
});

describe('A flipped bit in the journal', () => {
  function flipBitIn(text: string): void {
    const bytes = readFileSync(shop.journalPath);
    const at = bytes.indexOf(text);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x01, at);
    writeFileSync(shop.journalPath, bytes);
  }

  it('is found at the start; recovering sets the file aside and goes on after its last receipt', async () => {
    await sellForCash(3);
    const [, , entry] = entriesIn(shop.journalPath).filter(({ kind }) => kind === 'sale.completed');
    await endWithoutAWord();
    flipBitIn(`"saleId":"${entry?.kind === 'sale.completed' ? entry.body.saleId : ''}","seller"`);
    const options = { path: shop.journalPath, now: Date.now };
    expect(openJournal(options)).toMatchObject({ error: { code: 'JOURNAL-BROKEN' } });

    const recovered = recoverJournal(options);
    expect(recovered).toMatchObject({ ok: true });
    expect(readdirSync(shop.folder)).toContain(recovered.ok ? recovered.value.setAside : '');
    shop.switchOn();
    expect(newestReceipt()).toBe(2);
    await shop.ask('payment.cash', { total: price, given: 5000 });
    // Receipt 3 is on paper somewhere: its number is not given again.
    expect(newestReceipt()).toBe(4);
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('never makes the till fall over, wherever it is', async () => {
    await sellForCash(2);
    await endWithoutAWord();
    const bytes = readFileSync(shop.journalPath);
    const file = path.join(shop.folder, 'flipped.sqlite');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        (at, bit) => {
          for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
          const flipped = Buffer.from(bytes);
          flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
          writeFileSync(file, flipped);
          opens(file);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('A file that goes wrong under a till that runs', () => {
  /** Ruins the file of a till that is off. */
  async function ruin(holds: (page: Buffer) => boolean): Promise<number> {
    await endWithoutAWord();
    return ruinPages(shop.journalPath, holds);
  }

  it('stops the till with a sentence instead of a fault', async () => {
    fillTheShelves(shop.journal());
    // The index that finds articles by their name.
    const ruined = await ruin((page) => page.readUInt8(0) === indexLeaf && page.includes('prøvevare'));
    expect(ruined).toBeGreaterThan(0);
    shop.switchOn();
    expect(
      await shop.refused('catalogue.inGroup', { group: 'Prøver', from: 'first', skip: 49_000, limit: 100 }),
    ).toBe('JOURNAL-BROKEN');
    expect(shop.view().stopped).toMatchObject({ code: 'JOURNAL-BROKEN' });
    expect(shop.view().articles).toBe(50_004);
    expect(await shop.refused('sale.enter', { text: '1001' })).toBe('JOURNAL-BROKEN');
  });

  it('stops the till at its start, too', async () => {
    await sellForCash(1);
    fillTheShelves(shop.journal());
    // The table of receipts, where the till reads the last one after a power cut.
    const ruined = await ruin(
      (page) => page.readUInt8(0) === tableLeaf && page.includes('TEST22-1') && !page.includes('"saleId"'),
    );
    expect(ruined).toBe(1);
    shop.switchOn();
    expect(shop.view()).toMatchObject({ tillId: 'TEST22', stopped: { code: 'JOURNAL-BROKEN' } });
    expect(await shop.refused('sale.enter', { text: '1001' })).toBe('JOURNAL-BROKEN');
  });

  it('stops the till when what is to be shown cannot be read', async () => {
    await sellForCash(1);
    fillTheShelves(shop.journal());
    // The entry of the sale itself, which stands on the screen after a power cut.
    const ruined = await ruin(
      (page) => page.readUInt8(0) === tableLeaf && page.includes('"receiptNumber":1'),
    );
    expect(ruined).toBe(1);
    shop.switchOn();
    expect(shop.view()).toMatchObject({ tillId: 'TEST22', stopped: { code: 'JOURNAL-BROKEN' } });
    expect(await shop.refused('receipt.show', { receiptNumber: 1 })).toBe('JOURNAL-BROKEN');
  });
});

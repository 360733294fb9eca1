import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkExport, kindOfExport } from '../../../main/day/export/check/file.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';
import { byCard } from './helpers.ts';

let shop: Shop;
let place: string;
let books: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'kvitt-share-'));
  books = path.join(place, 'books');
  mkdirSync(books);
});
afterEach(async () => {
  await shop.close();
  rmSync(place, { recursive: true });
});

const closes = { number: 1, reason: null };

async function aDay(options: ShopOptions = {}): Promise<void> {
  shop = await openShop({
    times: 5,
    ...options,
    rules: { operationAfterMs: 20 },
    desk: { chooseFolder: () => Promise.resolve(books) },
  });
  await shop.ask('settings.chooseExportFolder', {});
  await shop.ask('sale.enter', { text: '1002' });
  await byCard(shop, 12_990);
}

const exported = () =>
  entriesIn(shop.journalPath).flatMap((entry) => (entry.kind === 'day.exported' ? [entry.body] : []));
const waits = (): boolean => shop.view().notices.some(({ code }) => code === 'DAY-EXPORT-WAITING');
const due = (): number => shop.journal().read.dueExports().length;

/** Everything that is due is written and said so in the journal. */
async function untilNothingIsDue(): Promise<void> {
  await expect.poll(due).toBe(0);
}

function filesOf(z: number): string[] {
  return readdirSync(path.join(books, `TEST22-Z${String(z)}`)).toSorted();
}

describe('The books of a closed day', () => {
  it('come into the shop’s folder by themselves, each form whole and an entry', async () => {
    await aDay();
    await shop.ask('day.close', closes);
    await untilNothingIsDue();
    expect(exported().map(({ z, format }) => [z, format])).toEqual([
      [1, 'csv'],
      [1, 'jsonl'],
      [1, 'saft'],
      [1, 'voucher'],
    ]);
    const files = filesOf(1);
    const whole = files.filter((name) => !name.endsWith('.sha256'));
    expect(whole).toHaveLength(7);
    expect(files).toHaveLength(14);
    for (const name of whole) {
      const kind = kindOfExport(name);
      if (kind === null) throw new Error(`${name} is no export`);
      expect(checkExport(path.join(books, 'TEST22-Z1', name), kind).wrong, name).toEqual([]);
    }
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('are exactly that day’s: no voucher is in two folders', async () => {
    await aDay();
    await shop.ask('settings.change', { section: 'dayExport', value: { formats: ['voucher'] } });
    await shop.ask('day.close', closes);
    await shop.ask('sale.enter', { text: '1001' });
    await byCard(shop, 3_900);
    await shop.ask('day.close', { number: 2, reason: null });
    await untilNothingIsDue();
    const vouchersIn = (z: number): Set<string> => {
      const name = filesOf(z).find((file) => file.endsWith('_bilag.csv')) ?? '';
      const rows = readFileSync(path.join(books, `TEST22-Z${String(z)}`, name), 'utf8')
        .trim()
        .split('\r\n');
      return new Set(rows.slice(1).map((line) => line.split(';')[0] ?? ''));
    };
    expect([vouchersIn(1), vouchersIn(2)]).toEqual([new Set(['1']), new Set(['2'])]);
  });

  it('use the shop’s own accounts', async () => {
    await aDay();
    const { accounts } = await shop.ask('settings.shop', {});
    await shop.ask('settings.change', { section: 'accounts', value: { ...accounts, card: '1599' } });
    await shop.ask('day.close', closes);
    await untilNothingIsDue();
    const name = filesOf(1).find((file) => file.endsWith('_bilag.csv')) ?? '';
    expect(readFileSync(path.join(books, 'TEST22-Z1', name), 'utf8')).toMatch(/;1599;Kort;;129,90;/);
  });

  it('wait for a share that is not there, say so, and come when it is, also after a restart', async () => {
    await aDay({ times: 60 });
    renameSync(books, `${books}-away`);
    await shop.ask('day.close', closes);
    await shop.until('the notice', waits);
    expect(shop.view().notices.find(({ code }) => code === 'DAY-EXPORT-WAITING')?.sentence).toContain(
      `Z report 1 are not in the folder for them yet (${books} is not there)`,
    );
    expect(readdirSync(place)).toEqual(['books-away']);
    shop.cutPower();
    shop.switchOn();
    await shop.until('the notice after the restart', waits);
    renameSync(`${books}-away`, books);
    await untilNothingIsDue();
    await shop.until('the notice to go', () => !waits());
    expect(filesOf(1)).toHaveLength(14);
  });

  it('are not written twice when the till dies before it has said that they are there', async () => {
    await aDay();
    await shop.ask('settings.change', { section: 'dayExport', value: { formats: ['csv'] } });
    // The comparison, the terminal's two, the Z, and then what says that the files are there.
    shop.cutPowerAtWrite(5, 'before');
    await shop.ask('day.close', closes);
    await shop.dark();
    const before = filesOf(1);
    expect(before).toHaveLength(6);
    expect(exported()).toEqual([]);
    writeFileSync(path.join(books, 'TEST22-Z1', '.half.csv.part'), 'half');
    shop.switchOn();
    await untilNothingIsDue();
    expect(filesOf(1)).toEqual(before);
    expect(exported()).toMatchObject([{ z: 1, format: 'csv' }]);
    expect(exported()[0]?.files).toHaveLength(3);
  });

  it('never take the place of another file, and wait', async () => {
    await aDay();
    await shop.ask('settings.change', { section: 'dayExport', value: { formats: ['jsonl'] } });
    shop.cutPowerAtWrite(5, 'before');
    await shop.ask('day.close', closes);
    await shop.dark();
    const file = path.join(books, 'TEST22-Z1', filesOf(1)[0] ?? '');
    expect(file).toMatch(/_journal\.jsonl$/);
    writeFileSync(file, 'something of the shop’s own');
    shop.switchOn();
    await shop.until('the notice', waits);
    expect(readFileSync(file, 'utf8')).toBe('something of the shop’s own');
    expect(due()).toBe(1);
  });

  it('are nobody’s matter where no folder was chosen', async () => {
    await aDay();
    await shop.ask('settings.forgetExportFolder', {});
    await shop.ask('day.close', closes);
    expect(due()).toBe(0);
    expect(waits()).toBe(false);
  });
});

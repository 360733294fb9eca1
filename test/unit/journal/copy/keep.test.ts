import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readAbout, writeAbout } from '../../../../main/journal/copy/index.ts';
import { openForReading } from '../../../../main/journal/open.ts';
import { verify } from '../../../../main/journal/verify/index.ts';
import { completed, cash, openSale, sell, value, write } from '../shop.ts';
import { counter, keeper } from './helpers.ts';

function linesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '');
}

describe('The second copy', () => {
  it('begins as a whole journal in one file, that is right in itself, with settings and identity and no secrets', async () => {
    const { order, journal, copy } = counter();
    sell(journal);
    const copied = await keeper().round(order);
    expect(copied).toMatchObject({ kind: 'kept', seq: journal.read.lastEntry()?.seq });
    expect(readdirSync(copy).sort()).toEqual([
      'copy.json',
      'entries-after-4.jsonl',
      'identity.json',
      'journal.sqlite',
      'settings.json',
    ]);
    const db = value(openForReading(path.join(copy, 'journal.sqlite')));
    expect(verify(db)).toMatchObject({ wrong: null, receipts: 1 });
    db.close();
  });

  it('grows by the entries that are new, and by nothing else', async () => {
    const { order, journal, copy } = counter();
    const helper = keeper();
    await helper.round(order);
    const whole = statSync(path.join(copy, 'journal.sqlite'));
    sell(journal);
    await helper.round(order);
    sell(journal);
    await helper.round(order);
    await helper.round(order);
    expect(linesOf(copy)).toHaveLength(6);
    expect(statSync(path.join(copy, 'journal.sqlite')).mtimeMs).toBe(whole.mtimeMs);
    expect(told(readAbout(copy))?.seq).toBe(journal.read.lastEntry()?.seq);
  });

  it('goes on where it was after the till was started again, over half a line that a pulled stick left', async () => {
    const { order, journal, copy } = counter();
    await keeper().round(order);
    sell(journal);
    await keeper().round(order);
    const [name = ''] = readdirSync(copy).filter((one) => one.endsWith('.jsonl'));
    appendFileSync(path.join(copy, name), '{"seq":5,"at":"2026-11-2');
    sell(journal);
    expect(await keeper().round(order)).toMatchObject({ kind: 'kept', seq: 7 });
    expect(linesOf(copy).map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([
      2, 3, 4, 5, 6, 7,
    ]);
  });

  it('says that the place is missing, makes no folder in its stead, and goes on when it is back', async () => {
    const { order, journal } = counter();
    const helper = keeper();
    await helper.round(order);
    renameSync(order.place, `${order.place}-pulled`);
    sell(journal);
    expect(await helper.round(order)).toEqual({ kind: 'missing' });
    expect(existsSync(order.place)).toBe(false);
    renameSync(`${order.place}-pulled`, order.place);
    expect(await helper.round(order)).toMatchObject({ kind: 'kept', seq: 4 });
  });

  it('takes an empty folder on the till’s own disk, where a stick was, for a stick that is not plugged in', async () => {
    const { order } = counter();
    expect(await keeper().round({ ...order, anotherDisk: true })).toEqual({ kind: 'missing' });
  });

  it('begins anew when somebody emptied the place', async () => {
    const { order, journal, copy } = counter();
    const helper = keeper();
    await helper.round(order);
    rmSync(copy, { recursive: true });
    sell(journal);
    expect(await helper.round(order)).toMatchObject({ kind: 'kept', seq: 4 });
    expect(existsSync(path.join(copy, 'journal.sqlite'))).toBe(true);
  });

  it('never writes over a copy that holds entries which the journal lost', async () => {
    const { order, journal, copy } = counter();
    const before = path.join(order.from, 'before.sqlite');
    value(await journal.backupTo(before));
    sell(journal);
    await keeper().round(order);
    journal.close();
    for (const end of ['', '-wal', '-shm'])
      rmSync(path.join(order.from, `journal.sqlite${end}`), { force: true });
    renameSync(before, path.join(order.from, 'journal.sqlite'));
    expect(await keeper().round(order)).toMatchObject({ kind: 'kept', seq: 1 });
    const [aside = ''] = readdirSync(order.place).filter((name) => name.includes('.set-aside-'));
    expect(told(readAbout(path.join(order.place, aside)))?.seq).toBe(4);
    expect(told(readAbout(copy))?.seq).toBe(1);
  });

  it('sets a copy aside whose lines somebody changed', async () => {
    const { order, journal, copy } = counter();
    await keeper().round(order);
    sell(journal);
    await keeper().round(order);
    const [name = ''] = readdirSync(copy).filter((one) => one.endsWith('.jsonl'));
    const file = path.join(copy, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('4500', '5500'));
    expect(await keeper().round(order)).toMatchObject({ kind: 'kept', seq: 4 });
    expect(readdirSync(order.place).filter((one) => one.includes('.set-aside-'))).toHaveLength(1);
  });

  it('keeps away from the copy of another install of the same till, and tells where that is', async () => {
    const { order, journal, copy } = counter();
    await keeper().round(order);
    const about = told(readAbout(copy));
    if (about === null) throw new Error('There is no copy');
    const taken = { install: 'second', machine: 'kassa-2', at: '2026-11-23T08:00:00.000Z' };
    writeAbout(copy, { ...about, taken });
    sell(journal);
    expect(await keeper().round(order)).toEqual({ kind: 'taken', machine: 'kassa-2', at: taken.at });
    expect(linesOf(copy)).toHaveLength(0);
    // The install that was restored from it goes on with it, and the old one is kept out all the same.
    expect(await keeper().round({ ...order, install: 'second', machine: 'kassa-2' })).toMatchObject({
      kind: 'kept',
    });
    expect(await keeper().round(order)).toMatchObject({ kind: 'taken', machine: 'kassa-2' });
  });

  it('does not take over a journal that is not right', async () => {
    const { order, journal, copy } = counter();
    sell(journal);
    journal.close();
    const db = new Database(path.join(order.from, 'journal.sqlite'));
    db.exec(`DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = '{}' WHERE seq = 2`);
    db.close();
    expect(await keeper().round(order)).toMatchObject({ kind: 'failed', why: 'wrong' });
    expect(readdirSync(copy)).toEqual([]);
  });

  it('says what the disk said when it cannot write there', async () => {
    const { order } = counter();
    writeFileSync(path.join(order.place, 'kvitt-K7F3QD'), 'a file in the way');
    expect(await keeper().round(order)).toMatchObject({ kind: 'failed', why: 'not-writable' });
  });

  it('copies what is written while it copies, in the next round', async () => {
    const { order, journal } = counter();
    const helper = keeper();
    const round = helper.round(order);
    const saleId = openSale(journal);
    write(journal, (tx) => tx.append('sale.completed', completed(tx, saleId, [cash()])));
    const copied = await round;
    expect(copied.kind).toBe('kept');
    expect(await helper.round(order)).toMatchObject({ seq: journal.read.lastEntry()?.seq });
  });
});

function told<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

it('is kept in folders of its own where two tills share a place', async () => {
  const { order } = counter();
  await keeper().round(order);
  await keeper().round({ ...order, tillId: 'ZZZZZZ' });
  expect(readdirSync(order.place).sort()).toEqual(['kvitt-K7F3QD', 'kvitt-ZZZZZZ']);
  mkdirSync(path.join(order.place, 'photos'));
  expect(await keeper().round(order)).toMatchObject({ kind: 'kept' });
});

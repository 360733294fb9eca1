import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryRow } from '../../../main/journal/entry.ts';
import { everyReceipt, openJournal, recoverJournal } from '../../../main/journal/index.ts';
import { openForReading } from '../../../main/journal/open.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import { folder, newJournal, noon, open, openSale, sell, tillId, value, write } from './shop.ts';

const later = () => noon + 86_400_000;
let file: string;

beforeEach(() => {
  file = path.join(folder(), 'journal.sqlite');
  const journal = newJournal(file);
  for (let sales = 0; sales < 5; sales += 1) sell(journal);
  journal.close();
});

function entries(of: string): EntryRow[] {
  const db = new Database(of, { readonly: true });
  const rows = db
    .prepare<[], EntryRow>('SELECT seq, at, kind, operator, body, hash FROM entry ORDER BY seq')
    .all();
  db.close();
  return rows;
}

function damageEntry(seq: number): void {
  const db = new Database(file);
  db.exec(`DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = '{' WHERE seq = ${seq}`);
  db.close();
}

/** Overwrites whole pages, as a disk does that lost them. */
function losePages(first: number, count: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096 * count, 0x5a), 0, 4096 * count, 4096 * (first - 1));
  closeSync(handle);
}

function pageOf(table: string): number {
  const db = new Database(file, { readonly: true });
  const page = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table);
  db.close();
  return page ?? 0;
}

const opens = () => {
  const opened = openJournal({ path: file, now: later });
  if (opened.ok) opened.value.close();
  return opened.ok ? 'opens' : opened.error.code;
};

describe('recovering a damaged journal', () => {
  it('keeps the entries before the break word for word, sets the file aside and writes down the break', () => {
    damageEntry(9);
    const before = readFileSync(file);
    const good = entries(file).slice(0, 8);
    expect(opens()).toBe('JOURNAL-BROKEN');

    const { setAside } = value(recoverJournal({ path: file, now: later }));
    expect(readFileSync(path.join(path.dirname(file), setAside))).toEqual(before);
    expect(entries(file).slice(0, 8)).toEqual(good);
    expect(entries(file)).toHaveLength(9);
    expect(JSON.parse(entries(file)[8]?.body ?? '')).toEqual({
      setAside,
      lastGoodSeq: 8,
      lostFromSeq: 9,
      reason: 'The chain of entries is broken.',
      taken: { sale: 5, receipt: 5, alarm: 0, z: 0 },
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes on after every number that was taken, also by entries that are lost', () => {
    damageEntry(9);
    value(recoverJournal({ path: file, now: later }));
    const journal = open(file);
    expect(journal.read.completedSale(2)?.sale.receiptNumber).toBe(2);
    expect(journal.read.completedSale(3)).toBeNull();
    expect(journal.read.nextReceiptNumber()).toBe(6);
    // The sale whose opening was kept and whose completion was lost is on the counter again.
    expect(journal.read.currentSaleId()).toBe(`${tillId}-3`);
    write(journal, (tx) =>
      tx.append('sale.aborted', { saleId: `${tillId}-3`, reason: 'Tapt', total: 0 as never }),
    );
    expect(openSale(journal)).toBe(`${tillId}-6`);
    journal.close();
    const db = value(openForReading(file));
    expect(verify(db).wrong).toBeNull();
    db.close();
  });

  it('goes on after the last number even when it was taken by the damaged entry itself', () => {
    damageEntry(16);
    value(recoverJournal({ path: file, now: later }));
    expect(open(file).read.nextReceiptNumber()).toBe(6);
  });

  it('goes on after the numbers when the tables are lost and the entries are there, and loses no entry', () => {
    losePages(pageOf('receipt'), 1);
    losePages(pageOf('line'), 1);
    expect(opens()).toBe('JOURNAL-BROKEN');
    value(recoverJournal({ path: file, now: later }));
    expect(JSON.parse(entries(file).at(-1)?.body ?? '')).toMatchObject({
      lastGoodSeq: 16,
      lostFromSeq: null,
    });
    expect(open(file).read.receipts({ ...everyReceipt, limit: 9 })).toHaveLength(5);
  });

  it('goes on after the numbers when the entries are lost and the tables are there', () => {
    losePages(pageOf('entry'), 1);
    value(recoverJournal({ path: file, now: later }));
    expect(entries(file)).toHaveLength(1);
    expect(open(file).read.nextReceiptNumber()).toBe(6);
  });

  it('touches nothing when nothing says which numbers were taken', () => {
    losePages(1, statSync(file).size / 4096);
    expect(recoverJournal({ path: file, now: later })).toMatchObject({
      ok: false,
      error: { code: 'JOURNAL-BROKEN' },
    });
    expect(readdirSync(path.dirname(file))).toEqual(['journal.sqlite']);
  });

  it('takes the entries that still wait in the side file along', () => {
    const journal = open(file);
    sell(journal);
    const db = new Database(file);
    db.exec("DROP TRIGGER entry_is_never_changed; UPDATE entry SET operator = 'Ola' WHERE seq = 18");
    db.close();
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    value(recoverJournal({ path: file, now: later }));
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(
      entries(file)
        .map((row) => row.kind)
        .slice(16),
    ).toEqual(['sale.opened', 'till.journal-recovered']);
  });

  it.each(['', '-wal', '-shm'])(
    'is finished by asking again after it was cut off while it moved files%s',
    (upTo) => {
      damageEntry(9);
      for (const end of ['-wal', '-shm']) closeSync(openSync(file + end, 'w'));
      // Puts the folder back into the state in which a power cut between two renames leaves it.
      const { setAside } = value(recoverJournal({ path: file, now: later }));
      const dir = path.dirname(file);
      renameSync(file, `${file}.recovered`);
      const ends = ['', '-wal', '-shm'];
      for (const end of ends.slice(ends.indexOf(upTo) + 1)) {
        const moved = path.join(dir, setAside + end);
        if (existsSync(moved)) renameSync(moved, file + end);
      }
      expect(opens()).toBe('JOURNAL-BROKEN');
      expect(value(recoverJournal({ path: file, now: later })).setAside).toBe(setAside);
      expect(opens()).toBe('opens');
      expect(entries(file)).toHaveLength(9);
      expect(readdirSync(dir)).not.toContain('journal.sqlite.recovered');
    },
  );
});

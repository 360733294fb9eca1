import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { journalError } from '../../../main/journal/error.ts';
import { type JournalWriter, openJournal, roomLeft } from '../../../main/journal/index.ts';
import { ore } from '../../../main/sale/money.ts';
import {
  completed,
  cash,
  folder,
  newJournal,
  noon,
  open,
  openSale,
  sell,
  tillId,
  value,
  write,
} from './shop.ts';

describe('writing into the journal', () => {
  it('gives entries numbers without gaps and chains them so that an outsider can make the hashes again', () => {
    const file = path.join(folder(), 'journal.sqlite');
    const journal = newJournal(file);
    sell(journal);
    journal.close();

    const db = new Database(file, { readonly: true });
    const rows = db
      .prepare<[], Record<'seq' | 'at' | 'kind' | 'operator' | 'body' | 'hash', string>>(
        'SELECT seq, at, kind, operator, body, hash FROM entry ORDER BY seq',
      )
      .all();
    db.close();
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4]);
    let previous = '0'.repeat(64);
    for (const { seq, at, kind, operator, body, hash } of rows) {
      const text = [previous, seq, at, kind, operator, body].join('\n');
      expect(hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      previous = hash;
    }
  });

  it('writes nothing of a transaction whose work throws, and throws on', () => {
    const journal = newJournal(path.join(folder(), 'journal.sqlite'));
    const before = journal.read.lastEntry();
    expect(() =>
      journal.write('Kari', (tx) => {
        tx.append('sale.opened', { saleId: `${tillId}-1`, number: 1, currency: 'NOK' });
        throw new Error('the till changed its mind');
      }),
    ).toThrow('the till changed its mind');
    expect(journal.read.lastEntry()).toEqual(before);
    expect(journal.read.currentSaleId()).toBeNull();
    expect(openSale(journal)).toBe(`${tillId}-1`);
  });

  it('takes no body of another shape, no line break in a name and no entry after the transaction', () => {
    const journal = newJournal(path.join(folder(), 'journal.sqlite'));
    const body = { saleId: `${tillId}-1`, number: 1.5, currency: 'NOK' } as const;
    expect(() => journal.write(null, (tx) => tx.append('sale.opened', body))).toThrow();
    expect(() => journal.write('Ka\nri', (tx) => tx.append('till.stopped', {}))).toThrow('name');
    let kept: JournalWriter | null = null;
    write(journal, (tx) => (kept = tx));
    expect(() => kept?.append('till.stopped', {})).toThrow('over');
    expect(() => write(journal, () => write(journal, () => 1))).toThrow('already open');
    expect(journal.read.lastEntry()?.seq).toBe(1);
  });

  it('refuses a receipt out of its series and a second completion of a sale', () => {
    const journal = newJournal(path.join(folder(), 'journal.sqlite'));
    const saleId = openSale(journal);
    const skip = (tx: JournalWriter) =>
      tx.append('sale.completed', { ...completed(tx, saleId, [cash()]), receiptNumber: 2 });
    expect(() => journal.write('Kari', skip)).toThrow('out of its series');
    write(journal, (tx) => tx.append('sale.completed', completed(tx, saleId, [cash()])));
    expect(() =>
      write(journal, (tx) => tx.append('sale.completed', completed(tx, saleId, [cash()]))),
    ).toThrow('not an unfinished sale');
    expect(journal.read.nextReceiptNumber()).toBe(2);
  });

  it('orders by number when the clock goes backwards', () => {
    const file = path.join(folder(), 'journal.sqlite');
    let now = noon;
    const journal = value(openJournal({ path: file, now: () => (now -= 3_600_000) }));
    const first = openSale(journal);
    write(journal, (tx) => tx.append('sale.parked', { saleId: first, name: 'Bord 1' }));
    const second = openSale(journal);
    write(journal, (tx) => tx.append('sale.parked', { saleId: second, name: 'Bord 2' }));
    expect(journal.read.parkedSales().map((sale) => sale.name)).toEqual(['Bord 1', 'Bord 2']);
    expect(journal.read.saleEntries(first).map((entry) => entry.kind)).toEqual([
      'sale.opened',
      'sale.line-added',
      'sale.parked',
    ]);
    journal.close();
    expect(open(file).read.lastEntry()?.seq).toBe(6);
  });

  it('dates every entry of a transaction with one instant', () => {
    const journal = newJournal(path.join(folder(), 'journal.sqlite'));
    const entries = journal.read.saleEntries(openSale(journal));
    expect(entries).toHaveLength(2);
    expect(new Set(entries.map((entry) => entry.at)).size).toBe(1);
  });
});

describe('the file', () => {
  it('cannot be changed, shortened, overwritten or skipped ahead in by SQL', () => {
    const file = path.join(folder(), 'journal.sqlite');
    sell(newJournal(file));
    const db = new Database(file);
    const row = "3, 'at', 'till.stopped', NULL, '{}', printf('%064d', 0)";
    expect(() => db.exec("UPDATE entry SET body = '{}' WHERE seq = 2")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM entry WHERE seq = 4')).toThrow('never removed');
    expect(() => db.exec(`INSERT OR REPLACE INTO entry VALUES (${row})`)).toThrow('follows the last');
    expect(() => db.exec(`INSERT INTO entry VALUES (${row.replace('3', '9')})`)).toThrow('follows the last');
    db.close();
  });

  it('is readable by its owner only, side files too, whatever the umask', () => {
    const file = path.join(folder(), 'profile', 'journal.sqlite');
    const before = process.umask(0);
    try {
      newJournal(file);
      for (const end of ['', '-wal', '-shm']) expect(statSync(file + end).mode & 0o777).toBe(0o600);
    } finally {
      process.umask(before);
    }
  });

  it("is made its owner's alone again when it was opened up to others", () => {
    const file = path.join(folder(), 'journal.sqlite');
    newJournal(file).close();
    chmodSync(file, 0o644);
    open(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not taken for a new journal when it is empty, foreign, or gone with its side file left', () => {
    const dir = folder();
    const refused = (name: string): string => {
      const opened = openJournal({ path: path.join(dir, name), now: () => noon });
      return opened.ok ? 'opened' : opened.error.code;
    };
    writeFileSync(path.join(dir, 'empty.sqlite'), '');
    writeFileSync(path.join(dir, 'text.sqlite'), 'not a journal at all'.repeat(300));
    writeFileSync(path.join(dir, 'gone.sqlite-wal'), '');
    writeFileSync(path.join(dir, 'aside.sqlite.damaged-2026'), '');
    expect(['empty.sqlite', 'text.sqlite', 'gone.sqlite', 'aside.sqlite'].map(refused)).toEqual(
      Array(4).fill('JOURNAL-BROKEN'),
    );
  });

  it('is refused with its code when it cannot be written at all', () => {
    const dir = folder();
    writeFileSync(path.join(dir, 'profile'), '');
    mkdirSync(path.join(dir, 'folder.sqlite'));
    for (const name of ['profile/journal.sqlite', 'folder.sqlite']) {
      const opened = openJournal({ path: path.join(dir, name), now: () => noon });
      expect(opened).toMatchObject({ ok: false, error: { code: 'JOURNAL-NOT-WRITABLE' } });
    }
  });

  it('says what went wrong by one of three codes', () => {
    const code = (sqlite: string) => journalError(new Database.SqliteError('words', sqlite))?.code ?? null;
    expect(code('SQLITE_FULL')).toBe('JOURNAL-FULL');
    expect(code('SQLITE_IOERR_FSYNC')).toBe('JOURNAL-NOT-WRITABLE');
    expect(code('SQLITE_READONLY_DBMOVED')).toBe('JOURNAL-NOT-WRITABLE');
    expect(code('SQLITE_CORRUPT_INDEX')).toBe('JOURNAL-BROKEN');
    expect(code('SQLITE_NOTADB')).toBe('JOURNAL-BROKEN');
    expect(code('SQLITE_CONSTRAINT_UNIQUE')).toBeNull();
  });

  it('knows how much room is left beside it, and whether it is still there', async () => {
    const file = path.join(folder(), 'journal.sqlite');
    newJournal(file);
    expect(value(await roomLeft(file))).toBeGreaterThan(0);
    expect(await roomLeft('/nowhere/at/all/journal.sqlite')).toMatchObject({
      error: { code: 'JOURNAL-NOT-WRITABLE' },
    });
  });

  it('is copied whole while the till goes on', async () => {
    const dir = folder();
    const journal = newJournal(path.join(dir, 'journal.sqlite'));
    sell(journal);
    const copy = path.join(dir, 'copy.sqlite');
    value(await journal.backupTo(copy));
    sell(journal);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const restored = open(copy);
    expect(restored.read.nextReceiptNumber()).toBe(2);
    expect(restored.read.completedSale(1)?.sale.total).toBe(ore(4500));
    expect(await journal.backupTo(path.join(dir, 'no', 'such', 'folder.sqlite'))).toMatchObject({
      ok: false,
    });
  });
});

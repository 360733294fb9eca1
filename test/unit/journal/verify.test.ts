import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryRows, hashOf } from '../../../main/journal/entry.ts';
import { openJournal } from '../../../main/journal/index.ts';
import { openForReading } from '../../../main/journal/open.ts';
import { rebuildFile } from '../../../main/journal/rebuild.ts';
import { verify, type VerifyReport } from '../../../main/journal/verify/index.ts';
import {
  cash,
  completed,
  folder,
  newJournal,
  noon,
  open,
  sell,
  soldLine,
  tillId,
  value,
  write,
} from './shop.ts';

let file: string;

beforeEach(() => {
  file = path.join(folder(), 'journal.sqlite');
  const journal = newJournal(file);
  for (let sales = 0; sales < 5; sales += 1) sell(journal);
  journal.close();
});

/** What somebody does who knows SQL: takes the guards away, does it, and puts the guards back. */
function tamper(work: (db: Database.Database) => void): void {
  const db = new Database(file);
  const guards = db.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of ['changed', 'removed']) db.exec(`DROP TRIGGER entry_is_never_${name}`);
  db.exec('DROP TRIGGER entry_follows_the_last');
  work(db);
  for (const guard of guards) db.exec(guard);
  db.close();
}

function verified(): VerifyReport {
  const db = value(openForReading(file));
  const report = verify(db);
  db.close();
  return report;
}

/** Gives the entries from `from` on new hashes, as if they had always been so. */
function rehash(db: Database.Database, from: number): void {
  const rows = [...entryRows(db)];
  const update = db.prepare('UPDATE entry SET hash = ? WHERE seq = ?');
  let previous = rows[from - 2]?.hash ?? '0'.repeat(64);
  for (const row of rows.slice(from - 1)) {
    previous = hashOf(previous, row);
    update.run(previous, row.seq);
  }
}

const raiseQuantity =
  'UPDATE entry SET body = replace(body, \'"quantity":1000\', \'"quantity":2000\') WHERE seq = ?';
// In two steps: every number is taken while they move.
const renumber = (db: Database.Database, from: number, by: number): void => {
  db.prepare('UPDATE entry SET seq = -(seq + ?) WHERE seq >= ?').run(by, from);
  db.exec('UPDATE entry SET seq = -seq WHERE seq < 0');
};
// The table's own rule (numbers above zero) is in the way of moving entries about.
const loosen = (db: Database.Database): void => {
  db.pragma('ignore_check_constraints = ON');
};

describe('verify', () => {
  it('finds nothing wrong in what the till wrote, and names the last entry', () => {
    const report = verified();
    expect(report).toMatchObject({ entries: 16, receipts: 5, wrong: null, last: { seq: 16 } });
  });

  it('finds an entry that was changed', () => {
    tamper((db) => db.prepare(raiseQuantity).run(6));
    expect(verified().wrong).toMatch(/^Entry 6 was changed/);
  });

  it.each(['at', 'kind', 'operator'])("finds an entry whose column '%s' was changed", (column) => {
    tamper((db) => db.exec(`UPDATE entry SET ${column} = 'till.stopped' WHERE seq = 7`));
    expect(verified().wrong).toMatch(/^Entry 7 was changed/);
  });

  it('finds an entry that was changed and given a new hash', () => {
    tamper((db) => {
      db.prepare(raiseQuantity).run(6);
      const row = [...entryRows(db, 5, 6)];
      db.prepare('UPDATE entry SET hash = ? WHERE seq = 6').run(
        hashOf(row[0]?.hash ?? '', row[1] ?? (row[0] as never)),
      );
    });
    expect(verified().wrong).toMatch(/Entry 7 was changed, or entry 6 was changed and given a new hash/);
  });

  it('finds an entry that was removed', () => {
    tamper((db) => db.exec('DELETE FROM entry WHERE seq = 9'));
    expect(verified().wrong).toBe('Entry 9 was removed.');
  });

  it('finds an entry that was removed where the rest was numbered anew', () => {
    tamper((db) => {
      loosen(db);
      db.exec('DELETE FROM entry WHERE seq = 9');
      renumber(db, 10, -1);
    });
    expect(verified().wrong).toMatch(/^Before entry 9 something was removed/);
  });

  it('finds an entry that was added', () => {
    tamper((db) => {
      loosen(db);
      renumber(db, 9, 1);
      db.exec("INSERT INTO entry VALUES (9, 'at', 'till.stopped', NULL, '{}', printf('%064d', 0))");
    });
    expect(verified().wrong).toMatch(/^Entry 9 was added/);
  });

  it('finds an entry that was added with a hash that follows', () => {
    tamper((db) => {
      loosen(db);
      renumber(db, 9, 1);
      const added = { seq: 9, at: 'at', kind: 'till.stopped', operator: null, body: '{}' };
      const hash = hashOf([...entryRows(db, 8, 8)][0]?.hash ?? '', added);
      db.prepare("INSERT INTO entry VALUES (9, 'at', 'till.stopped', NULL, '{}', ?)").run(hash);
    });
    expect(verified().wrong).toMatch(/^Entry 10 .*9/);
  });

  it('finds two entries that changed places', () => {
    tamper((db) => {
      loosen(db);
      db.exec('UPDATE entry SET seq = -8 WHERE seq = 8; UPDATE entry SET seq = 8 WHERE seq = 11');
      db.exec('UPDATE entry SET seq = 11 WHERE seq = -8');
    });
    expect(verified().wrong).toMatch(/^Entry 8 is what was written as entry 11/);
  });

  it('finds a changed amount even when every hash was made again: the signature stands against it', () => {
    tamper((db) => {
      db.exec(`UPDATE entry SET body = replace(body, '"amountExcludingVat":3600', '"amountExcludingVat":3500'),
        kind = kind WHERE seq = 10`);
      db.exec(`UPDATE entry SET body = replace(body, '"vat":900}', '"vat":1000}') WHERE seq = 10`);
      rehash(db, 10);
    });
    expect(verified().wrong).toBe('Entry 10: the signature of receipt 3 is not true.');
  });

  it('finds a signature that is true by itself but does not name the one before it', () => {
    const journal = open(file);
    write(journal, (tx) => {
      const { reduction: _reduction, amount: _amount, vatAmount: _vat, ...line } = soldLine(1);
      const saleId = `${tillId}-6`;
      tx.append('sale.opened', { saleId, number: 6, currency: 'NOK' });
      tx.append('sale.line-added', { saleId, line });
      const forgetful = { ...tx, read: { ...tx.read, lastSignature: () => '0' } };
      return tx.append('sale.completed', completed(forgetful, saleId, [cash()]));
    });
    journal.close();
    expect(verified().wrong).toBe('Entry 19: the signature of receipt 6 does not name the one before it.');
  });

  it('finds a total that is not the one signed', () => {
    tamper((db) => {
      db.exec(`UPDATE entry SET body = replace(body, '"total":4500', '"total":4400') WHERE seq = 10`);
      rehash(db, 10);
    });
    expect(verified().wrong).toMatch(/covers other amounts/);
  });

  it('finds a receipt that was taken out where every hash was made again', () => {
    tamper((db) => {
      loosen(db);
      db.exec('DELETE FROM entry WHERE seq BETWEEN 8 AND 10');
      renumber(db, 11, -3);
      rehash(db, 8);
    });
    expect(verified().wrong).toMatch(/receipt 4 follows receipt 2/);
  });

  it('finds a body that the till could not have written', () => {
    tamper((db) => {
      db.exec(`UPDATE entry SET body = '{"saleId":7}' WHERE seq = 8`);
      rehash(db, 8);
    });
    expect(verified().wrong).toMatch(/^Entry 8 cannot be what the till wrote/);
  });

  it('finds guards that are missing', () => {
    const db = new Database(file);
    db.exec('DROP TRIGGER entry_is_never_changed');
    db.close();
    expect(verified().wrong).toMatch(/tampered with: entry_is_never_changed/);
  });

  it('finds a table that says something else than the entries', () => {
    const db = new Database(file);
    db.exec('UPDATE line SET amount = 1 WHERE receipt_number = 3');
    db.close();
    expect(verified().wrong).toMatch(/a table made from them differs .*line \[3,1/);
  });

  it('cannot know that the newest entries were cut off, and so says where the journal ends', () => {
    const before = verified().last;
    tamper((db) => {
      db.exec('DELETE FROM entry WHERE seq > 13');
    });
    expect(rebuildFile(file)).toEqual({ ok: true, value: 13 });
    const report = verified();
    expect(report.wrong).toBeNull();
    expect(report.last.seq).toBe(13);
    expect(report.last.hash).not.toBe(before.hash);
  });
});

describe('opening', () => {
  it('refuses a journal whose newest entries were touched', () => {
    tamper((db) => db.prepare(raiseQuantity).run(15));
    const opened = openJournal({ path: file, now: () => noon });
    expect(opened).toMatchObject({ ok: false, error: { code: 'JOURNAL-BROKEN' } });
  });

  it('refuses a journal whose first entry is missing', () => {
    tamper((db) => db.exec('DELETE FROM entry WHERE seq = 1'));
    const opened = openJournal({ path: file, now: () => noon });
    expect(opened).toMatchObject({ ok: false, error: { code: 'JOURNAL-BROKEN' } });
  });
});

import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayReport } from '../../../main/day/report.ts';
import { type Journal, recoverJournal } from '../../../main/journal/index.ts';
import { ore } from '../../../main/sale/money.ts';
import { folder, newJournal, noon, open, sell, tillId, value, write } from '../journal/shop.ts';

let file: string;
let journal: Journal;
beforeEach(() => {
  file = path.join(folder(), 'journal.sqlite');
  journal = newJournal(file);
});

function makeZ(number: number): void {
  write(journal, (tx) => {
    const about = { tillId, training: false, currency: 'NOK', to: tx.at, lastSeq: 1 } as const;
    const seller = {
      name: 'Kaffehjørnet AS',
      organisationNumber: '923663487',
      vatRegistered: true,
      address: [],
    };
    const report = dayReport(tx.read.openDay(), { ...about, seller });
    tx.append('report.z', {
      number,
      report,
      count: null,
      match: { kind: 'not-available', code: 'network' },
      uncaptured: { number: 0, amount: ore(0) },
    });
  });
}

describe('The numbers of Z reports', () => {
  it('are a series without a gap: another number is not written', () => {
    makeZ(1);
    expect(() => makeZ(1)).toThrow(/out of its series/);
    expect(() => makeZ(3)).toThrow(/out of its series/);
    makeZ(2);
    expect(journal.read.reports({ before: null, limit: 10 }).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('go on after a journal was recovered that had lost some of them', () => {
    sell(journal);
    makeZ(1);
    sell(journal);
    makeZ(2);
    journal.close();
    const db = new Database(file);
    db.exec("DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = '{' WHERE seq = 3");
    db.close();
    value(recoverJournal({ path: file, now: () => noon + 86_400_000 }));
    journal = open(file);
    expect(journal.read.openDay().number).toBe(3);
    makeZ(3);
  });
});

import { copyFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { derivedTables, firstDifference } from '../../../main/journal/derive/tables.ts';
import type { Journal } from '../../../main/journal/index.ts';
import { openForReading } from '../../../main/journal/open.ts';
import { rebuildFile } from '../../../main/journal/rebuild.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import { ore } from '../../../main/sale/money.ts';
import * as shop from './shop.ts';

type Step = (journal: Journal, pick: number) => void;

const openSaleOf = (journal: Journal): string => journal.read.currentSaleId() ?? shop.openSale(journal);
const attempt = (journal: Journal): string => shop.prepareAttempt(journal, openSaleOf(journal));
const park: Step = (journal) => {
  const saleId = openSaleOf(journal);
  shop.write(journal, (tx) => tx.append('sale.parked', { saleId, name: `Bord ${saleId}` }));
};

/** What may happen at a till. Each step makes for itself what it needs, so that any order of steps is a valid one. */
const steps: Readonly<Record<string, Step>> = {
  sell: (journal) => shop.complete(journal, openSaleOf(journal)),
  park,
  resume: (journal, pick) => {
    if (journal.read.currentSaleId() !== null) park(journal, pick);
    const parked = journal.read.parkedSales();
    const saleId = parked[pick % parked.length]?.saleId;
    if (saleId !== undefined) shop.write(journal, (tx) => tx.append('sale.resumed', { saleId }));
  },
  abort: (journal) => {
    const saleId = openSaleOf(journal);
    shop.write(journal, (tx) => tx.append('sale.aborted', { saleId, reason: 'Angret', total: ore(0) }));
  },
  payByCard: (journal, pick) => {
    const attemptId = attempt(journal);
    const transaction = shop.transaction(attemptId, pick % 2 === 0);
    shop.write(journal, (tx) => tx.append('attempt.approved', { attemptId, transaction }));
    shop.complete(journal, openSaleOf(journal), [shop.card(attemptId)]);
  },
  declined: (journal, pick) => {
    const attemptId = attempt(journal);
    const body = { attemptId, outcome: 'declined', code: 'DECLINED', detail: '' } as const;
    shop.write(journal, (tx) => tx.append('attempt.not-paid', body));
    if (pick % 2 === 0) return;
    const paid = {
      attemptId,
      transaction: shop.transaction(attemptId, true),
      alarm: journal.read.nextAlarmNumber(),
    };
    shop.write(journal, (tx) => tx.append('attempt.paid-after-all', paid));
    if (pick % 3 === 0) return;
    shop.write(journal, (tx) =>
      tx.append('attempt.alarm-settled', { attemptId, how: 'refunded', reason: 'Feil' }),
    );
  },
  undecided: (journal) => {
    const attemptId = attempt(journal);
    shop.write(journal, (tx) =>
      tx.append('attempt.undecided', { attemptId, why: 'patience-over', detail: '' }),
    );
    park(journal, 0);
  },
  refund: (journal, pick) => {
    const attemptId = pick % 2 === 0 ? attempt(journal) : null;
    shop.complete(journal, openSaleOf(journal), [attemptId === null ? shop.cash() : shop.card(attemptId)]);
    const refundId = shop.prepareRefund(journal, journal.read.nextReceiptNumber() - 1, attemptId);
    if (attemptId !== null) {
      const ends = [
        (): void => undefined,
        () => shop.write(journal, (tx) => tx.append('refund.accepted', { refundId, eventRequestId: 'e' })),
        () =>
          shop.write(journal, (tx) =>
            tx.append('refund.undecided', { refundId, why: 'answer-lost', detail: '' }),
          ),
        () =>
          shop.write(journal, (tx) => tx.append('refund.refused', { refundId, code: 'refused', detail: '' })),
      ];
      shop.write(journal, (tx) => tx.append('refund.sending', { refundId }));
      ends[(pick / 2) % ends.length]?.();
      if ((pick / 2) % ends.length !== 0) return;
      shop.write(journal, (tx) => tx.append('refund.done', { refundId, eventId: null }));
    }
    shop.giveBack(journal, refundId);
  },
  import: (journal, pick) => {
    shop.stageArticles(journal, `import ${pick}`, [
      shop.article(String(pick % 5), `Vare ${pick}`),
      shop.article(String(pick % 7), `Ting ${pick}`, { barcode: String(pick) }),
    ]);
    if (pick % 3 !== 0) shop.endImport(journal, `import ${pick}`);
  },
};

const dump = (file: string): string => {
  const db = new Database(file, { readonly: true });
  const tables = derivedTables.map(({ name, columns, order }) => [
    name,
    db.prepare(`SELECT ${columns} FROM ${name} ORDER BY ${order}`).raw().all(),
  ]);
  db.close();
  return JSON.stringify(tables, null, 1);
};

it('makes again exactly the tables the till had, whatever happened at it', () => {
  const dir = shop.folder();
  let run = 0;
  const happening = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(30));
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 25 }), (happenings) => {
      run += 1;
      const file = path.join(dir, `${run}.sqlite`);
      const journal = shop.newJournal(file);
      for (const [name, pick] of happenings) steps[name]?.(journal, pick);
      const written = journal.read.lastEntry()?.seq;
      journal.close();
      const copy = path.join(dir, `${run}-copy.sqlite`);
      copyFileSync(file, copy);
      const kept = dump(file);
      const db = new Database(copy);
      for (const { name } of derivedTables) db.exec(`DELETE FROM ${name}`);
      db.exec('DELETE FROM article_text');
      db.close();
      expect(shop.value(rebuildFile(copy))).toBe(written);
      expect(dump(copy)).toBe(kept);

      const [one, other] = [shop.value(openForReading(file)), shop.value(openForReading(copy))];
      expect(firstDifference(one, other)).toBeNull();
      expect(verify(one).wrong).toBeNull();
      one.close();
      other.close();
      expect(shop.open(copy).read.searchArticles('vare', 99)).toEqual(
        shop.open(file).read.searchArticles('vare', 99),
      );
    }),
    { numRuns: 25 },
  );
});

it('leaves the tables as they were when an entry cannot be read', () => {
  const file = path.join(shop.folder(), 'journal.sqlite');
  const journal = shop.newJournal(file);
  shop.sell(journal);
  journal.close();
  const db = new Database(file);
  db.exec("DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = '{}' WHERE seq = 4");
  db.close();
  const before = dump(file);
  const rebuilt = rebuildFile(file);
  expect(rebuilt.ok ? 'rebuilt' : rebuilt.error.detail).toMatch(/^Entry 4 /);
  expect(dump(file)).toBe(before);
});

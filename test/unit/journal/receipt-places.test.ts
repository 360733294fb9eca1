import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everyReceipt } from '../../../main/journal/index.ts';
import { migrations } from '../../../main/journal/migrations/index.ts';
import { createReceiptPlaces } from '../../../main/journal/read/receipt-places.ts';
import { folder, giveBack, newJournal, prepareRefund, sell } from './shop.ts';

const kinds = ['sale', 'return', 'exchange'] as const;
const means = ['card', 'cash', 'gift-card', 'mixed', 'nothing'] as const;

interface Row {
  readonly number: number;
  readonly kind: (typeof kinds)[number];
  readonly paidBy: (typeof means)[number];
}

/** A file whose receipts were there before their count was kept. */
function filled(rows: readonly Row[]): Database.Database {
  const db = new Database(':memory:');
  const counts = migrations.findIndex((step) => step.includes('receipt_count'));
  for (const step of migrations.slice(0, counts)) db.exec(step);
  const insert = db.prepare(
    `INSERT INTO receipt (receipt_number, sale_id, seq, at, total, lines, signature, kind, paid_by)
      VALUES (?, 's', 1, '', 1, 1, '', ?, ?)`,
  );
  for (const { number, kind, paidBy } of rows) insert.run(number, kind, paidBy);
  for (const step of migrations.slice(counts)) db.exec(step);
  return db;
}

const row = fc.record({
  // Numbers that a recovered journal jumped over are no places.
  number: fc.integer({ min: 1, max: 4_200 }),
  kind: fc.constantFrom(...kinds),
  paidBy: fc.constantFrom(...means),
});

it('every place of every list of receipts is that of the walk from the oldest', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: ({ number }) => number, maxLength: 60 }),
      fc.option(fc.constantFrom(...kinds), { nil: null }),
      fc.option(fc.constantFrom(...means), { nil: null }),
      (rows, kind, paidBy) => {
        const db = filled(rows);
        const places = createReceiptPlaces(db);
        const walked = rows
          .filter((one) => (kind === null || one.kind === kind) && (paidBy === null || one.paidBy === paidBy))
          .map(({ number }) => number)
          .sort((a, b) => a - b);
        expect(places.receiptCount({ kind, paidBy })).toBe(walked.length);
        const found = walked.map((_, at) => places.receiptAt({ kind, paidBy }, at + 1));
        expect(found).toEqual(walked);
        expect(places.receiptAt({ kind, paidBy }, walked.length + 1)).toBeNull();
        expect(places.receiptAt({ kind, paidBy }, 0)).toBeNull();
        db.close();
      },
    ),
    { numRuns: 100 },
  );
});

it('a receipt keeps its place when others follow it', () => {
  const journal = newJournal(path.join(folder(), 'journal.sqlite'));
  const all = { kind: null, paidBy: null };
  sell(journal);
  sell(journal);
  expect(journal.read.receiptAt(all, 2)).toBe(2);
  giveBack(journal, prepareRefund(journal, 1, null));
  sell(journal);
  expect(journal.read.receiptCount(all)).toBe(4);
  expect(journal.read.receiptAt(all, 2)).toBe(2);
  expect(journal.read.receiptAt({ kind: 'return', paidBy: null }, 1)).toBe(3);
  expect(journal.read.receiptAt({ kind: 'sale', paidBy: 'cash' }, 3)).toBe(4);
  const [newest] = journal.read.receipts({ ...everyReceipt, limit: 1 });
  expect(newest?.receiptNumber).toBe(4);
});

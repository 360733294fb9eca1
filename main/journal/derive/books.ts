import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { EntryOf } from './of-kind.ts';

type BooksEntry = EntryOf<
  | 'terminal.day-asked'
  | 'terminal.day-told'
  | 'settlement.matched'
  | 'settlement.differs'
  | 'day.export-due'
  | 'day.exported'
>;

/** Keeps what the terminal told, what was paid out, and which exports after a Z are still to be made. */
export function booksDeriver(db: Database.Database): (entry: BooksEntry) => void {
  const asked = db.prepare<[string, number]>('INSERT INTO terminal_day (key, z) VALUES (?, ?)');
  const told = db.prepare<[number, string]>(
    'UPDATE terminal_day SET told_seq = ? WHERE key = ? AND told_seq IS NULL',
  );
  const settlement = db.prepare<[string, number, string]>(
    'INSERT INTO settlement (settlement_id, seq, settled_at) VALUES (?, ?, ?)',
  );
  const settled = db.prepare<['payment' | 'refund', string, string, number]>(
    `INSERT INTO settled (kind, id, settlement_id, amount) VALUES (?, ?, ?, ?)
      ON CONFLICT (kind, id, settlement_id) DO UPDATE SET amount = amount + excluded.amount`,
  );
  const openCase = db.prepare<[EntryOf<'settlement.differs'>['body'] & { at: string; difference: string }]>(
    `INSERT INTO numbered_case (number, difference, kind, amount_here, amount_there, currency, reference, detail, at)
      VALUES (:case, :difference, 'settlement-differs', :transactions, :said, :currency, :settlementId, :settledAt, :at)`,
  );
  const due = db.prepare<[number, string]>('INSERT INTO day_export (z, format) VALUES (?, ?)');
  const done = db.prepare<[number, number, string]>(
    'UPDATE day_export SET done_seq = ? WHERE z = ? AND format = ? AND done_seq IS NULL',
  );

  return (entry) => {
    switch (entry.kind) {
      case 'terminal.day-asked':
        asked.run(entry.body.key, entry.body.z);
        return;
      case 'terminal.day-told':
        if (told.run(entry.seq, entry.body.key).changes !== 1)
          throw new Error('The terminal told something that it was not asked');
        return;
      case 'settlement.matched': {
        const { settlementId, settledAt, payments, paidBack } = entry.body;
        settlement.run(settlementId, entry.seq, settledAt);
        for (const { attemptId, amount } of payments) settled.run('payment', attemptId, settlementId, amount);
        for (const { refundId, amount } of paidBack) settled.run('refund', refundId, settlementId, amount);
        return;
      }
      case 'settlement.differs': {
        const difference = `settlement-differs:${entry.body.settlementId}`;
        openCase.run({ ...entry.body, at: entry.at, difference });
        return;
      }
      case 'day.export-due':
        for (const format of entry.body.formats) due.run(entry.body.z, format);
        return;
      case 'day.exported':
        if (done.run(entry.seq, entry.body.z, entry.body.format).changes !== 1)
          throw new Error(`The export ${entry.body.format} of Z report ${entry.body.z} was not due`);
        return;
      default:
        assertNever(entry);
    }
  };
}

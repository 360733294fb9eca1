import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { EntryOf } from './of-kind.ts';

type CaseEntry = EntryOf<'case.opened' | 'case.settled' | 'day.matched'>;

/** Keeps the cases in which Dintero's books and the till's differ, and how far the two were compared. */
export function caseDeriver(db: Database.Database): (entry: CaseEntry) => void {
  const open = db.prepare<[EntryOf<'case.opened'>['body'] & { at: string }]>(
    `INSERT INTO numbered_case (number, difference, kind, transaction_id, attempt_id, amount_here, amount_there, currency,
      reference, detail, at) VALUES (:case, :difference, :kind, :transactionId, :attemptId, :amountHere, :amountThere,
      :currency, :reference, :detail, :at)`,
  );
  const settle = db.prepare<[string, number]>(
    'UPDATE numbered_case SET settled_at = ? WHERE number = ? AND settled_at IS NULL',
  );
  const matched = db.prepare<[string]>('INSERT OR REPLACE INTO matched (only_row, until) VALUES (1, ?)');

  return (entry) => {
    switch (entry.kind) {
      case 'case.opened':
        open.run({ ...entry.body, at: entry.at });
        return;
      case 'case.settled':
        if (settle.run(entry.at, entry.body.case).changes === 0) {
          throw new Error(`There is no open case ${entry.body.case}`);
        }
        return;
      case 'day.matched':
        matched.run(entry.body.until);
        return;
      default:
        assertNever(entry);
    }
  };
}

import type Database from 'better-sqlite3';
import type { EntryOf } from './of-kind.ts';

type AlarmEntry = EntryOf<
  'attempt.paid-after-all' | 'attempt.contradicted' | 'attempt.alarm-settled' | 'attempt.alarm-withdrawn'
>;

/** Keeps the alarms: attempts about which Dintero says something else than the till held true. */
export function alarmDeriver(db: Database.Database): (entry: AlarmEntry) => void {
  const insert = db.prepare<[number, string, number | null, string, string]>(
    `INSERT INTO alarm (alarm, kind, attempt_id, sale_id, amount, at, settled)
      SELECT ?, ?, attempt_id, sale_id, coalesce(?, amount), ?, 0 FROM attempt WHERE attempt_id = ?`,
  );
  const settle = db.prepare<[string]>('UPDATE alarm SET settled = 1 WHERE attempt_id = ? AND settled = 0');

  return (entry) => {
    const { attemptId } = entry.body;
    if (entry.kind === 'attempt.alarm-settled' || entry.kind === 'attempt.alarm-withdrawn') {
      if (settle.run(attemptId).changes === 0) throw new Error(`There is no open alarm for ${attemptId}`);
      return;
    }
    const seen = entry.kind === 'attempt.paid-after-all' ? entry.body.transaction.amount : null;
    const kind = entry.kind === 'attempt.paid-after-all' ? 'paid-after-all' : 'contradicted';
    insert.run(entry.body.alarm, kind, seen, entry.at, attemptId);
  };
}

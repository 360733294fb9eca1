import type Database from 'better-sqlite3';
import type { EntryOf } from './of-kind.ts';

/**
 * Keeps the numbers that no other table holds: of sales, and those taken by entries this file no longer has. After a
 * damaged journal was recovered, its series go on from there and give no number twice.
 */
export function seriesDeriver(
  db: Database.Database,
): (entry: EntryOf<'sale.opened' | 'till.journal-recovered'>) => void {
  const put = db.prepare<[string, number]>(
    `INSERT INTO series (name, taken) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET taken = max(taken, excluded.taken)`,
  );
  return ({ kind, body }) => {
    if (kind === 'sale.opened') {
      put.run('sale', body.number);
      return;
    }
    put.run('sale', body.taken.sale);
    put.run('receipt', body.taken.receipt);
    put.run('alarm', body.taken.alarm);
    put.run('z', body.taken.z);
  };
}

import type Database from 'better-sqlite3';
import type { EntryOf } from './of-kind.ts';

/**
 * Keeps the numbers that no other table holds: of sales, and those taken by entries this file no longer has. After a
 * damaged journal was recovered, its series go on from there and give no number twice.
 */
export function seriesDeriver(
  db: Database.Database,
): (entry: EntryOf<'sale.opened' | 'till.journal-recovered' | 'till.restored'>) => void {
  const put = db.prepare<[string, number]>(
    `INSERT INTO series (name, taken) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET taken = max(taken, excluded.taken)`,
  );
  return ({ kind, body }) => {
    const taken = kind === 'sale.opened' ? { sale: body.number } : body.taken;
    for (const [name, number] of Object.entries(taken)) put.run(name, number);
  };
}

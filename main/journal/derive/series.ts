import type Database from 'better-sqlite3';
import { highestSale } from './lost-attempt.ts';
import type { EntryOf } from './of-kind.ts';

type SeriesEntry = EntryOf<
  'sale.opened' | 'refund.contradicted' | 'till.journal-recovered' | 'till.restored' | 'till.attempts-lost'
>;

/**
 * Keeps the numbers that no other table holds: of sales, and those taken by entries this file no longer has. After a
 * damaged journal was recovered, its series go on from there and give no number twice.
 */
export function seriesDeriver(db: Database.Database): (entry: SeriesEntry) => void {
  const put = db.prepare<[string, number]>(
    `INSERT INTO series (name, taken) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET taken = max(taken, excluded.taken)`,
  );
  return (entry) => {
    for (const [name, number] of Object.entries(takenBy(entry))) put.run(name, number);
  };
}

function takenBy({ kind, body }: SeriesEntry): Readonly<Record<string, number>> {
  switch (kind) {
    case 'sale.opened':
      return { sale: body.number };
    case 'refund.contradicted':
      return { alarm: body.alarm };
    case 'till.attempts-lost':
      return { sale: highestSale(body.attemptIds) };
    case 'till.journal-recovered':
    case 'till.restored':
      return body.taken;
  }
}

import type Database from 'better-sqlite3';
import type { EntryOf } from './of-kind.ts';
import { saleOfAttempt } from './sale-entry.ts';

/** Keeps the names of attempts that Dintero knows and this journal lost, so that none of them is given again. */
export function lostAttemptDeriver(db: Database.Database): (entry: EntryOf<'till.attempts-lost'>) => void {
  const insert = db.prepare<[string, number, number]>(
    'INSERT OR IGNORE INTO lost_attempt (sale_id, number, after_seq) VALUES (?, ?, ?)',
  );
  return ({ body }) => {
    for (const attemptId of body.attemptIds) {
      insert.run(saleOfAttempt(attemptId), Number(lastPart(attemptId)), body.afterSeq);
    }
  };
}

/** The highest number among the sales of these attempts: `K7F3QD-417-2` is of sale 417. */
export function highestSale(attemptIds: readonly string[]): number {
  return Math.max(...attemptIds.map((attemptId) => Number(lastPart(saleOfAttempt(attemptId)))));
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('-') + 1);
}

import type Database from 'better-sqlite3';

export interface SaleEntryDeriver {
  (saleId: string, seq: number): void;
  /** The same for an entry that names an attempt. */
  ofAttempt(attemptId: string, seq: number): void;
}

/** Keeps which entries concern which sale. */
export function saleEntryDeriver(db: Database.Database): SaleEntryDeriver {
  const insert = db.prepare<[string, number]>('INSERT INTO sale_entry (sale_id, seq) VALUES (?, ?)');
  const add = (saleId: string, seq: number): void => {
    insert.run(saleId, seq);
  };
  const ofAttempt = (attemptId: string, seq: number): void => {
    add(saleOfAttempt(attemptId), seq);
  };
  return Object.assign(add, { ofAttempt });
}

/** An attempt is named after its sale: `K7F3QD-417-2` is the second attempt of `K7F3QD-417`. */
export function saleOfAttempt(attemptId: string): string {
  return attemptId.slice(0, attemptId.lastIndexOf('-'));
}

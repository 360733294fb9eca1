import type Database from 'better-sqlite3';

/** The next number of each series. A number is only taken by the entry that is written with it. */
export interface NumberReads {
  nextSaleNumber(): number;
  nextReceiptNumber(): number;
  nextAlarmNumber(): number;
  nextAttemptNumber(saleId: string): number;
}

export function createNumbers(db: Database.Database): NumberReads {
  const sale = next(db, 'sale', 'SELECT 0');
  const receipt = next(db, 'receipt', 'SELECT max(receipt_number) FROM receipt');
  const alarm = next(db, 'alarm', 'SELECT max(alarm) FROM alarm');
  const attempt = db
    .prepare<[string, string], number>(
      `SELECT max(
        (SELECT max(count(*) + coalesce((SELECT taken FROM series WHERE name = 'attempt'), 0),
            coalesce(max(number), 0))
          FROM attempt WHERE prepared_seq IN (SELECT seq FROM sale_entry WHERE sale_entry.sale_id = ?)),
        (SELECT coalesce(max(number), 0) FROM lost_attempt WHERE sale_id = ?)
      ) + 1`,
    )
    .pluck();
  return {
    nextSaleNumber: sale,
    nextReceiptNumber: receipt,
    nextAlarmNumber: alarm,
    nextAttemptNumber: (saleId) => attempt.get(saleId, saleId) ?? 1,
  };
}

function next(db: Database.Database, name: string, highest: string): () => number {
  const taken = db
    .prepare<[string], number>(
      `SELECT max(coalesce((${highest}), 0), coalesce((SELECT taken FROM series WHERE name = ?), 0)) + 1`,
    )
    .pluck();
  return () => taken.get(name) ?? 1;
}

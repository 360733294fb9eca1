import type Database from 'better-sqlite3';

export interface SaleReads {
  /** The sale on the counter: open and not parked. */
  currentSaleId(): string | null;
  /** In the order they were parked; `at` is when. */
  parkedSales(): ParkedSale[];
}

export interface ParkedSale {
  readonly saleId: string;
  readonly name: string;
  readonly at: string;
}

export function createSaleReads(db: Database.Database): SaleReads {
  const current = db
    .prepare<[], string>(
      "SELECT sale_id FROM unfinished_sale WHERE state = 'open' ORDER BY changed_seq DESC LIMIT 1",
    )
    .pluck();
  const parked = db.prepare<[], ParkedSale>(
    `SELECT sale_id AS saleId, name, changed_at AS at FROM unfinished_sale WHERE state = 'parked' ORDER BY changed_seq`,
  );
  return {
    currentSaleId: () => current.get() ?? null,
    parkedSales: () => parked.all(),
  };
}

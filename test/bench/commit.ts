import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openShop, type Shop } from '../helpers/shop.ts';
import { type Figure, median } from './figures.ts';

const runs = 5;
const salesInARun = 120;
const lines = ['sku-coffee-001', '1001', '1002', '1003', '3*1001'];

/** How many rows the journal's file holds, whatever the table. */
function rowsIn(file: string): number {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_list WHERE type = 'table'`)
      .all();
    return tables
      .map(({ name }) => db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()?.n ?? 0)
      .reduce((sum, n) => sum + n, 0);
  } finally {
    db.close();
  }
}

async function ringUp(shop: Shop): Promise<number> {
  for (const text of lines) await shop.ask('sale.enter', { text });
  const { counter } = shop.view();
  if (counter.kind !== 'selling') throw new Error('The sale is not on the counter');
  return counter.sale.total;
}

async function completed(shop: Shop, total: number): Promise<number> {
  const began = performance.now();
  await shop.ask('payment.cash', { total, given: total + 100 });
  const took = performance.now() - began;
  await shop.ask('sale.startNew', {});
  return took;
}

/** A plain table in a plain file, opened as the journal opens its own. */
function openBare(file: string, rows: number, bytes: number): { write: () => number; close: () => void } {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = db.prepare<[string]>('INSERT INTO row (body) VALUES (?)');
  const body = 'x'.repeat(Math.ceil(bytes / rows));
  const write = db.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run(body);
  });
  return {
    write: () => {
      const began = performance.now();
      write.immediate();
      return performance.now() - began;
    },
    close: () => db.close(),
  };
}

/** What it costs to complete a sale of five lines, signed and journalled, against a bare transaction of as many rows. */
export async function commitFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-bench-'));
  const shop = await openShop();
  const before = rowsIn(shop.journalPath);
  const total = await ringUp(shop);
  const rungUp = rowsIn(shop.journalPath);
  await completed(shop, total);
  const rows = rowsIn(shop.journalPath) - rungUp;
  if (before >= rungUp || rows < 1) throw new Error('The journal did not grow');
  const entry = shop.journal().read.completedSale(1);
  const bare = openBare(path.join(folder, 'bare.sqlite'), rows, JSON.stringify(entry?.sale).length);
  const ratios: number[] = [];
  // The first run is for the compiler: a shop's till has sold before.
  for (let run = -1; run < runs; run += 1) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let sale = 0; sale < salesInARun; sale += 1) {
      ours.push(await completed(shop, await ringUp(shop)));
      theirs.push(bare.write());
    }
    if (run >= 0) ratios.push(median(ours) / median(theirs));
  }
  bare.close();
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
  return [{ name: 'sale_commit_vs_raw', unit: 'times', limit: 2, runs: ratios }];
}

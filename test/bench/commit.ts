import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { completeSale, type Issuer } from '../../main/counter/completion.ts';
import { createSigner, type Journal, makeSigningKey, openJournal } from '../../main/journal/index.ts';
import { ore, thousandths, vatRate } from '../../main/sale/money.ts';
import { priceSale } from '../../main/sale/price.ts';
import { applyToSale, type Sale } from '../../main/sale/sale.ts';
import { type Figure, median } from './figures.ts';

const runs = 5;
const salesInARun = 120;

const prices = [19950, 3900, 12990, 29900, 3900];

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

/** Rings up a sale of five lines; gives it as it stands, ready to be paid. */
function ringUp(journal: Journal): Sale {
  const entries = journal.write(null, (tx) => {
    const number = tx.read.nextSaleNumber();
    const saleId = `TEST22-${String(number)}`;
    return [
      tx.append('sale.opened', { saleId, number, currency: 'NOK' }),
      ...prices.map((price, index) =>
        tx.append('sale.line-added', {
          saleId,
          line: {
            lineId: String(index + 1),
            articleId: `100${String(index)}`,
            description: 'Kanelbolle',
            group: 'Bakevarer',
            unitPrice: ore(price),
            quantity: thousandths(1000),
            vatRate: vatRate(1500),
            discount: null,
          },
        }),
      ),
    ];
  });
  const sale = entries.ok ? entries.value.reduce<Sale | null>(applyToSale, null) : null;
  if (sale === null) throw new Error('The sale was not rung up');
  return sale;
}

/** Completes a sale for cash, with everything that belongs to it: number, signature, entry, derived tables. */
function completed(journal: Journal, issuer: Issuer, sale: Sale): number {
  const { total, cashTotal } = priceSale(sale);
  const rounding = ore(cashTotal - total);
  const cash = { kind: 'cash' as const, amount: total, rounding, given: cashTotal, change: ore(0) };
  const began = performance.now();
  const done = journal.write(null, (tx) => completeSale(tx, issuer, sale, [cash]));
  const took = performance.now() - began;
  if (!done.ok) throw new Error(done.error.detail);
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
  const file = path.join(folder, 'journal.sqlite');
  const opened = openJournal({ path: file, now: () => Date.now() });
  if (!opened.ok) throw new Error(opened.error.detail);
  const journal = opened.value;
  const key = await makeSigningKey();
  const signer = createSigner({ privateKeyPem: key.privateKeyPem, keyVersion: 'bench' });
  const seller = {
    name: 'Kaffehjørnet AS',
    organisationNumber: '923609016',
    vatRegistered: true,
    address: ['Oslo'],
  };
  const issuer: Issuer = { tillId: 'TEST22', training: false, seller, signer, follow: () => undefined };

  const first = ringUp(journal);
  const before = rowsIn(file);
  completed(journal, issuer, first);
  const rows = rowsIn(file) - before;
  const bytes = JSON.stringify(journal.read.completedSale(1)?.sale).length;
  const bare = openBare(path.join(folder, 'bare.sqlite'), rows, bytes);
  const ratios: number[] = [];
  // The first run is for the compiler: a shop's till has sold before.
  for (let run = -1; run < runs; run += 1) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let sale = 0; sale < salesInARun; sale += 1) {
      ours.push(completed(journal, issuer, ringUp(journal)));
      theirs.push(bare.write());
    }
    if (run >= 0) ratios.push(median(ours) / median(theirs));
  }
  bare.close();
  journal.close();
  rmSync(folder, { recursive: true, force: true });
  return [{ name: 'sale_commit_vs_raw', unit: 'times', limit: 2, runs: ratios }];
}

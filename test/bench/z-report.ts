import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { completeSale } from '../../main/counter/completion.ts';
import { dayReport } from '../../main/day/report.ts';
import type { Seller } from '../../main/journal/entries/sale.ts';
import {
  createSigner,
  type Journal,
  type JournalWriter,
  makeSigningKey,
  openJournal,
} from '../../main/journal/index.ts';
import { ore, thousandths, vatRate } from '../../main/sale/money.ts';
import { priceSale } from '../../main/sale/price.ts';
import { cashAmount } from '../../main/sale/rounding.ts';
import { applyToSale, type Sale } from '../../main/sale/sale.ts';
import { type Figure, quantile } from './figures.ts';
import { makeJournal, tillId } from './journal-of-sales.ts';

const salesOfTheDay = 5_000;
const closedDays = 360;
const limitMs = 250;
const seller: Seller = {
  name: 'Kaffehjørnet AS',
  organisationNumber: '923609016',
  vatRegistered: true,
  address: [],
};

/**
 * What the report of a day of 5,000 sales costs in a journal of `sales` of them: read, put together, written and on disk.
 * Each run is the 95th percentile of twenty reports.
 */
export async function zReportFigures(sales = 1_000_000): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-bench-z-'));
  const file = path.join(folder, 'journal.sqlite');
  makeJournal(file, sales - salesOfTheDay, false);
  closeDays(file);
  const key = await makeSigningKey();
  const signer = createSigner({ privateKeyPem: key.privateKeyPem, keyVersion: '1' });
  const opened = openJournal({ path: file, now: () => Date.now() });
  if (!opened.ok) throw new Error(opened.error.detail);
  const journal = opened.value;
  try {
    writeReport(journal, 'z');
    const issuer = { tillId, training: false, seller, signer, follow: () => undefined };
    for (let sale = 0; sale < salesOfTheDay; sale += 1) written(journal, (tx) => sell(tx, issuer, sale));
    const runs = Array.from({ length: 5 }, () => quantile(reportsTimed(journal, 20), 0.95));
    return [{ name: 'z_report_ms', unit: 'ms', limit: limitMs, runs }];
  } finally {
    journal.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The figures of a year of closed days, as its entries would have left them. The tables of receipts are left out: no
 * report reads one.
 */
function closeDays(file: string): void {
  const db = new Database(file);
  db.exec(`
    INSERT INTO report (seq, kind, number, at, grand_sales, grand_returns)
      WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${closedDays})
      SELECT n, 'z', n, '2026-01-02T07:00:00.000Z', n * 1000000, 0 FROM n;
    INSERT INTO day_figure (day, figure, key, operator, number, amount, also)
      WITH RECURSIVE k(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k WHERE k < 60)
      SELECT report.number, 'group', 'Gruppe ' || k, 'Kari', 100, 50000, 100000 FROM report, k;
    INSERT INTO series (name, taken) VALUES ('sale', 1000000);
  `);
  db.close();
}

/** How long each of so many reports took, in ms. */
function reportsTimed(journal: Journal, reports: number): number[] {
  return Array.from({ length: reports }, () => {
    const began = performance.now();
    writeReport(journal, 'x');
    return performance.now() - began;
  });
}

function written<T>(journal: Journal, work: (tx: JournalWriter) => T): T {
  const done = journal.write('Kari', work);
  if (!done.ok) throw new Error(done.error.detail);
  return done.value;
}

function writeReport(journal: Journal, kind: 'x' | 'z'): void {
  written(journal, (tx) => {
    const lastSeq = tx.read.lastEntry()?.seq ?? 1;
    const about = { seller, tillId, training: false, currency: 'NOK', to: tx.at, lastSeq } as const;
    const day = tx.read.openDay();
    const report = dayReport(day, about);
    if (kind === 'x') tx.append('report.x', { report });
    else {
      const match = { kind: 'not-available', code: 'network' } as const;
      const uncaptured = { number: 0, amount: ore(0) };
      tx.append('report.z', { number: day.number, report, count: null, match, uncaptured });
    }
  });
}

/** A sale of three lines in twenty groups, rung up and paid in cash. */
function sell(tx: JournalWriter, issuer: Parameters<typeof completeSale>[1], at: number): void {
  const number = tx.read.nextSaleNumber();
  const saleId = `${tillId}-${number}`;
  tx.append('sale.opened', { saleId, number, currency: 'NOK' });
  for (const line of [1, 2, 3]) {
    tx.append('sale.line-added', {
      saleId,
      line: {
        lineId: String(line),
        articleId: String((at * 3 + line) % 10_000),
        description: 'Vare',
        group: `Gruppe ${(at + line) % 20}`,
        unitPrice: ore(1990 + ((at * line) % 300) * 100),
        quantity: thousandths(1000),
        vatRate: vatRate(line === 1 ? 2500 : 1500),
        discount: null,
      },
    });
  }
  const sale = tx.read.saleEntries(saleId).reduce<Sale | null>(applyToSale, null);
  if (sale === null) throw new Error('The sale was not rung up');
  const { total } = priceSale(sale);
  const due = cashAmount(total);
  const payment = {
    kind: 'cash',
    amount: total,
    rounding: ore(due - total),
    given: due,
    change: ore(0),
  } as const;
  completeSale(tx, issuer, sale, [payment]);
}

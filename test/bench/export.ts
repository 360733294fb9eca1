import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { exportJournal } from '../../main/day/export/index.ts';
import { beforeFirst, type EntryRow, entryRows } from '../../main/journal/entry.ts';
import { openSource } from '../../main/journal/source.ts';
import { createChainWalk } from '../../main/journal/verify/chain.ts';
import type { Figure } from './figures.ts';
import { makeJournal, tillId } from './journal-of-sales.ts';
import { accounts } from '../../preload/contract/books.ts';

const runs = 5;
const csvSales = 20_000;
const largeSales = 300_000;
/** The first 100,000 of them, being spread evenly over 360 days from the second of January. */
const aThird = '2026-05-01';
const allOfIt = '2026-12-31';
const verifiedEntries = 1_000_000;

/** Measures the exports and the chain's verification, in journals that are made for it and thrown away. Takes minutes. */
export async function exportFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-bench-export-'));
  try {
    const small = path.join(folder, 'small.sqlite');
    makeJournal(small, csvSales, true);
    const csv = await inTurn(() => csvAgainstSqlite(small, folder));
    const large = path.join(folder, 'large.sqlite');
    makeJournal(large, largeSales, false);
    const verifying = await inTurn(() => Promise.resolve(verifyAgainstSha256(large)));
    const third = exportOnce(large, aThird, folder);
    const whole = exportOnce(large, allOfIt, folder);
    const growth = whole.megabytes / third.megabytes;
    return [
      { name: 'export_csv_vs_sqlite', unit: 'x', limit: 0.5, atLeast: true, runs: csv },
      { name: 'export_saft_sales_per_s', unit: 'sales/s', limit: null, runs: [largeSales / whole.seconds] },
      { name: 'export_saft_memory_100k', unit: 'MB', limit: null, runs: [third.megabytes] },
      { name: 'export_saft_memory_300k', unit: 'MB', limit: null, runs: [whole.megabytes] },
      { name: 'export_saft_memory_growth', unit: 'x', limit: 1.2, runs: [growth] },
      { name: 'verify_vs_sha256', unit: 'x', limit: 3, runs: verifying },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inTurn(measure: () => Promise<number>): Promise<number[]> {
  const measured: number[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await measure());
  return measured;
}

/** Rows a second of the CSV export, by those of the sqlite3 shell over the same rows of the same file. */
async function csvAgainstSqlite(file: string, folder: string): Promise<number> {
  const out = path.join(folder, 'csv');
  const begun = performance.now();
  const source = openSource(file);
  if (!source.ok) throw new Error(source.error.detail);
  const made = await exportJournal(
    {
      format: 'csv',
      period: { from: '2026-01-01', to: allOfIt },
      folder: out,
      accounts: accounts.parse({}),
      createdAt: new Date().toISOString(),
    },
    {
      source: source.value,
      isCancelled: () => false,
      pause: () => setImmediate(),
      onProgress: () => undefined,
    },
  );
  source.value.close();
  const ours = performance.now() - begun;
  if (!made.ok) throw new Error(made.error.detail);

  const before = performance.now();
  execFileSync('sqlite3', ['-readonly', file], { input: shellScript(out) });
  const shell = performance.now() - before;
  rmSync(out, { recursive: true });
  return shell / ours;
}

/** What every row begins with. */
const receiptColumns = `substr(receipt.at, 1, 10), substr(receipt.at, 12, 8), '${tillId}', receipt.receipt_number,
  receipt.kind, entry.operator, 'nei'`;

function shellScript(out: string): string {
  return `.mode csv
.separator ; "\\r\\n"
.output ${out}/shell-lines.csv
SELECT ${receiptColumns}, position, article_id, description, group_name, quantity / 1000.0, unit_price / 100.0,
  reduction / 100.0, amount / 100.0, vat_rate / 100.0, (amount - vat_amount) / 100.0, vat_amount / 100.0
  FROM line JOIN receipt USING (receipt_number) JOIN entry USING (seq);
.output ${out}/shell-payments.csv
SELECT ${receiptColumns}, payment.kind, amount / 100.0, rounding / 100.0, (amount + rounding) / 100.0, NULL, card_ending,
  transaction_id FROM payment JOIN receipt USING (receipt_number) JOIN entry USING (seq);
`;
}

/** Following the chain of a million entries in the file, by hashing the same texts, already in memory, one by one. */
function verifyAgainstSha256(file: string): number {
  const db = new Database(file, { readonly: true });
  try {
    const begun = performance.now();
    const walk = createChainWalk(db);
    for (const row of entryRows(db, 1, verifiedEntries)) {
      const broken = walk(row);
      if (broken !== null) throw new Error(broken.sentence);
    }
    const chain = performance.now() - begun;
    return chain / hashingAlone(entryRows(db, 1, verifiedEntries));
  } finally {
    db.close();
  }
}

function hashingAlone(rows: Iterable<EntryRow>): number {
  let previous = beforeFirst;
  let texts: string[] = [];
  let took = 0;
  const hashThem = (): void => {
    const begun = performance.now();
    for (const text of texts) createHash('sha256').update(text).digest('hex');
    took += performance.now() - begun;
    texts = [];
  };
  for (const row of rows) {
    texts.push([previous, row.seq, row.at, row.kind, row.operator ?? '', row.body].join('\n'));
    previous = row.hash;
    if (texts.length === 10_000) hashThem();
  }
  hashThem();
  return took;
}

function exportOnce(file: string, to: string, folder: string): { seconds: number; megabytes: number } {
  const out = path.join(folder, 'saft');
  const program = path.join(import.meta.dirname, 'export-once.ts');
  const said = execFileSync(process.execPath, [program, file, to, out], { encoding: 'utf8' });
  rmSync(out, { recursive: true });
  return JSON.parse(said) as { seconds: number; megabytes: number };
}

import { performance } from 'node:perf_hooks';
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
import { makeJournal, tillId } from './journal-of-sales.ts';

const salesOfTheDay = 5_000;
const limitMs = 250;
const seller: Seller = {
  name: 'Kaffehjørnet AS',
  organisationNumber: '923609016',
  vatRegistered: true,
  address: [],
};

/**
 * How long (ms, 95th percentile) the report of a day of 5,000 sales takes in a journal of `sales` of them, the whole of
 * it: read, put together, written and on disk. `file` is made and left behind.
 */
export async function measureZReport(file: string, sales: number, runs = 25) {
  makeJournal(file, sales - salesOfTheDay, true);
  const key = await makeSigningKey();
  const signer = createSigner({ privateKeyPem: key.privateKeyPem, keyVersion: '1' });
  const issuer = { tillId, training: false, seller, signer };
  const opened = openJournal({ path: file, now: () => Date.now() });
  if (!opened.ok) throw new Error(opened.error.detail);
  const journal = opened.value;
  try {
    writeReport(journal, 'z');
    for (let sale = 0; sale < salesOfTheDay; sale += 1) written(journal, (tx) => sell(tx, issuer, sale));
    const taken = Array.from({ length: runs }, (_, run) => {
      const began = performance.now();
      writeReport(journal, run === runs - 1 ? 'z' : 'x');
      return performance.now() - began;
    }).toSorted((a, b) => a - b);
    const value = taken[Math.ceil(runs * 0.95) - 1] ?? Number.NaN;
    return { z_report_ms: { value, unit: 'ms', limit: limitMs, ok: value <= limitMs, runs } };
  } finally {
    journal.close();
  }
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
      tx.append('report.z', { number: day.number, report, count: null, match });
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

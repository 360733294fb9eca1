import Database from 'better-sqlite3';
import { canonical } from '../../main/journal/canonical.ts';
import { createDerive } from '../../main/journal/derive/index.ts';
import { createInsert } from '../../main/journal/append.ts';
import type { Entry, NewEntry } from '../../main/journal/entries/index.ts';
import type { CompletedSale, SoldLine } from '../../main/journal/entries/sale.ts';
import { beforeFirst, hashOf } from '../../main/journal/entry.ts';
import { migrate } from '../../main/journal/migrations/index.ts';
import { ore, sum, thousandths, vatRate } from '../../main/sale/money.ts';
import { cashAmount } from '../../main/sale/rounding.ts';
import { vatOf, vatSums } from '../../main/sale/vat.ts';

export const tillId = 'K7F3QD';
const linesPerSale = 3;
const firstAt = Date.parse('2026-01-02T07:00:00.000Z');
const aYear = 360 * 86_400_000;
// As long as a real one; what it says is not looked at by what is measured here.
const signature = `${'A'.repeat(171)}=`;

/**
 * Makes a journal file of so many sales, spread over 2026: opened, three lines rung up, completed. `derived` makes the
 * tables as well, which takes several times as long.
 */
export function makeJournal(file: string, sales: number, derived: boolean): void {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    migrate(db);
    const insert = createInsert(db);
    const derive = derived ? createDerive(db) : () => undefined;
    let seq = 0;
    let hash = beforeFirst;
    const append = (at: string, { kind, body }: NewEntry): void => {
      seq += 1;
      const row = { seq, at, kind, operator: 'Kari', body: canonical(body) };
      hash = hashOf(hash, row);
      insert({ ...row, hash });
      derive({ seq, at, operator: 'Kari', kind, body } as Entry);
    };
    db.exec('BEGIN');
    for (let number = 1; number <= sales; number += 1) {
      const at = new Date(firstAt + Math.floor((number / sales) * aYear)).toISOString();
      for (const entry of entriesOf(number, at)) append(at, entry);
    }
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}

function* entriesOf(number: number, at: string): Generator<NewEntry> {
  const saleId = `${tillId}-${number}`;
  const lines = [1, 2, 3].map((line) => lineOf(number, line));
  yield { kind: 'sale.opened', body: { saleId, number, currency: 'NOK' } };
  for (const { reduction: _reduction, amount: _amount, vatAmount: _vat, ...line } of lines) {
    yield { kind: 'sale.line-added', body: { saleId, line } };
  }
  yield { kind: 'sale.completed', body: completed(saleId, number, at, lines) };
}

function lineOf(sale: number, line: number): SoldLine {
  const article = (sale * linesPerSale + line) % 10_000;
  const rate = vatRate(line === 1 ? 2500 : 1500);
  const unitPrice = ore(1990 + (article % 300) * 100);
  const quantity = thousandths((1 + (sale % 2)) * 1000);
  const amount = ore((unitPrice * quantity) / 1000);
  return {
    lineId: String(line),
    articleId: String(article),
    description: `Vare nummer ${article}, med et navn`,
    group: `Gruppe ${article % 20}`,
    unitPrice,
    quantity,
    vatRate: rate,
    discount: null,
    reduction: ore(0),
    amount,
    vatAmount: vatOf(amount, rate),
  };
}

function completed(saleId: string, number: number, at: string, lines: SoldLine[]): CompletedSale {
  const vat = vatSums(lines);
  const total = sum(lines.map(({ amount }) => amount));
  const rounding = ore(cashAmount(total) - total);
  return {
    saleId,
    receiptNumber: number,
    tillId,
    training: false,
    seller: {
      name: 'Kaffehjørnet AS',
      organisationNumber: '923609016',
      vatRegistered: true,
      address: ['Storgata 1', '0155 Oslo'],
    },
    currency: 'NOK',
    lines,
    vat,
    total,
    rounding,
    payments: [
      {
        kind: 'cash',
        amount: total,
        rounding,
        given: ore(total + rounding + 5000),
        change: ore(5000),
      },
    ],
    signature: {
      keyVersion: '1',
      date: at.slice(0, 10),
      time: at.slice(11, 19),
      amountIncludingVat: total,
      amountExcludingVat: sum(vat.map(({ net }) => net)),
      previous: signature,
      value: signature,
    },
  };
}

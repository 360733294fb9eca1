import type Database from 'better-sqlite3';
import { type Ore, ore } from '../../sale/money.ts';
import { applyToSale, type Sale } from '../../sale/sale.ts';
import { type EntryRow, toEntry } from '../entry.ts';
import { createDayNumber } from '../read/day.ts';
import { type Before, type FigureEntry, figuresOf } from './figures.ts';
import type { EntryOf } from './of-kind.ts';

export interface DayDeriver {
  /** Adds to the open day's figures; to be called before anything else is made of the entry. */
  figures(entry: FigureEntry): void;
  printed(entry: EntryOf<'receipt.printed' | 'receipt.mailed' | 'receipt.shown'>): void;
  counted(entry: EntryOf<'day.counted'>): void;
  reported(entry: EntryOf<'report.x' | 'report.z'>): void;
}

/** Keeps the running figures of each day, so that a report is there at once however long the day was. */
export function dayDeriver(db: Database.Database, entries: Database.Database): DayDeriver {
  const openDay = createDayNumber(db);
  const add = db.prepare<[number, string, string, string, number, number, number]>(
    `INSERT INTO day_figure (day, figure, key, operator, number, amount, also) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (day, figure, key, operator) DO UPDATE SET number = number + excluded.number,
        amount = amount + excluded.amount, also = also + excluded.also`,
  );
  const print = db.prepare<[number]>(
    `INSERT INTO receipt_print (receipt_number, times) VALUES (?, 1)
      ON CONFLICT (receipt_number) DO UPDATE SET times = times + 1`,
  );
  const count = db.prepare<[number]>('INSERT OR REPLACE INTO cash_count (only_row, seq) VALUES (1, ?)');
  const report = db.prepare<[number, string, number | null, string, number, number]>(
    'INSERT INTO report (seq, kind, number, at, grand_sales, grand_returns) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const before = readsBefore(db, entries, openDay);

  return {
    figures: (entry) => {
      const day = openDay();
      for (const { figure, key, operator, number, amount, also } of figuresOf(entry, before(entry.seq))) {
        add.run(day, figure, key, operator ?? '', number, amount, also);
      }
    },
    printed: ({ body }) => {
      print.run(body.receiptNumber);
    },
    counted: ({ seq }) => {
      count.run(seq);
    },
    reported: (entry) => {
      const { sales, returns } = entry.body.report.grandTotals;
      if (entry.kind === 'report.x') {
        report.run(entry.seq, 'x', null, entry.at, sales, returns);
        return;
      }
      // Z reports are an unbroken series (kassasystemforskrifta § 2-8-3).
      const next = openDay();
      if (entry.body.number !== next) {
        throw new Error(`Z report ${entry.body.number} is out of its series: the next one is ${next}`);
      }
      report.run(entry.seq, 'z', next, entry.at, sales, returns);
    },
  };
}

function readsBefore(
  db: Database.Database,
  entries: Database.Database,
  openDay: () => number,
): (seq: number) => Before {
  const saleSeqs = db
    .prepare<[string, number], number>(
      'SELECT seq FROM sale_entry WHERE sale_id = ? AND seq < ? ORDER BY seq',
    )
    .pluck();
  const entryAt = entries.prepare<[number], Omit<EntryRow, 'hash'>>(
    'SELECT seq, at, kind, operator, body FROM entry WHERE seq = ?',
  );
  const float = db.prepare<[number], { operator: string; amount: Ore }>(
    "SELECT operator, amount FROM day_figure WHERE day = ? AND figure = 'float' AND number > 0",
  );
  const floatOf = db
    .prepare<[number, string], Ore>(
      "SELECT amount FROM day_figure WHERE day = ? AND figure = 'float' AND operator = ? AND number > 0",
    )
    .pluck();
  const printsOf = db.prepare<[number], { times: number; total: Ore }>(
    `SELECT coalesce((SELECT times FROM receipt_print WHERE receipt_number = receipt.receipt_number), 0) AS times, total
      FROM receipt WHERE receipt_number = ?`,
  );

  return (seq) => ({
    sale: (saleId) =>
      saleSeqs
        .all(saleId, seq)
        .flatMap((one) => entryAt.all(one).map(toEntry))
        .reduce<Sale | null>(applyToSale, null),
    float: () => {
      const row = float.get(openDay());
      return row === undefined ? null : { ...row, operator: row.operator === '' ? null : row.operator };
    },
    floatOf: (drawer) => floatOf.get(openDay(), drawer ?? '') ?? null,
    prints: (receiptNumber) => printsOf.get(receiptNumber) ?? { times: 0, total: ore(0) },
  });
}

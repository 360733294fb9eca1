import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { articleDeriver } from '../../main/journal/derive/article.ts';
import { type Clue, everyReceipt, type ReceiptQuery } from '../../main/journal/index.ts';
import { migrate } from '../../main/journal/migrations/index.ts';
import { createReceiptPlaces } from '../../main/journal/read/receipt-places.ts';
import { createReceiptReads } from '../../main/journal/read/receipts.ts';
import type { Figure } from './figures.ts';

const measured: Readonly<Record<string, string>> = {
  number: 'number',
  text: 'text',
  'words on 625 articles': 'words',
  'amount and date': 'amount_and_date',
};

/**
 * Finding a receipt among a million, in the main process: the slowest of twenty, and against the same bare SQL; and a
 * stretch of their list, from anywhere in it.
 */
export function lookupFigures(): Figure[] {
  const { lookups, stretch } = measureLookups(1_000_000);
  const list = { name: 'receipt_list_ms', unit: 'ms', limit: 10, runs: [stretch] };
  return lookups.reduce<Figure[]>(
    (figures, { search, p95, ratio }) => {
      const name = measured[search];
      if (name === undefined) return figures;
      return [
        ...figures,
        { name: `receipt_lookup_ms_${name}`, unit: 'ms', limit: 10, runs: [p95] },
        { name: `receipt_lookup_vs_sql_${name}`, unit: '×', limit: 2, runs: [ratio] },
      ];
    },
    [list],
  );
}

/** What a search took, in ms; `ratio` is its median to that of the same rows asked for in bare SQL. */
type Lookup = {
  readonly search: string;
  readonly p50: number;
  readonly p95: number;
  readonly bareP50: number;
  readonly ratio: number;
};

const firstAt = Date.parse('2024-01-01T07:00:00.000Z');
const everyMs = 60_000;
const articles = 5_000;

/**
 * The tables that a search walks, filled as so many sales would fill them: 5,000 articles, three lines a sale, 85 of 100
 * by card, one in 200 a return. The entries behind them are left out: no search reads one.
 */
function fill(db: Database.Database, sales: number): void {
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  migrate(db);
  const derive = articleDeriver(db, db);
  db.exec('BEGIN');
  stockArticles(db, derive);
  db.prepare(
    `INSERT INTO receipt (receipt_number, sale_id, seq, at, total, lines, signature, kind, paid_by)
      WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < :sales)
      SELECT n, 'K7F3QD-' || n, n * 5, strftime('%Y-%m-%dT%H:%M:%fZ', (:first + n * :every) / 1000.0, 'unixepoch'),
        (CASE WHEN n % 200 = 0 THEN -1 ELSE 1 END) * (1000 + (n * 7919) % 90000 * 10), 3, hex(randomblob(86)),
        CASE WHEN n % 200 = 0 THEN 'return' ELSE 'sale' END, CASE WHEN n % 100 < 85 THEN 'card' ELSE 'cash' END FROM n`,
  ).run({ sales, first: firstAt, every: everyMs });
  db.prepare(
    `INSERT INTO line (receipt_number, position, article_id, description, group_name, unit_price, quantity, vat_rate,
        reduction, amount, vat_amount)
      SELECT receipt_number, position, CAST((receipt_number * 31 + position * 1237) % :articles AS INTEGER), 'Vare', 'Mat', 100, 1000,
        1500, 0, 100, 13
      FROM receipt, (SELECT 1 AS position UNION SELECT 2 UNION SELECT 3)`,
  ).run({ articles });
  db.exec(
    `INSERT INTO payment (receipt_number, position, kind, amount, rounding, change, attempt_id, transaction_id, card_ending)
      SELECT receipt_number, 1, paid_by, total, 0, 0, CASE paid_by WHEN 'card' THEN sale_id || '-1' END,
        CASE paid_by WHEN 'card' THEN 'T12345678.5nXw' || printf('%08d', receipt_number) END,
        CASE paid_by WHEN 'card' THEN printf('%04d', (receipt_number * 13) % 10000) END
      FROM receipt`,
  );
  db.exec(
    'INSERT INTO receipt_count SELECT receipt_number / 1000, kind, paid_by, count(*) FROM receipt GROUP BY 1, 2, 3',
  );
  db.exec('COMMIT');
  db.exec('ANALYZE');
}

function stockArticles(db: Database.Database, derive: ReturnType<typeof articleDeriver>): void {
  const entry = db.prepare<[number, string, string]>(
    "INSERT INTO entry (seq, at, kind, body, hash) VALUES (?, '', ?, ?, printf('%064d', 0))",
  );
  const kinds = [
    'Kanelbolle',
    'Kaffe, mørkbrent',
    'Grovt brød',
    'Brunost',
    'Eplejuice',
    'Lefse',
    'Rømme',
    'Kakao',
  ];
  const stock = Array.from({ length: articles }, (_, id) => ({
    id: String(id),
    name: `${kinds[id % kinds.length] ?? ''} ${String(id)}`,
    price: 3900,
    vatRate: 1500,
    group: 'Mat',
    barcode: null,
  }));
  for (let part = 0; part < articles / 1000; part += 1) {
    const body = { importId: 'i', articles: stock.slice(part * 1000, part * 1000 + 1000) };
    entry.run(part + 1, 'catalogue.articles', JSON.stringify(body));
    derive({ seq: part + 1, at: '', operator: null, kind: 'catalogue.articles', body } as never);
  }
  derive({ seq: 0, at: '', operator: null, kind: 'catalogue.imported', body: { importId: 'i' } } as never);
}

type Search = {
  readonly search: string;
  readonly query: (round: number) => Partial<ReceiptQuery>;
  /** The same rows as plainly as SQL can ask for them; the summary's columns included. */
  readonly bare: { readonly where: string; readonly keys: (round: number) => readonly (string | number)[] };
};

const page = 50;

function searches(sales: number): readonly Search[] {
  const spread = (round: number): number => 1 + ((round * 7_919_317) % sales);
  const by = (clue: Clue): Partial<ReceiptQuery> => ({ clues: [clue] });
  const amount = (round: number): number => 1000 + ((spread(round) * 7919) % 90_000) * 10;
  const dayOf = (round: number, days = 0): string =>
    new Date(firstAt + spread(round) * everyMs + days * 86_400_000).toISOString();
  return [
    {
      search: 'newest',
      query: () => ({}),
      bare: { where: 'receipt_number <= ?', keys: () => [sales] },
    },
    {
      search: 'number',
      query: (round) => by({ by: 'number', value: spread(round) }),
      bare: { where: 'receipt_number = ?', keys: (round) => [spread(round)] },
    },
    {
      search: 'text',
      query: (round) => by({ by: 'article', articleId: String(spread(round) % articles) }),
      bare: {
        where:
          'receipt_number IN (SELECT receipt_number FROM line WHERE article_id = ? ORDER BY receipt_number DESC LIMIT 50)',
        keys: (round) => [String(spread(round) % articles)],
      },
    },
    {
      search: 'words on 625 articles',
      query: (round) =>
        by({ by: 'words', text: ['kanelbolle', 'brunost', 'kakao', 'rømme'][round % 4] ?? '' }),
      bare: {
        where: `receipt_number IN (SELECT receipt_number FROM line WHERE article_id IN (SELECT id FROM article_text
          JOIN article ON article.key = article_text.rowid WHERE article_text MATCH ? LIMIT 100))`,
        keys: (round) => [['"kanelbolle"', '"brunost"', '"kakao"', '"rømme"'][round % 4] ?? ''],
      },
    },
    {
      search: 'amount',
      query: (round) => by({ by: 'amount', value: amount(round) }),
      bare: { where: 'total = ?', keys: (round) => [amount(round)] },
    },
    {
      search: 'amount and date',
      query: (round) => ({
        ...by({ by: 'amount', value: amount(round) }),
        from: dayOf(round, -1),
        to: dayOf(round, 1),
      }),
      bare: {
        where: 'total = ? AND at >= ? AND at < ?',
        keys: (round) => [amount(round), dayOf(round, -1), dayOf(round, 1)],
      },
    },
    {
      search: 'date',
      query: (round) => ({ from: dayOf(round, -1), to: dayOf(round) }),
      bare: { where: 'at < ?', keys: (round) => [dayOf(round)] },
    },
    {
      search: 'card',
      query: (round) => by({ by: 'card', ending: String(spread(round) % 10_000).padStart(4, '0') }),
      bare: {
        where:
          'receipt_number IN (SELECT receipt_number FROM payment WHERE card_ending = ? ORDER BY receipt_number DESC LIMIT 50)',
        keys: (round) => [String(spread(round) % 10_000).padStart(4, '0')],
      },
    },
    {
      search: 'transaction',
      query: (round) =>
        by({ by: 'transaction', id: `T12345678.5nXw${String(spread(round)).padStart(8, '0')}` }),
      bare: {
        where: 'receipt_number IN (SELECT receipt_number FROM payment WHERE transaction_id = ?)',
        keys: (round) => [`T12345678.5nXw${String(spread(round)).padStart(8, '0')}`],
      },
    },
  ];
}

/** Finds receipts among so many sales; each search `rounds` times, every time for something else. */
function measureLookups(sales: number, rounds = 300): { lookups: Lookup[]; stretch: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-lookup-'));
  const db = new Database(path.join(folder, 'journal.sqlite'));
  try {
    fill(db, sales);
    const reads = createReceiptReads(db);
    const lookups = searches(sales).map(({ search, query, bare }) => {
      const statement = db.prepare(
        `SELECT receipt_number, kind, sale_id, at, total, paid_by, lines,
            (SELECT sum(change) FROM payment WHERE payment.receipt_number = receipt.receipt_number),
            (SELECT max(card_ending) FROM payment WHERE payment.receipt_number = receipt.receipt_number)
          FROM receipt WHERE ${bare.where} ORDER BY receipt_number DESC LIMIT ${String(page)}`,
      );
      const { ours, plain } = measure(
        rounds,
        (round) => reads.receipts({ ...everyReceipt, ...query(round), limit: page }),
        (round) => statement.all(...bare.keys(round)),
      );
      const ratio = Math.round((quantile(ours, 50) / quantile(plain, 50)) * 100) / 100;
      return {
        search,
        p50: quantile(ours, 50),
        p95: quantile(ours, 95),
        bareP50: quantile(plain, 50),
        ratio,
      };
    });
    return { lookups, stretch: quantile(stretches(db, rounds), 95) };
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a stretch of the list takes, from anywhere in it and of any kind, as the window asks for it. */
function stretches(db: Database.Database, rounds: number): number[] {
  const reads = createReceiptReads(db);
  const places = createReceiptPlaces(db);
  const kinds = [null, 'sale', 'return'] as const;
  const means = [null, 'card', 'cash'] as const;
  const took = Array.from({ length: rounds }, (_, round) => {
    const filter = { kind: kinds[round % 3] ?? null, paidBy: means[Math.floor(round / 3) % 3] ?? null };
    const began = performance.now();
    const count = places.receiptCount(filter);
    const first = places.receiptAt(filter, 1 + ((round * 7_919_317) % Math.max(1, count)));
    reads.receipts({ ...everyReceipt, ...filter, before: (first ?? 0) + 1, limit: 100 });
    return performance.now() - began;
  });
  return took.sort((a, b) => a - b);
}

/** Takes turns, so that whatever else the machine does meets both alike. */
function measure(
  rounds: number,
  work: (round: number) => unknown,
  bare: (round: number) => unknown,
): { readonly ours: number[]; readonly plain: number[] } {
  const took = (doing: (round: number) => unknown, round: number): number => {
    const began = performance.now();
    doing(round);
    return performance.now() - began;
  };
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Whoever comes second finds the pages in memory.
    if (round % 2 === 0) ours.push(took(work, round));
    plain.push(took(bare, round));
    if (round % 2 === 1) ours.push(took(work, round));
  }
  const byTime = (a: number, b: number): number => a - b;
  return { ours: ours.sort(byTime), plain: plain.sort(byTime) };
}

function quantile(sorted: readonly number[], percent: number): number {
  const at = Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1);
  return Math.round((sorted[at] ?? 0) * 1000) / 1000;
}

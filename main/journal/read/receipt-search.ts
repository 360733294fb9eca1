import type Database from 'better-sqlite3';
import type { PaidBy } from '../../sale/means.ts';
import { createArticleReads } from './articles.ts';

/** One way to know a receipt; amounts in øre. */
export type Clue =
  | { readonly by: 'number'; readonly value: number }
  /** What it came to; a return is known by its amount without the minus. */
  | { readonly by: 'amount'; readonly value: number }
  /** The last four digits of the card. */
  | { readonly by: 'card'; readonly ending: string }
  /** Sold on it, paid with on it, or given money back. */
  | { readonly by: 'gift-card'; readonly code: string }
  | { readonly by: 'article'; readonly articleId: string }
  /** The beginning of an article's number, or words of its name. */
  | { readonly by: 'words'; readonly text: string }
  | { readonly by: 'transaction'; readonly id: string }
  /** The sale itself, and whatever was given back of it. */
  | { readonly by: 'sale'; readonly saleId: string }
  | { readonly by: 'refund'; readonly refundId: string };

export interface ReceiptQuery {
  /** Any of these; empty for all receipts. */
  readonly clues: readonly Clue[];
  /** UTC instants: `from` and everything up to `to`. Null: no such bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** Null: whichever. */
  readonly kind: 'sale' | 'return' | 'exchange' | null;
  readonly paidBy: PaidBy | null;
  /** Only receipts with a lower number: the next page. */
  readonly before: number | null;
  readonly limit: number;
}

/** Every receipt, the newest first. */
export const everyReceipt = {
  clues: [],
  from: null,
  to: null,
  kind: null,
  paidBy: null,
  before: null,
} as const;

/**
 * A name that is on more articles than this is looked for among the first of them only: each is one walk down an index,
 * so that a search takes its time from how much is shown, never from how much was sold.
 */
const mostArticles = 100;

/** How many of the newest receipts are looked through for a word that is on several articles. */
const aLook = 2_000;

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly from: string;
  readonly to: string;
  readonly kind: string | null;
  readonly paidBy: string | null;
  readonly limit: number;
}

type Walk = (key: Readonly<Record<string, string | number>>, bounds: Bounds) => number[];

/**
 * Prepares the search for receipts; it gives their numbers. Each clue is an index that is walked from its newest receipt
 * backwards until a page is full.
 */
export function createReceiptSearch(db: Database.Database): (query: ReceiptQuery) => number[] {
  const stretch = db.prepare<[string, string], { low: number | null; high: number | null }>(
    `SELECT (SELECT receipt_number FROM receipt WHERE at >= ? ORDER BY at LIMIT 1) AS low,
      (SELECT receipt_number FROM receipt WHERE at < ? ORDER BY at DESC LIMIT 1) AS high`,
  );
  const find = createFind(db);

  return (query) => {
    const [from, to] = [query.from ?? '', query.to ?? '9'];
    const timed = query.from !== null || query.to !== null;
    // Receipts follow one another in time, so a period is a stretch of numbers; the exact times are compared as well.
    const within = timed ? stretch.get(from, to) : { low: 1, high: Number.MAX_SAFE_INTEGER };
    if (within === undefined || within.low === null || within.high === null) return [];
    const high = query.before === null ? within.high : Math.min(within.high, query.before - 1);
    const { kind, paidBy, limit } = query;
    const bounds: Bounds = { low: within.low, high, from, to, kind, paidBy, limit };
    if (query.clues.length === 0) return find.all(bounds);
    const named = query.clues.flatMap((clue) => (clue.by === 'number' ? find.clue(clue, bounds) : []));
    const others = query.clues.flatMap((clue) => (clue.by === 'number' ? [] : find.clue(clue, bounds)));
    const rest = [...new Set(others)].filter((number) => !named.includes(number)).sort((a, b) => b - a);
    return [...named, ...rest].slice(0, query.limit);
  };
}

function createFind(db: Database.Database): {
  readonly all: (bounds: Bounds) => number[];
  readonly clue: (clue: Clue, bounds: Bounds) => number[];
} {
  const articles = createArticleReads(db);
  const any = walk(db, 'receipt', '1', 'receipt_number');
  const ofKind = walk(
    db,
    'receipt INDEXED BY receipt_kind',
    "kind <> 'sale' AND kind = :kind",
    'receipt_number',
  );
  const ofPaidBy = walk(db, 'receipt INDEXED BY receipt_paid_by', 'paid_by = :paidBy', 'receipt_number');
  const number = walk(db, 'receipt', 'receipt_number = :key', 'receipt_number');
  const amount = walk(db, 'receipt INDEXED BY receipt_total', 'total = :key', 'receipt_number');
  const card = walk(
    db,
    'payment CROSS JOIN receipt USING (receipt_number)',
    'card_ending = :key',
    'payment.receipt_number',
  );
  const transaction = walk(
    db,
    'payment CROSS JOIN receipt USING (receipt_number)',
    'transaction_id = :key',
    'payment.receipt_number',
  );
  const giftCard = walk(
    db,
    'receipt_gift_card CROSS JOIN receipt USING (receipt_number)',
    'code = :key',
    'receipt_gift_card.receipt_number',
  );
  const article = walk(
    db,
    'line CROSS JOIN receipt USING (receipt_number)',
    'article_id = :key',
    'line.receipt_number',
  );
  // The plus keeps SQLite from the articles' index: what is walked is the receipts, from the newest.
  const ofAny = walk(
    db,
    'line CROSS JOIN receipt USING (receipt_number)',
    '+article_id IN (SELECT value FROM json_each(:key))',
    'line.receipt_number',
  );
  const highest = db.prepare<[], number | null>('SELECT max(receipt_number) FROM receipt').pluck();
  const free = walk(
    db,
    'line CROSS JOIN receipt USING (receipt_number)',
    'article_id IS NULL AND description = :key COLLATE NOCASE',
    'line.receipt_number',
  );
  const sale = walk(
    db,
    `(SELECT receipt_number FROM sale_entry JOIN entry USING (seq) JOIN receipt USING (seq)
        WHERE sale_entry.sale_id = :key AND entry.kind IN ('sale.completed', 'sale.exchanged')
      UNION SELECT receipt_number FROM refund WHERE sale_id = :key AND receipt_number IS NOT NULL
      UNION SELECT receipt_number FROM carried WHERE of_sale_id = :key)
      CROSS JOIN receipt USING (receipt_number)`,
    '1',
    'receipt_number',
  );
  const refund = walk(
    db,
    'refund CROSS JOIN receipt USING (receipt_number)',
    'refund_id = :key',
    'refund.receipt_number',
  );

  /**
   * A word on many articles is on many of the newest receipts, which are then a page at once; each article's own index is
   * walked only where those few did not fill one.
   */
  function ofWords(text: string, bounds: Bounds): number[] {
    const found = articles.searchArticles(text, mostArticles).map(({ id }) => id);
    const first = free({ key: text }, bounds);
    if (found.length > 1) {
      const top = Math.min(bounds.high, highest.get() ?? 0);
      const lately = { ...bounds, low: Math.max(bounds.low, top - aLook), high: top };
      const recent = ofAny({ key: JSON.stringify(found) }, lately);
      if (recent.length === bounds.limit) return newest([...first, ...recent], bounds.limit);
    }
    return newestOf(
      bounds,
      first,
      found.map((id) => (within: Bounds) => article({ key: id }, within)),
    );
  }

  return {
    all: (bounds) => {
      if (bounds.kind === 'return' || bounds.kind === 'exchange') return ofKind({}, bounds);
      return bounds.paidBy === null ? any({}, bounds) : ofPaidBy({}, bounds);
    },
    clue: (clue, bounds) => {
      switch (clue.by) {
        case 'number':
          return number({ key: clue.value }, bounds);
        case 'amount':
          return [...amount({ key: clue.value }, bounds), ...amount({ key: 0 - clue.value }, bounds)];
        case 'card':
          return card({ key: clue.ending }, bounds);
        case 'gift-card':
          return giftCard({ key: clue.code }, bounds);
        case 'transaction':
          return transaction({ key: clue.id }, bounds);
        case 'sale':
          return sale({ key: clue.saleId }, bounds);
        case 'refund':
          return refund({ key: clue.refundId }, bounds);
        case 'article':
          return article({ key: clue.articleId }, bounds);
        case 'words':
          return ofWords(clue.text, bounds);
      }
    },
  };
}

/** The newest of what several walks find: each only goes back as far as it could still add to the page. */
function newestOf(
  bounds: Bounds,
  first: readonly number[],
  walks: readonly ((within: Bounds) => number[])[],
): number[] {
  let kept = newest(first, bounds.limit);
  for (const take of walks) {
    const last = kept.length < bounds.limit ? undefined : kept.at(-1);
    const found = take(last === undefined ? bounds : { ...bounds, low: last + 1 });
    if (found.length > 0) kept = newest([...kept, ...found], bounds.limit);
  }
  return kept;
}

function newest(numbers: readonly number[], limit: number): number[] {
  return [...new Set(numbers)].sort((a, b) => b - a).slice(0, limit);
}

function walk(db: Database.Database, from: string, condition: string, column: string): Walk {
  const statement = db
    .prepare<[Bounds & Readonly<Record<string, string | number | null>>], number>(
      `SELECT DISTINCT ${column} FROM ${from}
        WHERE ${condition} AND ${column} BETWEEN :low AND :high AND receipt.at >= :from AND receipt.at < :to
          AND (:kind IS NULL OR receipt.kind = :kind) AND (:paidBy IS NULL OR receipt.paid_by = :paidBy)
        ORDER BY ${column} DESC LIMIT :limit`,
    )
    .pluck();
  return (key, bounds) => statement.all({ ...bounds, ...key });
}

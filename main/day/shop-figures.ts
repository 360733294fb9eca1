import { shopTime } from '../clock.ts';
import type { JournalReads } from '../journal/index.ts';
import { beginningOf, dayAfter, daysFrom } from './shop-days.ts';

/** What one heading brought. Amounts in øre; `number` is receipts or payments, and thousandths for groups and articles. */
export interface SoldUnder {
  readonly key: string;
  readonly name: string;
  readonly number: number;
  readonly amount: number;
}

/** What the shop sold from one day to another, both included, as the person who owns it asks. */
export interface ShopFigures {
  readonly from: string;
  readonly to: string;
  readonly sales: { readonly number: number; readonly amount: number };
  /** Amount negative or zero. */
  readonly returns: { readonly number: number; readonly amount: number };
  readonly net: number;
  readonly vat: number;
  /** In order of the day; only hours in which something was sold. */
  readonly hours: readonly SoldUnder[];
  /** The rest with what brought most first. */
  readonly groups: readonly SoldUnder[];
  readonly articles: readonly SoldUnder[];
  readonly means: readonly SoldUnder[];
  readonly operators: readonly SoldUnder[];
}

type Reads = Pick<JournalReads, 'soldReceipts' | 'soldArticles' | 'soldMeans'>;

/**
 * Adds a period up day by day. `pause` is awaited between days: a year's figures must not hold up a sale.
 */
export async function shopFigures(
  read: Reads,
  period: { readonly from: string; readonly to: string },
  pause: () => Promise<void>,
): Promise<ShopFigures> {
  const sums = emptySums();
  for (const date of daysFrom(period.from, period.to)) {
    addDay(sums, read, beginningOf(date), beginningOf(dayAfter(date)));
    await pause();
  }
  const { sales, returns, vat } = sums;
  return {
    ...period,
    sales,
    returns,
    net: sales.amount + returns.amount,
    vat,
    hours: [...sums.hours.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    groups: mostFirst(sums.groups),
    articles: mostFirst(sums.articles),
    means: mostFirst(sums.means),
    operators: mostFirst(sums.operators),
  };
}

interface Adding {
  number: number;
  amount: number;
}

type Headings = Map<string, Adding & { key: string; name: string }>;

function emptySums() {
  const headings = (): Headings => new Map();
  const none = (): Adding => ({ number: 0, amount: 0 });
  return {
    sales: none(),
    returns: none(),
    vat: 0,
    hours: headings(),
    groups: headings(),
    articles: headings(),
    means: headings(),
    operators: headings(),
  };
}

function addDay(sums: ReturnType<typeof emptySums>, read: Reads, from: string, to: string): void {
  const hourOf = hoursOfDay();
  for (const receipt of read.soldReceipts(from, to)) {
    const amount = receipt.sold + receipt.back;
    add(sums.hours, hourOf(receipt.at), '', 1, amount);
    add(sums.operators, receipt.operator ?? '', receipt.operator ?? '', 1, amount);
    sums.sales.number += receipt.isSale;
    sums.sales.amount += receipt.sold;
    sums.returns.number += receipt.isReturn;
    sums.returns.amount += receipt.back;
  }
  for (const { articleId, description, group, quantity, amount, vat } of read.soldArticles(from, to)) {
    add(sums.groups, group, group, quantity, amount);
    add(sums.articles, articleId ?? `\n${description}`, description, quantity, amount);
    sums.vat += vat;
  }
  for (const { means, number, amount } of read.soldMeans(from, to))
    add(sums.means, means, means, number, amount);
}

function add(to: Headings, key: string, name: string, number: number, amount: number): void {
  const sum = to.get(key) ?? { key, name, number: 0, amount: 0 };
  sum.number += number;
  sum.amount += amount;
  // An article that was renamed goes by its newest name.
  sum.name = name;
  to.set(key, sum);
}

/** The shop's hour of an instant, `09`. It is worked out once for each hour of UTC: that is much quicker. */
function hoursOfDay(): (at: string) => string {
  const known = new Map<string, string>();
  return (at) => {
    const utc = at.slice(0, 13);
    const hour = known.get(utc) ?? shopTime(at).time.slice(0, 2);
    known.set(utc, hour);
    return hour;
  };
}

function mostFirst(headings: Headings): SoldUnder[] {
  return [...headings.values()].sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1));
}

import type { Entry } from '../../../main/journal/entries/index.ts';
import type { Shop } from '../../helpers/shop.ts';

/** Pays for what is on the counter in cash. */
export async function cash(shop: Shop, total: number, given: number): Promise<void> {
  await shop.ask('payment.cash', { total, given });
  await shop.ask('sale.startNew', {});
}

/** Pays for what is on the counter by card, once the customer has tapped. */
export async function byCard(shop: Shop, total: number): Promise<void> {
  await shop.ask('payment.card', { total });
  await shop.until('the approval', (view) => view.counter.kind === 'done');
  await shop.ask('sale.startNew', {});
}

/** A count in which what is not named is not there: nothing is left blank. */
export function countOf(there: Readonly<Record<number, number>>) {
  return [1000, 500, 200, 100, 50, 20, 10, 5, 1].map((kroner) => ({
    denomination: kroner * 100,
    count: there[kroner * 100] ?? 0,
  }));
}

/** The newest report of a kind, as it lies in the journal. */
export function lastReport<K extends 'report.x' | 'report.z'>(
  shop: Shop,
  kind: K,
): Extract<Entry, { kind: K }> {
  const { read } = shop.journal();
  const found = read
    .reports({ before: null, limit: 200 })
    .map(({ seq }) => read.report(seq))
    .find((entry) => entry?.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind}`);
  return found as Extract<Entry, { kind: K }>;
}

/** Gives one piece of a line back as it was paid; `left` is what is left to refund of its receipt. */
export async function giveBackOne(
  shop: Shop,
  receiptNumber: number,
  lineId: string,
  left: number,
): Promise<void> {
  await shop.ask('refund.begin', {
    receiptNumber,
    wanted: { kind: 'lines', lines: [{ lineId, quantity: 1000 }] },
    how: 'as-paid',
    reason: 'Customer changed mind',
    left,
  });
}

import { attemptFrom } from '../../../main/payment/attempt.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { brokenLaws } from '../invariants.ts';
import { cashierOf } from './cashier.ts';
import type { Held, Row } from './row.ts';
import type { Seen } from './screen.ts';

/** What came of playing a row. `broken`: the laws of payments that did not hold, a sentence each. */
export type Played = {
  readonly seen: readonly Seen[];
  readonly ends: readonly string[];
  readonly held: Held;
  readonly broken: readonly string[];
};

/** Plays a row in a shop of its own, over real HTTP. */
export async function play(row: Row): Promise<Played> {
  const shop = await openShop({ times: 20, ...row.options });
  try {
    const cashier = cashierOf(shop);
    await row.play(cashier, shop);
    const { sessions, transactions, totals } = shop.simulator.books();
    const evidence = { tillId: 'TEST22', read: shop.journal().read, sessions, transactions };
    return {
      seen: cashier.seen,
      ends: attemptsIn(shop),
      held: {
        sessions: sessions.length,
        transactions: transactions.length,
        captured: totals.reduce((sum, one) => sum + one.captured, 0),
        refunded: totals.reduce((sum, one) => sum + one.refunded, 0),
      },
      broken: brokenLaws({ ...evidence, requests: shop.simulator.requests() }, 'settled'),
    };
  } finally {
    await shop.close();
  }
}

/** The state of every attempt that the journal holds, in order. */
function attemptsIn(shop: Shop): string[] {
  const { read } = shop.journal();
  const states: string[] = [];
  for (let sale = 1; sale < read.nextSaleNumber(); sale += 1) {
    for (const { attemptId } of read.attemptsOfSale(`TEST22-${String(sale)}`)) {
      states.push(attemptFrom(read.attemptEntries(attemptId))?.state ?? 'missing');
    }
  }
  return states;
}

/** What differs between what came of it and what the row says must; empty when nothing does. */
export function mistakes(row: Row, played: Played): string[] {
  const words = played.seen.map((one) => one.word);
  let from = 0;
  const missing = row.sees.filter((word) => {
    const at = words.indexOf(word, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return [
    ...missing.map((word) => `never saw ${word}, but ${words.join(', ')}`),
    ...(same(row.ends, played.ends) ? [] : [`ended ${played.ends.join(', ')}, not ${row.ends.join(', ')}`]),
    ...(same(row.held, played.held)
      ? []
      : [`Dintero holds ${JSON.stringify(played.held)}, not ${JSON.stringify(row.held)}`]),
    ...played.broken,
  ];
}

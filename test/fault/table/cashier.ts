import { setTimeout as pause } from 'node:timers/promises';
import type { Asks, CallName } from '../../../preload/contract/calls.ts';
import type { TillView } from '../../../preload/contract/view.ts';
import type { Shop } from '../../helpers/shop.ts';
import { groupOf, type Seen, type Word, wordsOn } from './screen.ts';

/** What the customer pays in every row: one bag of coffee, in øre. */
export const price = 19_950;

/** Somebody at the till: presses, waits for a word, and remembers every word in order. */
export type Cashier = {
  readonly seen: readonly Seen[];
  /** Rings up a bag of coffee and puts its price on the terminal. */
  readonly charge: () => Promise<void>;
  /** Presses; a refusal is seen, and is no mistake. */
  readonly press: <N extends CallName>(name: N, asks: Asks<N>) => Promise<void>;
  /** Waits until the word comes, counted from what was seen before the last press or wait. */
  readonly reads: (word: Word) => Promise<TillView>;
  readonly switchOn: () => void;
};

/** A cashier for the shop; reads the screen from now on. */
export function cashierOf(shop: Shop): Cashier {
  const seen: Seen[] = [];
  let readUpTo = 0;
  let watching: (() => void) | null = null;

  function look(view: TillView): void {
    for (const one of wordsOn(view)) {
      const last = seen.findLast((other) => groupOf(other.word) === groupOf(one.word));
      if (last?.word !== one.word) seen.push(one);
    }
  }

  function watch(): void {
    watching?.();
    watching = shop.till().onView(look);
    look(shop.view());
  }

  const cashier: Cashier = {
    seen,
    charge: async () => {
      await shop.ask('sale.enter', { text: 'sku-coffee-001' });
      await cashier.press('payment.card', { total: price });
    },
    press: async (name, asks) => {
      readUpTo = Math.max(readUpTo, seen.length);
      const reply = await shop.till().handle(name, asks);
      if (!reply.ok) seen.push({ word: 'Refused', sentence: reply.error.sentence });
    },
    reads: async (word) => {
      const at = (): number => seen.findIndex((one, index) => index >= readUpTo && one.word === word);
      const view = await shop.until(word, () => at() >= 0);
      readUpTo = at() + 1;
      return view;
    },
    switchOn: () => {
      readUpTo = seen.length;
      shop.switchOn();
      // A fresh screen: what it shows is read again, the same word or not.
      seen.push(...wordsOn(shop.view()));
      watch();
    },
  };
  watch();
  return cashier;
}

/** For what does not show on the screen. */
export async function soon(what: string, holds: () => boolean): Promise<void> {
  const patience = performance.now() + 120_000;
  while (!holds()) {
    if (performance.now() > patience) throw new Error(`Waited in vain for ${what}`);
    await pause(5);
  }
}

import { lastSold } from '../last-sold.ts';
import type { ModelShop } from './shop.ts';

/** What is still to be paid of the sale on the counter. */
export const total = (shop: ModelShop): number => {
  const { counter } = shop.view();
  return counter.kind === 'done' ? 0 : counter.sale.due;
};

export async function takeBack(shop: ModelShop, pieces: number): Promise<void> {
  const sold = lastSold(shop.journal());
  if (sold === null) return;
  const wanted = { kind: 'lines' as const, lines: [{ lineId: '1', quantity: pieces * 1_000 }] };
  await shop.press('exchange.takeBack', { ...sold, wanted, reason: 'wrong size' });
}

/** The window has the button only where nothing is left to pay, and the contract takes no other total. */
export async function completeExchange(shop: ModelShop, how: 'as-paid' | 'cash'): Promise<void> {
  if (total(shop) <= 0) await shop.press('exchange.complete', { total: total(shop), how, atTerminal: false });
}

export async function giveBackPart(shop: ModelShop): Promise<void> {
  const { counter } = shop.view();
  const part = counter.kind === 'done' ? undefined : counter.sale.paid[0];
  if (part !== undefined) await shop.press('payment.giveBackPart', { part: part.part, reason: 'changed' });
}

/** Leaves the counter free for the next customer, as far as the till lets it. */
export async function nextCustomer(shop: ModelShop): Promise<void> {
  for (const press of ['payment.setAside', 'payment.backToSale', 'sale.startNew'] as const) {
    await shop.press(press, {});
  }
}

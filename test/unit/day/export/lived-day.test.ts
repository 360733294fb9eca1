import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { openShop, type Shop } from '../../../helpers/shop.ts';
import { wrongIn } from '../../../helpers/entries.ts';
import { byCard, cash, countOf, lastReport } from '../helpers.ts';
import { handedOver } from './handed-over.ts';

let shop: Shop;
afterEach(() => shop.close());

const cup = 12_990;
const book = 29_900;

async function takeBackACup(receiptNumber: number): Promise<void> {
  const { detail } = await shop.ask('receipt.show', { receiptNumber });
  await shop.ask('exchange.takeBack', {
    receiptNumber,
    wanted: { kind: 'lines', lines: [{ lineId: '1', quantity: 1000 }] },
    reason: 'Wrong size',
    left: detail.left,
  });
}

/** Two cups by card, exchanged for a book that costs more and a bun that costs less; a sale parked, one given up. */
async function live(): Promise<void> {
  await shop.ask('sale.enter', { text: '2*1002' });
  await byCard(shop, 2 * cup);
  await takeBackACup(1);
  await shop.ask('sale.enter', { text: '1003' });
  await byCard(shop, book - cup);
  await takeBackACup(1);
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('exchange.complete', { total: 3_900 - cup, how: 'as-paid', atTerminal: false });
  await shop.until('the exchange', (view) => view.counter.kind === 'done');
  await shop.ask('sale.startNew', {});
  await shop.ask('receipt.print', { receiptNumber: 2 });
  await shop.ask('receipt.print', { receiptNumber: 2 });

  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('sale.park', { name: 'Blue coat' });
  await shop.ask('sale.resume', { saleId: shop.view().parked[0]?.saleId ?? '' });
  await cash(shop, 3_900, 5_000);
  await shop.ask('sale.enter', { text: '1003' });
  await shop.ask('sale.clear', { reason: 'Customer left' });
  await shop.ask('day.float', { amount: 100_000, reason: null });
  await shop.ask('day.count', { counts: countOf({ 100_000: 1, 2_000: 1, 1_000: 1, 500: 1, 100: 4 }) });
}

it('hands over a day with exchanges, payouts, drawers and the terminal’s own totals, whole in every form', async () => {
  shop = await openShop({ times: 5, rules: { operationAfterMs: 100 } });
  const closing = { terminalTotals: true, drawers: 'operator' } as const;
  await live();
  await shop.ask('day.close', { number: 1, reason: null });
  shop.simulator.payOut(100);
  expect(await shop.ask('cards.lookForPayouts', {})).toMatchObject({ matched: 1, opened: 1 });
  await shop.ask('case.settle', { case: 1, how: 'handled-elsewhere', reason: 'Dintero explained it' });
  // What was paid for exchanges and went back in them is paid out like everything else.
  const [day] = (await shop.ask('cards.payouts', {})).days;
  expect(day?.card).toBe(2 * cup + (book - cup) - (cup - 3_900));
  expect(day?.paidOut).toBe(day?.card);

  await shop.ask('settings.change', { section: 'closing', value: closing });
  await shop.ask('day.float', { amount: 100_000, reason: null });
  await shop.ask('day.count', { drawer: null, counts: countOf({ 100_000: 1 }) });
  await shop.ask('day.close', { number: 2, reason: null });
  expect(lastReport(shop, 'report.z').body.number).toBe(2);
  expect(wrongIn(shop.journalPath)).toBeNull();

  await handedOver(shop);
});

it('hands over the training that was done, every sale of it marked as training', async () => {
  shop = await openShop({ mode: 'training' });
  await shop.ask('sale.enter', { text: '1002' });
  await byCard(shop, cup);
  const [file = ''] = await handedOver(shop);
  const text = readFileSync(file, 'utf8');
  expect(text.match(/<trainingID>true<\/trainingID>/gu)).toHaveLength(1);
  expect(text).not.toContain('<trainingID>false</trainingID>');
});

import { afterEach, describe, expect, it } from 'vitest';
import type { DayReport } from '../../../main/journal/entries/day-report.ts';
import type { ZReport } from '../../../main/journal/entries/day.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { byCard, cash, countOf, giveBackOne, lastReport } from './helpers.ts';

let shop: Shop;
afterEach(() => shop.close());

/** A day in the shop. What it comes to was worked out by hand, beside each step. */
async function theDay(): Promise<void> {
  shop = await openShop({ times: 5 });
  await shop.ask('day.float', { amount: 100_000, reason: null });
  await shop.ask('day.float', { amount: 110_000, reason: 'A roll of coins was overlooked' });

  // 1: 2 × 199.50 (VAT 12 %: 42.75) + 39.00 (15 %: 5.09) = 438.00 in cash.
  await shop.ask('sale.enter', { text: '2*sku-coffee-001' });
  await shop.ask('sale.enter', { text: '1001' });
  await cash(shop, 43_800, 50_000);
  await shop.ask('receipt.print', { receiptNumber: 1 });
  await shop.ask('receipt.print', { receiptNumber: 1 });

  // 2: 129.90 (25 %: 25.98) by card.
  await shop.ask('sale.enter', { text: '1002' });
  await byCard(shop, 12_990);

  // 3: 129.90 less 10 % = 116.91 (25 %: 23.38), 117 in cash.
  const { lineId } = await shop.ask('sale.enter', { text: '1002' });
  await shop.ask('sale.discount', { lineId, discount: { kind: 'percent', rate: 1000 } });
  await cash(shop, 11_691, 20_000);

  // 4: two at 39.00 become three, which corrects nothing, and then two; a book comes and goes; 10.00 off: 68.00 (15 %: 8.87) by card.
  await shop.ask('sale.enter', { text: '2*1001' });
  const buns = await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('sale.setQuantity', { lineId: buns.lineId, quantity: 2000, reason: 'Counted wrong' });
  const book = await shop.ask('sale.enter', { text: '1003' });
  await shop.ask('sale.removeLine', { lineId: book.lineId, reason: 'Customer changed mind' });
  await shop.ask('sale.discount', { lineId: null, discount: { kind: 'amount', amount: 1000 } });
  await byCard(shop, 6_800);

  // 5: given up at 199.50.
  await shop.ask('sale.enter', { text: 'sku-coffee-001' });
  await shop.ask('sale.clear', { reason: 'Customer left' });

  // 6: parked and taken back, 299.00 free of VAT by card.
  await shop.ask('sale.enter', { text: '1003' });
  await shop.ask('sale.park', { name: 'Blue coat' });
  const [parked] = shop.view().parked;
  await shop.ask('sale.resume', { saleId: parked?.saleId ?? '' });
  await byCard(shop, 29_900);

  // One bun of receipt 1 goes back for 39.00 (15 %: 5.09) in cash.
  await giveBackOne(shop, 1, '2', 43_800);

  await shop.ask('day.moveCash', { kind: 'pay-in', amount: 20_000, reason: 'Change from the bank' });
  await shop.ask('day.moveCash', { kind: 'pay-out', amount: 5_000, reason: 'Milk' });
  await shop.ask('day.moveCash', { kind: 'drop', amount: 30_000, reason: 'To the safe' });
  await shop.ask('day.openDrawer', { reason: 'Change for a customer' });
}

const groups = [
  { group: 'Bakevarer', number: 3, amount: 6_800, quantity: 2000 },
  { group: 'Bøker', number: 1, amount: 29_900, quantity: 1000 },
  { group: 'Kaffe', number: 1, amount: 39_900, quantity: 2000 },
  { group: 'Kjøkken', number: 2, amount: 24_681, quantity: 2000 },
];
const none = { number: 0, amount: 0 };
const payments = [
  { means: 'card', number: 3, amount: 49_690, returned: none },
  { means: 'cash', number: 3, amount: 51_600, returned: { number: 1, amount: -3_900 } },
];

/** Every field, a to z, of norway.md 6; only the period is the journal's own, and there were no gift cards. */
const byHand: Omit<Record<keyof DayReport, unknown>, 'period' | 'giftCards'> = {
  seller: {
    name: 'Kaffehjørnet AS',
    organisationNumber: '923609016',
    vatRegistered: true,
    address: ['Storgata 1', '0155 Oslo'],
  },
  tillId: 'TEST22',
  training: false,
  currency: 'NOK',
  cashSales: 101_281,
  rounding: 9,
  groups,
  payments,
  operators: [{ operator: null, cashSales: 101_281, groups, payments, openingFloat: 110_000 }],
  tips: none,
  vat: [
    { rate: 2500, gross: 24_681, net: 19_745, vat: 4_936 },
    { rate: 1500, gross: 6_800, net: 5_913, vat: 887 },
    { rate: 1200, gross: 39_900, net: 35_625, vat: 4_275 },
    { rate: 0, gross: 29_900, net: 29_900, vat: 0 },
  ],
  openingFloat: 110_000,
  salesReceipts: 5,
  drawerOpenings: 1,
  copies: { number: 1, amount: 43_800 },
  provisionalReceipts: none,
  returns: { number: 1, amount: -3_900 },
  discounts: { number: 2, amount: 2_299 },
  aborted: { number: 1, amount: 19_950 },
  lineCorrections: [
    { type: 'removed', number: 1, amount: 29_900 },
    { type: 'quantity-lowered', number: 1, amount: 3_900 },
  ],
  priceEnquiries: [],
  otherCorrections: [{ type: 'float', number: 1, amount: 10_000 }],
  deliveryReceipts: none,
  trainingReceipts: none,
  grandTotals: { sales: 105_181, returns: -3_900, net: 101_281 },
  creditSales: none,
  creditReturns: none,
  payIns: [{ type: 'pay-in', number: 1, amount: 20_000 }],
  payOuts: [
    { type: 'pay-out', number: 1, amount: 5_000 },
    { type: 'drop', number: 1, amount: 30_000 },
  ],
  cashExpected: 146_600,
  lateApprovals: none,
};

describe('A day worked out by hand', () => {
  it('is what the X report says, in every field', async () => {
    await theDay();
    await shop.ask('day.x', {});
    const { period, ...report } = lastReport(shop, 'report.x').body.report;
    expect(report).toEqual(byHand);
    expect(period.firstSeq).toBe(1);
    expect(period.lastSeq).toBe((shop.journal().read.lastEntry()?.seq ?? 0) - 1);
  });

  it('is what the Z report says, with the count and what Dintero holds', async () => {
    await theDay();
    await shop.ask('day.x', {});
    const counts = countOf({ 100_000: 1, 20_000: 2, 5_000: 1, 1_000: 1, 500: 1 });
    expect(await shop.ask('day.count', { counts })).toEqual({
      expected: 146_600,
      counted: 146_500,
      difference: -100,
    });
    await shop.ask('day.close', { number: 1, reason: 'A krone fell behind the counter' });

    const z: ZReport = lastReport(shop, 'report.z').body;
    const { period: _period, ...report } = z.report;
    expect(report).toEqual(byHand);
    expect(z.number).toBe(1);
    expect(z.count).toEqual({
      counts,
      expected: 146_600,
      counted: 146_500,
      difference: -100,
      reason: 'A krone fell behind the counter',
    });
    expect(z.match).toMatchObject({ kind: 'matched', transactions: 3, differences: 0 });
  });

  it('begins anew after the Z, but for the grand totals and the numbers', async () => {
    await theDay();
    await shop.ask('day.count', {
      counts: countOf({ 100_000: 1, 20_000: 2, 5_000: 1, 1_000: 1, 500: 1, 100: 1 }),
    });
    await shop.ask('day.close', { number: 1, reason: null });
    await shop.ask('sale.enter', { text: '1003' });
    await byCard(shop, 29_900);
    await shop.ask('day.close', { number: 2, reason: null });

    const { number, report, count } = lastReport(shop, 'report.z').body;
    expect(number).toBe(2);
    expect(count).toBeNull();
    expect(report).toMatchObject({
      cashSales: 29_900,
      openingFloat: null,
      salesReceipts: 1,
      copies: none,
      lineCorrections: [],
      payIns: [],
      cashExpected: 0,
      grandTotals: { sales: 135_081, returns: -3_900, net: 131_181 },
    });
    const [second, first] = await shop.ask('report.list', { before: null, limit: 10 });
    expect([first?.number, second?.number]).toEqual([1, 2]);
    expect(report.period.firstSeq).toBe((first?.seq ?? 0) + 1);
  });

  it('stands on paper with each figure that the law asks for', async () => {
    await theDay();
    const { text } = await shop.ask('day.x', {});
    for (const line of [
      /X report/,
      /Kaffehjørnet AS/,
      /Cash sales in total +1,012\.81/,
      /Bakevarer +3 +68\.00/,
      /Card +3 +496\.90/,
      /Cash +3 +516\.00/,
      /of it given back +1 +-39\.00/,
      /Return receipts +1 +-39\.00/,
      /Opening float +1,100\.00/,
      /Sales receipts +5/,
      /Copies of receipts +1 +438\.00/,
      /Discounts +2 +22\.99/,
      /Aborted sales +1 +199\.50/,
      /Lines removed +1 +299\.00/,
      /Grand total net +1,012\.81/,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toMatch(/Expected in the drawer/);
    expect(text.split('\n').every((line) => line.length <= 42)).toBe(true);
  });
});

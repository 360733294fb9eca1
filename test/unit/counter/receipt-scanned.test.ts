import { afterEach, expect, it } from 'vitest';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

it('finds the receipts of an article by every code that its package may carry', async () => {
  shop = await openShop();
  for (const code of ['1001', '1002']) {
    await shop.ask('sale.enter', { text: code });
    const { counter } = shop.view();
    if (counter.kind !== 'selling') throw new Error(`The till is ${counter.kind}`);
    await shop.ask('payment.cash', { total: counter.sale.due, given: counter.sale.cashTotal });
    await shop.ask('sale.startNew', {});
  }
  const found = async (text: string): Promise<number[]> => {
    const asks = { text, kind: null, paidBy: null, before: null, limit: 10 };
    return (await shop.ask('receipt.find', asks)).receipts.map(({ receiptNumber }) => receiptNumber);
  };
  const gtin = '02000000000022';
  const codes = [
    '2000000000022',
    gtin,
    `01${gtin}`,
    `]d201${gtin}10LOT7`,
    `01${gtin}10LOT7\u001d3103000500`,
    '\u001d01' + gtin,
  ];
  for (const code of codes) expect([code, await found(code)]).toEqual([code, [1]]);
  expect(await found('2000000000039')).toEqual([2]);
  expect(await found('2000000000046')).toEqual([]);
});

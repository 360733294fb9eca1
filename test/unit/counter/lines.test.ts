import { afterEach, describe, expect, it } from 'vitest';
import type { Asks } from '../../../preload/contract/calls.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const beer: Asks<'catalogue.change'> = {
  id: '2001',
  name: 'Pils 0,5',
  price: 3_990,
  vatRate: 2500,
  group: 'Øl',
  barcode: null,
  ageLimit: 18,
  deposit: 300,
};

const saleNow = () => {
  const { counter } = shop.view();
  if (counter.kind === 'done') throw new Error('The sale is done');
  return counter.sale;
};

describe('An article with an age limit and a deposit', () => {
  it('is rung up with its deposit, which follows it and is never reduced', async () => {
    shop = await openShop();
    await shop.ask('catalogue.change', beer);
    await shop.ask('sale.enter', { text: '6*2001' });
    await shop.ask('sale.discount', { lineId: null, discount: { kind: 'percent', rate: 1_000 } });
    expect(saleNow().lines).toMatchObject([
      { description: 'Pils 0,5', quantity: 6_000, amount: 21_546, isDeposit: false },
      { description: 'Deposit', quantity: 6_000, amount: 1_800, vatRate: 0, isDeposit: true },
    ]);
    await shop.ask('sale.enter', { text: '2001' });
    await shop.ask('sale.setQuantity', { lineId: '1', quantity: 2_000, reason: 'Miscount' });
    expect(saleNow().lines.map(({ quantity }) => quantity)).toEqual([2_000, 2_000]);
    expect(await shop.refused('sale.removeLine', { lineId: '2', reason: 'Miscount' })).toBe(
      'LINE-IS-DEPOSIT',
    );
    await shop.ask('sale.removeLine', { lineId: '1', reason: 'Changed mind' });
    expect(saleNow()).toMatchObject({ lines: [], discount: null, ageCheck: null });
  });

  it('is paid for when the cashier has seen the age, and not before', async () => {
    shop = await openShop();
    await shop.ask('catalogue.change', beer);
    await shop.ask('sale.enter', { text: '2001' });
    expect(saleNow().ageCheck).toMatchObject({ years: 18 });
    const { total } = saleNow();
    expect(await shop.refused('payment.cash', { total, given: 10_000 })).toBe('AGE-UNCHECKED');
    await shop.ask('sale.checkAge', {});
    await shop.ask('payment.cash', { total, given: 10_000 });
    expect(
      shop
        .journal()
        .read.saleEntries('TEST22-1')
        .map(({ kind }) => kind),
    ).toContain('sale.age-checked');
  });

  it('is the same after its journal is read anew', async () => {
    shop = await openShop();
    await shop.ask('catalogue.change', beer);
    expect(shop.journal().read.article('2001')).toEqual({
      id: '2001',
      name: 'Pils 0,5',
      price: 3_990,
      vatRate: 2500,
      group: 'Øl',
      barcode: null,
      ageLimit: 18,
      deposit: 300,
    });
    await shop.ask('catalogue.change', { ...beer, price: 4_490, ageLimit: null, deposit: null });
    expect(await shop.ask('catalogue.lookUp', { text: '2001' })).toMatchObject({
      price: 4_490,
      ageLimit: null,
      deposit: null,
    });
  });
});

describe('A line', () => {
  it('is given another price with its reason, and says what it cost before on the receipt', async () => {
    shop = await openShop();
    await shop.ask('sale.enter', { text: '1002' });
    expect(await shop.refused('sale.setPrice', { lineId: '1', unitPrice: 9_990, reason: ' ' })).toBe(
      'REASON-MISSING',
    );
    await shop.ask('sale.setPrice', { lineId: '1', unitPrice: 9_990, reason: 'Damaged' });
    await shop.ask('sale.setNote', { lineId: '1', note: 'A chip in the rim' });
    await shop.ask('sale.nameBuyer', {
      buyer: { name: 'Fjord Kafé AS', organisationNumber: '923609016', address: 'Brygga 2, Bergen' },
    });
    expect(saleNow()).toMatchObject({
      total: 9_990,
      buyer: { name: 'Fjord Kafé AS', address: 'Brygga 2, Bergen' },
    });
    await shop.ask('payment.cash', { total: 9_990, given: 10_000 });
    const { text } = await shop.ask('receipt.show', { receiptNumber: 1 });
    for (const said of [
      'A chip in the rim',
      'Usual price 129.90',
      'Fjord Kafé AS',
      '923609016',
      'Brygga 2',
    ]) {
      expect(text).toContain(said);
    }
    expect(shop.journal().read.saleEntries('TEST22-1')).toContainEqual(
      expect.objectContaining({
        kind: 'sale.line-priced',
        body: { saleId: 'TEST22-1', lineId: '1', unitPrice: 9_990, reason: 'Damaged' },
      }),
    );
  });

  it('at another price is not counted on by the next scan of the same article', async () => {
    shop = await openShop();
    await shop.ask('sale.enter', { text: '1002' });
    await shop.ask('sale.setPrice', { lineId: '1', unitPrice: 9_990, reason: 'Damaged' });
    await shop.ask('sale.enter', { text: '1002' });
    expect(saleNow().lines.map(({ unitPrice }) => unitPrice)).toEqual([9_990, 12_990]);
  });

  it('comes from a label of the shop’s scale with its weight', async () => {
    shop = await openShop();
    await shop.ask('settings.change', {
      section: 'labels',
      value: { rules: [{ prefix: '23', itemDigits: 5, innerCheck: false, says: 'weight' }] },
    });
    await shop.ask('catalogue.change', {
      ...beer,
      id: '12345',
      name: 'Jarlsberg',
      price: 19_900,
      vatRate: 1500,
      ageLimit: null,
      deposit: null,
    });
    await shop.ask('sale.enter', { text: '2312345004506' });
    expect(saleNow().lines).toMatchObject([{ description: 'Jarlsberg', quantity: 450, amount: 8_955 }]);
  });
});

describe('An article that a person changes', () => {
  it('keeps its number and takes no other article’s barcode', async () => {
    shop = await openShop();
    expect(await shop.refused('catalogue.change', { ...beer, barcode: '2000000000022' })).toBe(
      'ARTICLE-WRONG',
    );
    expect(await shop.refused('catalogue.change', { ...beer, barcode: '2000000000023' })).toBe(
      'ARTICLE-WRONG',
    );
    expect(await shop.refused('catalogue.change', { ...beer, vatRate: 1400 })).toBe('ARTICLE-WRONG');
    expect(shop.journal().read.article('2001')).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import { priceSale } from '../../../main/sale/price.ts';
import { cashAmount } from '../../../main/sale/rounding.ts';
import { setDiscount } from '../../../main/sale/basket.ts';
import { addArticle, addFreeAmount } from '../../../main/sale/ring-up.ts';
import { spread } from '../../../main/sale/discount.ts';
import { vatOf } from '../../../main/sale/vat.ts';
import { bun, coffee, opening, pieces, saleOf } from './helpers.ts';

test('two bags of coffee at 199.50 with 12 % VAT cost 399.00, of which 42.75 is VAT', () => {
  const sale = saleOf((s) => addArticle(s, { article: coffee, quantity: pieces(2) }, opening));
  const priced = priceSale(sale);

  expect(priced.total).toBe(39_900);
  expect(priced.lines).toMatchObject([{ amount: 39_900, vatAmount: 4275, reduction: 0 }]);
  expect(priced.vat).toEqual([{ rate: 1200, gross: 39_900, net: 35_625, vat: 4275 }]);
});

test('VAT of half an øre is rounded up, and a return mirrors its sale', () => {
  // 3 øre at 20 % is exactly half an øre.
  expect(vatOf(ore(3), vatRate(2000))).toBe(1);
  expect(vatOf(ore(-3), vatRate(2000))).toBe(-1);
  expect(vatOf(ore(12_345), vatRate(2500))).toBe(2469);
  expect(vatOf(ore(12_345), vatRate(0))).toBe(0);
});

test('each VAT rate is summed apart, the highest first, from the VAT of its lines', () => {
  const sale = saleOf(
    (s) => addArticle(s, { article: bun, quantity: pieces(1) }, opening),
    (s) => addFreeAmount(s, { amount: ore(102), vatRate: vatRate(2500), description: 'Pose' }, opening),
    (s) => addFreeAmount(s, { amount: ore(102), vatRate: vatRate(2500), description: 'Pose' }, opening),
    (s) => addFreeAmount(s, { amount: ore(4900), vatRate: vatRate(0), description: 'Avis' }, opening),
  );
  expect(priceSale(sale).vat).toEqual([
    // 20.4 øre of VAT in each bag: 20 + 20, though 204 together would hold 41.
    { rate: 2500, gross: 204, net: 164, vat: 40 },
    { rate: 1500, gross: 4200, net: 3652, vat: 548 },
    { rate: 0, gross: 4900, net: 4900, vat: 0 },
  ]);
});

test('a weighed quantity is priced to the nearest øre', () => {
  const sale = saleOf((s) => addArticle(s, { article: bun, quantity: thousandths(333) }, opening));
  expect(priceSale(sale).total).toBe(1399);
});

test('a line discount comes first, and the discount of the sale is spread over what is left', () => {
  const sale = saleOf(
    (s) => addArticle(s, { article: coffee, quantity: pieces(1) }, opening),
    (s) => addArticle(s, { article: bun, quantity: pieces(1) }, opening),
    (s) => setDiscount(s, { lineId: '1', discount: { kind: 'percent', rate: vatRate(1000) } }),
    (s) => setDiscount(s, { lineId: null, discount: { kind: 'amount', amount: ore(1000) } }),
  );
  const priced = priceSale(sale);

  // 179.55 + 42.00, less 10.00: 8.10 and 1.90.
  expect(priced.lines).toMatchObject([
    { amount: 17_145, reduction: 2805 },
    { amount: 4010, reduction: 190 },
  ]);
  expect(priced.total).toBe(21_155);
});

test('a discount that has become larger than the goods takes all of it, and nothing goes below zero', () => {
  const { lines } = saleOf((s) => addArticle(s, { article: bun, quantity: pieces(1) }, opening));
  const priced = priceSale({ lines, discount: { kind: 'amount', amount: ore(9999) }, exchange: null });
  expect(priced).toMatchObject({
    total: 0,
    cashTotal: 0,
    lines: [{ amount: 0, vatAmount: 0, reduction: 4200 }],
  });
});

test('the odd øre of a spread goes to the largest remainder, and to the earlier line among equals', () => {
  expect(spread(ore(100), [ore(1000), ore(1000), ore(1000)])).toEqual([34, 33, 33]);
  expect(spread(ore(10), [ore(1), ore(98), ore(1)])).toEqual([0, 10, 0]);
  expect(spread(ore(-100), [ore(1000), ore(1000), ore(1000)])).toEqual([-34, -33, -33]);
});

test('more than there is cannot be spread', () => {
  expect(() => spread(ore(3), [ore(1), ore(1)])).toThrow(RangeError);
  expect(() => spread(ore(1), [ore(3), ore(-1)])).toThrow(RangeError);
});

test.each([
  [0, 0],
  [49, 0],
  [50, 100],
  [99, 100],
  [12_349, 12_300],
  [12_350, 12_400],
  [-49, 0],
  [-50, -100],
  [-12_349, -12_300],
])('%i øre is settled as %i in notes and coins', (amount, settled) => {
  expect(cashAmount(ore(amount))).toBe(settled);
});

test('a basket without lines costs nothing', () => {
  const nothing = { lines: [], returned: [], vat: [], sold: 0, total: 0, cashTotal: 0 };
  expect(priceSale({ lines: [], discount: null, exchange: null })).toEqual(nothing);
});

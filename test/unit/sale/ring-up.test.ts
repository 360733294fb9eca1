import { describe, expect, test } from 'vitest';
import { removeLine, setDiscount } from '../../../main/sale/basket.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import { addArticle, addFreeAmount, lineTouched } from '../../../main/sale/ring-up.ts';
import type { Sale } from '../../../main/sale/sale.ts';
import { after, article, bun, coffee, opening, pieces, refusalOf, saleOf } from './helpers.ts';

const one = (of: typeof bun) => (sale: Sale | null) =>
  addArticle(sale, { article: of, quantity: pieces(1) }, opening);

test('the first article opens a sale and rings itself up as line 1', () => {
  const decided = one(bun)(null);
  expect(decided).toEqual({
    ok: true,
    value: [
      { kind: 'sale.opened', body: { saleId: 'K7F3QD-417', number: 417, currency: 'NOK' } },
      {
        kind: 'sale.line-added',
        body: {
          saleId: 'K7F3QD-417',
          line: {
            lineId: '1',
            articleId: '1011',
            description: 'Skolebolle',
            group: 'Mat',
            unitPrice: 4200,
            quantity: 1000,
            vatRate: 1500,
            discount: null,
          },
        },
      },
    ],
  });
  expect(decided.ok && lineTouched(decided.value)).toBe('1');
});

test('an article is rung up in a new sale when the last one is parked, completed or given up', () => {
  for (const state of ['parked', 'completed', 'aborted'] as const) {
    const sale: Sale = { ...saleOf(one(bun)), state };
    const decided = one(coffee)(sale);
    expect(decided.ok && decided.value.map((entry) => entry.kind)).toEqual([
      'sale.opened',
      'sale.line-added',
    ]);
  }
});

describe('the same article scanned again', () => {
  test('raises the quantity of the last line, without a reason', () => {
    const sale = saleOf(one(bun));
    const decided = one(bun)(sale);
    expect(decided).toEqual({
      ok: true,
      value: [
        {
          kind: 'sale.line-quantity',
          body: { saleId: 'K7F3QD-417', lineId: '1', quantity: 2000, reason: null },
        },
      ],
    });
    expect(decided.ok && lineTouched(decided.value)).toBe('1');
  });

  test.each([
    ['after another article', [one(bun), one(coffee)], bun],
    ['at another price', [one(bun)], { ...bun, price: ore(4300) }],
    ['at another VAT rate', [one(bun)], { ...bun, vatRate: vatRate(2500) }],
    ['under another name', [one(bun)], { ...bun, name: 'Kanelbolle' }],
    [
      'when the line has a discount',
      [
        one(bun),
        (s: Sale | null) =>
          setDiscount(s, { lineId: '1', discount: { kind: 'percent', rate: vatRate(500) } }),
      ],
      bun,
    ],
  ])('is a line of its own %s', (_when, before, again) => {
    const sale = saleOf(...before);
    const decided = one(again)(sale);
    expect(decided.ok && decided.value.map((entry) => entry.kind)).toEqual(['sale.line-added']);
  });

  test('is refused beyond 9,999 pieces', () => {
    const sale = saleOf((s) => addArticle(s, { article: bun, quantity: pieces(9999) }, opening));
    expect(refusalOf(one(bun)(sale))).toBe('QUANTITY-WRONG');
  });
});

test('the number of a removed line is not given to another', () => {
  const sale = saleOf(
    one(bun),
    one(coffee),
    (s) => removeLine(s, { lineId: '2', reason: 'feil vare' }),
    one(coffee),
  );
  expect(sale.lines.map((line) => line.lineId)).toEqual(['1', '3']);
});

test.each([0, -1000, 9_999_001])('a quantity of %i thousandths is refused', (quantity) => {
  const decided = addArticle(null, { article: bun, quantity: thousandths(quantity) }, opening);
  expect(refusalOf(decided)).toBe('QUANTITY-WRONG');
});

test('a free amount is a line without an article, never counted together with another', () => {
  const free = (sale: Sale | null) =>
    addFreeAmount(sale, { amount: ore(5000), vatRate: vatRate(2500), description: ' Blomster ' }, opening);
  const sale = saleOf(free, free);
  expect(sale.lines).toMatchObject([
    { articleId: null, description: 'Blomster', unitPrice: 5000, quantity: 1000 },
    { articleId: null, description: 'Blomster' },
  ]);
});

test.each([
  [0, 2500, 'Blomster', 'AMOUNT-WRONG'],
  [-100, 2500, 'Blomster', 'AMOUNT-WRONG'],
  [100, 2600, 'Blomster', 'MESSAGE-WRONG'],
  [100, 2500, '  ', 'MESSAGE-WRONG'],
])('a free amount of %i øre at rate %i called "%s" is refused', (amount, rate, description, code) => {
  const decided = addFreeAmount(null, { amount: ore(amount), vatRate: vatRate(rate), description }, opening);
  expect(refusalOf(decided)).toBe(code);
});

test('a sale takes 500 lines and refuses the next, but still counts on its last line', () => {
  let sale: Sale | null = null;
  for (let n = 1; n <= 500; n++) {
    const decided = one(article({ id: `a${n}`, name: `Vare ${n}`, price: 100, vatRate: 2500 }))(sale);
    sale = after(sale, decided.ok ? decided.value : []);
  }
  expect(sale?.lines).toHaveLength(500);
  expect(refusalOf(one(bun)(sale))).toBe('SALE-TOO-LARGE');
  expect(
    refusalOf(one(article({ id: 'a500', name: 'Vare 500', price: 100, vatRate: 2500 }))(sale)),
  ).toBeUndefined();
});

test('a sale stops at what a 32-bit amount can hold', () => {
  const million = article({ id: 'm', name: 'Ring', price: 100_000_000, vatRate: 2500 });
  const sale = saleOf((s) => addArticle(s, { article: million, quantity: pieces(21) }, opening));
  expect(refusalOf(one(million)(sale))).toBe('SALE-TOO-LARGE');
  const rest = addFreeAmount(
    sale,
    { amount: ore(47_483_647), vatRate: vatRate(0), description: 'Rest' },
    opening,
  );
  expect(refusalOf(rest)).toBeUndefined();
  const tooMuch = addFreeAmount(
    sale,
    { amount: ore(47_483_648), vatRate: vatRate(0), description: 'Rest' },
    opening,
  );
  expect(refusalOf(tooMuch)).toBe('SALE-TOO-LARGE');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewEntry } from '../../../main/journal/entries/index.ts';
import { saleEntries } from '../../../main/journal/entries/sale.ts';
import type { Discount } from '../../../main/journal/entries/sale.ts';
import type { Result } from '../../../main/result.ts';
import { changeQuantity, clear, park, removeLine, resume, setDiscount } from '../../../main/sale/basket.ts';
import { spread } from '../../../main/sale/discount.ts';
import { ore, sum, thousandths, vatRate } from '../../../main/sale/money.ts';
import { grossOf, priceSale } from '../../../main/sale/price.ts';
import type { SaleRefusal } from '../../../main/sale/refusal.ts';
import { addArticle, addFreeAmount } from '../../../main/sale/ring-up.ts';
import { cashAmount } from '../../../main/sale/rounding.ts';
import { applyToSale, type Sale } from '../../../main/sale/sale.ts';
import { vatOf } from '../../../main/sale/vat.ts';
import { article, opening, written } from './helpers.ts';

const int32 = 2_147_483_647;
const rates = fc.constantFrom(2500, 1500, 1200, 1111, 0);
const amounts = fc.integer({ min: -10, max: 50_000_000 });
const quantities = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((n) => n * 1000),
  fc.integer({ min: -1000, max: 12_000_000 }),
);
const lineIds = fc.integer({ min: 1, max: 8 }).map(String);
const reasons = fc.constantFrom('', 'angret', 'feil vare');

const articles = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), price: fc.constantFrom(0, 1, 4200, 19_950), rate: rates })
  .map(({ id, price, rate }) => article({ id, name: id, price, vatRate: rate }));

const discounts: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  amounts.map((amount): Discount => ({ kind: 'amount', amount: ore(amount) })),
  fc.integer({ min: -1, max: 10_500 }).map((rate): Discount => ({ kind: 'percent', rate: vatRate(rate) })),
);

type Step = (sale: Sale | null) => Result<NewEntry[], SaleRefusal>;

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(articles, quantities).map(
    ([of, quantity]): Step =>
      (sale) =>
        addArticle(sale, { article: of, quantity: thousandths(quantity) }, opening),
  ),
  fc.tuple(amounts, rates).map(
    ([amount, rate]): Step =>
      (sale) =>
        addFreeAmount(sale, { amount: ore(amount), vatRate: vatRate(rate), description: 'Annet' }, opening),
  ),
  fc.tuple(lineIds, quantities, reasons).map(
    ([lineId, quantity, reason]): Step =>
      (sale) =>
        changeQuantity(sale, { lineId, quantity: thousandths(quantity), reason }),
  ),
  fc.tuple(lineIds, reasons).map(
    ([lineId, reason]): Step =>
      (sale) =>
        removeLine(sale, { lineId, reason }),
  ),
  fc.tuple(fc.option(lineIds), discounts).map(
    ([lineId, discount]): Step =>
      (sale) =>
        setDiscount(sale, { lineId, discount }),
  ),
  fc.constant<Step>((sale) => park(sale, { name: 'Bord 4' })),
  fc.constant<Step>((sale) => resume(null, sale)),
  reasons.map(
    (reason): Step =>
      (sale) =>
        clear(sale, { reason }),
  ),
);

/** Goes through steps as one sale's life: what would open another one is not this sale's. */
function live(path: readonly Step[]): { sale: Sale | null; journal: NewEntry[]; refused: number } {
  let sale: Sale | null = null;
  let refused = 0;
  const journal: NewEntry[] = [];
  for (const step of path) {
    const before = structuredClone(sale);
    const decided = step(sale);
    expect(sale).toEqual(before);
    if (!decided.ok) {
      refused++;
      continue;
    }
    if (sale !== null && decided.value.some((entry) => entry.kind === 'sale.opened')) continue;
    journal.push(...decided.value);
    sale = written(decided.value).reduce(applyToSale, sale);
  }
  return { sale, journal, refused };
}

function expectSumsToMeet(sale: Pick<Sale, 'lines' | 'discount' | 'exchange'>): void {
  const priced = priceSale(sale);
  expect(sum(priced.lines.map((line) => line.amount))).toBe(priced.total);
  expect(sum(priced.vat.map((rate) => rate.vat))).toBe(sum(priced.lines.map((line) => line.vatAmount)));
  expect(sum(priced.vat.map((rate) => rate.gross))).toBe(priced.total);
  for (const rate of priced.vat) expect(rate.net + rate.vat).toBe(rate.gross);
  for (const line of priced.lines) {
    expect(line.amount).toBeGreaterThanOrEqual(0);
    expect(line.reduction).toBeGreaterThanOrEqual(0);
    expect(line.amount + line.reduction).toBe(grossOf(line));
    expect(line.vatAmount).toBe(vatOf(line.amount, line.vatRate));
  }
  expect(priced.total).toBeLessThanOrEqual(int32);
}

test('whatever the cashier does to a sale, its sums meet and every entry fits the journal', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30 }), (path) => {
      const { sale, journal } = live(path);
      for (const { kind, body } of journal) {
        expect(saleEntries[kind as keyof typeof saleEntries].safeParse(body).error).toBeUndefined();
      }
      if (sale === null) return;
      expectSumsToMeet(sale);
      expect(sale.lines.length).toBeLessThanOrEqual(100);
      expect(new Set(sale.lines.map((line) => line.lineId)).size).toBe(sale.lines.length);
      expect(Math.max(0, ...sale.lines.map((line) => Number(line.lineId)))).toBeLessThanOrEqual(
        sale.lastLine,
      );
    }),
    { numRuns: 300 },
  );
});

test('a sale read back from its entries is the sale that was left', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30 }), (path) => {
      const { sale, journal } = live(path);
      const readBack = written(structuredClone(journal)).reduce(applyToSale, null);
      expect(readBack).toEqual(sale);
      expect(readBack === null ? null : priceSale(readBack)).toEqual(sale === null ? null : priceSale(sale));
    }),
    { numRuns: 300 },
  );
});

test('no line number is ever given twice in a sale', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 40 }), (path) => {
      const given = live(path).journal.flatMap((entry) =>
        entry.kind === 'sale.line-added' ? [entry.body.line.lineId] : [],
      );
      expect(given).toEqual(given.map((_, index) => String(index + 1)));
    }),
  );
});

test('the steps of these tests are refused often enough, and often enough not, to mean something', () => {
  const paths = fc.sample(fc.array(steps, { minLength: 30, maxLength: 30 }), { numRuns: 100, seed: 7 });
  const lived = paths.map(live);
  const writtenDown = new Set(lived.flatMap(({ journal }) => journal.map((entry) => entry.kind)));
  expect(lived.reduce((all, { refused }) => all + refused, 0)).toBeGreaterThan(100);
  expect([...writtenDown].sort()).toEqual([
    'sale.aborted',
    'sale.discounted',
    'sale.line-added',
    'sale.line-quantity',
    'sale.line-removed',
    'sale.opened',
    'sale.parked',
    'sale.resumed',
  ]);
});

test('a spread gives out all of it, and no share changes sign or is larger than its weight', () => {
  const weights = fc.array(fc.integer({ min: 0, max: int32 }), { minLength: 1, maxLength: 100 });
  fc.assert(
    fc.property(weights, fc.double({ min: -1, max: 1, noNaN: true }), (numbers, part) => {
      const all = numbers.map(ore);
      const total = ore(Math.trunc(sum(all) * part));
      const shares = spread(total, all);
      expect(sum(shares)).toBe(total);
      shares.forEach((share, index) => {
        expect(Math.abs(share)).toBeLessThanOrEqual(numbers[index] ?? -1);
        expect(share === 0 || Math.sign(share) === Math.sign(total)).toBe(true);
      });
    }),
  );
});

test('cash is settled in whole kroner, never more than 50 øre away, and a return mirrors its sale', () => {
  fc.assert(
    fc.property(fc.integer({ min: -int32, max: int32 }), (amount) => {
      const settled = cashAmount(ore(amount));
      expect(Math.abs(settled) % 100).toBe(0);
      expect(Math.abs(settled - amount)).toBeLessThanOrEqual(50);
      expect(cashAmount(ore(-amount)) + settled).toBe(0);
    }),
  );
});

test('VAT taken out of an amount put back on the rest gives the amount, to the øre', () => {
  fc.assert(
    fc.property(fc.integer({ min: -int32, max: int32 }), rates, (amount, rate) => {
      const vat = vatOf(ore(amount), vatRate(rate));
      const net = amount - vat;
      // Twice the distance between net × rate and the VAT, in ten-thousandths, is less than a whole øre at this rate.
      const off = BigInt(net) * BigInt(rate) - BigInt(vat) * 10_000n;
      expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(10_000n + BigInt(rate));
      expect(vatOf(ore(-amount), vatRate(rate)) + vat).toBe(0);
    }),
  );
});

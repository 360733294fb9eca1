import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BasketLine, Discount, SoldLine } from '../../../main/journal/entries/sale.ts';
import { payBack } from '../../../main/refund/pay-back.ts';
import type { GivenBack } from '../../../main/refund/sources.ts';
import { spread } from '../../../main/sale/discount.ts';
import { splitLines } from '../../../main/refund/split-lines.ts';
import { amountLeft, linesLeft, type Wanted, whatGoesBack } from '../../../main/refund/returnable.ts';
import { ore, sum, thousandths, vatRate } from '../../../main/sale/money.ts';
import { grossOf, priceSale } from '../../../main/sale/price.ts';
import { cashAmount } from '../../../main/sale/rounding.ts';

function basketLine(lineId: string, more: Partial<BasketLine> = {}): BasketLine {
  return {
    lineId,
    articleId: '1001',
    description: 'Kanelbolle',
    group: 'Bakevarer',
    unitPrice: ore(3900),
    quantity: thousandths(1000),
    vatRate: vatRate(1500),
    discount: null,
    ...more,
  };
}

const sold = (lines: readonly BasketLine[], discount: Discount | null = null): SoldLine[] =>
  priceSale({ lines, discount, exchange: null }).lines;

/** Brings back what is asked for; gives what came back in the end, or the code of the refusal. */
function back(of: readonly SoldLine[], ...wanted: Wanted[]): { returned: SoldLine[]; refused: string[] } {
  const returned: SoldLine[] = [];
  const refused: string[] = [];
  for (const one of wanted) {
    const now = whatGoesBack(linesLeft(of, returned, noCard), one);
    if (now.ok) returned.push(...now.value);
    else refused.push(now.error.code);
  }
  return { returned, refused };
}

const twice = { lineId: '1', quantity: 500 };
const piece = (lineId: string, quantity = 1000): Wanted => ({
  kind: 'lines',
  lines: [{ lineId, quantity }],
});

describe('What may go back', () => {
  it('is each piece at what it cost, and the last takes the øre that are left', () => {
    const three = sold([basketLine('1', { quantity: thousandths(3000), unitPrice: ore(3333) })], {
      kind: 'amount',
      amount: ore(99),
    });
    const { returned, refused } = back(three, piece('1'), piece('1'), piece('1'), piece('1'));
    expect(returned.map(({ amount }) => amount)).toEqual([-3300, -3300, -3300]);
    expect(refused).toEqual(['REFUND-TOO-MUCH']);
  });

  it('mirrors the whole sale to the øre, in amounts, discounts and VAT', () => {
    const lines = sold(
      [
        basketLine('1', { quantity: thousandths(2000) }),
        basketLine('2', { unitPrice: ore(19950), vatRate: vatRate(2500) }),
      ],
      { kind: 'percent', rate: vatRate(1000) },
    );
    const { returned } = back(lines, { kind: 'all' });
    expect(returned).toEqual(
      lines.map((line) => ({
        ...line,
        quantity: 0 - line.quantity,
        reduction: 0 - line.reduction,
        amount: 0 - line.amount,
        vatAmount: 0 - line.vatAmount,
      })),
    );
  });

  it('can be a part of the price, which is spread over the lines and brings back no goods', () => {
    const lines = sold([
      basketLine('1', { unitPrice: ore(10_000) }),
      basketLine('2', { unitPrice: ore(5_000) }),
    ]);
    const { returned } = back(lines, { kind: 'amount', amount: 100 });
    expect(returned.map(({ quantity, amount }) => [quantity, amount])).toEqual([
      [0, -67],
      [0, -33],
    ]);
    const left = linesLeft(lines, returned, noCard);
    expect(left.map(({ quantity, amount }) => [quantity, amount])).toEqual([
      [1000, 9_933],
      [1000, 4_967],
    ]);
  });

  it.each([
    ['a line that was not sold', piece('9'), 'LINE-UNKNOWN'],
    ['more than was sold', piece('1', 1001), 'REFUND-TOO-MUCH'],
    ['the same line twice', { kind: 'lines', lines: [twice, twice] }, 'REFUND-TOO-MUCH'],
    ['more than was paid', { kind: 'amount', amount: 3901 }, 'REFUND-TOO-MUCH'],
    ['nothing of a line', piece('1', 0), 'QUANTITY-WRONG'],
    ['an amount of nothing', { kind: 'amount', amount: 0 }, 'AMOUNT-WRONG'],
  ] as [string, Wanted, string][])('is not %s', (_what, wanted, code) => {
    expect(back(sold([basketLine('1')]), wanted).refused).toEqual([code]);
  });

  it('is nothing when all of it went back', () => {
    const lines = sold([basketLine('1')]);
    expect(back(lines, { kind: 'all' }, { kind: 'all' }).refused).toEqual(['REFUND-NOTHING']);
  });
});

const aDiscount = fc.option(
  fc.oneof(
    fc.integer({ min: 1, max: 20_000 }).map((amount) => ({ kind: 'amount' as const, amount: ore(amount) })),
    fc.integer({ min: 1, max: 10_000 }).map((rate) => ({ kind: 'percent' as const, rate: vatRate(rate) })),
  ),
);
const aSale = fc
  .record({
    lines: fc.array(
      fc.record({
        unitPrice: fc.integer({ min: 0, max: 100_000 }).map(ore),
        quantity: fc.oneof(
          fc.integer({ min: 1, max: 9 }).map((n) => n * 1000),
          fc.integer({ min: 1, max: 5000 }),
        ),
        vatRate: fc.constantFrom(2500, 1500, 1200, 0).map(vatRate),
        discount: aDiscount,
      }),
      { minLength: 1, maxLength: 6 },
    ),
    discount: aDiscount,
  })
  .map(({ lines, discount }) =>
    sold(
      lines.map((line, index) =>
        basketLine(String(index + 1), { ...line, quantity: thousandths(line.quantity) }),
      ),
      discount,
    ),
  );
const aWish = fc.oneof(
  fc.record({
    kind: fc.constant('lines' as const),
    lines: fc.array(
      fc.record({
        lineId: fc.integer({ min: 1, max: 6 }).map(String),
        quantity: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 6000 })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 30_000 }) }),
);

describe('Any refunds of any sale', () => {
  it('never give back more of a line than was paid for it, and end at exactly zero', () => {
    fc.assert(
      fc.property(aSale, fc.array(aWish, { maxLength: 12 }), (lines, wishes) => {
        const returned: SoldLine[] = [];
        for (const wish of [...wishes, { kind: 'all' } as const]) {
          const now = whatGoesBack(linesLeft(lines, returned, noCard), wish);
          if (now.ok) {
            expect(sum(now.value.map(({ amount }) => amount))).toBeLessThan(0);
            returned.push(...now.value);
          }
          for (const { quantity, amount, vatAmount } of linesLeft(lines, returned, noCard)) {
            expect(quantity).toBeGreaterThanOrEqual(0);
            expect(amount).toBeGreaterThanOrEqual(0);
            expect(vatAmount).toBeGreaterThanOrEqual(0);
            expect(vatAmount).toBeLessThanOrEqual(amount);
          }
        }
        for (const line of returned) {
          expect(line.amount).toBe(ore(grossOf(line) - line.reduction));
        }
        const left = linesLeft(lines, returned, noCard);
        expect(amountLeft(left)).toBe(0);
        expect(sum(left.map(({ vatAmount }) => vatAmount))).toBe(0);
      }),
    );
  });

  it('hand out no more notes and coins than the whole would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 15 }), (parts) => {
        const total = ore(parts.reduce((all, part) => all + part, 0));
        const paid = [
          { kind: 'cash', amount: total, rounding: ore(0), given: total, change: ore(0) } as const,
        ];
        const before: GivenBack[] = [];
        let handed = 0;
        for (const part of parts) {
          const now = payBack(paid, before, ore(part), 'as-paid', 'card-first');
          const [plan] = now.ok ? now.value : [];
          if (plan === undefined || plan.cash === null) throw new Error('Cash does not go back in cash');
          expect(plan.card).toBeNull();
          handed += plan.cash.amount + plan.cash.rounding;
          expect(handed % 100).toBe(0);
          expect(handed).toBeLessThanOrEqual(cashAmount(total));
          before.push({ attemptId: null, card: ore(0), cash: plan.cash.amount, ...noGift });
        }
        expect(handed).toBe(cashAmount(total));
      }),
    );
  });
});

const noGift = { giftCode: null, gift: ore(0) };
const noCard = () => ore(0);
const card = (amount: number, transactionId: string | null = 'T-1', attemptId = 'K7F3QD-1-1') =>
  ({
    kind: 'card',
    amount: ore(amount),
    attemptId,
    transactionId,
    card: { brand: null, maskedPan: null, entryMethod: null, customerReceipt: null },
  }) as const;
const cash = (amount: number) =>
  ({ kind: 'cash', amount: ore(amount), rounding: ore(0), given: ore(amount), change: ore(0) }) as const;
const gone = (byCard: number, inCash: number): GivenBack => ({
  attemptId: byCard === 0 ? null : 'K7F3QD-1-1',
  card: ore(byCard),
  cash: ore(inCash),
  ...noGift,
});

describe('How the money goes back', () => {
  it('is to the card first where a sale was paid with both', () => {
    const plan = payBack([cash(10_000), card(20_000)], [], ore(25_000), 'as-paid', 'card-first');
    expect(plan).toMatchObject({ ok: true, value: [{ card: { amount: 20_000 }, cash: { amount: 5_000 } }] });
    const rest = payBack(
      [cash(10_000), card(20_000)],
      [gone(20_000, 5_000)],
      ore(5_000),
      'as-paid',
      'card-first',
    );
    expect(rest).toMatchObject({ ok: true, value: [{ card: null, cash: { amount: 5_000 } }] });
  });

  it('counts cash given for a card payment against that payment', () => {
    const plan = payBack([card(20_000)], [gone(0, 15_000)], ore(5_001), 'as-paid', 'card-first');
    expect(plan).toMatchObject({ ok: false, error: { code: 'REFUND-TOO-MUCH' } });
    expect(payBack([card(20_000)], [gone(0, 15_000)], ore(5_000), 'as-paid', 'card-first')).toMatchObject({
      ok: true,
      value: [{ card: { amount: 5_000 } }],
    });
  });

  it('is in cash whatever it was paid with, when that is chosen', () => {
    expect(payBack([card(20_050)], [], ore(20_050), 'cash', 'card-first')).toEqual({
      ok: true,
      value: [{ card: null, cash: { amount: 20_050, rounding: 50 }, giftCard: null }],
    });
  });

  it('cannot be to a card whose transaction nobody knows', () => {
    expect(payBack([card(100, null)], [], ore(100), 'as-paid', 'card-first')).toMatchObject({
      ok: false,
      error: { code: 'REFUND-NO-TRANSACTION' },
    });
  });

  it('is cash first where the shop sets it so', () => {
    expect(payBack([cash(10_000), card(20_000)], [], ore(15_000), 'as-paid', 'cash-first')).toMatchObject({
      ok: true,
      value: [{ card: { amount: 5_000 }, cash: { amount: 10_000 } }],
    });
  });

  it('is one refund for each card payment, the first of them with the cash', () => {
    const paid = [card(10_000), card(20_000, 'T-2', 'K7F3QD-1-2'), cash(5_000)];
    expect(payBack(paid, [], ore(35_000), 'as-paid', 'card-first')).toMatchObject({
      ok: true,
      value: [
        { card: { transactionId: 'T-1', amount: 10_000 }, cash: { amount: 5_000 } },
        { card: { transactionId: 'T-2', amount: 20_000 }, cash: null },
      ],
    });
    expect(payBack(paid, [gone(10_000, 0)], ore(4_000), 'as-paid', 'card-first')).toMatchObject({
      ok: true,
      value: [{ card: { transactionId: 'T-2', amount: 4_000 }, cash: null }],
    });
  });
});

describe('Lines that go back through several payments', () => {
  it('are shared to the øre, the goods with the first of them', () => {
    fc.assert(
      fc.property(aSale, fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 4 }), (lines, weights) => {
        const back = whatGoesBack(linesLeft(lines, [], noCard), { kind: 'all' });
        if (!back.ok) return;
        const total = 0 - sum(back.value.map(({ amount }) => amount));
        const amounts = spread(
          ore(total),
          [1, ...weights].map((weight) => ore(weight * total)),
        );
        const shares = splitLines(back.value, amounts);
        expect(shares.map((share) => 0 - sum(share.map(({ amount }) => amount)))).toEqual(amounts);
        for (const { lineId, amount, vatAmount, quantity } of back.value) {
          const mine = shares.flat().filter((line) => line.lineId === lineId);
          expect(sum(mine.map((line) => line.amount))).toBe(amount);
          expect(sum(mine.map((line) => line.vatAmount))).toBe(vatAmount);
          expect(mine.reduce((all, line) => all + line.quantity, 0)).toBe(quantity);
          for (const line of mine) expect(line.amount).toBe(ore(grossOf(line) - line.reduction));
        }
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { changeQuantity, clear, park, removeLine, resume, setDiscount } from '../../../main/sale/basket.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import { addArticle } from '../../../main/sale/ring-up.ts';
import type { Sale } from '../../../main/sale/sale.ts';
import { after, bun, coffee, opening, pieces, refusalOf, saleOf } from './helpers.ts';

const saleId = 'K7F3QD-417';
const add = (of: typeof bun, count: number) => (sale: Sale | null) =>
  addArticle(sale, { article: of, quantity: pieces(count) }, opening);
const sale = saleOf(add(bun, 3), add(coffee, 1));

describe('the quantity of a line', () => {
  const to = (quantity: number, reason: string | null, lineId = '1') =>
    changeQuantity(sale, { lineId, quantity: thousandths(quantity), reason });

  test('goes up without a reason being kept', () => {
    expect(to(5000, 'angret')).toEqual({
      ok: true,
      value: [{ kind: 'sale.line-quantity', body: { saleId, lineId: '1', quantity: 5000, reason: null } }],
    });
  });

  test('goes down with its reason only', () => {
    expect(refusalOf(to(2000, null))).toBe('REASON-MISSING');
    expect(refusalOf(to(2000, '  '))).toBe('REASON-MISSING');
    expect(to(2000, ' angret ')).toEqual({
      ok: true,
      value: [
        { kind: 'sale.line-quantity', body: { saleId, lineId: '1', quantity: 2000, reason: 'angret' } },
      ],
    });
  });

  test('is not written down when it stays the same', () => {
    expect(to(3000, null)).toEqual({ ok: true, value: [] });
  });

  test.each([0, -1000, 9_999_001])('is never %i thousandths', (quantity) => {
    expect(refusalOf(to(quantity, 'angret'))).toBe('QUANTITY-WRONG');
  });

  test('belongs to a line that is there, in an open sale', () => {
    expect(refusalOf(to(5000, null, '9'))).toBe('LINE-UNKNOWN');
    const parked: Sale = { ...sale, state: 'parked' };
    expect(refusalOf(changeQuantity(parked, { lineId: '1', quantity: pieces(5), reason: null }))).toBe(
      'LINE-UNKNOWN',
    );
    expect(refusalOf(changeQuantity(null, { lineId: '1', quantity: pieces(5), reason: null }))).toBe(
      'LINE-UNKNOWN',
    );
  });
});

describe('a line', () => {
  test('is removed with its reason only', () => {
    expect(refusalOf(removeLine(sale, { lineId: '1', reason: ' ' }))).toBe('REASON-MISSING');
    expect(refusalOf(removeLine(sale, { lineId: '9', reason: 'feil' }))).toBe('LINE-UNKNOWN');
    const removed = removeLine(sale, { lineId: '1', reason: 'feil' });
    expect(removed.ok && after(sale, removed.value)?.lines.map((line) => line.lineId)).toEqual(['2']);
  });

  test('that was the last takes the discount of the sale with it', () => {
    const reduced = saleOf(add(bun, 1), (s) =>
      setDiscount(s, { lineId: null, discount: { kind: 'percent', rate: vatRate(5000) } }),
    );
    const removed = removeLine(reduced, { lineId: '1', reason: 'feil' });
    expect(removed.ok && after(reduced, removed.value)).toMatchObject({
      lines: [],
      discount: null,
      state: 'open',
    });
  });
});

describe('a discount', () => {
  const off = (amount: number) => ({ kind: 'amount', amount: ore(amount) }) as const;
  const percent = (rate: number) => ({ kind: 'percent', rate: vatRate(rate) }) as const;

  test.each([
    ['all of a line', '1', off(12_600), undefined],
    ['more than a line', '1', off(12_601), 'DISCOUNT-TOO-LARGE'],
    ['all of the sale', null, off(32_550), undefined],
    ['more than the sale', null, off(32_551), 'DISCOUNT-TOO-LARGE'],
    ['100 %', null, percent(10_000), undefined],
    ['more than 100 %', '1', percent(10_001), 'DISCOUNT-TOO-LARGE'],
    ['nothing', '1', off(0), 'AMOUNT-WRONG'],
    ['less than nothing', null, off(-1), 'AMOUNT-WRONG'],
    ['no percent', null, percent(0), 'AMOUNT-WRONG'],
    ['something of a line that is not there', '9', off(1), 'LINE-UNKNOWN'],
  ])('of %s', (_what, lineId, discount, code) => {
    expect(refusalOf(setDiscount(sale, { lineId, discount }))).toBe(code);
  });

  test('of the sale is measured against what line discounts leave', () => {
    const reduced = saleOf(add(bun, 1), (s) => setDiscount(s, { lineId: '1', discount: off(4000) }));
    expect(refusalOf(setDiscount(reduced, { lineId: null, discount: off(201) }))).toBe('DISCOUNT-TOO-LARGE');
    expect(refusalOf(setDiscount(reduced, { lineId: null, discount: off(200) }))).toBeUndefined();
  });

  test('takes the place of the one before, and is taken off with null', () => {
    const reduced = saleOf(
      add(bun, 1),
      (s) => setDiscount(s, { lineId: '1', discount: off(100) }),
      (s) => setDiscount(s, { lineId: '1', discount: percent(500) }),
    );
    expect(reduced.lines[0]?.discount).toEqual(percent(500));
    const taken = setDiscount(reduced, { lineId: '1', discount: null });
    expect(taken.ok && after(reduced, taken.value)?.lines[0]?.discount).toBeNull();
  });

  test('given again is not written down again', () => {
    const reduced = saleOf(add(bun, 1), (s) => setDiscount(s, { lineId: null, discount: off(100) }));
    expect(setDiscount(reduced, { lineId: null, discount: off(100) })).toEqual({ ok: true, value: [] });
    expect(setDiscount(reduced, { lineId: '1', discount: null })).toEqual({ ok: true, value: [] });
  });

  test('needs something to be taken off', () => {
    expect(refusalOf(setDiscount(null, { lineId: null, discount: off(1) }))).toBe('SALE-EMPTY');
  });
});

describe('a sale', () => {
  test('is given up with a reason, and its total is kept', () => {
    expect(refusalOf(clear(sale, { reason: '' }))).toBe('REASON-MISSING');
    expect(refusalOf(clear(null, { reason: 'gikk' }))).toBe('SALE-EMPTY');
    expect(refusalOf(clear({ ...sale, state: 'completed' }, { reason: 'gikk' }))).toBe('SALE-EMPTY');
    expect(clear(sale, { reason: 'gikk' })).toEqual({
      ok: true,
      value: [{ kind: 'sale.aborted', body: { saleId, reason: 'gikk', total: 32_550 } }],
    });
  });

  test('is parked under a name and taken up again as it was', () => {
    const parked = park(sale, { name: ' Bord 4 ' });
    const aside = parked.ok ? after(sale, parked.value) : null;
    expect(aside).toEqual({ ...sale, state: 'parked', name: 'Bord 4' });
    const resumed = resume(null, aside);
    expect(resumed.ok && after(aside, resumed.value)).toMatchObject({ state: 'open', lines: sale.lines });
  });

  test('without lines is not parked', () => {
    expect(refusalOf(park(null, { name: '' }))).toBe('SALE-EMPTY');
    expect(refusalOf(park({ ...sale, lines: [] }, { name: '' }))).toBe('SALE-EMPTY');
  });

  test('that is parked waits while another has lines, and an empty one gives way', () => {
    const parked: Sale = { ...sale, state: 'parked' };
    const other: Sale = { ...sale, saleId: 'K7F3QD-418', number: 418 };
    expect(refusalOf(resume(other, parked))).toBe('NOT-ALLOWED-NOW');
    expect(resume({ ...other, lines: [] }, parked)).toEqual({
      ok: true,
      value: [
        { kind: 'sale.aborted', body: { saleId: 'K7F3QD-418', reason: 'empty', total: 0 } },
        { kind: 'sale.resumed', body: { saleId } },
      ],
    });
  });

  test('that is not parked is not taken up', () => {
    expect(refusalOf(resume(null, null))).toBe('SALE-UNKNOWN');
    expect(refusalOf(resume(null, { ...sale, state: 'aborted' }))).toBe('SALE-UNKNOWN');
  });

  test('is untouched by entries of another sale', () => {
    expect(after(sale, [{ kind: 'sale.resumed', body: { saleId: 'K7F3QD-9' } }])).toBe(sale);
    expect(after(sale, [{ kind: 'till.stopped', body: {} }])).toBe(sale);
    expect(after(null, [{ kind: 'sale.resumed', body: { saleId } }])).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import { formatFor } from '../../../main/words/format.ts';

const nb = formatFor('nb');
const en = formatFor('en');
const ordinary = (text: string): string => text.replace(/\s/gu, ' ').replace('\u2212', '-');

describe('numbers and dates as the till writes them', () => {
  it('shows øre always, thousands apart, and the currency behind', () => {
    expect(ordinary(nb.money(ore(123450), 'NOK'))).toBe('1 234,50 kr');
    expect(ordinary(en.money(ore(123450), 'NOK'))).toBe('1,234.50 kr');
    expect(ordinary(nb.money(ore(5), 'NOK'))).toBe('0,05 kr');
    expect(ordinary(nb.money(ore(-40), 'NOK'))).toBe('-0,40 kr');
    expect(ordinary(en.money(ore(10000), 'EUR'))).toBe('100.00 EUR');
  });

  it('writes any amount to the øre, beyond what a float could hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }), (value) => {
        expect(Number(en.amount(ore(value)).replace(/[,.]/g, ''))).toBe(value === 0 ? 0 : value);
        expect(en.amount(ore(value))).toMatch(/^-?\d{1,3}(,\d{3})*\.\d\d$/);
      }),
    );
  });

  it('shows no more decimals of a quantity or a rate than it has', () => {
    expect(nb.quantity(thousandths(2000))).toBe('2');
    expect(nb.quantity(thousandths(1234))).toBe('1,234');
    expect(en.quantity(thousandths(250))).toBe('0.25');
    expect(ordinary(nb.percent(vatRate(2500)))).toBe('25 %');
    expect(ordinary(nb.percent(vatRate(1111)))).toBe('11,11 %');
    expect(ordinary(en.percent(vatRate(0)))).toBe('0 %');
  });

  it('dates by the shop’s calendar, not by Greenwich', () => {
    expect(nb.date('2026-12-31T23:30:00.000Z')).toBe('01.01.2027');
    expect(en.date('2026-11-05T12:00:00.000Z')).toBe('5 Nov 2026');
  });

  it('counts one and many', () => {
    expect(ordinary(nb.counted(1, 'felt', 'felter'))).toBe('1 felt');
    expect(ordinary(en.counted(1200, 'field', 'fields'))).toBe('1,200 fields');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountText,
  isWrong,
  kroner,
  likelyNotes,
  quantityText,
  rateText,
  readKroner,
  readMultiplied,
  readPercent,
  readQuantity,
  timeText,
} from '../../../renderer/numbers.ts';

const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-');

describe('what stands in a field for figures', () => {
  it('is wrong when it cannot be read, and not while it is only begun', () => {
    const of = (kind: 'amount' | 'quantity' | 'percent', ...texts: string[]): boolean[] =>
      texts.map((text) => isWrong(kind, text));
    expect(of('amount', '50 kr', 'fifty', '1,234', '1.2.3', '99999999', '-5')).not.toContain(false);
    expect(of('amount', '', ' ', '0', '0,', '0,0', ',', '50', '1 234,5')).not.toContain(true);
    expect(of('quantity', '1 pc', '1,2345')).not.toContain(false);
    expect(of('quantity', '0', '0,25')).not.toContain(true);
    expect(of('percent', '101', 'ten')).not.toContain(false);
    expect(of('percent', '10 %', '0', '100')).not.toContain(true);
  });
});

describe('amounts as the cashier reads them', () => {
  it('writes kroner and øre the way the language does', () => {
    expect(plainSpaces(amountText(123_450, 'NOK', 'nb'))).toBe('1 234,50 kr');
    expect(plainSpaces(amountText(123_450, 'NOK', 'en'))).toBe('1,234.50 kr');
    expect(plainSpaces(amountText(39_900, 'EUR', 'en'))).toBe('399.00 EUR');
  });

  it('writes small and negative amounts with all their øre', () => {
    expect(plainSpaces(kroner(5, 'nb'))).toBe('0,05');
    expect(plainSpaces(kroner(0, 'nb'))).toBe('0,00');
    expect(plainSpaces(kroner(-1_050, 'nb'))).toBe('-10,50');
  });

  it('keeps every øre of the largest amounts', () => {
    expect(plainSpaces(kroner(900_719_925_474_099, 'nb'))).toBe('9 007 199 254 740,99');
  });

  it('writes quantities and rates without needless decimals', () => {
    expect(quantityText(1_000, 'nb')).toBe('1');
    expect(quantityText(1_250, 'nb')).toBe('1,25');
    expect(plainSpaces(rateText(2_500, 'nb'))).toBe('25 %');
    expect(plainSpaces(rateText(1_111, 'en'))).toBe('11.11 %');
  });

  it('tells the time at the shop, in summer and in winter', () => {
    expect(timeText('2026-01-15T12:00:00.000Z', 'nb')).toBe('13:00');
    expect(timeText('2026-07-15T12:00:00.000Z', 'nb')).toBe('14:00');
  });
});

describe('amounts as the cashier types them', () => {
  it('takes comma or point, with or without øre', () => {
    expect(readKroner('120')).toBe(12_000);
    expect(readKroner('99,5')).toBe(9_950);
    expect(readKroner('99.50')).toBe(9_950);
    expect(readKroner(' 1 000,05 ')).toBe(100_005);
  });

  it.each(['', ',', 'abc', '1,234', '1.2.3', '-5', '12345678', '1e3'])('refuses %j', (text) => {
    expect(readKroner(text)).toBeNull();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom('nb' as const, 'en' as const),
        (ore, language) => {
          expect(readKroner(kroner(ore, language).replaceAll(language === 'en' ? ',' : '\u00a0', ''))).toBe(
            ore,
          );
        },
      ),
    );
  });

  it('reads quantities to a thousandth, and none of nothing', () => {
    expect(readQuantity('0,125')).toBe(125);
    expect(readQuantity('2')).toBe(2_000);
    expect(readQuantity('0')).toBeNull();
    expect(readQuantity('0,1255')).toBeNull();
  });

  it('reads percentages above 0 and up to 100', () => {
    expect(readPercent('12,5')).toBe(1_250);
    expect(readPercent('100 %')).toBe(10_000);
    expect(readPercent('0')).toBeNull();
    expect(readPercent('101')).toBeNull();
  });

  it('splits a quantity from a code', () => {
    expect(readMultiplied('3*7038')).toEqual({ quantity: 3_000, rest: '7038' });
    expect(readMultiplied('1,5*ost')).toEqual({ quantity: 1_500, rest: 'ost' });
    expect(readMultiplied('kaffe')).toEqual({ quantity: 1_000, rest: 'kaffe' });
    expect(readMultiplied('*kaffe')).toEqual({ quantity: 1_000, rest: '*kaffe' });
  });
});

describe('the notes a customer is likely to hand over', () => {
  it('are the next multiples, each once', () => {
    expect(likelyNotes(31_200)).toEqual([35_000, 40_000, 50_000, 100_000]);
    expect(likelyNotes(5_000)).toEqual([10_000, 20_000, 50_000, 100_000]);
  });

  it('always cover what is due, with change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (hundreds) => {
        const due = hundreds * 100;
        const sums = likelyNotes(due);
        expect(sums.every((sum) => sum > due && sum % 5_000 === 0)).toBe(true);
        expect(new Set(sums).size).toBe(sums.length);
      }),
    );
  });
});

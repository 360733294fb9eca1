import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit } from '../../../main/catalogue/barcode.ts';
import { priceInOre } from '../../../main/catalogue/figures.ts';
import { articleOf, problemOf } from './helpers.ts';

test('a row becomes an article, its price in øre and its VAT in hundredths of a percent', async () => {
  expect(await articleOf('1001;Kaffe, svart;39,00;25;Kaffe og te;2000079269191')).toEqual({
    id: '1001',
    name: 'Kaffe, svart',
    price: 3900,
    vatRate: 2500,
    group: 'Kaffe og te',
    barcode: '2000079269191',
  });
});

test('group and barcode may be empty', async () => {
  expect(await articleOf('1001;Kaffe;39;25;;')).toMatchObject({ group: '', barcode: null });
});

describe('a price', () => {
  test.each([
    ['24.90', 2490],
    ['24,9', 2490],
    ['24', 2400],
    ['0', 0],
    ['1 234,50', 123_450],
    ['1\u00a0234,50', 123_450],
    ['12\u202f345', 1_234_500],
    ['kr 24,90', 2490],
    ['24,90 kr', 2490],
    ['Kr. 24,90', 2490],
    ['0024,90', 2490],
    ['1 000 000', 100_000_000],
  ])('written %j is %i øre', async (text, price) => {
    expect(await articleOf(`1;Kaffe;${text};25;;`)).toMatchObject({ price });
  });

  test.each(['24,905', '1.234', '1.234,50', '1,234.50', '12 34', '24,-', 'gratis', '1e3', '٣', '24,', ',90'])(
    'written %j is not guessed at',
    async (text) => {
      expect(await problemOf(`1;Kaffe;${text};25;;`)).toEqual({ kind: 'price-unreadable', text });
    },
  );

  test.each(['-1', '-0,01', '1 000 000,01', '99999999999999999999'])(
    'of %j is out of range',
    async (text) => {
      expect(await problemOf(`1;Kaffe;${text};25;;`)).toEqual({ kind: 'price-out-of-range', text });
    },
  );

  test('read back from how it is written is the price that was written, for every øre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.constantFrom(',', '.'), (amount, point) => {
        const digits = String(amount).padStart(3, '0');
        const written = `${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
        expect(priceInOre(written)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe('a VAT rate', () => {
  test.each([
    ['25', 2500],
    ['25 %', 2500],
    ['25%', 2500],
    ['25,00', 2500],
    ['15.0', 1500],
    ['12', 1200],
    ['0', 0],
    ['11,11', 1111],
  ])('written %j is %i', async (text, vatRate) => {
    expect(await articleOf(`1;Kaffe;39;${text};;`)).toMatchObject({ vatRate });
  });

  test.each(['24', '0,25', '11', '99'])('of %j is none that a shop sells at', async (text) => {
    expect(await problemOf(`1;Kaffe;39;${text};;`)).toEqual({ kind: 'vat-unknown', text });
  });

  test.each(['høy', '-25', '2500', '25,000'])('written %j is not guessed at', async (text) => {
    expect(await problemOf(`1;Kaffe;39;${text};;`)).toEqual({ kind: 'vat-unreadable', text });
  });
});

describe('a barcode', () => {
  test.each(['96385074', '036000291452', '4006381333931', '10012345678902', 'PLU-12', '4711', '12345'])(
    '%s is taken',
    async (barcode) => {
      expect(await articleOf(`1;Kaffe;39;25;;${barcode}`)).toMatchObject({ barcode });
    },
  );

  test.each(['96385075', '036000291453', '4006381333932', '10012345678903'])(
    '%s has a wrong check digit',
    async (barcode) => {
      expect(await problemOf(`1;Kaffe;39;25;;${barcode}`)).toEqual({ kind: 'barcode-check-digit', barcode });
    },
  );

  test.each(['7,03801E+12', '7.03801e12'])('%s has lost digits in a spreadsheet', async (barcode) => {
    expect(await problemOf(`1;Kaffe;39;25;;${barcode}`)).toEqual({ kind: 'barcode-shortened', barcode });
  });

  test('with one digit wrong never passes for the right one', () => {
    const digits = fc.stringMatching(/^\d{12}$/u);
    fc.assert(
      fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const wrong = (Number(code[at]) + by) % 10;
        expect(checkDigit(code.slice(0, at) + String(wrong) + code.slice(at + 1))).not.toBe(checkDigit(code));
      }),
    );
  });
});

test.each([
  [';Kaffe;39;25;;', { kind: 'missing', column: 'id' }],
  ['1; ;39;25;;', { kind: 'missing', column: 'name' }],
  ['1;Kaffe;;25;;', { kind: 'missing', column: 'price' }],
  ['1;Kaffe;39;;;', { kind: 'missing', column: 'vat' }],
  [`${'9'.repeat(61)};Kaffe;39;25;;`, { kind: 'too-long', column: 'id', limit: 60 }],
  [`1;${'å'.repeat(101)};39;25;;`, { kind: 'too-long', column: 'name', limit: 100 }],
  [`1;Kaffe;39;25;${'g'.repeat(61)};`, { kind: 'too-long', column: 'group', limit: 60 }],
  [`1;Kaffe;39;25;;${'A'.repeat(49)}`, { kind: 'too-long', column: 'barcode', limit: 48 }],
  ['1;Kaf\u001bfe;39;25;;', { kind: 'control-characters', column: 'name' }],
  ['1;Kaffe;39;25;', { kind: 'columns', expected: 6, found: 5 }],
  ['1;Kaffe;39;25;;;4', { kind: 'columns', expected: 6, found: 7 }],
])('the row %j is bad', async (row, problem) => {
  expect(await problemOf(row)).toEqual(problem);
});

test('a name of a hundred letters is good, and ends up on one line', async () => {
  expect(await problemOf(`1;${'å'.repeat(100)};39;25;;`)).toBeNull();
  expect(await articleOf('1;"Kaffe\n  stor";39;25;;')).toMatchObject({ name: 'Kaffe stor' });
});

test('letters written in two parts are found by those written in one', async () => {
  expect(await articleOf('1;Ska\u030al;39;25;;')).toMatchObject({ name: 'Skål' });
});

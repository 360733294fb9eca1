import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LabelRule, readScannedCode } from '../../../main/sale/scanned-code.ts';

const gs = '\u001d';
const rules: readonly LabelRule[] = [
  { prefix: '23', itemDigits: 5, innerCheck: false, says: 'weight' },
  { prefix: '20', itemDigits: 4, innerCheck: true, says: 'price' },
];

test('an ordinary code is looked for as it is', () => {
  expect(readScannedCode('A-7038', false, rules)).toEqual({
    codes: ['A-7038'],
    quantity: null,
    labelPrice: null,
  });
});

test.each([
  ['7038010009457', ['7038010009457', '07038010009457']],
  ['07038010009457', ['07038010009457', '7038010009457']],
  ['012345678905', ['012345678905', '00012345678905', '0012345678905']],
  ['0012345678905', ['0012345678905', '00012345678905', '012345678905']],
  ['17038010009454', ['17038010009454']],
])(
  'the article number %s is looked for with more and fewer noughts before it, as it is first',
  (code, codes) => {
    expect(readScannedCode(code, false, rules)).toEqual({ codes, quantity: null, labelPrice: null });
  },
);

test('a DataMatrix names its article in every length that catalogues write', () => {
  const { codes } = readScannedCode(`0107038010009457172612311012345${gs}`, true, []);
  expect(codes).toEqual(['07038010009457', '7038010009457']);
  expect(readScannedCode('0100000096385074', true, []).codes).toEqual([
    '00000096385074',
    '0000096385074',
    '000096385074',
    '96385074',
  ]);
});

test.each([
  ['3103001250', 1250],
  ['3102000125', 1250],
  ['3101000012', 1200],
  ['3105125000', 1250],
])('the weight %s is in grams, thousandths of a kilogram', (element, grams) => {
  expect(readScannedCode(`0127038010009457${element}`, true, []).quantity).toBe(grams);
});

test('a price on the package is in øre, whatever its decimals', () => {
  expect(readScannedCode(`010703801000945739224990${gs}10A`, true, []).labelPrice).toBe(4990);
  expect(readScannedCode(`0107038010009457392049`, true, []).labelPrice).toBe(4900);
});

test('the shop’s own scale says weight or price by the rule for its prefix', () => {
  expect(readScannedCode('2312345004506', false, rules)).toMatchObject({
    codes: ['2312345004506', '2312345', '12345'],
    quantity: 450,
    labelPrice: null,
  });
  expect(readScannedCode('2000421049907', false, rules)).toMatchObject({
    codes: ['2000421049907', '200042', '0042', '42'],
    quantity: null,
    labelPrice: 4990,
  });
});

test('a label of a prefix without a rule is an ordinary code', () => {
  expect(readScannedCode('2912345004506', false, rules).codes).toEqual(['2912345004506', '02912345004506']);
});

test('whatever a scanner brings is read, and the code itself is never lost where it is no element string', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (text, gs1) => {
      const { codes, quantity, labelPrice } = readScannedCode(text, gs1, rules);
      expect(codes.length).toBeGreaterThan(0);
      expect(Number.isSafeInteger(quantity ?? 0) && Number.isSafeInteger(labelPrice ?? 0)).toBe(true);
      if (!/^\D?01\d{14}/u.test(text)) expect(codes[0]).toBe(text);
    }),
  );
});

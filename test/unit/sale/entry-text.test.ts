import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEntryText } from '../../../main/sale/entry-text.ts';
import { refusalOf } from './helpers.ts';

test.each([
  ['7038010009457', 1000, '7038010009457'],
  [' 1001 \r', 1000, '1001'],
  ['3*7038010009457', 3000, '7038010009457'],
  ['0,5*123', 500, '123'],
  ['1.125 * 123', 1125, '123'],
  ['9999*1', 9_999_000, '1'],
  [']E07038010009457', 1000, '7038010009457'],
  [']C1\u001d0107038010009457', 1000, '0107038010009457'],
  ['2*]C1ABC-1', 2000, 'ABC-1'],
  ['\u0002123\u0003', 1000, '123'],
  ['AB*C', 1000, 'AB*C'],
  ['2x4', 1000, '2x4'],
])('%j is %i thousandths of %j', (text, quantity, code) => {
  expect(parseEntryText(text)).toMatchObject({ ok: true, value: { quantity, code } });
});

test.each([
  ['', 'ENTRY-UNREADABLE'],
  [' \r\n', 'ENTRY-UNREADABLE'],
  ['3*', 'ENTRY-UNREADABLE'],
  ['*123', 'ENTRY-UNREADABLE'],
  ['0*123', 'QUANTITY-WRONG'],
  ['0,000*123', 'QUANTITY-WRONG'],
  ['-1*123', 'QUANTITY-WRONG'],
  ['1,2345*123', 'QUANTITY-WRONG'],
  ['1 000*123', 'QUANTITY-WRONG'],
  ['9999,001*123', 'QUANTITY-WRONG'],
  ['7038010009457*3', 'QUANTITY-WRONG'],
])('%j is refused with %s', (text, code) => {
  expect(refusalOf(parseEntryText(text))).toBe(code);
});

test('whatever is typed, the quantity is one a line can have and the code is not empty', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,*\s-]{0,12}$/u)), (text) => {
      const read = parseEntryText(text);
      if (!read.ok) return;
      expect(read.value.quantity).toBeGreaterThan(0);
      expect(read.value.quantity).toBeLessThanOrEqual(9_999_000);
      expect(read.value.code.trim()).not.toBe('');
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from '../../../main/journal/canonical.ts';

it('writes equal values as equal text, whatever the order of their fields, and reads them back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(backwards(value))).toBe(text);
      expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
    }),
  );
});

it('sorts by code unit and leaves no spaces', () => {
  expect(canonical({ b: [1, { ø: null, Z: 'a b' }], a: true })).toBe(
    '{"a":true,"b":[1,{"Z":"a b","ø":null}]}',
  );
});

it.each([undefined, NaN, Infinity, 1n, Symbol('x'), () => 1, new Date(0), { a: undefined }, [undefined]])(
  'does not write what JSON cannot hold: %s',
  (value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  },
);

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries and not assignment: a field may be called __proto__.
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, backwards(field)]),
  );
}

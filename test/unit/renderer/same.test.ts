import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSame } from '../../../renderer/same.ts';

describe('what did not change in a push stays the same object', () => {
  it('keeps every untouched line when one is added', () => {
    const before = { sale: { lines: [{ id: 'L1' }, { id: 'L2' }] }, parked: [] as string[] };
    const next = structuredClone(before);
    next.sale.lines.push({ id: 'L3' });
    const kept = keepSame(before, next);
    expect(kept.sale.lines[0]).toBe(before.sale.lines[0]);
    expect(kept.parked).toBe(before.parked);
    expect(kept.sale).not.toBe(before.sale);
    expect(kept).toEqual(next);
  });

  it('says exactly what the next push says, whatever came before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
        expect(keepSame(before, next)).toEqual(next);
      }),
    );
  });

  it('gives the same object back for an equal push', () => {
    fc.assert(
      fc.property(fc.object(), (value) => {
        expect(keepSame(value, structuredClone(value))).toBe(value);
      }),
      { examples: [[{ '': [JSON.parse('{"__proto__":""}')] }], [{ a: NaN }], [{ a: [NaN] }]] },
    );
  });
});

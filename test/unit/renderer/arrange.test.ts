import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movedTo, stepOf } from '../../../renderer/arrange.ts';

it('puts one at another place and leaves the others in their order', () => {
  expect(movedTo(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(movedTo(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  expect(movedTo(['a', 'b', 'c'], 1, 99)).toEqual(['a', 'c', 'b']);
  expect(movedTo(['a', 'b', 'c'], 1, -5)).toEqual(['b', 'a', 'c']);
  expect(movedTo(['a'], 7, 0)).toEqual(['a']);
});

it('never loses or doubles one, wherever it is put', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string()),
      fc.integer({ min: -3, max: 20 }),
      fc.integer({ min: -3, max: 20 }),
      (things, from, to) => {
        const after = movedTo(things, from, to);
        expect([...after].sort()).toEqual([...things].sort());
        const moved = things[from];
        expect(after.filter((one) => one !== moved)).toEqual(things.filter((one) => one !== moved));
      },
    ),
  );
});

it('leads a row up and down, and one aside', () => {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter'];
  expect(keys.map((key) => stepOf(key, 4))).toEqual([-1, 1, -4, 4, null]);
});

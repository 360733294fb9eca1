import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, movedTo, offsetAt, placeOf, scrolledTo } from '../../../renderer/lists/bar.ts';
import { createGrowing, type Page } from '../../../renderer/lists/growing.ts';
import { afterKey } from '../../../renderer/lists/keys.ts';
import { createPlaced, lacking, stretch } from '../../../renderer/lists/placed.ts';

/** Lets every answer that is on its way arrive. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the bar of a list', () => {
  const extent = fc.record({
    total: fc.integer({ min: 0, max: 100_000_000 }),
    height: fc.integer({ min: 100, max: 2_000 }),
  });

  it('is the list itself where the browser can bear its length', () => {
    const short = { total: 14_000_000, height: 600 };
    expect(lengthOf(short)).toBe(14_000_000);
    expect([0, 77, 9_999_999, 13_999_400].map((place) => offsetAt(place, short))).toEqual([
      0, 77, 9_999_999, 13_999_400,
    ]);
  });

  it('begins and ends with the list, goes only onwards, and leads back to where it came from', () => {
    fc.assert(
      fc.property(extent, fc.nat(), fc.nat(), (of, one, another) => {
        const end = Math.max(0, lengthOf(of) - of.height);
        const offsets = Math.max(0, of.total - of.height);
        expect(offsetAt(0, of)).toBe(0);
        expect(offsetAt(end, of)).toBe(offsets);
        const [low = 0, high = 0] = [one % (end + 1), another % (end + 1)].sort((a, b) => a - b);
        expect(offsetAt(low, of)).toBeLessThanOrEqual(offsetAt(high, of));
        expect(placeOf(offsetAt(low, of), of)).toBe(low);
        expect(lengthOf(of)).toBeLessThan(2 ** 24);
      }),
    );
  });

  it('moves a list of a million as far as the finger, and is in the middle of it in the middle', () => {
    const million = { total: 70_000_000, height: 600 };
    const middle = (lengthOf(million) - million.height) / 2;
    const there = movedTo(middle, { place: 0, offset: 0 }, million);
    expect(there.offset).toBe((million.total - million.height) / 2);
    expect(movedTo(middle + 120, there, million).offset).toBe(there.offset + 120);
    expect(scrolledTo(there.offset - 700, there, million)).toEqual({
      place: middle - 700,
      offset: there.offset - 700,
    });
  });

  it('is at an end of the list when it is at an end of its own', () => {
    const million = { total: 70_000_000, height: 600 };
    expect(movedTo(0, { place: 400, offset: 90_000 }, million)).toEqual({ place: 0, offset: 0 });
    const end = lengthOf(million) - million.height;
    expect(movedTo(end, { place: end - 10, offset: 1_000 }, million).offset).toBe(69_999_400);
  });
});

describe('a list whose places are known', () => {
  it('lacks what is in view before what is around it, in whole stretches', () => {
    const none = (): boolean => false;
    expect(lacking(none, [430, 441], 1_000)).toBe(400);
    expect(lacking((place) => place >= 400 && place < 500, [430, 441], 1_000)).toBe(300);
    expect(lacking((place) => place >= 300 && place < 500, [430, 441], 1_000)).toBe(500);
    expect(lacking((place) => place >= 300 && place < 600, [430, 441], 1_000)).toBeNull();
    expect(lacking((place) => place < 41, [38, 60], 41)).toBeNull();
  });

  /** Newest first: place 0 is the oldest and the last row. */
  function numbers(total: number) {
    const asked: number[] = [];
    const books = { total };
    const listing = createPlaced<number>({
      total,
      known: new Map(),
      newestFirst: true,
      ask: (first, limit) => {
        asked.push(first);
        const rows = Array.from({ length: limit }, (_, at) => first + at + 1);
        return Promise.resolve({ total: books.total, rows });
      },
    });
    return { asked, books, listing };
  }

  it('has every row that was wanted, wherever in it somebody is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
        async (total, jumps) => {
          const { asked, listing } = numbers(total);
          for (const jump of jumps) {
            const first = jump % total;
            const last = Math.min(total - 1, first + 12);
            listing.want(first, last);
            await settled();
            for (let index = first; index <= last; index += 1) {
              expect(listing.row(index)).toBe(total - index);
            }
          }
          // No question twice, and no more of them than somebody looked at.
          expect(new Set(asked).size).toBe(asked.length);
          expect(asked.length).toBeLessThanOrEqual(jumps.length * 4);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('asks one question at a time, and what was scrolled past is not asked for', async () => {
    const { asked, listing } = numbers(100_000);
    for (let first = 0; first < 50_000; first += 1_000) listing.want(first, first + 10);
    await settled();
    expect(asked.length).toBeLessThan(6);
    expect(listing.row(49_005)).toBe(100_000 - 49_005);
  });

  it('keeps a bounded number of rows', async () => {
    const { listing } = numbers(1_000_000);
    for (let first = 0; first < 100_000; first += stretch) {
      listing.want(first, first + 10);
      await settled();
    }
    expect(listing.row(0)).toBeUndefined();
    expect(listing.row(99_905)).toBe(1_000_000 - 99_905);
  });

  it('says how many came before its first row', async () => {
    const { books, listing } = numbers(500);
    listing.want(0, 9);
    await settled();
    books.total = 503;
    listing.grow(503);
    expect([listing.count(), listing.added()]).toEqual([503, 3]);
    expect(listing.row(3)).toBe(500);
    expect(listing.row(0)).toBeUndefined();
    listing.want(0, 9);
    await settled();
    expect(listing.row(0)).toBe(503);
  });
});

describe('a list that grows as it is walked down', () => {
  const pageBefore = (before: number): Page<number> => {
    const rows = Array.from({ length: Math.min(50, before - 1) }, (_, at) => before - 1 - at);
    return { rows, more: rows.length === 50 };
  };
  const growing = (first: Page<number>) =>
    createGrowing<number>({
      first,
      keyOf: (row) => row,
      ask: (after) => Promise.resolve(pageBefore(after)),
    });

  it('comes to its end, with every row once', async () => {
    const listing = growing(pageBefore(121));
    while (!listing.isWhole()) {
      listing.want(0, listing.count() - 1);
      await settled();
    }
    const rows = Array.from({ length: listing.count() }, (_, index) => listing.row(index));
    expect(rows).toEqual(Array.from({ length: 120 }, (_, at) => 120 - at));
  });

  it('shows one that stands first by its number only once', async () => {
    const first = { rows: [7, ...pageBefore(101).rows.slice(0, 49)], more: true };
    const listing = growing(first);
    while (!listing.isWhole()) {
      listing.want(0, listing.count() - 1);
      await settled();
    }
    expect(listing.count()).toBe(100);
    expect(listing.row(0)).toBe(7);
  });

  it('takes what is new at its beginning', () => {
    const listing = growing(pageBefore(101));
    listing.renew(pageBefore(104));
    expect([listing.count(), listing.added(), listing.row(0), listing.row(3)]).toEqual([53, 3, 103, 100]);
    listing.renew(pageBefore(104));
    expect(listing.added()).toBe(3);
  });
});

it('keys lead through a list by one, by a page and to its ends', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'x'];
  expect(keys.map((key) => afterKey(key, 40, 100, 9))).toEqual([41, 39, 49, 31, 0, 99, null]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giftCode, lastDayOf, readGiftCode, takeFromCard } from '../../../main/sale/gift-card.ts';
import { ore } from '../../../main/sale/money.ts';

const figures = fc.stringMatching(/^\d{10}$/);

describe('The code of a gift card', () => {
  it('is read as it is scanned, as it is typed, and by its figures alone', () => {
    const code = giftCode('K7F3QD', '4829157306');
    expect(code).toMatch(/^K7F3QD-G4829157306\d\d$/);
    const typed = code.slice(8).replace(/(\d{4})(?=\d)/g, '$1 ');
    for (const text of [code, `]C1${code}`, ` ${code.toLowerCase()}\r`, typed, `k7f3qd-g ${typed}`]) {
      expect(readGiftCode(text, 'K7F3QD')).toEqual({ code, tillId: 'K7F3QD', isRight: true });
    }
    expect(readGiftCode(code.slice(8), null)).toBeNull();
    for (const text of ['K7F3QD-R12', '7038010009457', 'K7F3QD-G123', '']) {
      expect(readGiftCode(text, 'K7F3QD')).toBeNull();
    }
  });

  it('is found wrong when one figure is, or when two of them changed places', () => {
    fc.assert(
      fc.property(figures, fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 9 }), (text, at, other, by) => {
        const code = giftCode('K7F3QD', text);
        const all = Array.from(code.slice(8));
        const wrong = [...all];
        wrong[at] = String((Number(all[at]) + by) % 10);
        expect(readGiftCode(`K7F3QD-G${wrong.join('')}`, null)?.isRight).toBe(false);
        const swapped = [...all];
        [swapped[at], swapped[other]] = [all[other] ?? '', all[at] ?? ''];
        const same = all[at] === all[other];
        expect(readGiftCode(`K7F3QD-G${swapped.join('')}`, null)?.isRight).toBe(same);
      }),
    );
  });
});

describe('A gift card', () => {
  it('is good for whole months, to the last day where a month is too short', () => {
    expect(lastDayOf('2026-11-22', 36)).toBe('2029-11-22');
    expect(lastDayOf('2026-08-31', 6)).toBe('2027-02-28');
    expect(lastDayOf('2023-12-31', 2)).toBe('2024-02-29');
    expect(lastDayOf('2026-12-01', 1)).toBe('2027-01-01');
  });

  it('gives what is left on it or what is due, whichever is less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (balance, due) => {
          const kept = { balance: ore(balance), expires: '2029-11-22' };
          const asks = { due: ore(due), amount: null, today: '2029-11-22', accepts: false };
          expect(takeFromCard(kept, asks)).toEqual({ ok: true, value: Math.min(balance, due) });
          const tooMuch = { ...asks, amount: ore(Math.min(balance, due) + 1) };
          expect(takeFromCard(kept, tooMuch)).toMatchObject({ error: { code: 'GIFT-CARD-TOO-LITTLE' } });
        },
      ),
    );
  });

  it('that is empty or has expired gives nothing, unless a person accepts that it has expired', () => {
    const asks = { due: ore(100), amount: null, today: '2029-11-23', accepts: false };
    const empty = { balance: ore(0), expires: '2030-01-01' };
    expect(takeFromCard(empty, { ...asks, accepts: true })).toMatchObject({
      error: { code: 'GIFT-CARD-EMPTY' },
    });
    const old = { balance: ore(500), expires: '2029-11-22' };
    expect(takeFromCard(old, asks)).toMatchObject({ error: { code: 'GIFT-CARD-EXPIRED' } });
    expect(takeFromCard(old, { ...asks, accepts: true })).toEqual({ ok: true, value: 100 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOffered, type Standing, type Verdict, verdictOn } from '../../../main/update/decide.ts';

const standing: fc.Arbitrary<Standing> = fc.record({
  saleOpen: fc.boolean(),
  moneyUnderWay: fc.boolean(),
  undecided: fc.boolean(),
  dayOpen: fc.boolean(),
});
const hour = 3_600_000;

describe('whether an update may be installed', () => {
  it('is never so while a customer is served, whoever says it', () => {
    fc.assert(
      fc.property(standing, (on) => {
        expect(verdictOn(on).may === 'no').toBe(on.saleOpen || on.moneyUnderWay);
      }),
    );
  });

  it('takes a manager’s word with an open day or something undecided, and nobody’s without', () => {
    fc.assert(
      fc.property(standing, (on) => {
        const { may } = verdictOn({ ...on, saleOpen: false, moneyUnderWay: false });
        expect(may).toBe(on.undecided || on.dayOpen ? 'manager' : 'now');
      }),
    );
  });

  it('never becomes easier by something more standing open', () => {
    const ease: Record<Verdict['may'], number> = { now: 2, manager: 1, no: 0 };
    fc.assert(
      fc.property(
        standing,
        fc.constantFrom<keyof Standing>('saleOpen', 'moneyUnderWay', 'undecided', 'dayOpen'),
        (on, more) => {
          const before = ease[verdictOn({ ...on, [more]: false }).may];
          expect(ease[verdictOn({ ...on, [more]: true }).may]).toBeLessThanOrEqual(before);
        },
      ),
    );
  });
});

describe('“Later”', () => {
  const now: Verdict = { may: 'now' };
  const dayOpen: Verdict = { may: 'manager', why: 'day-open' };
  const saleOpen: Verdict = { may: 'no', why: 'sale-open' };

  it('lasts for a day', () => {
    expect(isOffered(null, now, 0)).toBe(true);
    for (const verdict of [now, dayOpen, saleOpen]) {
      const putOff = { at: 0, may: verdict.may };
      expect(isOffered(putOff, verdict, 23 * hour)).toBe(false);
      expect(isOffered(putOff, verdict, 24 * hour)).toBe(true);
    }
  });

  it('ends when the day is closed', () => {
    expect(isOffered({ at: 0, may: 'manager' }, now, hour)).toBe(true);
    expect(isOffered({ at: 0, may: 'manager' }, saleOpen, hour)).toBe(false);
  });

  it('does not last for ever where the clock was set back', () => {
    expect(isOffered({ at: 100 * hour, may: 'now' }, now, hour)).toBe(true);
  });
});

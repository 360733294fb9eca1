import type { CashCount } from '../journal/entries/day-report.ts';
import { err, ok, type Result } from '../result.ts';
import { type Currency, ore, type Ore } from '../sale/money.ts';
import { refused, type SaleRefusal } from '../sale/refusal.ts';

const kroner = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

const inWhole: Readonly<Record<Currency, readonly number[]>> = {
  NOK: kroner.filter((value) => value !== 2),
  SEK: kroner,
  DKK: kroner,
  EUR: [1, 2, 5, 10, 20, 50, 100, 200, 500],
};

/** The coins and notes of a currency that a drawer holds, in minor units, the largest first. Smaller ones are rounded away. */
export function denominations(currency: Currency): readonly Ore[] {
  return inWhole[currency].map((value) => ore(value * 100)).toReversed();
}

/** How many of each lay in the drawer, as the person wrote it; null is a field left blank. */
export type CountGiven = readonly { readonly denomination: number; readonly count: number | null }[];

/**
 * Adds a count of the drawer up and compares it with what the journal expects (øre). A blank field is no zero: it refuses
 * with COUNT-INCOMPLETE. Denominations that the currency does not have refuse with MESSAGE-WRONG: the window shows none.
 */
export function cashCount(
  given: CountGiven,
  expected: Ore,
  currency: Currency,
): Result<CashCount, SaleRefusal> {
  const known = denominations(currency);
  if (given.some(({ denomination }) => !known.includes(ore(denomination)))) {
    return err(refused('MESSAGE-WRONG'));
  }
  const counts: CashCount['counts'] = [];
  const blank: Ore[] = [];
  for (const denomination of known) {
    const count = given.find((one) => one.denomination === denomination)?.count ?? null;
    if (count === null) blank.push(denomination);
    else counts.push({ denomination, count });
  }
  if (blank.length > 0) {
    return err(refused('COUNT-INCOMPLETE', { text: blank.map((one) => String(one / 100)).join(', ') }));
  }
  const counted = ore(counts.reduce((sum, { denomination, count }) => sum + denomination * count, 0));
  return ok({ counts, expected, counted, difference: ore(counted - expected) });
}

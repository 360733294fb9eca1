import { multiplyAndRound, ore, type Ore } from './money.ts';

/**
 * An amount in øre as notes and coins can settle it: whole kroner, 1–49 øre down and 50–99 up, mirrored for what is paid
 * back. For the part settled in cash only; a card is charged to the øre (FOR-2011-03-16-294 § 2).
 */
export function cashAmount(amount: Ore): Ore {
  return ore(multiplyAndRound(amount, 1, 100) * 100);
}

import type { Discount } from '../journal/entries/sale.ts';
import { multiplyAndRound, ore, sum, type Ore } from './money.ts';

/** What a discount takes off an amount of zero or more, in øre: never more than there is. */
export function reductionOf(gross: Ore, discount: Discount | null): Ore {
  if (discount === null) return ore(0);
  switch (discount.kind) {
    case 'amount':
      return ore(Math.min(discount.amount, gross));
    case 'percent':
      return ore(multiplyAndRound(gross, discount.rate, 10_000));
  }
}

/**
 * Spreads `total` over the weights to the øre by largest remainder (the earlier one first where remainders are equal).
 * The shares add up to `total`, have its sign and are never larger than their weight. Throws a RangeError when a weight
 * is negative or `total` is larger than all weights together: a programming error.
 */
export function spread(total: Ore, weights: readonly Ore[]): Ore[] {
  const all = sum(weights);
  if (weights.some((weight) => weight < 0)) throw new RangeError('A weight is negative.');
  if (Math.abs(total) > all) throw new RangeError(`${total} cannot be spread over ${all}.`);
  if (total === 0) return weights.map(() => ore(0));

  const size = BigInt(Math.abs(total));
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, whole: Number(product / BigInt(all)), rest: product % BigInt(all) };
  });
  const missing = Math.abs(total) - parts.reduce((given, part) => given + part.whole, 0);
  const luckiest = parts
    .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
    .slice(0, missing);
  const oneMore = new Set(luckiest.map((part) => part.index));
  const sign = Math.sign(total);
  return parts.map((part) => ore(sign * (part.whole + (oneMore.has(part.index) ? 1 : 0))));
}

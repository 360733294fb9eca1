import type { SoldLine } from '../journal/entries/sale.ts';
import { spread } from '../sale/discount.ts';
import { multiplyAndRound, ore, thousandths, type Ore } from '../sale/money.ts';
import { grossOf } from '../sale/price.ts';

/**
 * Shares lines that go back (negative) among several refunds of these amounts (øre, positive), which together are what
 * the lines come to. The first refund takes the goods, the others a part of their price; nothing is lost to rounding.
 */
export function splitLines(lines: readonly SoldLine[], amounts: readonly Ore[]): SoldLine[][] {
  let rest = [...lines];
  const later = amounts.slice(1).map((amount) => {
    const shares = spread(
      amount,
      rest.map((line) => ore(0 - line.amount)),
    );
    const part = rest.map((line, index) => priceOf(line, shares[index] ?? ore(0)));
    rest = rest.map((line, index) => less(line, part[index] ?? line));
    return part.filter((line) => line.amount !== 0);
  });
  return [rest, ...later];
}

/** A part of what a line comes to, without the goods. */
function priceOf(line: SoldLine, amount: Ore): SoldLine {
  const vat = line.amount === 0 ? 0 : multiplyAndRound(line.vatAmount, amount, line.amount);
  return {
    ...line,
    quantity: thousandths(0),
    reduction: amount,
    amount: ore(0 - amount),
    vatAmount: ore(vat),
  };
}

function less(line: SoldLine, part: SoldLine): SoldLine {
  const amount = ore(line.amount - part.amount);
  return {
    ...line,
    reduction: ore(grossOf(line) - amount),
    amount,
    vatAmount: ore(line.vatAmount - part.vatAmount),
  };
}

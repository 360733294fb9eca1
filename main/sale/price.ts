import type { ReturnLine } from '../journal/entries/exchange.ts';
import type { BasketLine, Discount, SoldLine, VatSum } from '../journal/entries/sale.ts';
import { reductionOf, spread } from './discount.ts';
import { multiplyAndRound, ore, sum, type Ore } from './money.ts';
import { cashAmount } from './rounding.ts';
import { vatOf, vatSums } from './vat.ts';

/** What a basket costs. Amounts in øre. */
export interface PricedSale {
  readonly lines: SoldLine[];
  /** What comes back in an exchange, as it was sold, negative. */
  readonly returned: readonly ReturnLine[];
  /** Of the turnover: a gift card is none. */
  readonly vat: VatSum[];
  /** What the lines come to, including VAT and after every discount. */
  readonly sold: Ore;
  /** The same less what comes back: what is to be paid or, negative, to be given back. */
  readonly total: Ore;
  /** The total as notes and coins would settle it. */
  readonly cashTotal: Ore;
}

/** Unit price times quantity before any discount, in øre, rounded half away from zero. */
export function grossOf(line: Pick<BasketLine, 'unitPrice' | 'quantity'>): Ore {
  return ore(multiplyAndRound(line.unitPrice, line.quantity, 1000));
}

/** What a line costs after its own discount and before the sale's, in øre. */
export function afterOwnDiscount(line: BasketLine): Ore {
  const gross = grossOf(line);
  return ore(gross - reductionOf(gross, line.discount));
}

/** A deposit is the bottle's and not the goods', and a gift card costs what is on it: no discount takes of them. */
function isReducible(line: BasketLine): boolean {
  return line.depositOf === undefined && line.giftCard === undefined;
}

/**
 * Prices a basket: each line's own discount first, then the sale's discount spread over the lines, then VAT taken out of
 * each line. A discount larger than what it applies to takes off all of it and no more. What comes back keeps the price
 * that it was sold at.
 */
export function priceSale(sale: {
  readonly lines: readonly BasketLine[];
  readonly discount: Discount | null;
  readonly exchange: { readonly lines: readonly ReturnLine[] } | null;
}): PricedSale {
  const own = sale.lines.map(afterOwnDiscount);
  const reducible = sale.lines.map((line, at) => (isReducible(line) ? (own[at] ?? ore(0)) : ore(0)));
  const shares = spread(reductionOf(sum(reducible), sale.discount), reducible);
  const lines = sale.lines.map((line, index): SoldLine => {
    const amount = ore((own[index] ?? 0) - (shares[index] ?? 0));
    return {
      ...line,
      reduction: ore(grossOf(line) - amount),
      amount,
      vatAmount: vatOf(amount, line.vatRate),
    };
  });
  const returned = sale.exchange?.lines ?? [];
  const all = [...lines, ...returned];
  const sold = sum(lines.map((line) => line.amount));
  const total = sum(all.map((line) => line.amount));
  return {
    lines,
    returned,
    vat: vatSums(all.filter((line) => line.giftCard === undefined)),
    sold,
    total,
    cashTotal: cashAmount(total),
  };
}

import type { Entry } from '../journal/entries/index.ts';
import type { BasketLine, Discount } from '../journal/entries/sale.ts';
import type { Currency, Thousandths } from './money.ts';

/** A sale as its entries tell it. */
export interface Sale {
  readonly saleId: string;
  /** Running number within the till. */
  readonly number: number;
  readonly currency: Currency;
  readonly state: 'open' | 'parked' | 'completed' | 'aborted';
  /** What it was parked under; empty before that. */
  readonly name: string;
  readonly lines: readonly BasketLine[];
  readonly discount: Discount | null;
  /** Number of the line rung up last; a number is never given twice, also when its line is gone. */
  readonly lastLine: number;
  /** UTC, ISO 8601. */
  readonly openedAt: string;
}

function withQuantity(sale: Sale, lineId: string, quantity: Thousandths): Sale {
  return {
    ...sale,
    lines: sale.lines.map((line) => (line.lineId === lineId ? { ...line, quantity } : line)),
  };
}

function withDiscount(sale: Sale, lineId: string | null, discount: Discount | null): Sale {
  if (lineId === null) return { ...sale, discount };
  return {
    ...sale,
    lines: sale.lines.map((line) => (line.lineId === lineId ? { ...line, discount } : line)),
  };
}

/**
 * What a sale becomes by one entry. Entries of another sale, and those that are about something else (attempts, the
 * catalogue, the till), change nothing; `null` is a sale of which nothing was written down yet.
 */
export function applyToSale(sale: Sale | null, entry: Entry): Sale | null {
  if (entry.kind === 'sale.opened') {
    if (sale !== null) return sale;
    return {
      saleId: entry.body.saleId,
      number: entry.body.number,
      currency: entry.body.currency,
      state: 'open',
      name: '',
      lines: [],
      discount: null,
      lastLine: 0,
      openedAt: entry.at,
    };
  }
  if (sale === null || !('saleId' in entry.body) || entry.body.saleId !== sale.saleId) return sale;

  switch (entry.kind) {
    case 'sale.line-added':
      return {
        ...sale,
        lines: [...sale.lines, entry.body.line],
        lastLine: Math.max(sale.lastLine, Number(entry.body.line.lineId)),
      };
    case 'sale.line-quantity':
      return withQuantity(sale, entry.body.lineId, entry.body.quantity);
    case 'sale.line-removed': {
      const { lineId } = entry.body;
      return { ...sale, lines: sale.lines.filter((line) => line.lineId !== lineId) };
    }
    case 'sale.discounted':
      return withDiscount(sale, entry.body.lineId, entry.body.discount);
    case 'sale.parked':
      return { ...sale, state: 'parked', name: entry.body.name };
    case 'sale.resumed':
      return { ...sale, state: 'open' };
    case 'sale.aborted':
      return { ...sale, state: 'aborted' };
    case 'sale.completed':
      return { ...sale, state: 'completed' };
    default:
      return sale;
  }
}

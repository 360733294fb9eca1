import type { Entry } from '../journal/entries/index.ts';
import type { ReturnLine } from '../journal/entries/exchange.ts';
import type { RefundOf } from '../journal/entries/refund.ts';
import type { BasketLine, Buyer, Discount, Payment } from '../journal/entries/sale.ts';
import type { Currency } from './money.ts';

/** What comes back: lines of one receipt, in negative quantities and amounts, and why. Never without a line. */
export interface Exchange {
  readonly of: RefundOf;
  readonly reason: string;
  readonly lines: readonly ReturnLine[];
}

/** A part of what a sale costs that is paid already; `part` counts within the sale. */
export interface PaidPart {
  readonly part: number;
  readonly payment: Payment;
}

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
  /** How old (years) the buyer was seen to be; zero when nobody looked. */
  readonly ageChecked: number;
  readonly buyer: Buyer | null;
  /** What is paid of it before it is completed; its lines stay as they are while there is any. */
  readonly paid: readonly PaidPart[];
  /** Number of the part paid last; a number is never given twice, also when its part went back. */
  readonly lastPart: number;
  /** What comes back of an earlier sale; null unless this is an exchange. */
  readonly exchange: Exchange | null;
  /** Number of the line rung up last; a number is never given twice, also when its line is gone. */
  readonly lastLine: number;
  /** UTC, ISO 8601. */
  readonly openedAt: string;
}

function withLine(sale: Sale, lineId: string, change: (line: BasketLine) => BasketLine): Sale {
  return { ...sale, lines: sale.lines.map((line) => (line.lineId === lineId ? change(line) : line)) };
}

function withDiscount(sale: Sale, lineId: string | null, discount: Discount | null): Sale {
  if (lineId === null) return { ...sale, discount };
  return withLine(sale, lineId, (line) => ({ ...line, discount }));
}

function without(exchange: Exchange | null, lineId: string): Exchange | null {
  const lines = exchange?.lines.filter((line) => line.lineId !== lineId) ?? [];
  return exchange === null || lines.length === 0 ? null : { ...exchange, lines };
}

/** Whether nothing is in it: nothing sold, and nothing that comes back. */
export function isEmpty(sale: Pick<Sale, 'lines' | 'exchange'>): boolean {
  return sale.lines.length === 0 && sale.exchange === null;
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
      ageChecked: 0,
      buyer: null,
      paid: [],
      lastPart: 0,
      exchange: null,
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
    case 'sale.return-added': {
      const { of, reason, lines } = entry.body;
      return {
        ...sale,
        exchange: { of, reason, lines: [...(sale.exchange?.lines ?? []), ...lines] },
        lastLine: Math.max(sale.lastLine, ...lines.map(({ lineId }) => Number(lineId))),
      };
    }
    case 'sale.return-removed':
      return { ...sale, exchange: without(sale.exchange, entry.body.lineId) };
    case 'sale.line-quantity':
      return withLine(sale, entry.body.lineId, (line) => ({ ...line, quantity: entry.body.quantity }));
    case 'sale.line-removed': {
      const { lineId } = entry.body;
      return { ...sale, lines: sale.lines.filter((line) => line.lineId !== lineId) };
    }
    case 'sale.discounted':
      return withDiscount(sale, entry.body.lineId, entry.body.discount);
    case 'sale.line-priced': {
      const { lineId, unitPrice } = entry.body;
      return withLine(sale, lineId, (line) => ({
        ...line,
        unitPrice,
        listPrice: line.listPrice ?? line.unitPrice,
      }));
    }
    case 'sale.line-noted': {
      const { lineId, note } = entry.body;
      return withLine(sale, lineId, ({ note: _before, ...line }) => (note === '' ? line : { ...line, note }));
    }
    case 'sale.age-checked':
      return { ...sale, ageChecked: Math.max(sale.ageChecked, entry.body.ageLimit) };
    case 'sale.buyer-named':
      return { ...sale, buyer: entry.body.buyer };
    case 'sale.part-paid': {
      const { part, payment } = entry.body;
      return { ...sale, paid: [...sale.paid, { part, payment }], lastPart: Math.max(sale.lastPart, part) };
    }
    case 'sale.part-given-back':
    case 'sale.part-lost': {
      const { part } = entry.body;
      return { ...sale, paid: sale.paid.filter((one) => one.part !== part) };
    }
    case 'sale.parked':
      return { ...sale, state: 'parked', name: entry.body.name };
    case 'sale.resumed':
      return { ...sale, state: 'open' };
    case 'sale.aborted':
      return { ...sale, state: 'aborted' };
    case 'sale.completed':
    case 'sale.exchanged':
      return { ...sale, state: 'completed' };
    default:
      return sale;
  }
}

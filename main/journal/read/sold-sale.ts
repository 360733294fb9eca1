import type { Currency, Ore } from '../../sale/money.ts';
import type { Carried } from '../entries/exchange.ts';
import type { Entry } from '../entries/index.ts';
import type { Payment, SoldLine } from '../entries/sale.ts';

/** What something was paid with: a payment of its own, or what an earlier sale's goods had been paid with. */
export type PaidWith = Payment | Carried;

/** What was sold on a receipt, without what came back on it. */
export interface SoldSale {
  readonly saleId: string;
  readonly receiptNumber: number;
  readonly currency: Currency;
  readonly lines: readonly SoldLine[];
  /** Sum of the lines. */
  readonly total: Ore;
  readonly payments: readonly PaidWith[];
  readonly isExchange: boolean;
}

/** What an entry says was sold; null for entries that complete nothing. */
export function soldSale(entry: Entry): SoldSale | null {
  switch (entry.kind) {
    case 'sale.completed': {
      const { saleId, receiptNumber, currency, lines, total, payments } = entry.body;
      return { saleId, receiptNumber, currency, lines, total, payments, isExchange: false };
    }
    case 'sale.exchanged': {
      const { saleId, receiptNumber, currency, lines } = entry.body;
      const payments = [...entry.body.payments, ...entry.body.carried];
      const total = lines.reduce((sum, { amount }) => sum + amount, 0) as Ore;
      return { saleId, receiptNumber, currency, lines, total, payments, isExchange: true };
    }
    default:
      return null;
  }
}

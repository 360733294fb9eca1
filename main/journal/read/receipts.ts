import type Database from 'better-sqlite3';
import type { Ore } from '../../sale/money.ts';
import type { PaidBy } from '../../sale/means.ts';
import type { ExchangedSale } from '../entries/exchange.ts';
import type { ReturnedSale } from '../entries/refund.ts';
import type { CompletedSale } from '../entries/sale.ts';
import { type EntryRow, toEntry } from '../entry.ts';
import { noSignatureBefore } from '../signature.ts';
import { type SoldSale, soldSale } from './sold-sale.ts';
import { createReceiptSearch, type ReceiptQuery } from './receipt-search.ts';

interface Written {
  readonly at: string;
  readonly operator: string | null;
  readonly seq: number;
}

export interface CompletedSaleRead extends Written {
  readonly sale: CompletedSale;
}

export interface ReturnedSaleRead extends Written {
  readonly returned: ReturnedSale;
}

export interface ExchangedSaleRead extends Written {
  readonly exchanged: ExchangedSale;
}

export interface ReceiptSummary {
  readonly receiptNumber: number;
  readonly kind: 'sale' | 'return' | 'exchange';
  /** Of a return: the sale that it gives back of. */
  readonly saleId: string;
  readonly at: string;
  /** Negative on a return; of an exchange the difference. */
  readonly total: Ore;
  readonly paidBy: PaidBy;
  readonly change: Ore;
  readonly cardEnding: string | null;
  /** How many lines the receipt has. */
  readonly lines: number;
}

export interface ReceiptReads {
  completedSale(receiptNumber: number): CompletedSaleRead | null;
  completedSaleOf(saleId: string): CompletedSaleRead | null;
  returnedSale(receiptNumber: number): ReturnedSaleRead | null;
  exchangedSale(receiptNumber: number): ExchangedSaleRead | null;
  /** What was sold on a receipt and with what it was paid, of sales and exchanges alike: what may go back of it. */
  soldSale(receiptNumber: number): SoldSale | null;
  soldSaleOf(saleId: string): SoldSale | null;
  /** The receipt that a sale was completed with, by a sale or an exchange. */
  receiptOf(saleId: string): number | null;
  /** The newest first; one whose number was asked for before all others. */
  receipts(query: ReceiptQuery): ReceiptSummary[];
  /** What the next signature names as the one before it. */
  lastSignature(): string;
}

const summaryColumns = `receipt_number AS receiptNumber, receipt.kind, sale_id AS saleId, receipt.at, total,
  paid_by AS paidBy, lines,
  (SELECT total(change) FROM payment WHERE payment.receipt_number = receipt.receipt_number) AS change,
  (SELECT max(card_ending) FROM payment WHERE payment.receipt_number = receipt.receipt_number) AS cardEnding`;

export function createReceiptReads(db: Database.Database): ReceiptReads {
  const byNumber = db.prepare<[number], Omit<EntryRow, 'hash'>>(
    `SELECT entry.seq, entry.at, entry.kind, entry.operator, entry.body
      FROM receipt JOIN entry USING (seq) WHERE receipt.receipt_number = ?`,
  );
  const ofSale = db.prepare<[string], Omit<EntryRow, 'hash'>>(
    `SELECT entry.seq, entry.at, entry.kind, entry.operator, entry.body
      FROM sale_entry JOIN entry USING (seq)
      WHERE sale_entry.sale_id = ? AND entry.kind IN ('sale.completed', 'sale.exchanged')`,
  );
  const lastSignature = db
    .prepare<[], string>('SELECT signature FROM receipt ORDER BY receipt_number DESC LIMIT 1')
    .pluck();
  const summary = db.prepare<[number], ReceiptSummary>(
    `SELECT ${summaryColumns} FROM receipt WHERE receipt_number = ?`,
  );
  const summaries = db.prepare<[string], ReceiptSummary>(
    `SELECT ${summaryColumns} FROM json_each(?) AS wanted JOIN receipt ON receipt_number = wanted.value
      ORDER BY wanted.key`,
  );
  const search = createReceiptSearch(db);

  return {
    completedSale: (receiptNumber) => toCompletedSale(byNumber.get(receiptNumber)),
    completedSaleOf: (saleId) => toCompletedSale(ofSale.get(saleId)),
    returnedSale: (receiptNumber) => toReturnedSale(byNumber.get(receiptNumber)),
    exchangedSale: (receiptNumber) => toExchangedSale(byNumber.get(receiptNumber)),
    soldSale: (receiptNumber) => toSoldSale(byNumber.get(receiptNumber)),
    soldSaleOf: (saleId) => toSoldSale(ofSale.get(saleId)),
    receiptOf: (saleId) => toSoldSale(ofSale.get(saleId))?.receiptNumber ?? null,
    receipts: (query) => {
      const [clue, another] = query.clues;
      // Nothing needs to be searched for a receipt that is asked for by its number alone.
      return clue?.by === 'number' && another === undefined
        ? summary.all(clue.value).filter((receipt) => isAskedFor(receipt, query))
        : summaries.all(JSON.stringify(search(query)));
    },
    lastSignature: () => lastSignature.get() ?? noSignatureBefore,
  };
}

function isAskedFor(receipt: ReceiptSummary, { from, to, kind, paidBy, before }: ReceiptQuery): boolean {
  return (
    (from === null || receipt.at >= from) &&
    (to === null || receipt.at < to) &&
    (kind === null || receipt.kind === kind) &&
    (paidBy === null || receipt.paidBy === paidBy) &&
    (before === null || receipt.receiptNumber < before)
  );
}

/** Null when there is no such receipt, or it is a return's. */
function toCompletedSale(row: Omit<EntryRow, 'hash'> | undefined): CompletedSaleRead | null {
  if (row === undefined) return null;
  const entry = toEntry(row);
  if (entry.kind !== 'sale.completed') return null;
  return { sale: entry.body, at: entry.at, operator: entry.operator, seq: entry.seq };
}

function toExchangedSale(row: Omit<EntryRow, 'hash'> | undefined): ExchangedSaleRead | null {
  if (row === undefined) return null;
  const entry = toEntry(row);
  if (entry.kind !== 'sale.exchanged') return null;
  return { exchanged: entry.body, at: entry.at, operator: entry.operator, seq: entry.seq };
}

function toSoldSale(row: Omit<EntryRow, 'hash'> | undefined): SoldSale | null {
  return row === undefined ? null : soldSale(toEntry(row));
}

function toReturnedSale(row: Omit<EntryRow, 'hash'> | undefined): ReturnedSaleRead | null {
  if (row === undefined) return null;
  const entry = toEntry(row);
  if (entry.kind !== 'sale.returned') return null;
  return { returned: entry.body, at: entry.at, operator: entry.operator, seq: entry.seq };
}

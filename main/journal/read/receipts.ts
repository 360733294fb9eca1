import type Database from 'better-sqlite3';
import type { Ore } from '../../sale/money.ts';
import type { CompletedSale } from '../entries/sale.ts';
import { type EntryRow, toEntry } from '../entry.ts';
import { noSignatureBefore } from '../signature.ts';

export interface CompletedSaleRead {
  readonly sale: CompletedSale;
  readonly at: string;
  readonly operator: string | null;
  readonly seq: number;
}

export interface ReceiptSummary {
  readonly receiptNumber: number;
  readonly saleId: string;
  readonly at: string;
  readonly total: Ore;
  readonly paidBy: 'card' | 'cash' | 'mixed';
  readonly change: Ore;
  readonly cardEnding: string | null;
  /** How many lines the receipt has. */
  readonly lines: number;
}

export interface ReceiptQuery {
  /** A receipt number (`417`), its barcode (`K7F3QD-R417`), or nothing for all. */
  readonly text: string;
  /** Only receipts with a lower number: the next page. */
  readonly before: number | null;
  readonly limit: number;
}

export interface ReceiptReads {
  completedSale(receiptNumber: number): CompletedSaleRead | null;
  completedSaleOf(saleId: string): CompletedSaleRead | null;
  /** The newest first. */
  receipts(query: ReceiptQuery): ReceiptSummary[];
  /** What the next signature names as the one before it. */
  lastSignature(): string;
}

export function createReceiptReads(db: Database.Database): ReceiptReads {
  const byNumber = db.prepare<[number], Omit<EntryRow, 'hash'>>(
    `SELECT entry.seq, entry.at, entry.kind, entry.operator, entry.body
      FROM receipt JOIN entry USING (seq) WHERE receipt.receipt_number = ?`,
  );
  const ofSale = db.prepare<[string], Omit<EntryRow, 'hash'>>(
    `SELECT entry.seq, entry.at, entry.kind, entry.operator, entry.body
      FROM sale_entry JOIN entry USING (seq) WHERE sale_entry.sale_id = ? AND entry.kind = 'sale.completed'`,
  );
  const lastSignature = db
    .prepare<[], string>('SELECT signature FROM receipt ORDER BY receipt_number DESC LIMIT 1')
    .pluck();
  const page = db.prepare<[number, number, number], SummaryRow>(
    `SELECT receipt_number, sale_id, at, total, lines,
        (SELECT sum(change) FROM payment WHERE payment.receipt_number = receipt.receipt_number) AS change,
        (SELECT count(DISTINCT kind) FROM payment WHERE payment.receipt_number = receipt.receipt_number) AS kinds,
        (SELECT min(kind) FROM payment WHERE payment.receipt_number = receipt.receipt_number) AS kind,
        (SELECT max(card_ending) FROM payment WHERE payment.receipt_number = receipt.receipt_number) AS card_ending
      FROM receipt WHERE receipt_number >= ? AND receipt_number <= ? ORDER BY receipt_number DESC LIMIT ?`,
  );

  return {
    completedSale: (receiptNumber) => toCompletedSale(byNumber.get(receiptNumber)),
    completedSaleOf: (saleId) => toCompletedSale(ofSale.get(saleId)),
    receipts: ({ text, before, limit }) => {
      const asked = askedNumbers(text);
      if (asked === null) return [];
      const highest = before === null ? asked.to : Math.min(asked.to, before - 1);
      return page.all(asked.from, highest, limit).map(toSummary);
    },
    lastSignature: () => lastSignature.get() ?? noSignatureBefore,
  };
}

function toCompletedSale(row: Omit<EntryRow, 'hash'> | undefined): CompletedSaleRead | null {
  if (row === undefined) return null;
  const entry = toEntry(row);
  if (entry.kind !== 'sale.completed') throw new Error(`Entry ${entry.seq} of a receipt is ${entry.kind}`);
  return { sale: entry.body, at: entry.at, operator: entry.operator, seq: entry.seq };
}

/** Null when the text can be no receipt. */
function askedNumbers(text: string): { from: number; to: number } | null {
  const wanted = text.trim();
  if (wanted === '') return { from: 1, to: Number.MAX_SAFE_INTEGER };
  const digits = /^(?:[A-Z0-9]+-R)?(\d{1,15})$/i.exec(wanted)?.[1];
  return digits === undefined ? null : { from: Number(digits), to: Number(digits) };
}

interface SummaryRow {
  readonly receipt_number: number;
  readonly sale_id: string;
  readonly at: string;
  readonly total: Ore;
  readonly lines: number;
  readonly change: Ore;
  readonly kinds: number;
  readonly kind: 'card' | 'cash';
  readonly card_ending: string | null;
}

function toSummary(row: SummaryRow): ReceiptSummary {
  return {
    receiptNumber: row.receipt_number,
    saleId: row.sale_id,
    at: row.at,
    total: row.total,
    paidBy: row.kinds > 1 ? 'mixed' : row.kind,
    change: row.change,
    cardEnding: row.card_ending,
    lines: row.lines,
  };
}

import type Database from 'better-sqlite3';
import type { PaidBy } from '../../sale/means.ts';

/** Which receipts are listed; null: whichever. */
export interface ReceiptFilter {
  readonly kind: 'sale' | 'return' | 'exchange' | null;
  readonly paidBy: PaidBy | null;
}

export interface ReceiptPlaces {
  receiptCount(filter: ReceiptFilter): number;
  /**
   * The number of the receipt at a place, counted from the oldest, which has place 1; null where there is none. A place
   * is for ever: receipts are only added, after the newest. Takes the same few walks for the first and the millionth.
   */
  receiptAt(filter: ReceiptFilter, place: number): number | null;
}

const among = '(:kind IS NULL OR kind = :kind) AND (:paidBy IS NULL OR paid_by = :paidBy)';

export function createReceiptPlaces(db: Database.Database): ReceiptPlaces {
  const count = db
    .prepare<[ReceiptFilter], number>(`SELECT total(receipts) FROM receipt_count WHERE ${among}`)
    .pluck();
  const thousandOf = db.prepare<[ReceiptFilter & { place: number }], { thousand: number; before: number }>(
    `SELECT thousand, upto - receipts AS before FROM (
        SELECT thousand, sum(receipts) AS receipts, sum(sum(receipts)) OVER (ORDER BY thousand) AS upto
          FROM receipt_count WHERE ${among} GROUP BY thousand)
      WHERE upto >= :place LIMIT 1`,
  );
  const within = db
    .prepare<[ReceiptFilter & { low: number; skip: number }], number>(
      `SELECT receipt_number FROM receipt WHERE receipt_number BETWEEN :low AND :low + 999 AND ${among}
        ORDER BY receipt_number LIMIT 1 OFFSET :skip`,
    )
    .pluck();

  return {
    receiptCount: ({ kind, paidBy }) => count.get({ kind, paidBy }) ?? 0,
    receiptAt: ({ kind, paidBy }, place) => {
      const found = thousandOf.get({ kind, paidBy, place });
      if (found === undefined || place < 1) return null;
      const low = found.thousand * 1000;
      return within.get({ kind, paidBy, low, skip: place - found.before - 1 }) ?? null;
    },
  };
}

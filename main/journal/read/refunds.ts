import type Database from 'better-sqlite3';
import type { Ore, Thousandths } from '../../sale/money.ts';
import type { RefundState } from '../derive/refund.ts';
import type { Entry } from '../entries/index.ts';
import { type EntryRow, toEntry } from '../entry.ts';

export interface RefundRow {
  readonly refundId: string;
  readonly state: RefundState;
  readonly amount: Ore;
  /** The parts of it that go through the card payment and in cash. */
  readonly card: Ore;
  readonly cash: Ore;
  /** The card payment that it goes through. */
  readonly attemptId: string | null;
  readonly preparedAt: string;
  /** The return receipt's, once it is written. */
  readonly receiptNumber: number | null;
}

/** What one refund gives back of one line: quantity and amounts are negative. */
export interface ReturnedLine {
  readonly lineId: string;
  readonly quantity: Thousandths;
  readonly amount: Ore;
  readonly vatAmount: Ore;
}

export interface RefundReads {
  refundEntries(refundId: string): Entry[];
  /** The ids of those that are not settled, in the order they were prepared. */
  openRefunds(): string[];
  /** In the order they were prepared, refused ones too. */
  refundsOf(saleId: string): RefundRow[];
  /** What went back or is going back of a sale: refused refunds do not count. */
  returnedLines(saleId: string): ReturnedLine[];
  nextRefundNumber(): number;
}

export function createRefundReads(db: Database.Database): RefundReads {
  const entries = db.prepare<[string], Omit<EntryRow, 'hash'>>(
    `SELECT entry.seq, entry.at, entry.kind, entry.operator, entry.body
      FROM refund JOIN refund_entry USING (number) JOIN entry USING (seq)
      WHERE refund.refund_id = ? ORDER BY seq`,
  );
  const open = db
    .prepare<[], string>(
      `SELECT refund_id FROM refund WHERE state IN ('prepared', 'sending', 'accepted', 'undecided') ORDER BY number`,
    )
    .pluck();
  const ofSale = db.prepare<[string], RefundRow>(
    `SELECT refund_id AS refundId, state, amount, card, cash, attempt_id AS attemptId, prepared_at AS preparedAt,
      receipt_number AS receiptNumber FROM refund WHERE sale_id = ? ORDER BY number`,
  );
  const lines = db.prepare<[string], ReturnedLine>(
    `SELECT line_id AS lineId, quantity, refund_line.amount, vat_amount AS vatAmount
      FROM refund JOIN refund_line USING (number) WHERE sale_id = ? AND state <> 'refused' ORDER BY number`,
  );
  const next = db
    .prepare<[], number>(
      `SELECT max(coalesce((SELECT max(number) FROM refund), 0),
                  coalesce((SELECT taken FROM series WHERE name = 'refund'), 0)) + 1`,
    )
    .pluck();
  return {
    refundEntries: (refundId) => entries.all(refundId).map(toEntry),
    openRefunds: () => open.all(),
    refundsOf: (saleId) => ofSale.all(saleId),
    returnedLines: (saleId) => lines.all(saleId),
    nextRefundNumber: () => next.get() ?? 1,
  };
}

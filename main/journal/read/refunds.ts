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

/** A part of a sale's payments that is gone, in øre; `attemptId` names the card payment, where it is one. */
export interface GoneRow {
  readonly attemptId: string | null;
  readonly card: Ore;
  readonly cash: Ore;
  /** The gift card, where a part went back to one. */
  readonly giftCode: string | null;
  readonly gift: Ore;
}

export interface OpenRefundAlarm {
  readonly alarm: number;
  readonly refundId: string;
  readonly saleId: string;
  readonly amount: Ore;
  /** What Dintero says. */
  readonly refunded: boolean;
  readonly at: string;
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
  /** Settled by a person's word, while Dintero may still say otherwise. */
  watchedRefunds(): string[];
  /** The refund that gives back the difference of an exchange; the latest when an earlier one was refused. */
  refundOfExchange(saleId: string): string | null;
  /** What went back, is going back or lies in an exchange of a sale: refused refunds do not count. */
  returnedLines(saleId: string): ReturnedLine[];
  /** What of a sale's payments is gone: given back, being given back, or paying for something else in an exchange. */
  gone(saleId: string): GoneRow[];
  /** The receipts of exchanges that took something of the sale back. */
  exchangesOf(saleId: string): number[];
  /** Refunds that Dintero tells otherwise than the person who decided them, until a person settles them. */
  openRefundAlarms(): OpenRefundAlarm[];
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
  const lines = db.prepare<[{ saleId: string }], ReturnedLine>(
    `SELECT line_id AS lineId, quantity, refund_line.amount, vat_amount AS vatAmount
        FROM refund JOIN refund_line USING (number) WHERE sale_id = :saleId AND state <> 'refused'
      UNION ALL SELECT of_line_id, quantity, amount, vat_amount FROM exchange_line WHERE of_sale_id = :saleId`,
  );
  const watched = db
    .prepare<[], string>('SELECT refund_id FROM refund WHERE watched = 1 ORDER BY number')
    .pluck();
  const ofExchange = db
    .prepare<[string], string>(
      'SELECT refund_id FROM refund WHERE exchange_sale_id = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck();
  const gone = db.prepare<[{ saleId: string }], GoneRow>(
    `SELECT attempt_id AS attemptId, card, cash, gift_code AS giftCode, gift FROM refund
        WHERE sale_id = :saleId AND state <> 'refused'
      UNION ALL SELECT attempt_id, CASE kind WHEN 'card' THEN amount ELSE 0 END,
        CASE kind WHEN 'cash' THEN amount ELSE 0 END, gift_code,
        CASE kind WHEN 'gift-card' THEN amount ELSE 0 END FROM carried WHERE of_sale_id = :saleId`,
  );
  const exchanges = db
    .prepare<[string], number>(
      `SELECT DISTINCT receipt.receipt_number FROM exchange_line JOIN sale_entry USING (sale_id)
        JOIN receipt USING (seq) WHERE of_sale_id = ? ORDER BY 1`,
    )
    .pluck();
  const alarms = db.prepare<[], Omit<OpenRefundAlarm, 'refunded'> & { refunded: number }>(
    `SELECT alarm, refund_id AS refundId, sale_id AS saleId, amount, refunded, at
      FROM refund_alarm JOIN refund USING (refund_id) WHERE settled = 0 ORDER BY alarm`,
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
    watchedRefunds: () => watched.all(),
    refundOfExchange: (saleId) => ofExchange.get(saleId) ?? null,
    returnedLines: (saleId) => lines.all({ saleId }),
    gone: (saleId) => gone.all({ saleId }),
    exchangesOf: (saleId) => exchanges.all(saleId),
    openRefundAlarms: () => alarms.all().map((row) => ({ ...row, refunded: row.refunded === 1 })),
    nextRefundNumber: () => next.get() ?? 1,
  };
}

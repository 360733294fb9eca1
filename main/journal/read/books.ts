import type Database from 'better-sqlite3';
import type { Ore } from '../../sale/money.ts';
import type { MatchedSettlement, ToldByTerminal } from '../entries/books.ts';
import type { ExportFormat } from '../entries/till.ts';
import { type EntryRow, toEntry } from '../entry.ts';

/** The card payments of a closed day, less what went back to cards, and how much of that was paid out. In øre. */
export interface DayPayout {
  readonly z: number;
  readonly at: string;
  readonly card: Ore;
  readonly paidOut: Ore;
}

/** An export after a Z that is still to be made, with the entries of its day. */
export interface DueExport {
  readonly z: number;
  readonly format: ExportFormat;
  /** Of the Z. */
  readonly at: string;
  /** When the day began. */
  readonly from: string;
  readonly range: { readonly first: number; readonly last: number };
}

export interface BooksReads {
  /** Under which the terminal was asked for its end of day and has not told it; null when there is none. */
  untoldTerminalDay(z: number): string | null;
  /** What the terminal told for a Z, the first first: more than one where a day could not be closed at once. */
  terminalDays(z: number): ToldByTerminal[];
  /** Whether a payout was matched already. */
  hasSettlement(settlementId: string): boolean;
  /** The newest payouts first. */
  settlements(limit: number): MatchedSettlement[];
  /** The newest closed days first. */
  dayPayouts(limit: number): DayPayout[];
  /** The refund's card payment went back for: its id, when this till made one. */
  isOwnRefund(refundId: string): boolean;
  /** The oldest first. */
  dueExports(): DueExport[];
}

export function createBooksReads(db: Database.Database): BooksReads {
  const untold = db
    .prepare<[number], string>('SELECT key FROM terminal_day WHERE z = ? AND told_seq IS NULL')
    .pluck();
  const told = entriesWhere(
    db,
    'seq IN (SELECT told_seq FROM terminal_day WHERE z = ? AND told_seq IS NOT NULL)',
  );
  const known = db
    .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM settlement WHERE settlement_id = ?)')
    .pluck();
  const newest = entriesWhere(
    db,
    'seq IN (SELECT seq FROM settlement ORDER BY settled_at DESC, settlement_id DESC LIMIT ?)',
  );
  const closed = db.prepare<[number], { z: number; seq: number; at: string; before: number; card: Ore }>(
    `SELECT number AS z, seq, at, coalesce((SELECT max(seq) FROM report AS earlier
        WHERE earlier.kind = 'z' AND earlier.seq < report.seq), 0) AS before,
      (SELECT coalesce(sum(amount), 0) FROM day_figure
        WHERE day = report.number AND figure = 'payment' AND key = 'card') AS card
      FROM report WHERE kind = 'z' ORDER BY number DESC LIMIT ?`,
  );
  const paid = db
    .prepare<[number, number], Ore>(
      `SELECT coalesce(sum(settled.amount), 0) FROM receipt JOIN payment USING (receipt_number)
        JOIN settled ON settled.kind = 'payment' AND settled.id = payment.attempt_id
        WHERE receipt.seq > ? AND receipt.seq < ? AND payment.amount > 0`,
    )
    .pluck();
  const paidBack = db
    .prepare<[number, number], Ore>(
      `SELECT coalesce(sum(settled.amount), 0) FROM receipt JOIN refund USING (receipt_number)
        JOIN settled ON settled.kind = 'refund' AND settled.id = refund.refund_id
        WHERE receipt.seq > ? AND receipt.seq < ?`,
    )
    .pluck();
  const refund = db
    .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM refund WHERE refund_id = ?)')
    .pluck();
  const due = db.prepare<[], { z: number; format: ExportFormat; seq: number; at: string; before: number }>(
    `SELECT day_export.z, format, report.seq, report.at, coalesce((SELECT max(seq) FROM report AS earlier
        WHERE earlier.kind = 'z' AND earlier.seq < report.seq), 0) AS before
      FROM day_export JOIN report ON report.kind = 'z' AND report.number = day_export.z
      WHERE done_seq IS NULL ORDER BY day_export.z, format`,
  );
  const at = db.prepare<[number], string>('SELECT at FROM entry WHERE seq = max(?, 1)').pluck();

  return {
    untoldTerminalDay: (z) => untold.get(z) ?? null,
    terminalDays: (z) =>
      told(z).flatMap((entry) => (entry.kind === 'terminal.day-told' ? [entry.body.told] : [])),
    hasSettlement: (settlementId) => known.get(settlementId) === 1,
    settlements: (limit) =>
      newest(limit)
        .flatMap((entry) => (entry.kind === 'settlement.matched' ? [entry.body] : []))
        .toSorted((a, b) => (a.settledAt < b.settledAt ? 1 : -1)),
    dayPayouts: (limit) =>
      closed.all(limit).map(({ z, seq, at: closedAt, before, card }) => ({
        z,
        at: closedAt,
        card,
        paidOut: ((paid.get(before, seq) ?? 0) - (paidBack.get(before, seq) ?? 0)) as Ore,
      })),
    isOwnRefund: (refundId) => refund.get(refundId) === 1,
    dueExports: () =>
      due.all().map(({ z, format, seq, at: closedAt, before }) => ({
        z,
        format,
        at: closedAt,
        from: at.get(before) ?? closedAt,
        range: { first: before + 1, last: seq },
      })),
  };
}

function entriesWhere(db: Database.Database, condition: string) {
  const statement = db.prepare<[number], Omit<EntryRow, 'hash'>>(
    `SELECT seq, at, kind, operator, body FROM entry WHERE ${condition} ORDER BY seq`,
  );
  return (parameter: number) => statement.all(parameter).map(toEntry);
}

import type Database from 'better-sqlite3';
import type { Ore } from '../../sale/money.ts';
import type { AttemptState } from '../derive/attempt.ts';

export interface AttemptRow {
  readonly attemptId: string;
  readonly saleId: string;
  readonly number: number;
  readonly state: AttemptState;
  readonly amount: Ore;
  readonly sessionId: string | null;
  readonly transactionId: string | null;
  readonly preparedAt: string;
  readonly updatedAt: string;
  readonly captured: boolean;
}

export interface OpenAlarm {
  readonly alarm: number;
  /** Paid though it was given up, or not paid though the till held it as paid. */
  readonly kind: 'paid-after-all' | 'contradicted';
  readonly attemptId: string;
  readonly saleId: string;
  readonly amount: Ore;
  readonly at: string;
}

/** Attempts come in the order they were prepared. */
export interface AttemptReads {
  /** Neither known to be not paid nor part of a completed sale. */
  unfinishedAttempts(): AttemptRow[];
  /** Not paid, or decided by a person, and still looked at in case Dintero says otherwise. */
  watchedAttempts(): AttemptRow[];
  /** Paid for the customer, not yet captured for the shop. */
  uncapturedAttempts(): AttemptRow[];
  /** Given up, and authorised after all: followed until captured, or until Dintero lets it go. */
  reservedAttempts(): AttemptRow[];
  attemptsOfSale(saleId: string): AttemptRow[];
  /** Whether Dintero knows an attempt of this sale that the journal lost. Not of a later sale that was named like it. */
  hasLostAttempt(saleId: string): boolean;
  /** Whether an attempt of this sale and number is known to be lost. */
  isLost(saleId: string, number: number): boolean;
  openAlarms(): OpenAlarm[];
}

export function createAttemptReads(db: Database.Database): AttemptReads {
  const unfinished = attemptsWhere(
    db,
    "followed = 1 AND state IN ('prepared', 'creating', 'waiting', 'undecided', 'approved')",
  );
  const watched = attemptsWhere(db, 'followed = 1 AND watched = 1 AND transaction_id IS NULL');
  const uncaptured = attemptsWhere(
    db,
    "followed = 1 AND watched = 1 AND state IN ('approved', 'completed') AND transaction_id IS NOT NULL",
  );
  const reserved = attemptsWhere(
    db,
    `followed = 1 AND watched = 1 AND state IN ('declined', 'failed', 'cancelled', 'expired')
      AND transaction_id IS NOT NULL`,
  );
  const ofSale = attemptsWhere(
    db,
    `prepared_seq IN (SELECT seq FROM sale_entry WHERE sale_entry.sale_id = ?)`,
  );
  const lost = db
    .prepare<[string], number>(
      `SELECT EXISTS (SELECT 1 FROM lost_attempt JOIN sale_entry USING (sale_id)
        WHERE sale_id = ? AND seq <= after_seq)`,
    )
    .pluck();
  const isLost = db
    .prepare<[string, number], number>(
      'SELECT EXISTS (SELECT 1 FROM lost_attempt WHERE sale_id = ? AND number = ?)',
    )
    .pluck();
  const alarms = db.prepare<[], OpenAlarm>(
    `SELECT alarm, kind, attempt_id AS attemptId, sale_id AS saleId, amount, at FROM alarm WHERE settled = 0 ORDER BY alarm`,
  );
  return {
    unfinishedAttempts: () => unfinished(),
    watchedAttempts: () => watched(),
    uncapturedAttempts: () => uncaptured(),
    reservedAttempts: () => reserved(),
    attemptsOfSale: (saleId) => ofSale(saleId),
    isLost: (saleId, number) => isLost.get(saleId, number) === 1,
    hasLostAttempt: (saleId) => lost.get(saleId) === 1,
    openAlarms: () => alarms.all(),
  };
}

function attemptsWhere(db: Database.Database, condition: string): (...parameters: string[]) => AttemptRow[] {
  const statement = db.prepare<string[], Omit<AttemptRow, 'captured'> & { captured: number }>(
    `SELECT attempt_id AS attemptId, sale_id AS saleId, number, state, amount, session_id AS sessionId,
      transaction_id AS transactionId, prepared_at AS preparedAt, updated_at AS updatedAt, captured
      FROM attempt WHERE ${condition} ORDER BY prepared_seq`,
  );
  return (...parameters) =>
    statement.all(...parameters).map((row) => ({ ...row, captured: row.captured === 1 }));
}

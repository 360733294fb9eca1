import type Database from 'better-sqlite3';
import type { Ore } from '../../sale/money.ts';
import type { AttemptState } from '../derive/attempt.ts';
import type { CaseKind } from '../entries/case.ts';
import type { OpenAlarm } from './attempts.ts';

export interface OpenCase {
  readonly case: number;
  readonly kind: CaseKind | 'settlement-differs';
  readonly transactionId: string | null;
  readonly attemptId: string | null;
  readonly amountHere: Ore | null;
  readonly amountThere: Ore | null;
  readonly currency: string;
  readonly reference: string;
  readonly detail: string;
  readonly at: string;
}

/** An attempt as far as it can be compared with a transaction. */
export interface ComparedAttempt {
  readonly attemptId: string;
  readonly state: AttemptState;
  readonly amount: Ore;
  readonly sessionId: string | null;
  readonly transactionId: string | null;
  readonly preparedAt: string;
  readonly updatedAt: string;
  /** The money was captured, as far as the till has read. */
  readonly captured: boolean;
  /** What the last alarm about it said: a person knows. */
  readonly alarm: OpenAlarm['kind'] | null;
  /** What the till gave back of it to the card, and whether a refund of it is not settled. */
  readonly refunded: Ore;
  readonly refunding: boolean;
}

/** What comparing the till's books with Dintero's needs. */
export interface CaseReads {
  /** Until a person settles them; the oldest first. */
  openCases(): OpenCase[];
  nextCaseNumber(): number;
  /** The latest case about a difference; null when it was never seen. */
  caseAbout(difference: string): { readonly settledAt: string | null } | null;
  /** How far the books were compared: where the last comparison ended, the first entry before any. */
  matchedUntil(): string | null;
  /** Prepared since then, or given back of since then. */
  attemptsPreparedSince(at: string): ComparedAttempt[];
  attemptNamed(attemptId: string): ComparedAttempt | null;
  attemptWithSession(sessionId: string): ComparedAttempt | null;
}

export function createCaseReads(db: Database.Database): CaseReads {
  const open = db.prepare<[], OpenCase>(
    `SELECT number AS "case", kind, transaction_id AS transactionId, attempt_id AS attemptId, amount_here AS amountHere,
      amount_there AS amountThere, currency, reference, detail, at
      FROM numbered_case WHERE settled_at IS NULL ORDER BY number`,
  );
  const next = db.prepare<[], number>('SELECT coalesce(max(number), 0) + 1 FROM numbered_case').pluck();
  const about = db.prepare<[string], { settledAt: string | null }>(
    'SELECT settled_at AS settledAt FROM numbered_case WHERE difference = ? ORDER BY number DESC LIMIT 1',
  );
  const until = db
    .prepare<[], string>('SELECT coalesce((SELECT until FROM matched), (SELECT at FROM entry WHERE seq = 1))')
    .pluck();
  const since = comparedWhere(
    db,
    `prepared_at >= :parameter
      OR attempt_id IN (SELECT refund.attempt_id FROM refund WHERE refund.prepared_at >= :parameter)`,
  );
  const named = comparedWhere(db, 'attempt_id = :parameter');
  const withSession = comparedWhere(db, 'session_id = :parameter');
  return {
    openCases: () => open.all(),
    nextCaseNumber: () => next.get() ?? 1,
    caseAbout: (difference) => about.get(difference) ?? null,
    matchedUntil: () => until.get() ?? null,
    attemptsPreparedSince: (at) => since(at),
    attemptNamed: (attemptId) => named(attemptId)[0] ?? null,
    attemptWithSession: (sessionId) => withSession(sessionId)[0] ?? null,
  };
}

function comparedWhere(db: Database.Database, condition: string): (parameter: string) => ComparedAttempt[] {
  const itsRefunds = 'refund.sale_id = attempt.sale_id AND refund.attempt_id = attempt.attempt_id';
  const statement = db.prepare<
    [{ parameter: string }],
    Omit<ComparedAttempt, 'captured' | 'refunding'> & { captured: number; refunding: number }
  >(
    `SELECT attempt_id AS attemptId, state, amount, session_id AS sessionId, transaction_id AS transactionId,
      prepared_at AS preparedAt, updated_at AS updatedAt, captured,
      (SELECT kind FROM alarm WHERE alarm.attempt_id = attempt.attempt_id ORDER BY alarm DESC LIMIT 1) AS alarm,
      (SELECT coalesce(sum(card), 0) FROM refund WHERE ${itsRefunds} AND state = 'done') AS refunded,
      EXISTS (SELECT 1 FROM refund WHERE ${itsRefunds} AND state NOT IN ('done', 'refused')) AS refunding
      FROM attempt WHERE ${condition} ORDER BY prepared_seq`,
  );
  return (parameter) =>
    statement
      .all({ parameter })
      .map((row) => ({ ...row, captured: row.captured === 1, refunding: row.refunding === 1 }));
}

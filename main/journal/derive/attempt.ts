import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { Payment } from '../entries/sale.ts';
import type { EntryOf } from './of-kind.ts';

export type AttemptState =
  | 'prepared'
  | 'creating'
  | 'waiting'
  | 'undecided'
  | 'approved'
  | 'completed'
  | 'declined'
  | 'failed'
  | 'cancelled'
  | 'expired';

type AttemptChange = EntryOf<
  | 'attempt.creating'
  | 'attempt.waiting'
  | 'attempt.cancel-asked'
  | 'attempt.undecided'
  | 'attempt.approved'
  | 'attempt.not-paid'
  | 'attempt.captured'
  | 'attempt.decided'
  | 'attempt.paid-after-all'
  | 'attempt.contradicted'
  | 'attempt.alarm-settled'
  | 'attempt.alarm-withdrawn'
  | 'attempt.watch-ended'
>;

/**
 * What changes about an attempt. `captured` and `watched` are 1 or 0, as SQLite has them; watched is an attempt that
 * has an outcome for the customer and is still looked at: it may turn out otherwise, or is not captured yet.
 */
interface AttemptNow {
  readonly state: AttemptState;
  readonly session_id: string | null;
  readonly transaction_id: string | null;
  readonly captured: number;
  readonly watched: number;
}

export interface AttemptDeriver {
  prepared(entry: EntryOf<'attempt.prepared'>): void;
  changed(entry: AttemptChange): void;
  /** What it paid is out of its sale again: nothing left the shop for it. */
  lost(entry: EntryOf<'sale.part-lost'>): void;
  /** Its money pays for a sale, or for a part of one. */
  counted(
    entry: EntryOf<'sale.completed' | 'sale.exchanged' | 'sale.part-paid'>,
    payment: Extract<Payment, { kind: 'card' }>,
  ): void;
}

/** Keeps one row an attempt: what is known of it now, and whether anybody still has to look at it. */
export function attemptDeriver(db: Database.Database): AttemptDeriver {
  const insert = db.prepare<[number, string, string, number, number, string, string]>(
    `INSERT INTO attempt (prepared_seq, attempt_id, sale_id, number, state, amount, prepared_at, updated_at, captured,
      watched) VALUES (?, ?, ?, ?, 'prepared', ?, ?, ?, 0, 0)`,
  );
  const select = db.prepare<[string], AttemptNow>(
    'SELECT state, session_id, transaction_id, captured, watched FROM attempt WHERE attempt_id = ?',
  );
  const update = db.prepare<[AttemptNow & { attempt_id: string; updated_at: string }]>(
    `UPDATE attempt SET state = :state, session_id = :session_id, transaction_id = :transaction_id,
      captured = :captured, watched = :watched, updated_at = :updated_at WHERE attempt_id = :attempt_id`,
  );
  const put = (attemptId: string, at: string, next: (now: AttemptNow) => AttemptNow): void => {
    const now = select.get(attemptId);
    if (now === undefined) throw new Error(`There is no attempt ${attemptId}`);
    update.run({ ...next(now), attempt_id: attemptId, updated_at: at });
  };

  return {
    prepared: ({ seq, at, body }) => {
      if (body.attemptId !== `${body.saleId}-${body.number}`) {
        throw new Error(
          `Attempt ${body.attemptId} is not named after sale ${body.saleId} and number ${body.number}`,
        );
      }
      insert.run(seq, body.attemptId, body.saleId, body.number, body.amount, at, at);
    },
    changed: (entry) => {
      put(entry.body.attemptId, entry.at, (now) => attemptAfter(now, entry));
    },
    lost: ({ at, body }) => {
      put(body.attemptId, at, (now) => ({ ...now, state: body.outcome, watched: 0 }));
    },
    counted: (entry, payment) => {
      put(payment.attemptId, entry.at, (now) => ({
        ...now,
        state: 'completed',
        transaction_id: payment.transactionId ?? now.transaction_id,
      }));
    },
  };
}

function attemptAfter(now: AttemptNow, entry: AttemptChange): AttemptNow {
  // The goods are out and the receipt is written: nothing that is learnt later makes the sale unpaid again.
  const become = (state: AttemptState): AttemptState => (now.state === 'completed' ? 'completed' : state);
  switch (entry.kind) {
    case 'attempt.creating':
      return { ...now, state: become('creating') };
    case 'attempt.waiting':
      return { ...now, state: become('waiting'), session_id: entry.body.sessionId };
    case 'attempt.cancel-asked':
      return now;
    case 'attempt.undecided':
      return { ...now, state: become('undecided') };
    case 'attempt.approved':
      return { ...now, state: become('approved'), ...seen(entry.body.transaction) };
    case 'attempt.not-paid':
      return { ...now, state: become(entry.body.outcome), watched: 1 };
    case 'attempt.captured':
      return { ...now, transaction_id: entry.body.transactionId, captured: 1, watched: 0 };
    case 'attempt.decided':
      // A person's word is acted on, and Dintero's is still waited for.
      return { ...now, state: become(entry.body.paid ? 'approved' : 'failed'), watched: 1 };
    case 'attempt.paid-after-all':
      return { ...now, ...seen(entry.body.transaction) };
    case 'attempt.contradicted':
      return { ...now, state: become(entry.body.outcome), watched: 0 };
    case 'attempt.alarm-settled':
      return entry.body.how === 'attached' ? { ...now, state: become('approved') } : now;
    case 'attempt.alarm-withdrawn':
      return { ...now, transaction_id: null, captured: 0, watched: 1 };
    case 'attempt.watch-ended':
      return { ...now, watched: 0 };
    default:
      return assertNever(entry);
  }
}

function seen(transaction: {
  transactionId: string;
  captured: boolean;
}): Pick<AttemptNow, 'transaction_id' | 'captured' | 'watched'> {
  const captured = transaction.captured ? 1 : 0;
  return { transaction_id: transaction.transactionId, captured, watched: 1 - captured };
}

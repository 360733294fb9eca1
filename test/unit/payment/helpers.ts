import type { Session, Transaction } from '../../../main/dintero/index.ts';
import { session as sessionSchema } from '../../../main/dintero/session.ts';
import { transaction as transactionSchema } from '../../../main/dintero/transaction.ts';
import type { Entry, EntryBody, EntryKind } from '../../../main/journal/entries/index.ts';
import { applyToAttempt, type Attempt } from '../../../main/payment/attempt.ts';
import type { Elapsed } from '../../../main/payment/reading.ts';
import { ore } from '../../../main/sale/money.ts';

export const attemptId = 'TEST22-1-1';
export const amount = ore(19_950);
export const at = '2026-01-15T09:00:00.000Z';

let seq = 0;

export function entry<K extends EntryKind>(kind: K, body: EntryBody<K>): Entry {
  seq += 1;
  return { seq, at, operator: null, kind, body } as Entry;
}

export const prepared = (): Entry =>
  entry('attempt.prepared', {
    attemptId,
    saleId: 'TEST22-1',
    number: 1,
    amount,
    currency: 'NOK',
    terminalId: 'T0292',
    request: {},
  });

export const creating = (): Entry => entry('attempt.creating', { attemptId });
export const waiting = (): Entry => entry('attempt.waiting', { attemptId, sessionId: 'S1', found: 'answer' });
export const undecided = (): Entry =>
  entry('attempt.undecided', { attemptId, why: 'create-answer-lost', detail: '' });

/** The attempt that these entries tell of, after its preparation. */
export function attemptAfter(...entries: readonly Entry[]): Attempt {
  const attempt = [prepared(), ...entries].reduce<Attempt | null>(applyToAttempt, null);
  if (attempt === null) throw new Error('An attempt begins with its preparation');
  return attempt;
}

/** A session as Dintero gives it; lives five minutes. */
export function session(change: Readonly<Record<string, unknown>> = {}): Session {
  return sessionSchema.parse({
    id: 'S1',
    order: { amount, currency: 'NOK', merchant_reference: attemptId },
    created_at: '2026-01-15T09:00:00Z',
    expires_at: '2026-01-15T09:05:00Z',
    ...change,
  });
}

export function transaction(status: string, change: Readonly<Record<string, unknown>> = {}): Transaction {
  return transactionSchema.parse({
    id: 'X1',
    session_id: 'S1',
    status,
    amount,
    currency: 'NOK',
    merchant_reference: attemptId,
    ...change,
  });
}

export const soon: Elapsed = { sinceWaitingMs: 1_000, sinceCancelSeenMs: null, cancelInFlight: false };

import type { Answer, Dintero, DinteroError, Session, Transaction } from '../dintero/index.ts';
import { err, ok } from '../result.ts';
import type { Attempt } from './attempt.ts';
import { sessionOf } from './attempt.ts';
import type { Seen } from './reading.ts';

/** What earlier looks of this run have found, so that a look asks only for what can still change. */
export type Known = {
  readonly transactionId: string | null;
  /** A cancel was asked for or the session's lifetime is over: then the session has something to say too. */
  readonly sessionMatters: boolean;
};

/** A look's harvest; `found` is a session that a search by reference brought to light. */
export type Look = {
  readonly seen: Seen;
  readonly found: Session | null;
  /** A transaction that has come to be known, whether it was read or not. */
  readonly transactionId: string | null;
};

/** Newest events of a session whose terminal is still asking: its transaction has nothing to say yet. */
const stillAsking: ReadonlySet<string> = new Set([
  'INITIATED',
  'VISITED',
  'PAY_LOCK_START',
  'PAY_LOCK_META',
  'PUSH_NOTIFICATION_SENT',
]);

/**
 * Reads what Dintero says about an attempt; only GETs, so it may be done as often as wanted. By session where the till
 * knows one, by the attempt's reference where the create answer was lost. Searches are hints: what they give is
 * compared exactly here.
 */
export async function lookAt(dintero: Dintero, attempt: Attempt, known: Known): Promise<Answer<Look>> {
  const sessionId = sessionOf(attempt);
  return sessionId === null
    ? lookByReference(dintero, attempt)
    : lookBySession(dintero, attempt, sessionId, known);
}

async function lookBySession(
  dintero: Dintero,
  attempt: Attempt,
  sessionId: string,
  known: Known,
): Promise<Answer<Look>> {
  // Once the transaction is known it alone says what became of the money, with one request instead of two.
  if (known.transactionId !== null && !known.sessionMatters) {
    const transaction = await dintero.readTransaction(known.transactionId);
    if (!transaction.ok) return transaction;
    const seen = { session: null, sessionIds: [], transactions: [transaction.value] };
    return ok({ seen, found: null, transactionId: transaction.value.id });
  }
  const session = await dintero.readSession(sessionId);
  if (!session.ok) return session;
  // An answer that was another payment's: this one is known by its own reference alone.
  const { merchant_reference: reference } = session.value.order;
  if (reference !== null && reference !== attempt.attemptId) return lookByReference(dintero, attempt);
  const { transaction_id: transactionId, events } = session.value;
  // One request a look while the customer finds the card; from the next look on the transaction is read.
  if (attempt.state === 'waiting' && !known.sessionMatters && stillAsking.has(events.at(-1)?.name ?? '')) {
    const seen = { session: session.value, sessionIds: [sessionId], transactions: [] };
    return ok({ seen, found: null, transactionId });
  }
  const transactions = await transactionsOf(dintero, session.value, attempt);
  if (!transactions.ok) return transactions;
  const seen = { session: session.value, sessionIds: [sessionId], transactions: transactions.value };
  return ok({ seen, found: null, transactionId: onlyId(transactions.value) });
}

async function transactionsOf(
  dintero: Dintero,
  session: Session,
  attempt: Attempt,
): Promise<Answer<Transaction[]>> {
  if (session.transaction_id !== null) {
    const transaction = await dintero.readTransaction(session.transaction_id);
    return transaction.ok ? ok([transaction.value]) : transaction;
  }
  if (attempt.state === 'waiting') return ok([]);
  // When the session alone has not told, the transactions may (dintero.md 8: when transaction_id appears is unknown).
  const found = await dintero.findTransactions({ sessionId: session.id, limit: 10 });
  if (!found.ok) return found;
  return ok(found.value.filter((t) => t.session_id === session.id));
}

async function lookByReference(dintero: Dintero, attempt: Attempt): Promise<Answer<Look>> {
  const [sessions, transactions] = await Promise.all([
    sessionsOf(dintero, attempt),
    dintero.findTransactions({ merchantReference: attempt.attemptId, limit: pageSize }),
  ]);
  if (!sessions.ok && !transactions.ok) return err(worst(sessions.error, transactions.error));
  const mine = sessions.ok ? sessions.value : [];
  const paid = (transactions.ok ? transactions.value : []).filter(
    (t) => t.merchant_reference === attempt.attemptId,
  );
  const all = new Map(paid.map((t) => [t.id, t]));
  for (const session of mine) {
    if (session.transaction_id === null || all.has(session.transaction_id)) continue;
    const transaction = await dintero.readTransaction(session.transaction_id);
    if (!transaction.ok) return transaction;
    all.set(transaction.value.id, transaction.value);
  }
  const only = mine.length === 1 ? (mine[0] ?? null) : null;
  const found = [...all.values()];
  const seen = { session: only, sessionIds: mine.map(({ id }) => id), transactions: found };
  return ok({ seen, found: only, transactionId: onlyId(found) });
}

/** As many as Dintero gives at a time. */
const pageSize = 100;
/** A search of one reference that fills more pages than this has found words, not the reference. */
const mostPages = 5;

/** The sessions that bear the attempt's reference, each once. The search goes on from page to page until one is there. */
async function sessionsOf(dintero: Dintero, { attemptId }: Attempt): Promise<Answer<Session[]>> {
  const mine = new Map<string, Session>();
  let startingAfter: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const after = startingAfter === undefined ? {} : { startingAfter };
    const answer = await dintero.findSessions({ search: attemptId, limit: pageSize, ...after });
    if (!answer.ok) return page === 0 ? answer : ok([...mine.values()]);
    for (const session of answer.value) {
      if (session.order.merchant_reference === attemptId) mine.set(session.id, session);
    }
    startingAfter = answer.value.at(-1)?.id;
    if (mine.size > 0 || answer.value.length < pageSize) break;
  }
  return ok([...mine.values()]);
}

function onlyId(transactions: readonly Transaction[]): string | null {
  return transactions.length === 1 ? (transactions[0]?.id ?? null) : null;
}

/** The error that tells the most: one with a Retry-After, else the first. */
function worst(a: DinteroError, b: DinteroError): DinteroError {
  return 'retryAfterMs' in b ? b : a;
}

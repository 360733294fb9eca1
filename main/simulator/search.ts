import type { SessionRecord, TransactionRecord } from './records.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import type { World } from './world.ts';

const known = {
  sessions: ['search', 'limit', 'starting_after', 'transaction_id', 'created_at.gte', 'created_at.lte'],
  transactions: [
    'id',
    'session_id',
    'merchant_reference',
    'merchant_reference_2',
    'store_id',
    'terminal_id',
    'status',
    'search',
    'includes',
    'limit',
    'starting_after',
    'created_at.gte',
    'created_at.lte',
    'payout_destination_id',
    'captured_at.gte',
    'captured_at.lte',
    'refunded_at.gte',
    'refunded_at.lte',
  ],
};

/** The page of `found` (oldest first) that the query asks for, newest first. */
function page(
  query: URLSearchParams,
  names: string[],
  found: readonly (SessionRecord | TransactionRecord)[],
): Reply {
  const unknown = [...query.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) return problem(400, `Unknown query parameter ${unknown}`);
  const limit = Number(query.get('limit') ?? '10');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return problem(400, 'limit must be an integer from 1 to 100');
  }
  const [from, to] = [
    moment(query.get('created_at.gte'), 'from', -Infinity),
    moment(query.get('created_at.lte'), 'to', Infinity),
  ];
  if (Number.isNaN(from) || Number.isNaN(to)) return problem(400, 'created_at must be a date-time');
  const newestFirst = found
    .filter((one) => Date.parse(one.created_at) >= from && Date.parse(one.created_at) <= to)
    .reverse();
  const after = query.get('starting_after');
  const start = after === null ? 0 : newestFirst.findIndex((one) => one.id === after) + 1;
  if (after !== null && start === 0) return problem(400, 'starting_after names no object of this list');
  return answer(200, newestFirst.slice(start, start + limit));
}

const day = 86_400_000;

/** A query's moment in milliseconds; a bare end date reaches to the end of that day. */
function moment(text: string | null, end: 'from' | 'to', absent: number): number {
  if (text === null) return absent;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Date.parse(text) + (end === 'to' ? day : 0);
  return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);
}

function isListed(world: World, sessionId: string): boolean {
  return world.clock.now() >= (world.books.state.listedFrom[sessionId] ?? 0);
}

/** The words of a search stand anywhere in the references: it finds more than what is meant. */
function mentions(search: string | null, texts: (string | undefined)[]): boolean {
  if (search === null) return true;
  return texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()));
}

/** `GET /v1/sessions`: a bare array, newest first. */
export function findSessions(world: World, query: URLSearchParams): Reply {
  const transactionId = query.get('transaction_id');
  const fits = (session: SessionRecord): boolean =>
    isListed(world, session.id) &&
    (transactionId === null || session.transaction_id === transactionId) &&
    mentions(query.get('search'), [session.order.merchant_reference, session.order.merchant_reference_2]);
  return page(query, known.sessions, world.books.state.sessions.filter(fits));
}

/** Whether money moved in this way between the query's moments; without any, whether it moved or not. */
function movedWithin(
  transaction: TransactionRecord,
  query: URLSearchParams,
  name: 'captured' | 'refunded',
): boolean {
  const [from, to] = [query.get(`${name}_at.gte`), query.get(`${name}_at.lte`)];
  if (from === null && to === null) return true;
  const event = name === 'captured' ? 'CAPTURE' : 'REFUND';
  return transaction.events.some(
    (one) =>
      one.event === event &&
      one.success &&
      Date.parse(one.created_at) >= moment(from, 'from', -Infinity) &&
      Date.parse(one.created_at) <= moment(to, 'to', Infinity),
  );
}

/** `GET /v1/transactions`: a bare array, newest first; a filter given twice means either. */
export function findTransactions(world: World, query: URLSearchParams): Reply {
  const among = (name: string, value: string | undefined): boolean => {
    const wanted = query.getAll(name);
    return wanted.length === 0 || (value !== undefined && wanted.includes(value));
  };
  const fits = (transaction: TransactionRecord): boolean =>
    isListed(world, transaction.session_id) &&
    among('id', transaction.id) &&
    among('session_id', transaction.session_id) &&
    among('merchant_reference', transaction.merchant_reference) &&
    among('merchant_reference_2', transaction.merchant_reference_2) &&
    among('store_id', transaction.store.id) &&
    among('terminal_id', transaction.store.terminal_id) &&
    among('status', transaction.status) &&
    among('payout_destination_id', transaction.payout_destination_id) &&
    movedWithin(transaction, query, 'captured') &&
    movedWithin(transaction, query, 'refunded') &&
    mentions(query.get('search'), [
      transaction.id,
      transaction.merchant_reference,
      transaction.merchant_reference_2,
    ]);
  return page(query, known.transactions, world.books.state.transactions.filter(fits));
}

import type { CardKind } from './answers.ts';
import { cardOf, terminalMetadata } from './card.ts';
import type { SessionRecord, TransactionError, TransactionRecord } from './records.ts';
import type { World } from './world.ts';

/** The session's transaction; begun now if the terminal had not begun one. */
export function openTransaction(world: World, session: SessionRecord): TransactionRecord {
  const { books } = world;
  const known = books.transactionOf(session.id);
  if (known) return known;
  const { order } = session;
  const transaction: TransactionRecord = {
    id: books.nextId(),
    session_id: session.id,
    status: 'INITIATED',
    amount: order.amount,
    currency: order.currency,
    payment_product: 'seitatech',
    payment_product_type: 'seitatech.in_person',
    channel: 'in_store',
    merchant_reference: order.merchant_reference,
    ...(order.merchant_reference_2 !== undefined && { merchant_reference_2: order.merchant_reference_2 }),
    store: order.store,
    payout_destination_id: order.store.payout_destination_id,
    items: order.items ?? [],
    events: [],
    metadata: session.metadata,
    created_at: books.now(),
    updated_at: books.now(),
  };
  books.state.transactions.push(transaction);
  books.book(transaction, { event: 'INITIALIZE', success: true, amount: order.amount });
  session.transaction_id = transaction.id;
  return transaction;
}

/** A card was shown: the transaction carries its data from now on. */
export function showCard(world: World, session: SessionRecord, kind: CardKind): TransactionRecord {
  const { books } = world;
  const transaction = openTransaction(world, session);
  transaction.card = cardOf(kind, books.state.serial, session.order.store.terminal_id, books.now());
  return transaction;
}

/** The card was accepted: authorised, and captured unless it shall not be. `amount` in minor units. */
export function approve(
  world: World,
  session: SessionRecord,
  card: CardKind,
  amount: number,
  capture: boolean,
): void {
  const { books, rules } = world;
  const transaction = showCard(world, session, card);
  transaction.amount = amount;
  const told = {
    kind: card,
    amount,
    approved: true,
    reason: '',
    serial: books.state.serial,
    at: books.now(),
  };
  const booked = books.book(transaction, {
    event: 'AUTHORIZE',
    success: true,
    amount,
    transaction_status: 'AUTHORIZED',
    metadata: terminalMetadata(transaction, told),
  });
  books.note(session, 'AUTHORIZED', { amount, transaction_event_id: booked.id });
  books.note(session, 'COMPLETED');
  if (!capture || session.configuration['auto_capture'] === false) return;
  if (rules.captureAfterMs === 0) captureAll(world, transaction);
  else world.agenda.plan({ kind: 'capture', transactionId: transaction.id }, rules.captureAfterMs);
}

/** The automatic capture of the whole authorised amount. */
export function captureAll(world: World, transaction: TransactionRecord): void {
  const { books } = world;
  const reference = transaction.merchant_reference;
  const told = transaction.events.findLast((event) => event.event === 'AUTHORIZE')?.metadata ?? {};
  books.book(transaction, {
    event: 'CAPTURE',
    success: true,
    amount: transaction.amount,
    items: transaction.items,
    transaction_status: 'CAPTURED',
    event_reference: reference,
    metadata: told,
  });
}

/** The card was not accepted: the attempt is over. */
export function refuse(
  world: World,
  session: SessionRecord,
  card: CardKind,
  status: 'DECLINED' | 'FAILED',
  error: TransactionError,
): void {
  const { books } = world;
  const transaction = showCard(world, session, card);
  const { amount } = transaction;
  const told = {
    kind: card,
    amount,
    approved: false,
    reason: error.message,
    serial: books.state.serial,
    at: books.now(),
  };
  books.book(transaction, {
    event: 'AUTHORIZE',
    success: false,
    amount,
    transaction_status: status,
    error,
    metadata: terminalMetadata(transaction, told),
  });
  if (status === 'FAILED') books.note(session, 'PAY_FAILED', { error: error.message });
  books.note(session, status, { error: error.message });
}

/** An answer that decides nothing: the transaction is left in a status of its own. */
export function leaveOpen(
  world: World,
  session: SessionRecord,
  card: CardKind,
  status: string,
  noted: string,
): void {
  const transaction = showCard(world, session, card);
  world.books.book(transaction, {
    event: 'AUTHORIZE',
    success: true,
    amount: transaction.amount,
    transaction_status: status,
  });
  world.books.note(session, noted);
}

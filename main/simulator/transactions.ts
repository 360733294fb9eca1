import { totalsOf } from './books.ts';
import type { TransactionRecord } from './records.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { settlementStatus } from './settlements.ts';
import { clearPrompt } from './terminal.ts';
import { captureBodySchema, nameBodySchema, parseBody } from './validation.ts';
import type { World } from './world.ts';

function withTransaction(world: World, id: string, act: (transaction: TransactionRecord) => Reply): Reply {
  const transaction = world.books.transaction(id);
  return transaction ? act(transaction) : problem(404, 'Transaction not found');
}

/** `GET /v1/transactions/{id}`. */
export function readTransaction(world: World, id: string): Reply {
  return withTransaction(world, id, (transaction) =>
    answer(200, { ...transaction, settlement_status: settlementStatus(world, transaction) }),
  );
}

/** `PUT /v1/transactions/{id}`: the second reference, which may be given after the payment. */
export function nameTransaction(world: World, id: string, body: unknown): Reply {
  const parsed = parseBody(nameBodySchema, body);
  if (!parsed.ok) return parsed.error;
  return withTransaction(world, id, (transaction) => {
    transaction.merchant_reference_2 = parsed.value.merchant_reference_2;
    transaction.updated_at = world.books.now();
    return answer(200, transaction);
  });
}

/** `POST /v1/transactions/{id}/capture`: once, all or part of what was authorised. */
export function captureTransaction(world: World, id: string, body: unknown): Reply {
  const parsed = parseBody(captureBodySchema, body);
  if (!parsed.ok) return parsed.error;
  const { amount, capture_reference: reference, items } = parsed.value;
  return withTransaction(world, id, (transaction) => {
    if (transaction.status !== 'AUTHORIZED')
      return problem(400, 'Only an authorized transaction is captured');
    if (amount > transaction.amount) return problem(400, 'amount exceeds the authorized amount');
    // A capture by hand of a transaction that waits for its automatic capture stops the automatic one.
    world.agenda.drop((deed) => deed.kind === 'capture' && deed.transactionId === id);
    world.books.book(transaction, {
      event: 'CAPTURE',
      success: true,
      amount,
      items: items ?? transaction.items,
      transaction_status: amount === transaction.amount ? 'CAPTURED' : 'PARTIALLY_CAPTURED',
      ...(reference !== undefined && { event_reference: reference }),
    });
    return answer(200, transaction);
  });
}

/** `POST /v1/transactions/{id}/void`: before any capture only. */
export function voidTransaction(world: World, id: string): Reply {
  return withTransaction(world, id, (transaction) => {
    const captured = totalsOf(transaction).captured > 0;
    if (captured || !['INITIATED', 'AUTHORIZED'].includes(transaction.status)) {
      return problem(400, 'Only a transaction that is not captured can be voided');
    }
    clearPrompt(world, transaction.session_id);
    world.agenda.drop((deed) => deed.kind === 'capture' && deed.transactionId === id);
    world.books.book(transaction, {
      event: 'VOID',
      success: true,
      amount: transaction.amount,
      transaction_status: 'AUTHORIZATION_VOIDED',
    });
    return answer(200, transaction);
  });
}

import type { z } from 'zod';
import { totalsOf } from './books.ts';
import { storeOfTerminal } from './merchant.ts';
import type { FinishedRefund, TransactionEvent, TransactionRecord } from './records.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { promptOn } from './terminal.ts';
import { parseBody, refundBodySchema } from './validation.ts';
import type { World } from './world.ts';

type RefundBody = z.infer<typeof refundBodySchema>;

type RefundOrder = Pick<TransactionEvent, 'amount' | 'items' | 'event_reference' | 'correlation_request_id'>;

const refundable = [
  'CAPTURED',
  'PARTIALLY_CAPTURED',
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
  'REFUNDED',
];

function wrongTerminal(world: World, transaction: TransactionRecord, body: RefundBody): string | null {
  if (body.terminal_id === undefined) {
    return world.rules.refundRule === 'terminal'
      ? 'terminal_id is required when refunding a seitatech.in_person transaction'
      : null;
  }
  const store = storeOfTerminal(world.merchant, body.terminal_id);
  if (!store) return `Terminal ${body.terminal_id} not found`;
  if (store.payoutDestinationId !== transaction.payout_destination_id) {
    return `Terminal ${body.terminal_id} is not active on payout destination ${transaction.payout_destination_id}`;
  }
  if (world.unplugged.has(body.terminal_id)) return `Terminal ${body.terminal_id} is offline`;
  return promptOn(world, body.terminal_id) ? `Terminal ${body.terminal_id} is busy` : null;
}

function wrongAmount(transaction: TransactionRecord, body: RefundBody): string | null {
  if (!refundable.includes(transaction.status)) return 'Only a captured transaction can be refunded';
  const { captured, refunded, pendingRefund } = totalsOf(transaction);
  const left = captured - refunded - pendingRefund;
  if (body.amount > left) return `amount exceeds what is left to refund, ${String(left)}`;
  const lines = transaction.items.map((item) => item.line_id);
  const stray = body.items?.find((item) => !lines.includes(item.line_id));
  return stray ? `items line_id ${stray.line_id} is not a line of the transaction` : null;
}

/** `POST /v1/transactions/{id}/refund`: 200 when it is over, 202 when the terminal asks for the card first. */
export function refundTransaction(world: World, id: string, rawBody: unknown): Reply {
  const transaction = world.books.transaction(id);
  if (!transaction) return problem(404, 'Transaction not found');
  const parsed = parseBody(refundBodySchema, rawBody);
  if (!parsed.ok) return parsed.error;
  const body = parsed.value;
  const wrong = wrongAmount(transaction, body) ?? wrongTerminal(world, transaction, body);
  if (wrong !== null) return problem(400, wrong);

  const { books, agenda, rules } = world;
  const asksForCard = rules.refundRule === 'terminal' || body.terminal_id !== undefined;
  const chosen = world.refundAnswers.take(body.terminal_id) ?? {
    kind: 'done',
    reply: asksForCard ? 'accepted' : 'finished',
  };
  const order: RefundOrder = {
    amount: body.amount,
    items: body.items ?? [],
    ...(body.refund_reference !== undefined && { event_reference: body.refund_reference }),
  };
  if (chosen.kind !== 'absent' && chosen.reply === 'finished') {
    bookRefund(world, transaction, order, chosen.kind);
    return answer(200, transaction);
  }
  const { request_id: requestId } = books.book(transaction, {
    ...order,
    event: 'INITIATE_REFUND',
    success: true,
  });
  if (body.terminal_id !== undefined) {
    const { terminal_id: terminalId } = body;
    books.state.prompts.push({
      kind: 'refund',
      terminalId,
      transactionId: id,
      requestId,
      since: books.now(),
    });
  }
  if (chosen.kind === 'absent') {
    agenda.plan({ kind: 'leave-refund', requestId }, rules.sessionLifetimeMs);
  } else {
    const deed = { kind: 'finish-refund', transactionId: id, requestId, outcome: chosen.kind } as const;
    agenda.plan(deed, chosen.afterMs ?? rules.answerAfterMs);
  }
  return answer(202, transaction, { 'event-request-id': requestId });
}

/** Takes a refund off the terminal's screen; nothing more is heard of it. */
export function leaveRefund(world: World, requestId: string): void {
  const { state } = world.books;
  state.prompts = state.prompts.filter(
    (prompt) => prompt.kind !== 'refund' || prompt.requestId !== requestId,
  );
  world.agenda.drop(
    (deed) => (deed.kind === 'finish-refund' || deed.kind === 'leave-refund') && deed.requestId === requestId,
  );
}

/** The refund that was begun comes to its end: the money goes back, or it is refused. */
export function finishRefund(
  world: World,
  transaction: TransactionRecord,
  requestId: string,
  outcome: FinishedRefund,
): void {
  leaveRefund(world, requestId);
  const begun = transaction.events.find((event) => event.request_id === requestId);
  if (!begun) return;
  const { amount, items, event_reference: reference } = begun;
  const order = { amount, items, ...(reference !== undefined && { event_reference: reference }) };
  bookRefund(world, transaction, { ...order, correlation_request_id: requestId }, outcome);
}

function bookRefund(
  world: World,
  transaction: TransactionRecord,
  order: RefundOrder,
  outcome: FinishedRefund,
): void {
  const { captured, refunded } = totalsOf(transaction);
  const partly = captured < transaction.amount ? 'PARTIALLY_CAPTURED_REFUNDED' : 'PARTIALLY_REFUNDED';
  const after = refunded + order.amount === captured ? 'REFUNDED' : partly;
  const done = outcome === 'done';
  world.books.book(transaction, {
    ...order,
    event: 'REFUND',
    success: done,
    transaction_status: done ? after : transaction.status,
    ...(!done && { error: { code: 'DECLINED', message: 'The refund was refused', type: ['DECLINED'] } }),
  });
}

import { totalsOf } from './books.ts';
import type { OperationRecord } from './records.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { operationBodySchema, parseBody } from './validation.ts';
import type { Call, World } from './world.ts';

/** `POST /v1/admin/terminals/operations`: one at a time; the same Idempotency-Key is carried out once. */
export function startOperation(world: World, call: Call): Reply {
  const { books, rules, agenda, merchant } = world;
  const parsed = parseBody(operationBodySchema, call.body);
  if (!parsed.ok) return parsed.error;
  const { terminal_id: terminalId, operation, parameters } = parsed.value;
  if (!merchant.terminals.some((one) => one.id === terminalId)) return problem(404, 'Terminal not found');
  const key = call.headers['idempotency-key'];
  const { operations } = books.state;
  const earlier = operations.find((one) => key !== undefined && one.idempotency_key === key);
  if (earlier) return answer(200, earlier);
  if (operations.some((one) => one.terminal_id === terminalId && one.status === 'PENDING')) {
    const seconds = Math.ceil(rules.operationAfterMs / 1000);
    const refusal = problem(409, 'Another operation is pending on this terminal');
    return { ...refusal, headers: { 'retry-after': String(seconds) } };
  }
  const record: OperationRecord = {
    id: books.nextId(),
    terminal_id: terminalId,
    operation,
    status: 'PENDING',
    parameters: parameters ?? {},
    created_at: books.now(),
    updated_at: books.now(),
    ...(key !== undefined && { idempotency_key: key }),
  };
  operations.push(record);
  agenda.plan({ kind: 'finish-operation', operationId: record.id }, rules.operationAfterMs);
  return answer(200, record);
}

/** `GET /v1/admin/terminals/operations`. */
export function readOperations(world: World, query: URLSearchParams): Reply {
  const terminalId = query.get('terminal_id');
  const id = query.get('operation_id');
  const found = world.books.state.operations.filter(
    (one) => (terminalId === null || one.terminal_id === terminalId) && (id === null || one.id === id),
  );
  return answer(200, found.reverse());
}

/** The terminal has done what it was told, or was not there to hear it. */
export function finishOperation(world: World, operation: OperationRecord): void {
  const { books, unplugged } = world;
  operation.updated_at = books.now();
  if (unplugged.has(operation.terminal_id)) {
    operation.status = 'TIMEOUT';
    return;
  }
  if (operation.operation === 'end_of_day') operation.result = endOfDay(world, operation);
  operation.status = 'COMPLETED';
}

/** What the terminal took in and gave back since its last end of day; minor units. */
function endOfDay(world: World, operation: OperationRecord): Record<string, unknown> {
  const { operations, transactions } = world.books.state;
  const last = operations.findLast(
    (one) =>
      one.operation === 'end_of_day' &&
      one.terminal_id === operation.terminal_id &&
      one.status === 'COMPLETED',
  );
  const since = last?.updated_at ?? '';
  const mine = transactions
    .filter((one) => one.store.terminal_id === operation.terminal_id)
    .map((one) => ({
      ...one,
      events: one.events.filter((event) => event.created_at > since && event.success),
    }));
  const amounts = mine.map((one) => totalsOf(one));
  const purchases = amounts.reduce((sum, one) => sum + one.captured, 0);
  const reversals = amounts.reduce((sum, one) => sum + one.refunded, 0);
  const count = (name: string): number =>
    mine.flatMap((one) => one.events).filter((event) => event.event === name).length;
  return {
    outcome: 'accepted',
    batch_id: operation.id,
    last_end_of_day_at: world.books.now(),
    ...(last && { start_of_day_at: last.updated_at }),
    purchases_count: count('CAPTURE'),
    purchases_amount: purchases,
    reversals_count: count('REFUND'),
    reversals_amount: reversals,
    sale_amount: purchases - reversals,
    tip_amount: 0,
  };
}

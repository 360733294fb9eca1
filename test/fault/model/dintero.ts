import type * as z from 'zod';
import type { Clock } from '../../../main/clock.ts';
import type { Answer, Dintero, DinteroError, RefundAccepted } from '../../../main/dintero/index.ts';
import { createdSession, session, sessions } from '../../../main/dintero/session.ts';
import { terminalInfo } from '../../../main/dintero/terminal.ts';
import { transaction, transactions } from '../../../main/dintero/transaction.ts';
import { err, ok } from '../../../main/result.ts';
import { handleCall } from '../../../main/simulator/dintero.ts';
import type { Reply } from '../../../main/simulator/reply.ts';
import type { World } from '../../../main/simulator/world.ts';
import type { Evidence } from '../evidence.ts';

export type Operation = 'create' | 'cancel' | 'refund' | 'read' | 'find';

/** What goes wrong with one call. `effect`: Dintero carried it out all the same. */
export type Mishap =
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'cut'; readonly effect: boolean }
  | { readonly kind: 'server'; readonly effect: boolean }
  | { readonly kind: 'timeout'; readonly effect: boolean }
  /** Carried out after the till has given up waiting. */
  | { readonly kind: 'late' }
  /** Carried out at once or at the end, and answered long after. */
  | { readonly kind: 'slow'; readonly effect: 'first' | 'last' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'listed-late' };

/** The way to Dintero: it may be down, and each call may meet a mishap. */
export type Network = {
  down: boolean;
  readonly mishaps: Map<Operation, Mishap[]>;
  readonly requests: Evidence['requests'][number][];
};

const wayMs = 20;
const slowMs = 9_000;
const token = 'the-token';
/** How long the till waits for an answer (ms), as it does over HTTP. */
const patience = { create: 30_000, cancel: 30_000, refund: 120_000, read: 10_000, find: 10_000 };

/**
 * A Dintero without HTTP: the simulator's own core behind a network that a test can break. What was sent arrives
 * even when the till that sent it is dead; answers reach the living only.
 */
export function modelDintero(world: World, clock: Clock, network: Network, alive: () => boolean): Dintero {
  world.tokens.set(token, Infinity);

  function call<T>(
    operation: Operation,
    method: 'GET' | 'POST',
    path: string,
    understand: (reply: Reply) => Answer<T>,
    more: { query?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer<T>> {
    return new Promise((resolve) => {
      const mishap = network.mishaps.get(operation)?.shift();
      const answer = (inMs: number, what: () => Answer<T>): void => {
        clock.after(inMs, () => {
          if (alive()) resolve(what());
        });
      };
      if (network.down || mishap?.kind === 'not-sent') {
        answer(wayMs, () => err({ kind: 'not-sent', reason: 'refused', detail: 'played' }));
        return;
      }
      const carryOut = (): Reply => {
        const reply = handleCall(world, {
          method,
          path: `/v1${path}`,
          query: new URLSearchParams(more.query),
          headers: { authorization: `Bearer ${token}` },
          body: structuredClone(more.body),
          listedLateMs: mishap?.kind === 'listed-late' ? 30_000 : 0,
        });
        network.requests.push({ operation, path, body: more.body, status: reply.status });
        return reply;
      };
      const lost = (error: DinteroError, effect: boolean, inMs: number): void => {
        clock.after(wayMs, () => {
          if (effect) carryOut();
        });
        answer(inMs, () => err(error));
      };
      const givesUpMs = patience[operation];
      switch (mishap?.kind) {
        case 'cut':
          lost({ kind: 'no-answer', reason: 'cut', detail: 'played' }, mishap.effect, 2 * wayMs);
          return;
        case 'server':
          lost({ kind: 'server', status: 500 }, mishap.effect, 2 * wayMs);
          return;
        case 'timeout':
          lost({ kind: 'no-answer', reason: 'timeout', detail: 'played' }, mishap.effect, givesUpMs);
          return;
        case 'late':
          clock.after(givesUpMs + 5_000, carryOut);
          answer(givesUpMs, () => err({ kind: 'no-answer', reason: 'timeout', detail: 'played' }));
          return;
        case 'slow': {
          const later = (reply: Reply): void => answer(wayMs, () => understand(reply));
          clock.after(mishap.effect === 'first' ? wayMs : slowMs, () => {
            const reply = carryOut();
            if (mishap.effect === 'first') clock.after(slowMs, () => later(reply));
            else later(reply);
          });
          return;
        }
        case 'refused':
          lost({ kind: 'refused', status: mishap.status, message: 'played' }, false, 2 * wayMs);
          return;
        case 'listed-late':
        case undefined:
          clock.after(wayMs, () => {
            const reply = carryOut();
            answer(wayMs, () => understand(reply));
          });
      }
    });
  }

  const unused = (): never => {
    throw new Error('Neither a payment nor a refund asks for this');
  };
  return {
    createSession: (body) => call('create', 'POST', '/sessions-profile', as(createdSession), { body }),
    readSession: (id) => call('read', 'GET', `/sessions/${id}`, as(session)),
    cancelSession: (id) => call('cancel', 'POST', `/sessions/${id}/cancel`, as(session)),
    findSessions: ({ search, limit, startingAfter }) =>
      call('find', 'GET', '/sessions', as(sessions), {
        query: given({ search, limit: limit?.toString(), starting_after: startingAfter }),
      }),
    readTransaction: (id) => call('read', 'GET', `/transactions/${id}`, as(transaction)),
    findTransactions: (wanted) =>
      call('find', 'GET', '/transactions', as(transactions), {
        query: given({
          merchant_reference: wanted.merchantReference,
          session_id: wanted.sessionId,
          terminal_id: wanted.terminalId,
          store_id: wanted.storeId,
          'created_at.gte': wanted.createdFrom,
          'created_at.lte': wanted.createdTo,
          limit: wanted.limit?.toString(),
          starting_after: wanted.startingAfter,
        }),
      }),
    checkCredentials: () =>
      new Promise((resolve) => {
        clock.after(2 * wayMs, () => {
          if (!alive()) return;
          resolve(
            network.down
              ? err({ kind: 'not-sent', reason: 'refused', detail: 'played' })
              : ok({ expiresInSeconds: 3600 }),
          );
        });
      }),
    nameTransaction: unused,
    endTerminalDay: unused,
    readOperation: unused,
    findSettlements: unused,
    refund: (id, body) => call('refund', 'POST', `/transactions/${id}/refund`, refundAccepted, { body }),
    readTerminal: (id) =>
      call('read', 'GET', `/accounts/${world.merchant.accountId}/terminals/${id}`, as(terminalInfo)),
  };
}

function given(query: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** 202 is taken and not finished, as over HTTP. */
function refundAccepted(reply: Reply): Answer<RefundAccepted> {
  const read = as(transaction)(reply);
  if (!read.ok) return read;
  return reply.status === 202
    ? ok({
        kind: 'accepted',
        eventRequestId: reply.headers['event-request-id'] ?? null,
        transaction: read.value,
      })
    : ok({ kind: 'answered', transaction: read.value });
}

const as =
  <T>(schema: z.ZodType<T>) =>
  (reply: Reply): Answer<T> =>
    read(reply, schema);

function read<T>(reply: Reply, schema: z.ZodType<T>): Answer<T> {
  if (reply.status >= 400)
    return err({ kind: 'refused', status: reply.status, message: JSON.stringify(reply.body) });
  const parsed = schema.safeParse(structuredClone(reply.body));
  if (parsed.success) return ok(parsed.data);
  return err({
    kind: 'unreadable',
    status: reply.status,
    looksLikeHtml: false,
    detail: parsed.error.message,
  });
}

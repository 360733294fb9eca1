import { ok } from '../result.ts';
import { type DinteroOptions, openConnection } from './connection.ts';
import type { Answer } from './error.ts';
import { type TerminalOperation, terminalOperation, terminalOperations } from './operation.ts';
import type {
  RefundRequest,
  SessionQuery,
  SessionRequest,
  SettlementQuery,
  TransactionQuery,
} from './requests.ts';
import { type CreatedSession, createdSession, type Session, session, sessions } from './session.ts';
import { type Settlement, settlements } from './settlement.ts';
import { type TerminalInfo, terminalInfo } from './terminal.ts';
import { type Transaction, transaction, transactions } from './transaction.ts';

export { type Account, createAccount, type ProfileInfo, type StoreInfo } from './account.ts';
export type { DinteroOptions, Timeouts } from './connection.ts';
export { type Answer, type DinteroError, mayHaveHappened, type NotSentReason } from './error.ts';
export type * from './requests.ts';
export { type Lane, sendOnce } from './send-once.ts';
export type { CreatedSession, Session, SessionEvent } from './session.ts';
export type { TerminalOperation } from './operation.ts';
export type { Settlement } from './settlement.ts';
export type { TerminalInfo } from './terminal.ts';
export type { Transaction, TransactionCard, TransactionEvent } from './transaction.ts';

/** `answered`: look at the events for what became of it. `accepted`: an event with that correlation id will tell. */
export type RefundAccepted =
  | { readonly kind: 'answered'; readonly transaction: Transaction }
  | { readonly kind: 'accepted'; readonly eventRequestId: string | null; readonly transaction: Transaction };

/** Dintero over HTTP. Each call is sent once (a 401 apart), and its error says whether it may have happened. */
export type Dintero = {
  readonly createSession: (request: SessionRequest) => Promise<Answer<CreatedSession>>;
  readonly readSession: (id: string) => Promise<Answer<Session>>;
  readonly cancelSession: (id: string) => Promise<Answer<Session>>;
  readonly findSessions: (query: SessionQuery) => Promise<Answer<Session[]>>;
  readonly readTransaction: (id: string) => Promise<Answer<Transaction>>;
  readonly findTransactions: (query: TransactionQuery) => Promise<Answer<Transaction[]>>;
  readonly nameTransaction: (id: string, merchantReference2: string) => Promise<Answer<Transaction>>;
  readonly refund: (id: string, request: RefundRequest) => Promise<Answer<RefundAccepted>>;
  readonly readTerminal: (terminalId: string) => Promise<Answer<TerminalInfo>>;
  /** Asks the terminal to end its day; carried out once for each key, however often it is asked. */
  readonly endTerminalDay: (terminalId: string, key: string) => Promise<Answer<TerminalOperation>>;
  readonly readOperation: (terminalId: string, operationId: string) => Promise<Answer<TerminalOperation[]>>;
  readonly findSettlements: (query: SettlementQuery) => Promise<Answer<Settlement[]>>;
  readonly checkCredentials: () => Promise<Answer<{ readonly expiresInSeconds: number }>>;
};

/** Makes the client of one account. Nothing is sent before the first call. */
export function createDintero(options: DinteroOptions): Dintero {
  const { call, read, tokens, system, checkoutUrl, apiUrl, timeouts } = openConnection(options);
  const { createMs, readMs, refundMs } = timeouts;

  const sessionUrl = (id: string): string => `${checkoutUrl}/sessions/${encodeURIComponent(id)}`;
  const transactionUrl = (id: string): string => `${checkoutUrl}/transactions/${encodeURIComponent(id)}`;

  return {
    createSession: async (request) => {
      // Without this toggle a sum that does not meet passes here and bites at capture.
      const headers = { ...system, 'Dintero-Feature-Toggles': 'strict-session-amounts' };
      const url = `${checkoutUrl}/sessions-profile`;
      const answer = await call(
        { method: 'POST', url, headers, body: request, timeoutMs: createMs },
        createdSession,
      );
      return answer.ok ? ok(answer.value.body) : answer;
    },

    readSession: (id) => read(sessionUrl(id), session),

    cancelSession: async (id) => {
      const url = `${sessionUrl(id)}/cancel`;
      const answer = await call({ method: 'POST', url, headers: system, timeoutMs: createMs }, session);
      return answer.ok ? ok(answer.value.body) : answer;
    },

    findSessions: ({ search, limit, startingAfter }) =>
      read(`${checkoutUrl}/sessions${query({ search, limit, starting_after: startingAfter })}`, sessions),

    readTransaction: (id) => read(transactionUrl(id), transaction),

    findTransactions: (wanted) =>
      read(
        `${checkoutUrl}/transactions${query({
          merchant_reference: wanted.merchantReference,
          session_id: wanted.sessionId,
          search: wanted.search,
          terminal_id: wanted.terminalId,
          store_id: wanted.storeId,
          'created_at.gte': wanted.createdFrom,
          'created_at.lte': wanted.createdTo,
          payout_destination_id: wanted.payoutDestinationId,
          'captured_at.gte': wanted.capturedFrom,
          'captured_at.lte': wanted.capturedTo,
          'refunded_at.gte': wanted.refundedFrom,
          'refunded_at.lte': wanted.refundedTo,
          limit: wanted.limit,
          starting_after: wanted.startingAfter,
        })}`,
        transactions,
      ),

    nameTransaction: async (id, merchantReference2) => {
      const body = { merchant_reference_2: merchantReference2 };
      const answer = await call(
        { method: 'PUT', url: transactionUrl(id), headers: system, body, timeoutMs: readMs },
        transaction,
      );
      return answer.ok ? ok(answer.value.body) : answer;
    },

    refund: async (id, request) => {
      const url = `${transactionUrl(id)}/refund`;
      const answer = await call(
        { method: 'POST', url, headers: system, body: request, timeoutMs: refundMs },
        transaction,
      );
      if (!answer.ok) return answer;
      const { body, status, header } = answer.value;
      return status === 202
        ? ok({ kind: 'accepted', eventRequestId: header('event-request-id'), transaction: body })
        : ok({ kind: 'answered', transaction: body });
    },

    readTerminal: (terminalId) => {
      const account = encodeURIComponent(options.accountId);
      return read(`${apiUrl}/accounts/${account}/terminals/${encodeURIComponent(terminalId)}`, terminalInfo);
    },

    endTerminalDay: async (terminalId, key) => {
      const url = `${checkoutUrl}/admin/terminals/operations`;
      const headers = { ...system, 'Idempotency-Key': key };
      const body = { terminal_id: terminalId, operation: 'end_of_day' };
      const answer = await call({ method: 'POST', url, headers, body, timeoutMs: readMs }, terminalOperation);
      return answer.ok ? ok(answer.value.body) : answer;
    },

    readOperation: (terminalId, operationId) =>
      read(
        `${checkoutUrl}/admin/terminals/operations${query({ terminal_id: terminalId, operation_id: operationId })}`,
        terminalOperations,
      ),

    findSettlements: (wanted) =>
      read(
        `${apiUrl}/accounts/${encodeURIComponent(options.accountId)}/settlements${query({
          payout_destination_id: wanted.payoutDestinationId,
          'created_at.gte': wanted.settledFrom,
          limit: wanted.limit,
          starting_after_id: wanted.after?.id,
          starting_after_date: wanted.after?.date,
        })}`,
        settlements,
      ),

    checkCredentials: async () => {
      const answer = await tokens.check();
      return answer.ok ? ok({ expiresInSeconds: answer.value }) : answer;
    },
  };
}

function query(wanted: Readonly<Record<string, string | number | undefined>>): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(wanted)) {
    if (value !== undefined) given.append(key, String(value));
  }
  return given.size === 0 ? '' : `?${given.toString()}`;
}

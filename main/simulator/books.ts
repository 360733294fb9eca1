import { z } from 'zod';
import { isoTime } from './clock.ts';
import type { Clock } from './clock.ts';
import type {
  OperationRecord,
  Planned,
  Prompt,
  SessionEvent,
  SessionRecord,
  SettlementRecord,
  TransactionEvent,
  TransactionRecord,
} from './records.ts';

/** All that the simulator remembers, as plain data. */
export type State = {
  /** Tells the ids of one simulator from those of another. */
  seed: string;
  serial: number;
  sessions: SessionRecord[];
  transactions: TransactionRecord[];
  operations: OperationRecord[];
  settlements: SettlementRecord[];
  prompts: Prompt[];
  agenda: Planned[];
  /** Session id → the moment from which searches find it. */
  listedFrom: Record<string, number>;
};

/** Where the simulator's memory is kept between two runs. */
export type BookStore = { load(): unknown; save(state: State): void };

export type Books = {
  state: State;
  now(): string;
  /** A new id that was never given out before, in Dintero's form. */
  nextId(): string;
  session(id: string): SessionRecord | undefined;
  transaction(id: string): TransactionRecord | undefined;
  transactionOf(sessionId: string): TransactionRecord | undefined;
  /** Writes an event on a session. */
  note(session: SessionRecord, name: string, details?: Record<string, unknown>): void;
  /** Writes an event on a transaction and gives the transaction the status that follows. */
  book(
    transaction: TransactionRecord,
    event: Pick<TransactionEvent, 'event' | 'success' | 'amount'> & Partial<TransactionEvent>,
  ): TransactionEvent;
  save(): void;
};

const stateShape = z.object({
  seed: z.string(),
  serial: z.int(),
  sessions: z.array(z.object({ id: z.string() })),
  transactions: z.array(z.object({ id: z.string() })),
  operations: z.array(z.object({ id: z.string() })),
  settlements: z.array(z.object({ id: z.string() })).optional(),
  prompts: z.array(z.object({ terminalId: z.string() })),
  agenda: z.array(z.object({ number: z.int(), at: z.number(), deed: z.object({ kind: z.string() }) })),
  listedFrom: z.record(z.string(), z.number()),
});

/** Payouts came later than the rest. */
type KeptState = Omit<State, 'settlements'> & { settlements?: SettlementRecord[] };

/** Whether this is what `save` was given once; play money is begun anew when it is not. */
function isState(kept: unknown): kept is KeptState {
  return stateShape.safeParse(kept).success;
}

/** Opens the books, with what was kept of an earlier run. */
export function openBooks(accountId: string, clock: Clock, store: BookStore | undefined): Books {
  const kept: unknown = store?.load();
  const state: State = isState(kept)
    ? { settlements: [], ...kept }
    : {
        seed: clock.now().toString(36),
        serial: 0,
        sessions: [],
        transactions: [],
        operations: [],
        settlements: [],
        prompts: [],
        agenda: [],
        listedFrom: {},
      };
  const now = (): string => isoTime(clock.now());
  const nextId = (): string => {
    state.serial += 1;
    return `${accountId}.${state.seed}${state.serial.toString(36).padStart(6, '0')}`;
  };
  return {
    state,
    now,
    nextId,
    session: (id) => state.sessions.find((one) => one.id === id),
    transaction: (id) => state.transactions.find((one) => one.id === id),
    transactionOf: (sessionId) => state.transactions.find((one) => one.session_id === sessionId),
    note: (session, name, details) => {
      const event: SessionEvent = { id: nextId(), name, created_at: now(), request_id: nextId() };
      session.events.push(details ? { ...event, details } : event);
      session.updated_at = now();
    },
    book: (transaction, event) => {
      const booked: TransactionEvent = {
        id: nextId(),
        transaction_status: transaction.status,
        items: [],
        created_at: now(),
        created_by: 'simulator',
        request_id: nextId(),
        metadata: {},
        ...event,
      };
      transaction.status = booked.transaction_status;
      transaction.updated_at = now();
      transaction.events.push(booked);
      return booked;
    },
    save: () => store?.save(state),
  };
}

function sumOf(transaction: TransactionRecord, name: TransactionEvent['event']): number {
  return transaction.events
    .filter((event) => event.event === name && event.success)
    .reduce((sum, event) => sum + event.amount, 0);
}

/** What was captured and refunded of a transaction, and what refunds still under way would take; minor units. */
export function totalsOf(transaction: TransactionRecord): {
  captured: number;
  refunded: number;
  pendingRefund: number;
} {
  const answered = transaction.events.map((event) => event.correlation_request_id);
  const pending = transaction.events.filter(
    (event) => event.event === 'INITIATE_REFUND' && !answered.includes(event.request_id),
  );
  return {
    captured: sumOf(transaction, 'CAPTURE'),
    refunded: sumOf(transaction, 'REFUND'),
    pendingRefund: pending.reduce((sum, event) => sum + event.amount, 0),
  };
}

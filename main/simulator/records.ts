import type { RefundAnswer, TerminalAnswer } from './answers.ts';

/** `order.items[]`: amounts in minor units including VAT, `vat` in percent. */
export type OrderItem = {
  id?: string | undefined;
  line_id?: string | undefined;
  description?: string | undefined;
  quantity?: number | undefined;
  amount: number;
  vat_amount?: number | undefined;
  vat?: number | undefined;
  [more: string]: unknown;
};

export type OrderStore = {
  id: string;
  terminal_id: string;
  payout_destination_id: string;
  [more: string]: unknown;
};

export type Order = {
  amount: number;
  currency: string;
  merchant_reference: string;
  merchant_reference_2?: string | undefined;
  items?: OrderItem[] | undefined;
  store: OrderStore;
  [more: string]: unknown;
};

export type Metadata = Record<string, string | number>;

export type SessionEvent = {
  id: string;
  name: string;
  created_at: string;
  request_id: string;
  details?: Record<string, unknown>;
};

export type Publish = {
  channel: 'push';
  type: 'terminal';
  id: string;
  status: 'sent' | 'skipped' | 'failed';
};

/** A session as `GET /v1/sessions/{id}` shows it. It has no status: that is read from the rest. */
export type SessionRecord = {
  id: string;
  profile_id: string;
  created_at: string;
  updated_at: string;
  expires_at: string;
  url: Record<string, unknown>;
  order: Order;
  configuration: Record<string, unknown>;
  metadata: Metadata;
  publish: Publish[];
  events: SessionEvent[];
  transaction_id?: string;
  cancelled_at?: string;
  cancelled_by?: string;
};

export type TransactionEventName =
  'INITIALIZE' | 'AUTHORIZE' | 'CAPTURE' | 'REFUND' | 'VOID' | 'INITIATE_REFUND';

export type TransactionError = { code: string; message: string; type: string[] };

export type TransactionEvent = {
  id: string;
  event: TransactionEventName;
  transaction_status: string;
  success: boolean;
  amount: number;
  items: OrderItem[];
  created_at: string;
  created_by: string;
  request_id: string;
  correlation_request_id?: string;
  event_reference?: string;
  error?: TransactionError;
  metadata: Record<string, string>;
};

export type Card = {
  brand: string;
  masked_pan: string;
  expiry_date: string;
  type: string;
  country: string;
  issuing_bank: string;
  entry_method: string;
  acquirer_stan: string;
  acquirer_terminal_id: string;
  acquirer_transaction_time: string;
};

/** A transaction as `GET /v1/transactions/{id}` shows it. `amount` is never reduced by refunds. */
export type TransactionRecord = {
  id: string;
  session_id: string;
  /** One of Dintero's statuses, or one nobody has seen before. */
  status: string;
  amount: number;
  currency: string;
  payment_product: 'seitatech';
  payment_product_type: 'seitatech.in_person';
  channel: 'in_store';
  merchant_reference: string;
  merchant_reference_2?: string;
  store: OrderStore;
  payout_destination_id: string;
  items: OrderItem[];
  card?: Card;
  events: TransactionEvent[];
  metadata: Metadata;
  created_at: string;
  updated_at: string;
};

export type OperationName = 'end_of_day' | 'send_logs' | 'check_update' | 'open_menu';

/** An administrative order to a terminal; it never starts a payment. */
export type OperationRecord = {
  id: string;
  terminal_id: string;
  operation: OperationName;
  status: 'PENDING' | 'COMPLETED' | 'TIMEOUT';
  parameters: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  idempotency_key?: string;
  result?: Record<string, unknown>;
};

/** A payout to a seller, with the ids of the events that it pays. Minor units. */
export type SettlementRecord = {
  id: string;
  start_at: string;
  end_at: string;
  settled_at: string;
  capture: number;
  refund: number;
  fee: number;
  currency: string;
  seller: string;
  events: string[];
};

/** What a terminal shows at this moment. */
export type Prompt =
  | { kind: 'payment'; terminalId: string; sessionId: string; since: string; answer: TerminalAnswer }
  | { kind: 'refund'; terminalId: string; transactionId: string; requestId: string; since: string };

/** Something that will happen by itself, as plain data so that it survives a restart. */
export type Deed =
  | { kind: 'answer'; sessionId: string; answer: TerminalAnswer }
  | { kind: 'wrong-pin'; sessionId: string }
  | { kind: 'expire'; sessionId: string }
  | { kind: 'capture'; transactionId: string }
  | { kind: 'finish-refund'; transactionId: string; requestId: string; outcome: FinishedRefund }
  | { kind: 'leave-refund'; requestId: string }
  | { kind: 'finish-operation'; operationId: string };

export type FinishedRefund = Exclude<RefundAnswer['kind'], 'absent'>;

export type Planned = { number: number; at: number; deed: Deed };

import * as z from 'zod';
import { amount, maybe, metadata, spare, store } from './fields.ts';

const item = z.object({
  id: spare(z.string()),
  line_id: spare(z.string()),
  description: spare(z.string()),
  quantity: spare(z.number()),
  amount: spare(amount),
  vat_amount: spare(amount),
  vat: spare(z.number()),
});

const items = spare(z.array(item)).transform((list) => list ?? []);

const eventError = z.object({
  code: spare(z.string()),
  message: spare(z.string()),
  type: spare(z.union([z.array(z.string()), z.string().transform((one) => [one])])),
  result_code: spare(z.string()),
});

/** A failed operation that was put right later: its status is to be trusted over the event's own `success`. */
const correction = z.object({
  event_ids: z
    .array(z.string())
    .nullish()
    .transform((ids) => ids ?? []),
  status: maybe(z.string()),
  remaining_capture_amount: maybe(amount),
  remaining_refund_amount: maybe(amount),
  remaining_void_amount: maybe(amount),
});

const transactionEvent = z.object({
  id: spare(z.string()),
  event: z.string(),
  transaction_status: maybe(z.string()),
  success: maybe(z.boolean()),
  amount: maybe(amount),
  event_reference: maybe(z.string()),
  request_id: spare(z.string()),
  correlation_request_id: maybe(z.string()),
  error: spare(eventError),
  correction: maybe(correction),
  items,
  metadata,
  created_at: maybe(z.string()),
});

const card = z.object({
  brand: spare(z.string()),
  masked_pan: spare(z.string()),
  expiry_date: spare(z.string()),
  type: spare(z.string()),
  country: spare(z.string()),
  issuing_bank: spare(z.string()),
  entry_method: spare(z.string()),
  acquirer_stan: spare(z.string()),
  acquirer_terminal_id: spare(z.string()),
  acquirer_transaction_time: spare(z.string()),
});

/**
 * A transaction as read. `status` is any string, since Dintero's list of them grows; `amount` is what was authorised,
 * and no refund makes it smaller.
 */
export const transaction = z.object({
  id: z.string().min(1),
  session_id: maybe(z.string()),
  status: z.string(),
  amount,
  currency: z.string(),
  payment_product: spare(z.string()),
  payment_product_type: maybe(z.string()),
  merchant_reference: maybe(z.string()),
  merchant_reference_2: maybe(z.string()),
  store: spare(store),
  payout_destination_id: spare(z.string()),
  settlement_status: spare(z.string()),
  items,
  card: spare(card),
  metadata,
  events: z
    .array(transactionEvent)
    .nullish()
    .transform((events) => events ?? []),
  created_at: maybe(z.string()),
  updated_at: spare(z.string()),
});

export const transactions = z.array(transaction);

export type Transaction = z.output<typeof transaction>;
export type TransactionEvent = z.output<typeof transactionEvent>;
export type TransactionCard = z.output<typeof card>;

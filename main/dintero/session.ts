import * as z from 'zod';
import { amount, maybe, metadata, spare, store } from './fields.ts';

const sessionEvent = z.object({
  id: spare(z.string()),
  name: z.string(),
  created_at: spare(z.string()),
  details: spare(
    z.object({
      error: spare(z.string()),
      amount: spare(amount),
      payment_product_type: spare(z.string()),
      transaction_event_id: spare(z.string()),
    }),
  ),
});

/** A session as read. It has no status: `cancelled_at`, `transaction_id`, `expires_at` and the events tell. */
export const session = z.object({
  id: z.string().min(1),
  order: z.object({
    amount,
    currency: z.string(),
    merchant_reference: maybe(z.string()),
    merchant_reference_2: maybe(z.string()),
    store: spare(store),
  }),
  transaction_id: maybe(z.string()),
  cancelled_at: maybe(z.string()),
  cancelled_by: spare(z.string()),
  expires_at: maybe(z.string()),
  created_at: maybe(z.string()),
  updated_at: spare(z.string()),
  metadata,
  events: z
    .array(sessionEvent)
    .nullish()
    .transform((events) => events ?? []),
});

export const sessions = z.array(session);

/** The short answer to a new session. */
export const createdSession = z.object({
  id: z.string().min(1),
  publish: z
    .array(z.object({ channel: spare(z.string()), type: spare(z.string()), status: spare(z.string()) }))
    .nullish()
    .catch(null)
    .transform((publish) => publish ?? []),
});

export type Session = z.output<typeof session>;
export type SessionEvent = z.output<typeof sessionEvent>;
export type CreatedSession = z.output<typeof createdSession>;

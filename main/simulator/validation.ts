import { z } from 'zod';
import { problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

const amount = z.int32();
const text = z.string().min(1);
const vatPercent = z
  .number()
  .min(0)
  .max(100)
  .refine((vat) => Number.isInteger(Math.round(vat * 1e6) / 1e4), 'must have at most two decimals');

const item = z.looseObject({
  id: text.optional(),
  line_id: text.optional(),
  description: z.string().optional(),
  quantity: z.number().optional(),
  amount,
  vat_amount: amount.optional(),
  vat: vatPercent.optional(),
});

function isPublicHttps(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

const reservedPrefixes =
  /^(dintero|merchant|session|event|payout|gateway|bambora|collector|instabank|klarna|kravia|netaxept|payex|santander|swish|vipps)/;

const seitatech = z.strictObject({
  type: z.literal('payment_type').optional(),
  in_person: z.strictObject({
    type: z.literal('payment_product_type').optional(),
    enabled: z.boolean(),
    payability: z.enum(['payable', 'disabled', 'disabled_by_gateway', 'disabled_by_order_amount']).optional(),
  }),
});

export const sessionBodySchema = z.looseObject({
  profile_id: text,
  url: z.looseObject({
    return_url: z.url(),
    callback_url: z
      .url()
      .refine((address) => URL.canParse(address) && isPublicHttps(address), 'must be public and https')
      .optional(),
  }),
  order: z.looseObject({
    amount: amount.min(1),
    currency: z.string().regex(/^[A-Z]{3}$/),
    merchant_reference: text,
    merchant_reference_2: z.string().optional(),
    vat_amount: amount.optional(),
    partial_payment: z.boolean().optional(),
    items: z.array(item).max(100).optional(),
    shipping_option: z.looseObject({ amount }).optional(),
    store: z.looseObject({ id: text, terminal_id: text, payout_destination_id: text }),
  }),
  expires_at: z.iso.datetime({ offset: true }).optional(),
  metadata: z
    .record(
      z.string().refine((key) => !reservedPrefixes.test(key), 'begins with a reserved prefix'),
      z.union([z.string(), z.number()]),
    )
    .optional(),
  configuration: z
    .looseObject({
      auto_capture: z.boolean().optional(),
      channel: z.enum(['ecommerce', 'in_app', 'in_store']).optional(),
      publish: z
        .array(
          z.looseObject({
            channel: z.enum(['sms', 'push']),
            type: z.enum(['checkout-link', 'app', 'terminal']),
          }),
        )
        .optional(),
      seitatech: seitatech.optional(),
    })
    .optional(),
});

export type SessionBody = z.infer<typeof sessionBodySchema>;

const extMetadata = z.record(z.string().max(128).startsWith('ext_'), z.string().max(256)).optional();

export const refundBodySchema = z.looseObject({
  amount: amount.min(1),
  reason: z.string().optional(),
  refund_reference: text.optional(),
  terminal_id: text.optional(),
  items: z.array(item.extend({ line_id: text, amount: amount.min(1) })).optional(),
  metadata: extMetadata,
});

export const captureBodySchema = z.looseObject({
  amount: amount.min(1),
  capture_reference: text.optional(),
  items: z.array(item).optional(),
  metadata: extMetadata,
});

export const nameBodySchema = z.looseObject({ merchant_reference_2: text });

export const tokenBodySchema = z.looseObject({
  grant_type: z.literal('client_credentials'),
  audience: z.url(),
});

export const operationBodySchema = z.looseObject({
  terminal_id: text,
  operation: z.enum(['end_of_day', 'send_logs', 'check_update', 'open_menu']),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

/** Parses a body, or says in Dintero's form what is wrong with it, mistake by mistake. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): Result<z.infer<T>, Reply> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  return err(problem(400, 'Validation failed', errors));
}

/** Every payment method, as `type.product`, that a configuration switches on or off. */
export function methodsNamed(configuration: Record<string, unknown>): Map<string, boolean> {
  const named = new Map<string, boolean>();
  for (const [type, products] of Object.entries(configuration)) {
    if (typeof products !== 'object' || products === null) continue;
    for (const [product, settings] of Object.entries<unknown>(products as Record<string, unknown>)) {
      if (typeof settings !== 'object' || settings === null || !('enabled' in settings)) continue;
      named.set(`${type}.${product}`, settings.enabled === true);
    }
  }
  return named;
}

import { z } from 'zod';
import { transactionField } from './attempt.ts';
import { oreField, saleIdField } from './fields.ts';
import { refundIdField } from './refund.ts';

/** What is written down about a refund beside its own course. */
export const refundWatchEntries = {
  /** With its preparation: it gives back the difference of that exchange, which is completed when the money did go back. */
  'refund.for-exchange': z.strictObject({ refundId: refundIdField, saleId: saleIdField }),
  /** With its preparation: it is of another till's receipt, and this is what Dintero held of that payment. */
  'refund.of-other-till': z.strictObject({
    refundId: refundIdField,
    transaction: transactionField,
    held: oreField,
  }),
  /** Dintero says otherwise than the person who decided. `refunded` is what Dintero says, `alarm` its number for people. */
  'refund.contradicted': z.strictObject({
    refundId: refundIdField,
    refunded: z.boolean(),
    eventId: z.string().nullable(),
    detail: z.string(),
    alarm: z.int().positive(),
  }),
  /** `booked`: the return receipt was written after all. */
  'refund.alarm-settled': z.strictObject({
    refundId: refundIdField,
    how: z.enum(['booked', 'handled-elsewhere']),
    reason: z.string(),
  }),
  /** Dintero confirms what a person decided, or nothing came for the whole watching time: nobody looks any more. */
  'refund.watch-ended': z.strictObject({ refundId: refundIdField, confirmed: z.boolean() }),
} as const;

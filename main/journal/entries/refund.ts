import { z } from 'zod';
import { attemptIdField, currencyField, giftCodeField, oreField, saleIdField } from './fields.ts';
import { cardDetailsField, sellerField, signatureField, soldLineField, vatSumField } from './sale.ts';

/** `TILLID-F12`: the refund's own name, and its refund_reference at Dintero. Unique for ever. */
export const refundIdField = z.string().regex(/^[A-Z0-9]{4,12}-F\d{1,9}$/);

/** The sale that something is given back of. `receiptNumber` is null when this till wrote no receipt for it. */
export const refundOfField = z.strictObject({
  tillId: z.string(),
  saleId: saleIdField,
  receiptNumber: z.int().positive().nullable(),
});

/** Why nobody can say yet whether the money went back. */
export const refundUndecidedWhyField = z.enum([
  'answer-lost',
  'not-in-answer',
  'patience-over',
  'amount-differs',
  'unknown-outcome',
]);

/** How a part of the money went back; amounts are negative. */
export const paidBackField = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cash'),
    amount: oreField,
    /** What rounding to whole kroner added (or took, negative). */
    rounding: oreField,
  }),
  z.strictObject({
    kind: z.literal('card'),
    amount: oreField,
    /** The attempt that the sale was paid by, and its transaction, which the money goes back through. */
    attemptId: attemptIdField,
    transactionId: z.string(),
    atTerminal: z.boolean(),
    /** Dintero said so, or a person decided. */
    confirmed: z.enum(['by-dintero', 'by-hand']),
    card: cardDetailsField,
  }),
  z.strictObject({ kind: z.literal('gift-card'), amount: oreField, code: giftCodeField }),
]);

export const refundEntries = {
  /**
   * Written before anything leaves the till. `lines` are what goes back, in negative quantities and amounts (a price
   * reduction has quantity zero); `amount` is their sum, positive. Without lines a payment goes back that completed no
   * sale, or the difference of an exchange (`refund.for-exchange`).
   * `card.request` is the body that will be posted.
   */
  'refund.prepared': z.strictObject({
    refundId: refundIdField,
    number: z.int().positive(),
    of: refundOfField,
    lines: z.array(soldLineField),
    amount: oreField,
    currency: currencyField,
    reason: z.string().min(1),
    card: z
      .strictObject({
        attemptId: attemptIdField,
        transactionId: z.string(),
        amount: oreField,
        /** Null: to the original card, without it being present. */
        terminalId: z.string().nullable(),
        request: z.record(z.string(), z.unknown()),
      })
      .nullable(),
    cash: z.strictObject({ amount: oreField, rounding: oreField }).nullable(),
    /** The part that goes back to a gift card, once the refund is done. */
    giftCard: z.strictObject({ amount: oreField, code: giftCodeField }).optional(),
  }),
  'refund.sending': z.strictObject({ refundId: refundIdField }),
  /** Dintero took it and has not finished: an event with this correlation id will tell. */
  'refund.accepted': z.strictObject({ refundId: refundIdField, eventRequestId: z.string().nullable() }),
  'refund.undecided': z.strictObject({
    refundId: refundIdField,
    why: refundUndecidedWhyField,
    detail: z.string(),
  }),
  /** No money went back. `code` is stable, `detail` is Dintero's or the network's own words. */
  'refund.refused': z.strictObject({ refundId: refundIdField, code: z.string(), detail: z.string() }),
  'refund.done': z.strictObject({ refundId: refundIdField, eventId: z.string().nullable() }),
  /** A named person decided an undecided refund. */
  'refund.decided': z.strictObject({ refundId: refundIdField, refunded: z.boolean(), reason: z.string() }),
  /**
   * The whole content of the return receipt (kassasystemforskrifta § 2-8-5): in the same series of numbers and the same
   * chain of signatures as sales, with negative amounts.
   */
  'sale.returned': z.strictObject({
    refundId: refundIdField,
    receiptNumber: z.int().positive(),
    of: refundOfField,
    reason: z.string(),
    tillId: z.string(),
    training: z.boolean(),
    seller: sellerField,
    currency: currencyField,
    lines: z.array(soldLineField).min(1),
    vat: z.array(vatSumField),
    total: oreField,
    rounding: oreField,
    payments: z.array(paidBackField).min(1),
    signature: signatureField,
  }),
} as const;

export type RefundOf = z.infer<typeof refundOfField>;
export type RefundUndecidedWhy = z.infer<typeof refundUndecidedWhyField>;
export type PaidBack = z.infer<typeof paidBackField>;
export type PreparedRefund = z.infer<(typeof refundEntries)['refund.prepared']>;
export type ReturnedSale = z.infer<(typeof refundEntries)['sale.returned']>;

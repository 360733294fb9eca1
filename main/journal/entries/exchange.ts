import { z } from 'zod';
import {
  attemptIdField,
  currencyField,
  giftCodeField,
  lineIdField,
  oreField,
  saleIdField,
} from './fields.ts';
import { paidBackField, refundIdField, refundOfField } from './refund.ts';
import { buyerField, paymentField, sellerField, signatureField, soldLineField, vatSumField } from './sale.ts';

/**
 * A line that comes back in an exchange, in negative quantity and amounts. `lineId` numbers it within the exchange,
 * `ofLineId` names it on the receipt that it was sold on.
 */
export const returnLineField = soldLineField.extend({ ofLineId: lineIdField });

/**
 * What the goods that came back had been paid with, as far as it now pays for new ones; amounts are positive. Of the
 * money nothing moves: it stays where the first sale took it.
 */
export const carriedField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), amount: oreField }),
  z.strictObject({
    kind: z.literal('card'),
    amount: oreField,
    attemptId: attemptIdField,
    transactionId: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('gift-card'),
    amount: oreField,
    code: giftCodeField,
    elsewhere: z.boolean(),
  }),
]);

export const exchangeEntries = {
  /** Lines of one receipt come back in an open sale. Nothing of them can be given back elsewhere while they are in it. */
  'sale.return-added': z.strictObject({
    saleId: saleIdField,
    of: refundOfField,
    reason: z.string().min(1),
    lines: z.array(returnLineField).min(1),
  }),
  'sale.return-removed': z.strictObject({ saleId: saleIdField, lineId: lineIdField, reason: z.string() }),
  /**
   * The whole content of the receipt of an exchange (kassasystemforskrifta §§ 2-8-4 and 2-8-5), in the same series of
   * numbers and the same chain of signatures as sales and returns. `total` is the difference: what the customer paid
   * (`payments`) or, negative, got back (`paidBack`).
   */
  'sale.exchanged': z.strictObject({
    saleId: saleIdField,
    receiptNumber: z.int().positive(),
    of: refundOfField,
    reason: z.string(),
    tillId: z.string(),
    training: z.boolean(),
    seller: sellerField,
    currency: currencyField,
    lines: z.array(soldLineField).min(1),
    returned: z.array(returnLineField).min(1),
    vat: z.array(vatSumField),
    total: oreField,
    rounding: oreField,
    payments: z.array(paymentField),
    paidBack: z.array(paidBackField),
    /** The refund that gave the difference back; null when nothing went back. */
    refundId: refundIdField.nullable(),
    carried: z.array(carriedField),
    /** Whom the receipt is made out to. */
    buyer: buyerField.optional(),
    signature: signatureField,
  }),
} as const;

export type ReturnLine = z.infer<typeof returnLineField>;
export type Carried = z.infer<typeof carriedField>;
export type ExchangedSale = z.infer<(typeof exchangeEntries)['sale.exchanged']>;

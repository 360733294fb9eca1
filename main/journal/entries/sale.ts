import { z } from 'zod';
import {
  attemptIdField,
  currencyField,
  giftCodeField,
  lineIdField,
  notPaidOutcomeField,
  oreField,
  saleIdField,
  thousandthsField,
  vatRateField,
} from './fields.ts';

/** A reduction of a line or of a sale, as the cashier gave it. */
export const discountField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount: oreField }),
  z.strictObject({ kind: z.literal('percent'), rate: vatRateField }),
]);

/** A line as it was rung up. `unitPrice` includes VAT; `articleId` is null for a free amount. */
export const basketLineField = z.strictObject({
  lineId: lineIdField,
  articleId: z.string().nullable(),
  description: z.string().min(1),
  group: z.string(),
  unitPrice: oreField,
  quantity: thousandthsField,
  vatRate: vatRateField,
  discount: discountField.nullable(),
  /** What the cashier wrote beside it: an engraving, a size. */
  note: z.string().optional(),
  /** The article's own price, where the line was given another. */
  listPrice: oreField.optional(),
  /** How old (years) the buyer must be. */
  ageLimit: z.int().positive().optional(),
  /** It is the deposit on another line's bottles and cans, goes with that line and is never reduced. */
  depositOf: lineIdField.optional(),
  /** It is a gift card and no turnover: VAT falls due on what is bought with it. Good until the end of `expires`, a day of the shop's. */
  giftCard: z.strictObject({ code: giftCodeField, expires: z.iso.date() }).optional(),
});

/** A line of a completed sale: `amount` is what it cost including VAT and after every discount. */
export const soldLineField = basketLineField.extend({
  /** What discounts of the line and of the sale took off, in øre, zero or more. */
  reduction: oreField,
  amount: oreField,
  vatAmount: oreField,
});

export const vatSumField = z.strictObject({
  rate: vatRateField,
  gross: oreField,
  net: oreField,
  vat: oreField,
});

export const cardDetailsField = z.strictObject({
  brand: z.string().nullable(),
  maskedPan: z.string().nullable(),
  entryMethod: z.string().nullable(),
  /** Receipt text from the terminal, made safe for printing; null when there was none. */
  customerReceipt: z.string().nullable(),
});

export const paymentField = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cash'),
    /** The part of the sale settled in cash, before rounding. */
    amount: oreField,
    /** What rounding to whole kroner added (or took, negative). */
    rounding: oreField,
    given: oreField,
    change: oreField,
  }),
  z.strictObject({
    kind: z.literal('card'),
    amount: oreField,
    attemptId: attemptIdField,
    /** Null when a person decided that the payment stands. */
    transactionId: z.string().nullable(),
    card: cardDetailsField,
  }),
  z.strictObject({
    kind: z.literal('gift-card'),
    amount: oreField,
    code: giftCodeField,
    /** Another till sold it: a person accepted it, and this till keeps no balance of it. */
    elsewhere: z.boolean(),
  }),
]);

export const sellerField = z.strictObject({
  name: z.string(),
  organisationNumber: z.string(),
  vatRegistered: z.boolean(),
  address: z.array(z.string()),
});

/** The buyer as the receipt names it, where the buyer asks for that (bokføringsforskriften § 5-1-2). */
export const buyerField = z.strictObject({
  name: z.string().min(1),
  organisationNumber: z.string().nullable(),
  address: z.string(),
});

/** Signature of the Norwegian chain (norway.md 8): what was signed can be made again from these fields. */
export const signatureField = z.strictObject({
  keyVersion: z.string(),
  /** Shop's date and time as signed: YYYY-MM-DD and HH:MM:SS. */
  date: z.string(),
  time: z.string(),
  amountIncludingVat: oreField,
  amountExcludingVat: oreField,
  /** Base64 of the previous signature in the chain, "0" for the first. */
  previous: z.string(),
  /** Base64, one line. */
  value: z.string(),
});

export const saleEntries = {
  'sale.opened': z.strictObject({ saleId: saleIdField, number: z.int().positive(), currency: currencyField }),
  'sale.line-added': z.strictObject({ saleId: saleIdField, line: basketLineField }),
  /** `reason` is there when the quantity went down: a correction that the reports count. */
  'sale.line-quantity': z.strictObject({
    saleId: saleIdField,
    lineId: lineIdField,
    quantity: thousandthsField,
    reason: z.string().nullable(),
  }),
  'sale.line-removed': z.strictObject({ saleId: saleIdField, lineId: lineIdField, reason: z.string() }),
  /** `lineId` null means the whole sale; `discount` null takes it off again. */
  'sale.discounted': z.strictObject({
    saleId: saleIdField,
    lineId: lineIdField.nullable(),
    discount: discountField.nullable(),
  }),
  /**
   * A part of what the sale costs is paid and kept while the rest is owed: by another card, in cash. `part` counts within
   * the sale, and is never given twice. What the sale holds may not change until it is completed or the part is back.
   */
  'sale.part-paid': z.strictObject({
    saleId: saleIdField,
    part: z.int().positive(),
    payment: paymentField,
  }),
  /** A part went back before the sale was completed: out of the drawer, or to its card by the refund that is named. */
  'sale.part-given-back': z.strictObject({
    saleId: saleIdField,
    part: z.int().positive(),
    refundId: z.string().nullable(),
    reason: z.string(),
  }),
  /** A part by card came to nothing before the sale was completed: Dintero let the reserved amount go. It is due again. */
  'sale.part-lost': z.strictObject({
    saleId: saleIdField,
    part: z.int().positive(),
    attemptId: attemptIdField,
    outcome: notPaidOutcomeField,
    code: z.string(),
  }),
  /** Another price than the article's, with its reason. `unitPrice` includes VAT. */
  'sale.line-priced': z.strictObject({
    saleId: saleIdField,
    lineId: lineIdField,
    unitPrice: oreField,
    reason: z.string(),
  }),
  /** Empty: the note is taken off again. */
  'sale.line-noted': z.strictObject({ saleId: saleIdField, lineId: lineIdField, note: z.string() }),
  /** The cashier has seen that the buyer is at least so many years old. */
  'sale.age-checked': z.strictObject({ saleId: saleIdField, ageLimit: z.int().positive() }),
  /** Whom the receipt is made out to; null takes it off again. */
  'sale.buyer-named': z.strictObject({ saleId: saleIdField, buyer: buyerField.nullable() }),
  'sale.parked': z.strictObject({ saleId: saleIdField, name: z.string() }),
  'sale.resumed': z.strictObject({ saleId: saleIdField }),
  'sale.aborted': z.strictObject({ saleId: saleIdField, reason: z.string(), total: oreField }),
  /** The whole content of the receipt (kassasystemforskrifta § 2-7): nothing of it is looked up later. */
  'sale.completed': z.strictObject({
    saleId: saleIdField,
    receiptNumber: z.int().positive(),
    tillId: z.string(),
    training: z.boolean(),
    seller: sellerField,
    currency: currencyField,
    lines: z.array(soldLineField).min(1),
    vat: z.array(vatSumField),
    /** Sum of the lines. */
    total: oreField,
    /** Sum of the payments' rounding. */
    rounding: oreField,
    payments: z.array(paymentField).min(1),
    buyer: buyerField.optional(),
    signature: signatureField,
  }),
} as const;

export type BasketLine = z.infer<typeof basketLineField>;
export type SoldLine = z.infer<typeof soldLineField>;
export type Discount = z.infer<typeof discountField>;
export type VatSum = z.infer<typeof vatSumField>;
export type Payment = z.infer<typeof paymentField>;
export type CardDetails = z.infer<typeof cardDetailsField>;
export type Seller = z.infer<typeof sellerField>;
export type Buyer = z.infer<typeof buyerField>;
export type Signature = z.infer<typeof signatureField>;
export type CompletedSale = z.infer<(typeof saleEntries)['sale.completed']>;

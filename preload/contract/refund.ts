import { z } from 'zod';

/** What the window is told of refunds. Amounts in øre, quantities in thousandths, times UTC ISO 8601. */

const amount = z.int();
const instant = z.string();

/** What the cashier wants to give back: all that is left, pieces of lines, or a part of the price without goods. */
export const wantedAsk = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('lines'),
    lines: z
      .array(
        z.strictObject({ lineId: z.string().min(1).max(20), quantity: z.int().min(1).max(1_000_000_000) }),
      )
      .min(1)
      .max(100),
  }),
  z.strictObject({ kind: z.literal('amount'), amount: z.int().min(1).max(2_147_483_647) }),
]);

/** As it was paid, or in notes and coins whatever it was paid with. */
export const howAsk = z.enum(['as-paid', 'cash']);

export const refundQuoteView = z.strictObject({
  /** What goes back by this refund; at the terminal a sale paid by several cards goes back card by card. */
  amount,
  /** What goes back to the card, and what is handed out in cash after rounding. */
  card: amount,
  cash: amount,
  giftCard: amount,
});

export const refundView = z.strictObject({
  refundId: z.string(),
  saleId: z.string(),
  /** The sale's receipt; null when another till wrote it. */
  receiptNumber: z.int().nullable(),
  amount,
  startedAt: instant,
  state: z.discriminatedUnion('kind', [
    /** On its way to Dintero. */
    z.strictObject({ kind: z.literal('sending') }),
    /** Dintero is at it; `atTerminal` when the customer's card is asked for. */
    z.strictObject({ kind: z.literal('accepted'), atTerminal: z.boolean() }),
    z.strictObject({ kind: z.literal('undecided'), why: z.string(), nextLookAt: instant.nullable() }),
    z.strictObject({ kind: z.literal('refunded'), returnReceipt: z.int().nullable() }),
    z.strictObject({ kind: z.literal('refused'), code: z.string(), offerTerminal: z.boolean() }),
  ]),
  /** What happened and what to do, in the cashier's language. */
  sentence: z.string(),
});

export const receiptLineView = z.strictObject({
  lineId: z.string(),
  description: z.string(),
  quantity: z.int(),
  amount,
  vatRate: z.int(),
  vatAmount: amount,
  /** What of the line may still go back. */
  quantityLeft: z.int(),
  amountLeft: amount,
});

/** Everything about a receipt's sale. */
export const receiptDetailView = z.strictObject({
  saleId: z.string(),
  /** On the receipt of a return or an exchange: the receipt that it gives back of, when this till wrote it. */
  returnOf: z.int().nullable(),
  lines: z.array(receiptLineView),
  /** What may still go back of the sale; zero on a return receipt. */
  left: amount,
  attempts: z.array(
    z.strictObject({
      attemptId: z.string(),
      state: z.string(),
      amount,
      at: instant,
      sessionId: z.string().nullable(),
      transactionId: z.string().nullable(),
    }),
  ),
  refunds: z.array(
    z.strictObject({
      refundId: z.string(),
      state: z.string(),
      amount,
      at: instant,
      /** The receipt of the return or exchange, once it is written. */
      receiptNumber: z.int().nullable(),
    }),
  ),
  /** Receipts of exchanges that took something of it back. */
  exchanges: z.array(z.int()),
  entries: z.array(
    z.strictObject({ seq: z.int(), at: instant, kind: z.string(), operator: z.string().nullable() }),
  ),
});

/** What Dintero holds of a payment that another till of the shop took. */
export const otherTillPaymentView = z.strictObject({
  transactionId: z.string(),
  /** Its merchant_reference. */
  reference: z.string(),
  tillId: z.string(),
  at: instant.nullable(),
  amount,
  /** Captured, less refunded, less what is being refunded. */
  held: amount,
  /** Brand and masked number, as far as they are known. */
  card: z.string(),
});

export type OtherTillPaymentView = z.infer<typeof otherTillPaymentView>;
export type WantedAsk = z.infer<typeof wantedAsk>;
export type HowAsk = z.infer<typeof howAsk>;
export type RefundQuoteView = z.infer<typeof refundQuoteView>;
export type RefundView = z.infer<typeof refundView>;
export type ReceiptLineView = z.infer<typeof receiptLineView>;
export type ReceiptDetailView = z.infer<typeof receiptDetailView>;

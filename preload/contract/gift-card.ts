import { z } from 'zod';

/** What the window asks and is told about gift cards. Amounts in øre. */

const amount = z.int();
const code = z.string().trim().min(1).max(60);

/** What the shop sells gift cards for, and for how long they are good. */
export const giftCards = z.strictObject({
  lowest: z.int().min(100).max(10_000_000).default(10_000),
  highest: z.int().min(100).max(10_000_000).default(500_000),
  months: z.int().min(1).max(120).default(36),
});

export const giftCardView = z.strictObject({
  code: z.string(),
  /** `elsewhere`: another till sold it, and only that one knows what is left on it. */
  standing: z.enum(['good', 'empty', 'expired', 'elsewhere']),
  /** What is left on it; null where this till does not know. */
  balance: amount.nullable(),
  /** The last day on which it is good, written out; null where this till does not know. */
  expires: z.string().nullable(),
  /** What may be done with it, in the cashier's language. */
  sentence: z.string(),
});

export const giftCardCalls = {
  /** Rings up a gift card; the till makes its code. Answers with the line. */
  'giftCard.sell': { asks: z.strictObject({ amount }), answers: z.strictObject({ lineId: z.string() }) },
  /** What a scanned or typed code names; null for what is no gift card's code. */
  'giftCard.lookUp': {
    asks: z.strictObject({ text: z.string().max(200) }),
    answers: giftCardView.nullable(),
  },
  /**
   * Takes what is left on it, or `amount`, towards what is due (`total`, as the cashier saw it). `accept`: also of one that
   * has expired or that another till sold, which a manager may.
   */
  'giftCard.pay': {
    asks: z.strictObject({
      total: amount,
      text: code,
      amount: amount.positive().nullable(),
      accept: z.boolean(),
    }),
    answers: z.null(),
  },
  /** Prints it once more. Answers whether it is on paper; else it waits, and the view says why. */
  'giftCard.print': {
    asks: z.strictObject({ text: code }),
    answers: z.strictObject({ printed: z.boolean() }),
  },
} as const;

export type GiftCardView = z.infer<typeof giftCardView>;

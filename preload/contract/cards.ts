import { z } from 'zod';

/** The card payments of a period laid beside Dintero's, and what Dintero paid out of them. Amounts in øre. */

const nothing = z.strictObject({});
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const amount = z.int();

const side = z.strictObject({
  payments: z.strictObject({ number: z.int(), amount }),
  /** What went back to cards. */
  refunded: amount,
});

export const comparisonView = z.strictObject({
  from: date,
  to: date,
  here: side,
  there: side,
  /** In how many things the two differ, and how many of those are new cases. */
  differences: z.int(),
  opened: z.int(),
});

export const payoutsView = z.strictObject({
  /** Closed days, the newest first: card payments less what went back, and what of it is paid out. */
  days: z.array(z.strictObject({ z: z.int(), at: z.string(), card: amount, paidOut: amount })),
  /** Dintero's payouts, the newest first. */
  payouts: z.array(
    z.strictObject({
      settlementId: z.string(),
      settledAt: z.string(),
      amount,
      captures: amount,
      refunds: amount,
      fee: amount,
      /** Of captures less refunds: this till's part, other tills' part, and what nothing explains. */
      ours: amount,
      others: amount,
      unexplained: amount,
    }),
  ),
});

export const cardCalls = {
  /** Compares whole days of the shop's with Dintero, both included; what differs and is new becomes a case. */
  'cards.compare': { asks: z.strictObject({ from: date, to: date }), answers: comparisonView },
  /** What is known of payouts; nothing is asked of Dintero. */
  'cards.payouts': { asks: nothing, answers: payoutsView },
  /** Asks Dintero for payouts. `available` is false where it does not show them to this till. */
  'cards.lookForPayouts': {
    asks: nothing,
    answers: z.strictObject({ available: z.boolean(), matched: z.int(), opened: z.int() }),
  },
} as const;

export type ComparisonView = z.infer<typeof comparisonView>;
export type PayoutsView = z.infer<typeof payoutsView>;

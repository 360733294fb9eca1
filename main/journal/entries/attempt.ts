import { z } from 'zod';
import { attemptIdField, currencyField, notPaidOutcomeField, oreField, saleIdField } from './fields.ts';
import { cardDetailsField } from './sale.ts';

/** What Dintero's transaction said when it was read, in the till's words. */
export const transactionField = z.strictObject({
  transactionId: z.string(),
  status: z.string(),
  amount: oreField,
  currency: z.string(),
  reference: z.string(),
  captured: z.boolean(),
  card: cardDetailsField,
});

/** Why nobody can say yet whether the customer paid. */
export const undecidedWhyField = z.enum([
  'create-answer-lost',
  'patience-over',
  'unknown-status',
  'amount-differs',
  'currency-differs',
  'reference-differs',
  'on-hold',
  'several-transactions',
  'session-not-found',
]);

export const attemptEntries = {
  /** Written before anything leaves the till. `request` is the body that will be posted, word for word. */
  'attempt.prepared': z.strictObject({
    attemptId: attemptIdField,
    saleId: saleIdField,
    number: z.int().positive(),
    amount: oreField,
    currency: currencyField,
    terminalId: z.string(),
    request: z.record(z.string(), z.unknown()),
  }),
  'attempt.creating': z.strictObject({ attemptId: attemptIdField }),
  'attempt.waiting': z.strictObject({
    attemptId: attemptIdField,
    sessionId: z.string(),
    /** How the session was found: in the answer, or by looking it up after the answer was lost. */
    found: z.enum(['answer', 'lookup']),
  }),
  'attempt.cancel-asked': z.strictObject({ attemptId: attemptIdField }),
  'attempt.undecided': z.strictObject({
    attemptId: attemptIdField,
    why: undecidedWhyField,
    detail: z.string(),
  }),
  'attempt.approved': z.strictObject({ attemptId: attemptIdField, transaction: transactionField }),
  /** `code` is stable, `detail` is Dintero's or the network's own words. */
  'attempt.not-paid': z.strictObject({
    attemptId: attemptIdField,
    outcome: notPaidOutcomeField,
    code: z.string(),
    detail: z.string(),
  }),
  'attempt.captured': z.strictObject({ attemptId: attemptIdField, transactionId: z.string() }),
  /** A named person decided an undecided attempt. The watching goes on. */
  'attempt.decided': z.strictObject({ attemptId: attemptIdField, paid: z.boolean(), reason: z.string() }),
  /** A final attempt that was not paid turns out to be paid. `alarm` is its number for people. */
  'attempt.paid-after-all': z.strictObject({
    attemptId: attemptIdField,
    transaction: transactionField,
    alarm: z.int().positive(),
  }),
  /** What the till holds as paid (a person decided so, or it was only authorised) is not paid at Dintero. */
  'attempt.contradicted': z.strictObject({
    attemptId: attemptIdField,
    outcome: notPaidOutcomeField,
    code: z.string(),
    detail: z.string(),
    alarm: z.int().positive(),
  }),
  /** A payment that came after all was only authorised, and Dintero let it go: nothing was charged, the alarm is over. */
  'attempt.alarm-withdrawn': z.strictObject({
    attemptId: attemptIdField,
    outcome: notPaidOutcomeField,
    code: z.string(),
    detail: z.string(),
  }),
  'attempt.alarm-settled': z.strictObject({
    attemptId: attemptIdField,
    how: z.enum(['attached', 'refunded', 'handled-elsewhere']),
    reason: z.string(),
  }),
  /** Nothing came for the whole watching time; nobody looks any more. */
  'attempt.watch-ended': z.strictObject({ attemptId: attemptIdField }),
} as const;

export type TransactionSeen = z.infer<typeof transactionField>;
export type UndecidedWhy = z.infer<typeof undecidedWhyField>;
export type NotPaidOutcome = z.infer<typeof notPaidOutcomeField>;

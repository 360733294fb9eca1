import { z } from 'zod';
import { attemptIdField, instantField, oreField } from './fields.ts';

/** How Dintero's books and the till's differ. */
export const caseKindField = z.enum([
  /** Dintero has a payment on this till's terminal that the till does not hold as paid. */
  'paid-there-only',
  /** The till holds a card payment as paid; Dintero has no such payment, or none that was paid. */
  'paid-here-only',
  'amount-differs',
  /** More or less of a card payment went back at Dintero than the till gave back. */
  'refund-differs',
  /** Another till sends its payments to this till's terminal. */
  'terminal-shared',
]);

export const caseEntries = {
  /** `difference` names what differs: the same difference is never opened twice. Amounts are null where one side has none. */
  'case.opened': z.strictObject({
    case: z.int().positive(),
    difference: z.string().min(1),
    kind: caseKindField,
    transactionId: z.string().nullable(),
    attemptId: attemptIdField.nullable(),
    amountHere: oreField.nullable(),
    amountThere: oreField.nullable(),
    /** Dintero's, where it has the payment. */
    currency: z.string(),
    /** The payment's merchant reference; for a shared terminal the other till's id. */
    reference: z.string(),
    /** Dintero's status, where it has the payment. */
    detail: z.string(),
  }),
  'case.settled': z.strictObject({
    case: z.int().positive(),
    how: z.enum(['handled-elsewhere', 'nothing-to-do']),
    reason: z.string(),
  }),
  /** The two books were compared. Nothing that happened before `until` can still be explained by itself. */
  'day.matched': z.strictObject({
    from: instantField,
    until: instantField,
    transactions: z.int().nonnegative(),
    differences: z.int().nonnegative(),
  }),
} as const;

export type CaseKind = z.infer<typeof caseKindField>;

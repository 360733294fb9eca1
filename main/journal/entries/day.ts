import { z } from 'zod';
import { cashCountField, closingMatchField, countedField, dayReportField } from './day-report.ts';
import { oreField } from './fields.ts';

export const dayEntries = {
  /** The opening float (kassasystemforskrifta § 2-5). A second one the same day takes the first one's place, and has a reason. */
  'cash.float': z.strictObject({ amount: oreField, reason: z.string().nullable() }),
  /** Cash in or out of the drawer that is no sale (bokføringsforskriften § 5-3-8); the amount is positive. */
  'cash.moved': z.strictObject({
    kind: z.enum(['pay-in', 'pay-out', 'drop']),
    amount: oreField,
    reason: z.string().min(1),
  }),
  /** The drawer without a sale or a return. */
  'drawer.opened': z.strictObject({ why: z.string().min(1) }),
  'report.x': z.strictObject({ report: dayReportField }),
  /**
   * A count of the drawer, written before the person is shown what was expected. A recount is another one; the last
   * one before the Z stands, with what explains its difference, in the Z.
   */
  'day.counted': cashCountField,
  /** Closes the day. Numbers are an unbroken series (kassasystemforskrifta § 2-8-3). */
  'report.z': z.strictObject({
    number: z.int().positive(),
    report: dayReportField,
    /** Null when no cash was in the drawer that day: nothing was there to count. */
    count: cashCountField.extend({ reason: z.string().nullable() }).nullable(),
    match: closingMatchField,
    /** Paid by customers and not yet captured for the shop when the day was closed, whenever they were paid. */
    uncaptured: countedField,
  }),
} as const;

export type CashMovement = z.infer<(typeof dayEntries)['cash.moved']>;
export type ZReport = z.infer<(typeof dayEntries)['report.z']>;

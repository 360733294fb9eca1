import { z } from 'zod';
import { countedField } from './day-report.ts';
import { attemptIdField, currencyField, instantField, oreField } from './fields.ts';
import { exportFormats } from './till.ts';

/** What the terminal itself had added up since its last end of day. */
const terminalTotals = z.strictObject({
  kind: z.literal('totals'),
  purchases: countedField,
  /** What went back; the amount is positive. */
  reversals: countedField,
  tips: oreField,
  /** The terminal's own number for it; empty when it gave none. */
  batch: z.string(),
  /** When its last end of day was, as it tells. */
  since: z.string().nullable(),
});

export const toldByTerminal = z.discriminatedUnion('kind', [
  terminalTotals,
  /** Dintero does not offer it to this till, or the terminal did not answer. */
  z.strictObject({ kind: z.literal('not-available'), code: z.string() }),
]);

const settledField = z.strictObject({ number: z.int().nonnegative(), amount: oreField });

export const booksEntries = {
  /** Before the terminal is asked for its end of day: asked again with the same key, it is carried out once. */
  'terminal.day-asked': z.strictObject({ z: z.int().positive(), key: z.string().min(1) }),
  'terminal.day-told': z.strictObject({ key: z.string().min(1), told: toldByTerminal }),

  /** The two books were compared for whole days of the shop's zone, because a person asked for it. */
  'period.matched': z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    transactions: z.int().nonnegative(),
    differences: z.int().nonnegative(),
  }),

  /** A payout of Dintero's was matched with what it pays. Amounts in øre; `amount` is captures less refunds less fee. */
  'settlement.matched': z.strictObject({
    settlementId: z.string().min(1),
    settledAt: instantField,
    startAt: instantField,
    endAt: instantField,
    currency: currencyField,
    amount: oreField,
    captures: oreField,
    refunds: oreField,
    fee: oreField,
    /** This till's own part of it, one by one. */
    payments: z.array(z.strictObject({ attemptId: attemptIdField, amount: oreField })),
    paidBack: z.array(z.strictObject({ refundId: z.string().min(1), amount: oreField })),
    /** What it pays that is not of this till: other tills of the same seller. */
    others: z.strictObject({ payments: settledField, refunds: settledField }),
  }),
  /** What a payout says it pays is not what Dintero's own transactions add up to: a case, numbered with the others. */
  'settlement.differs': z.strictObject({
    case: z.int().positive(),
    settlementId: z.string().min(1),
    settledAt: instantField,
    currency: currencyField,
    /** Captures less refunds: of the transactions, and as the payout says. */
    transactions: oreField,
    said: oreField,
  }),

  /** With the Z: what is to be put into the folder that the shop chose. */
  'day.export-due': z.strictObject({
    z: z.int().positive(),
    formats: z.array(z.enum(exportFormats)).min(1),
  }),
  /** One form of a day's books lies whole in the folder. */
  'day.exported': z.strictObject({
    z: z.int().positive(),
    format: z.enum(exportFormats),
    folder: z.string().min(1),
    files: z
      .array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string() }))
      .min(1),
  }),
} as const;

export type ToldByTerminal = z.infer<typeof toldByTerminal>;
export type TerminalTotals = z.infer<typeof terminalTotals>;
export type MatchedSettlement = z.infer<(typeof booksEntries)['settlement.matched']>;

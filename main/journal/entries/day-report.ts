import { z } from 'zod';
import { sellerField } from './sale.ts';
import { currencyField, instantField, oreField, thousandthsField, vatRateField } from './fields.ts';

/** How many of something, and what they came to in øre. */
export const countedField = z.strictObject({ number: z.int().nonnegative(), amount: oreField });

const typed = <const T extends readonly [string, ...string[]]>(types: T) =>
  countedField.extend({ type: z.enum(types) });

/** A group's sales less its returns: in how many sales and returns it occurred, how much of it, and for what including VAT. */
const groupField = countedField.extend({
  /** Empty for what was rung up as a free amount. */
  group: z.string(),
  quantity: thousandthsField,
});

/** A means of payment: taken less given back, after cash rounding, in how many payments and repayments. */
const meansField = countedField.extend({
  means: z.enum(['card', 'cash', 'gift-card']),
  /** The part of it that was given back; its amount is negative or zero. */
  returned: countedField,
});

/** What one person sold: the sum of all operators is the till's. Null where nobody was logged in. */
const operatorField = z.strictObject({
  operator: z.string().nullable(),
  cashSales: oreField,
  groups: z.array(groupField),
  payments: z.array(meansField),
  openingFloat: oreField.nullable(),
});

/**
 * The content of an X or a Z report, whole (kassasystemforskrifta §§ 2-8-2, 2-8-3; the letters are those of § 2-8-2).
 * Functions that this till does not have stand with zero. Amounts include VAT unless they are called net.
 */
export const dayReportField = z.strictObject({
  /** b */
  seller: sellerField,
  /** d */
  tillId: z.string(),
  training: z.boolean(),
  currency: currencyField,
  /** From the entry after the last Z (or the first entry) to the entry before this one; c is the report entry's `at`. */
  period: z.strictObject({
    from: instantField,
    to: instantField,
    firstSeq: z.int().positive(),
    lastSeq: z.int().positive(),
  }),
  /** e: sales less returns, before cash rounding. */
  cashSales: oreField,
  /** What rounding to whole kroner added (or took, negative): the payments' sum is cashSales + rounding. */
  rounding: oreField,
  /** f */
  groups: z.array(groupField),
  /** g */
  payments: z.array(meansField),
  /** h */
  operators: z.array(operatorField),
  /** i */
  tips: countedField,
  /** j, sales less returns; rate 0 is what is free of VAT. VAT is the sum of the lines'. */
  vat: z.array(z.strictObject({ rate: vatRateField, gross: oreField, net: oreField, vat: oreField })),
  /** k; null when none was registered. */
  openingFloat: oreField.nullable(),
  /** l */
  salesReceipts: z.int().nonnegative(),
  /** m: without a sale or a return only. */
  drawerOpenings: z.int().nonnegative(),
  /** n */
  copies: countedField,
  /** o */
  provisionalReceipts: countedField,
  /** p: the amount is negative or zero. */
  returns: countedField,
  /** q: given at the till; the amount is what they took off. */
  discounts: countedField,
  /** r */
  aborted: countedField,
  /** s: reductions only, by lines corrected; what a correction took off. */
  lineCorrections: z.array(typed(['removed', 'quantity-lowered'])),
  /** t */
  priceEnquiries: z.array(countedField.extend({ group: z.string() })),
  /** u: a float that was registered anew, by how much it changed. */
  otherCorrections: z.array(typed(['float'])),
  /** v */
  deliveryReceipts: countedField,
  /** w */
  trainingReceipts: countedField,
  /** x, y, z: since the till's first sale, never reset. Returns are negative or zero; net is the sum of both. */
  grandTotals: z.strictObject({ sales: oreField, returns: oreField, net: oreField }),
  creditSales: countedField,
  creditReturns: countedField,
  payIns: z.array(typed(['pay-in'])),
  /** Amounts are positive: what left the drawer. */
  payOuts: z.array(typed(['pay-out', 'drop'])),
  /** What should lie in the drawer: float and cash taken, less what was given back and taken out. */
  cashExpected: oreField,
  /** Payments that turned out to be paid after they had been given up (an alarm was raised), in this period. */
  lateApprovals: countedField,
  /**
   * Gift cards are no turnover: what they were sold for stands here and not in `cashSales`, so that the payments' sum is
   * cashSales + rounding + sold - takenBack. Left out where the till has never had to do with any.
   */
  giftCards: z
    .strictObject({
      sold: countedField,
      /** Sold ones that came back, by what was left on them. */
      takenBack: countedField,
      /** What is left on all cards at the report. */
      outstanding: countedField,
    })
    .optional(),
});

/** How many of each note and coin lay in the drawer. A denomination that nobody counted is no zero: it ends the count. */
export const cashCountField = z.strictObject({
  counts: z.array(z.strictObject({ denomination: oreField, count: z.int().nonnegative() })).min(1),
  /** What the journal says should be there, in øre. */
  expected: oreField,
  counted: oreField,
  /** Counted less expected. */
  difference: oreField,
});

/** How the card payments of the day were compared with Dintero's when the day was closed. */
export const closingMatchField = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('matched'),
    at: instantField,
    transactions: z.int().nonnegative(),
    differences: z.int().nonnegative(),
  }),
  /** Dintero could not be asked: said so in the report, and compared later. */
  z.strictObject({ kind: z.literal('not-available'), code: z.string() }),
]);

export type DayReport = z.infer<typeof dayReportField>;
export type CashCount = z.infer<typeof cashCountField>;
export type ClosingMatch = z.infer<typeof closingMatchField>;

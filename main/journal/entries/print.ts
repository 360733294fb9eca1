import { z } from 'zod';
import { giftCodeField } from './fields.ts';

/** Something to be printed. What stands on it is made from the journal each time: nothing of it is kept here. */
export const printOfField = z.discriminatedUnion('kind', [
  /** A receipt is issued once, and once more as a copy (kassasystemforskrifta § 2-8-6). */
  z.strictObject({
    kind: z.literal('receipt'),
    receiptNumber: z.int().positive(),
    issue: z.enum(['original', 'copy']),
  }),
  /** An X or a Z report, by its entry's number. */
  z.strictObject({ kind: z.literal('report'), seq: z.int().positive() }),
  /** The shop's own figures, in whole days of the shop's zone. */
  z.strictObject({ kind: z.literal('figures'), from: z.iso.date(), to: z.iso.date() }),
  /** What the customer gives away: a gift card with its code. */
  z.strictObject({ kind: z.literal('gift-card'), code: giftCodeField }),
  z.strictObject({ kind: z.literal('test') }),
]);

/** A print is named by the number of the entry that wanted it. */
const wanted = z.int().positive();

export const printEntries = {
  /** Written before anything leaves the till, with the sale where the shop prints every receipt. */
  'print.wanted': z.strictObject({ of: printOfField, onto: z.enum(['printer', 'pdf', 'mail']) }),
  /** From here on there may be something on paper. */
  'print.started': z.strictObject({ wanted }),
  /**
   * `printed`: the printer said so, or took everything where it says nothing. `not-printed`: nothing readable came out.
   * `unknown`: part of it or all of it may be on paper. `code` is stable, `detail` the machine's own words.
   */
  'print.ended': z.strictObject({
    wanted,
    how: z.enum(['printed', 'not-printed', 'unknown']),
    code: z.string(),
    detail: z.string(),
  }),
  /** A person looked: it lies there, it does not and is to be printed again, or it is not wanted any more. */
  'print.settled': z.strictObject({ wanted, how: z.enum(['printed', 'again', 'skipped']) }),
  /** The receipt left the till by e-mail: like `receipt.printed`, the first is the original. To whom is not kept. */
  'receipt.mailed': z.strictObject({ receiptNumber: z.int().positive() }),
  /** The receipt left the till as a QR code on a screen, with all that stands on it. */
  'receipt.shown': z.strictObject({ receiptNumber: z.int().positive() }),
  /** The drawer was opened for a sale or a return in cash, on the printer's kick. */
  'drawer.kicked': z.strictObject({ receiptNumber: z.int().positive() }),
} as const;

export type PrintOf = z.infer<typeof printOfField>;
export type PrintOnto = z.infer<(typeof printEntries)['print.wanted']>['onto'];
export type PrintEnd = z.infer<(typeof printEntries)['print.ended']>;

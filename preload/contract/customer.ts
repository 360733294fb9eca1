import { z } from 'zod';
import { qrView } from './printer.ts';

/** What stands on the screen that faces the customer: nothing can be pressed on it, and nothing asked for. */

const amount = z.int();

export const customerView = z.strictObject({
  language: z.enum(['nb', 'en', 'sv', 'da']),
  shopName: z.string(),
  currency: z.string(),
  training: z.boolean(),
  shown: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('idle') }),
    z.strictObject({
      kind: z.literal('selling'),
      lines: z.array(
        z.strictObject({ lineId: z.string(), description: z.string(), quantity: z.int(), amount }),
      ),
      total: amount,
      /** What is still to be paid; less than the total when a part of it is. */
      due: amount,
    }),
    z.strictObject({
      kind: z.literal('paying'),
      amount,
      state: z.enum(['wait', 'present-card', 'not-paid']),
    }),
    /** An earlier receipt, for the customer's own camera. */
    z.strictObject({ kind: z.literal('receipt'), qr: qrView }),
    z.strictObject({
      kind: z.literal('done'),
      total: amount,
      /** Zero without cash. */
      change: amount,
      /** The receipt, for the customer's own camera. */
      qr: qrView.nullable(),
    }),
  ]),
});

/** Whether there is a display, and on which of the machine's screens; 0 is the first that the till is not on. */
export const display = z.strictObject({
  on: z.boolean().default(false),
  screen: z.int().min(0).max(9).default(0),
});

export type CustomerView = z.infer<typeof customerView>;
export type DisplaySettings = z.infer<typeof display>;

/** All that the display's page has of the outside world, as `window.customer`. */
export interface CustomerApi {
  /** Calls back with what is to be shown, whole, at once and whenever it changes. */
  onView(listener: (view: CustomerView) => void): void;
}

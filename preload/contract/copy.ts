import { z } from 'zod';

/** The second copy of the journal. The window never names a place: a dialog of the system's does. */

/** How the copy stands; null where none is kept. */
export const copyView = z
  .strictObject({
    folder: z.string(),
    /** When everything in the journal was in the copy; null when that is not known since the till started. */
    at: z.string().nullable(),
    /** How much of the first, whole copy is made, in percent; null when none is being made. */
    making: z.int().min(0).max(100).nullable(),
    /** Why it is not kept up to date, and what to do; null when it is. */
    trouble: z.string().nullable(),
    /** The place is on the same disk as the till, so that one broken disk takes both. */
    sameDisk: z.boolean(),
  })
  .nullable();

export const copyCalls = {
  /** Opens the system's dialog for a folder; answers whether one was chosen. Copying begins at once. */
  'copy.choosePlace': { asks: z.strictObject({}), answers: z.strictObject({ chosen: z.boolean() }) },
  /** No copy is kept from now on; what was copied stays where it is. */
  'copy.stop': { asks: z.strictObject({}), answers: z.null() },
} as const;

export type CopyView = z.infer<typeof copyView>;

import { z } from 'zod';

/** A copy of the journal, or of what an accountant needs of it, in files. */

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const exportCalls = {
  /**
   * Opens the system's dialog for a folder and writes the files there; null when the person closed it or cancelled.
   * Days are the shop's, both included.
   */
  'export.start': {
    asks: z.strictObject({ format: z.enum(['saft', 'csv', 'jsonl', 'voucher']), from: date, to: date }),
    answers: z.strictObject({ folder: z.string(), files: z.array(z.string()) }).nullable(),
  },
  'export.cancel': { asks: z.strictObject({}), answers: z.null() },
} as const;

/** How much of an export is done, in whole percent. */
export const exportProgressView = z.strictObject({ percent: z.int().min(0).max(100) });

export type ExportProgressView = z.infer<typeof exportProgressView>;

import { z } from 'zod';

/** An update that is fetched, checked and ready, for as long as nobody has put it off. */
export const updateView = z.strictObject({
  version: z.string(),
  /** `manager`: only when a manager says so. */
  may: z.enum(['now', 'manager', 'no']),
  /** What it is, and what it waits for. */
  sentence: z.string(),
});

export const updateCalls = {
  /** Looks for an update and fetches it. The sentence says how it stands; `looks` is false on a till that takes none. */
  'update.look': { asks: z.strictObject({}), answers: z.strictObject({ sentence: z.string() }) },
  'update.status': {
    asks: z.strictObject({}),
    answers: z.strictObject({ sentence: z.string(), looks: z.boolean() }),
  },
  /** The till closes, and the new version opens by itself. `despite`: a manager's word where the update asks for it. */
  'update.install': { asks: z.strictObject({ despite: z.boolean() }), answers: z.null() },
  'update.later': { asks: z.strictObject({}), answers: z.null() },
} as const;

export type UpdateView = z.infer<typeof updateView>;

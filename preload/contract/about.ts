import { z } from 'zod';

/** What the till is, how it is checked, and what support gets. */

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.int().min(1).max(3), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ kind: z.literal('item'), text: z.string() }),
  z.strictObject({ kind: z.literal('row'), cells: z.array(z.string()) }),
]);

export const aboutView = z.strictObject({
  model: z.string(),
  version: z.string(),
  installId: z.string(),
  tillId: z.string(),
  installedAt: z.string(),
  entries: z.int(),
  parts: z.array(z.strictObject({ name: z.string(), version: z.string() })),
});

const text = z.enum(['description', 'licences']);
const nothing = z.strictObject({});

export const aboutCalls = {
  'about.view': { asks: nothing, answers: aboutView },
  /** Reads the whole journal through, beside the till; `wrong` is null when it checks out. */
  'about.check': {
    asks: nothing,
    answers: z.strictObject({ entries: z.int(), receipts: z.int(), wrong: z.string().nullable() }),
  },
  'about.text': { asks: z.strictObject({ text }), answers: z.array(block) },
  /** Opens the system's save dialog for the system description; answers whether a file was written. */
  'about.saveDescription': { asks: nothing, answers: z.strictObject({ saved: z.boolean() }) },
  /** Opens the system's save dialog; answers whether the support file was written. */
  'support.save': { asks: nothing, answers: z.strictObject({ saved: z.boolean() }) },
  /** Ends the till in good order. */
  'till.close': { asks: nothing, answers: z.null() },
} as const;

export type AboutView = z.infer<typeof aboutView>;
export type AboutText = z.infer<typeof text>;
export type TextBlock = z.infer<typeof block>;

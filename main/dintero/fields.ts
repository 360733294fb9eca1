import * as z from 'zod';

/** A field that Dintero may leave out: null when it did. A value of the wrong type makes the whole answer unreadable. */
export function maybe<S extends z.ZodType>(schema: S): z.ZodType<z.output<S> | null> {
  return schema.nullish().transform((value) => value ?? null);
}

/** A field that decides nothing: null when it is left out or makes no sense. */
export function spare<S extends z.ZodType>(schema: S): z.ZodType<z.output<S> | null> {
  return maybe(schema).catch(null);
}

/** Øre, or the minor unit of whichever currency stands beside it. */
export const amount = z.int();

/** Free key-value pairs; numbers and booleans become text, nested values are left out. */
export const metadata: z.ZodType<Record<string, string>> = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((pairs) =>
    Object.fromEntries(
      Object.entries(pairs).flatMap(([key, value]) =>
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [[key, String(value)]]
          : [],
      ),
    ),
  );

/** The store of an order or a transaction: yours, not Dintero's own id. */
export const store = z.object({
  id: spare(z.string()),
  terminal_id: spare(z.string()),
  payout_destination_id: spare(z.string()),
});

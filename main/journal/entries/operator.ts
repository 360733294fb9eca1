import { z } from 'zod';

const name = z.string().min(1);
const role = z.enum(['cashier', 'manager']);
/** Tells one PIN from the next without telling the PIN, or anything that a PIN could be tried against. */
const mark = z.string().regex(/^[0-9a-f]{16}$/);

/** Who stood at the till, and what managers did. Never a PIN, nor the hash of one. */
export const operatorEntries = {
  /** The entry's operator is the one who logged in. */
  'operator.logged-in': z.strictObject({}),
  /** The entry's operator is the one who logged out. */
  'operator.logged-out': z.strictObject({}),
  /** The till locked itself, or was locked; the sale stays on the counter. */
  'operator.locked': z.strictObject({ why: z.enum(['idle', 'pressed']) }),
  /** A wrong PIN; `inARow` since the last right one of this name. */
  'operator.pin-refused': z.strictObject({
    name,
    wanted: z.enum(['log-in', 'approval']),
    inARow: z.int().positive(),
  }),
  'operator.added': z.strictObject({ name, role, mark }),
  /** Another name or another role; earlier entries keep the name of their time. */
  'operator.changed': z.strictObject({ name, newName: name, role }),
  'operator.pin-changed': z.strictObject({ name, mark }),
  'operator.removed': z.strictObject({ name }),
  /** The settings file holds other operators than this journal knew: a provisioning file was used, or a hand. */
  'operator.replaced': z.strictObject({ operators: z.array(z.strictObject({ name, role, mark })) }),
  /** A manager let somebody else do one thing: the entry's operator does it, `about` says to what. */
  'manager.approved': z.strictObject({ manager: name, act: z.string().min(1), about: z.string() }),
} as const;

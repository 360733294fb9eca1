import * as z from 'zod';
import { amount, spare } from './fields.ts';

const settlementAmount = z.object({
  amount,
  capture: amount,
  refund: amount,
  fee: amount,
  currency: z.string(),
});

/** A payout to a seller: `amount` is capture less refund less fee, in øre or the minor unit of its currency. */
const settlement = z.object({
  id: z.string().min(1),
  start_at: z.string(),
  end_at: z.string(),
  settled_at: z.string(),
  amounts: z.array(settlementAmount),
  /** `paid` or `postponed`, or one that nobody has seen before. */
  payment_status: spare(z.string()),
  payout_destination_id: spare(z.string()),
});

/** Dintero's pages answer with a bare list; some lists of the same API stand under a name. */
export const settlements = z.union([
  z.array(settlement),
  z.object({ settlements: z.array(settlement) }).transform((page) => page.settlements),
]);

export type Settlement = z.output<typeof settlement>;

import * as z from 'zod';
import { amount, spare } from './fields.ts';

const endOfDay = z.object({
  outcome: spare(z.string()),
  batch_id: spare(z.union([z.string(), z.number().transform(String)])),
  start_of_day_at: spare(z.string()),
  last_end_of_day_at: spare(z.string()),
  purchases_count: z.int(),
  purchases_amount: amount,
  reversals_count: z.int(),
  reversals_amount: amount,
  tip_amount: spare(amount),
});

/** An administrative order to a terminal. `status` is PENDING, COMPLETED, FAILED or TIMEOUT, or a new one. */
export const terminalOperation = z.object({
  id: z.string().min(1),
  status: z.string(),
  /** Of an end of day that is completed. */
  result: spare(endOfDay),
});

export const terminalOperations = z.array(terminalOperation);

export type TerminalOperation = z.output<typeof terminalOperation>;

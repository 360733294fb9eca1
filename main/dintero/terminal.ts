import * as z from 'zod';
import { spare } from './fields.ts';

/** A terminal as registered. ACTIVE says that it was set up, not that it can be reached now. */
export const terminalInfo = z.object({
  terminal_id: z.string().min(1),
  status: z.string(),
  status_reason: spare(z.string()),
  device_model: spare(z.string()),
  device_serial_number: spare(z.string()),
  store_id: spare(z.string()),
});

export type TerminalInfo = z.output<typeof terminalInfo>;

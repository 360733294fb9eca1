import { z } from 'zod';

/** What the till logs in to Dintero with: that it was replaced and by whom, never what it is. */
export const credentialsEntries = {
  /** Dintero has given a token for the new secret, which takes the old one's place now. */
  'credentials.replaced': z.strictObject({ clientIdEnding: z.string() }),
  /** The key store did not take it after all: the old one stands. */
  'credentials.not-replaced': z.strictObject({ why: z.string() }),
} as const;

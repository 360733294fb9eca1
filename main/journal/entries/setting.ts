import { z } from 'zod';

export const settingEntries = {
  /**
   * A section of the shop's settings has been replaced. The journal keeps the value as it was given and does not know
   * what it means: that is the program's, which reads what older programs wrote.
   */
  'settings.changed': z.strictObject({ section: z.string().min(1), value: z.record(z.string(), z.json()) }),
} as const;

import { z } from 'zod';
import { logo, printer } from './printer.ts';
import { operatorSettings } from './operator.ts';

/**
 * What a manager may change while the till runs, in sections that are changed one at a time. Every field has a default:
 * a till on which nobody has changed anything works. A section only ever grows by fields with a default, so that what an
 * older program wrote down can be read for ever; another meaning is another section.
 */

const receipt = z.strictObject({
  /** What stands below every receipt: opening hours, how goods are exchanged. */
  closing: z.string().max(240).default(''),
});

export const shopSettings = z.strictObject({
  receipt: receipt.prefault({}),
  printer: printer.prefault({}),
  logo: logo.prefault({}),
  operators: operatorSettings.prefault({}),
});

export const settingChange = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('receipt'), value: receipt }),
  z.strictObject({ section: z.literal('printer'), value: printer }),
  z.strictObject({ section: z.literal('logo'), value: logo }),
  z.strictObject({ section: z.literal('operators'), value: operatorSettings }),
]);

export const shopSettingsCalls = {
  'settings.shop': { asks: z.strictObject({}), answers: shopSettings },
  /** Replaces one section. */
  'settings.change': { asks: settingChange, answers: z.null() },
} as const;

export type ShopSettings = z.infer<typeof shopSettings>;
export type SettingSection = keyof ShopSettings;
export type SettingChange = z.infer<typeof settingChange>;

import { z } from 'zod';
import { display } from './customer.ts';
import { mail, mailCalls } from './mail.ts';
import { logo, printer } from './printer.ts';
import { operatorSettings } from './operator.ts';
import { giftCards } from './gift-card.ts';
import { accounts, closing, dayExport, exportFolder } from './books.ts';

/**
 * What a manager may change while the till runs, in sections that are changed one at a time. Every field has a default:
 * a till on which nobody has changed anything works. A section only ever grows by fields with a default, so that what an
 * older program wrote down can be read for ever; another meaning is another section.
 */

const receipt = z.strictObject({
  /** What stands below every receipt: opening hours, how goods are exchanged. */
  closing: z.string().max(240).default(''),
});

const refund = z.strictObject({
  /** Of a sale paid both by card and in cash, what goes back first. */
  order: z.enum(['card-first', 'cash-first']).default('card-first'),
});

/** Where the second copy goes. Only a dialog of the system's says that, never the window. */
const copyPlace = z.strictObject({
  /** Empty: no copy is kept. */
  folder: z.string().default(''),
  /** The place was on another disk than the till when it was chosen. */
  anotherDisk: z.boolean().default(false),
});

/** How the till lives on the counter's computer. */
const counterPc = z.strictObject({
  /** The till fills the screen, and its window cannot be closed but from the settings. */
  kiosk: z.boolean().default(false),
  startAtLogin: z.boolean().default(false),
});

/** The install that goes on where this one stopped; nobody changes it by hand. */
const moved = z.strictObject({
  /** As the copy told. */
  to: z.strictObject({ machine: z.string(), at: z.string() }).nullable().default(null),
  /** A payment of it that Dintero lists, with a number that this install cannot have given. */
  seen: z.strictObject({ reference: z.string(), at: z.string() }).nullable().default(null),
});

/** How the shop's own scales write their labels; see main/sale/scanned-code.ts. */
const labels = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        prefix: z.string().regex(/^2\d{0,2}$/),
        itemDigits: z.int().min(2).max(7),
        innerCheck: z.boolean(),
        says: z.enum(['weight', 'price']),
      }),
    )
    .max(10)
    .default([]),
});

/** What the cashier finds first on the shelf, in this order: articles by their numbers. */
const quickKeys = z.strictObject({
  articles: z
    .array(z.string().min(1).max(60))
    .max(60)
    .refine((ids) => new Set(ids).size === ids.length)
    .default([]),
});

/** https to anywhere, http to this machine only, as the provisioning file's addresses. */
const updateAddress = z
  .string()
  .max(300)
  .regex(/^(https:\/\/[^\s@#]+|http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/[^\s@#]*)?)?$/);

/** Short tones for what a cashier must not miss while looking at the goods. */
const sounds = z.strictObject({ on: z.boolean().default(true) });

/** Whether letters come on the screen when a finger touches a field. */
const screenKeyboard = z.strictObject({ on: z.boolean().default(true) });

const updates = z.strictObject({
  /** Empty: the address that the till was installed with. */
  address: updateAddress.default(''),
  /** Whether the till looks by itself. */
  automatic: z.boolean().default(true),
});

export const shopSettings = z.strictObject({
  refund: refund.prefault({}),
  receipt: receipt.prefault({}),
  labels: labels.prefault({}),
  printer: printer.prefault({}),
  logo: logo.prefault({}),
  display: display.prefault({}),
  mail: mail.prefault({}),
  operators: operatorSettings.prefault({}),
  closing: closing.prefault({}),
  dayExport: dayExport.prefault({}),
  exportFolder: exportFolder.prefault({}),
  accounts: accounts.prefault({}),
  copyPlace: copyPlace.prefault({}),
  moved: moved.prefault({}),
  counterPc: counterPc.prefault({}),
  updates: updates.prefault({}),
  quickKeys: quickKeys.prefault({}),
  giftCards: giftCards.prefault({}),
  sounds: sounds.prefault({}),
  screenKeyboard: screenKeyboard.prefault({}),
});

/** What the window may change: a folder is chosen in the system's own dialog. */
export const settingChange = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('receipt'), value: receipt }),
  z.strictObject({ section: z.literal('labels'), value: labels }),
  z.strictObject({ section: z.literal('printer'), value: printer }),
  z.strictObject({ section: z.literal('logo'), value: logo }),
  z.strictObject({ section: z.literal('display'), value: display }),
  z.strictObject({ section: z.literal('mail'), value: mail }),
  z.strictObject({ section: z.literal('operators'), value: operatorSettings }),
  z.strictObject({ section: z.literal('closing'), value: closing }),
  z.strictObject({ section: z.literal('dayExport'), value: dayExport }),
  z.strictObject({ section: z.literal('accounts'), value: accounts }),
  z.strictObject({ section: z.literal('counterPc'), value: counterPc }),
  z.strictObject({ section: z.literal('updates'), value: updates }),
  z.strictObject({ section: z.literal('refund'), value: refund }),
  z.strictObject({ section: z.literal('quickKeys'), value: quickKeys }),
  z.strictObject({ section: z.literal('giftCards'), value: giftCards }),
  z.strictObject({ section: z.literal('sounds'), value: sounds }),
  z.strictObject({ section: z.literal('screenKeyboard'), value: screenKeyboard }),
]);

export const shopSettingsCalls = {
  ...mailCalls,
  'settings.shop': { asks: z.strictObject({}), answers: shopSettings },
  /** Replaces one section. */
  'settings.change': { asks: settingChange, answers: z.null() },
  /** Opens the system's dialog for the folder of the exports after a Z; null when the person closed it. */
  'settings.chooseExportFolder': { asks: z.strictObject({}), answers: exportFolder.nullable() },
  /** No folder any more: nothing is exported by itself. */
  'settings.forgetExportFolder': { asks: z.strictObject({}), answers: z.null() },
} as const;

export type ShopSettings = z.infer<typeof shopSettings>;
export type SettingSection = keyof ShopSettings;
export type SettingChange = z.infer<typeof settingChange>;
/** A section that the window may replace. */
export type OpenSection = SettingChange['section'];

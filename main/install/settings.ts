import { z } from 'zod';
import {
  choiceField,
  groupField,
  isOrganisationNumber,
  readableText,
  shortId,
  textField,
  webAddress,
  webAddressOrNothing,
  yesOrNo,
} from './fields.ts';

export const accountId = textField('account-id', /^[PT]\d{8}$/);
export const clientId = readableText(200);
export const profileId = textField('text', /^[A-Za-z0-9._-]{1,100}$/);
export const currency = choiceField('currency', ['NOK', 'SEK', 'DKK', 'EUR']);
export const language = choiceField('language', ['nb', 'en', 'sv', 'da']);
export const role = choiceField('operator-role', ['manager', 'cashier']);

export const store = groupField({ id: shortId, terminalId: shortId, payoutDestinationId: shortId });

export const seller = groupField({
  name: readableText(80),
  organisationNumber: textField('organisation-number', /^\d{9}$/).refine(isOrganisationNumber, {
    error: 'organisation-number',
  }),
  vatRegistered: yesOrNo,
  address: z
    .array(readableText(60), { error: 'text-list' })
    .min(1, { error: 'text-list' })
    .max(4, { error: 'text-list' }),
});

/** How Dintero is spoken to; what is left out is as the specified page has it. */
export const dintero = groupField({
  checkoutUrl: webAddress.default('https://checkout.dintero.com/v1'),
  apiUrl: webAddress.default('https://api.dintero.com/v1'),
  returnUrl: webAddress.default('https://example.com/return'),
  callbackUrl: webAddressOrNothing.default(''),
  sendSeitatechBlock: yesOrNo.default(true),
  publishToTerminal: yesOrNo.default(false),
  refundAtTerminal: yesOrNo.default(false),
});

const operator = z.strictObject({
  name: z.string(),
  role,
  /** scrypt of the PIN: never the PIN itself. */
  pin: z.strictObject({ salt: z.string(), hash: z.string() }),
});

/** Where the client secret is. It is never in the settings themselves. */
const secretPlace = z.discriminatedUnion('kept', [
  /** `strikeOutOf`: the provisioning file that still has to lose it, when the till was cut off before it could. */
  z.strictObject({ kept: z.literal('key-store'), strikeOutOf: z.string().nullable() }),
  /** No key store on this machine: it is read at each start from where the shop put it. */
  z.strictObject({ kept: z.literal('file'), path: z.string() }),
  /** Training: the built-in Dintero takes any. */
  z.strictObject({ kept: z.literal('nowhere') }),
]);

/** settings.json: what this till is installed as. Read strictly; a file that does not fit is never replaced by itself. */
export const installSettings = z.strictObject({
  accountId,
  clientId,
  secret: secretPlace,
  profileId,
  store,
  currency,
  seller,
  dintero,
  operators: z.array(operator),
  /** Null: as the machine. */
  language: language.nullable(),
  /** Where updates come from; a manager may set another. */
  updateUrl: webAddressOrNothing.optional(),
});

export type InstallSettings = z.infer<typeof installSettings>;
export type WishedLanguage = z.infer<typeof language>;

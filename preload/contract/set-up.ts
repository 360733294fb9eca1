import { z } from 'zod';
import { paperColumns, printerKinds } from './printer.ts';

/**
 * Setting a till up at its first start, and changing later what it is connected to. What is filled in goes inwards
 * only: the secret is never answered back.
 */

const nothing = z.strictObject({});
/** Anything a person may have typed so far; what is right is decided in the main process. */
const typed = z.string().max(2_000);

const storeDraft = z.strictObject({ id: typed, terminalId: typed, payoutDestinationId: typed });

/** The fields of the provisioning file, as far as they are filled in. */
export const setUpDraft = z.strictObject({
  seller: z.strictObject({
    name: typed,
    organisationNumber: typed,
    vatRegistered: z.boolean(),
    address: z.array(typed).max(8),
  }),
  currency: z.enum(['NOK', 'SEK', 'DKK', 'EUR']),
  accountId: typed,
  client: z.strictObject({ id: typed, secret: typed }),
  profileId: typed,
  store: storeDraft,
  dintero: z.strictObject({
    checkoutUrl: typed,
    apiUrl: typed,
    sendSeitatechBlock: z.boolean(),
    publishToTerminal: z.boolean(),
    refundAtTerminal: z.boolean(),
  }),
  /** A manager may change it later under Settings. */
  printer: z.strictObject({
    kind: z.enum(printerKinds),
    address: typed,
    columns: z.literal(paperColumns),
    afterSale: z.boolean(),
  }),
  operators: z
    .array(z.strictObject({ name: typed, role: z.enum(['manager', 'cashier']), pin: typed }))
    .max(100),
});

/** What a person fills in together, in this order. `all` is everything once more, at the end. */
export const setUpSteps = [
  'seller',
  'account',
  'profile',
  'store',
  'terminal',
  'printer',
  'operators',
] as const;

/** A field that is filled in wrongly: its name as in the provisioning file, and a sentence. */
const mistakes = z.array(z.strictObject({ field: z.string(), sentence: z.string() }));

/** What Dintero said about what is filled in; `unchecked` is neither right nor wrong. */
const findings = z.array(
  z.strictObject({
    check: z.enum(['credentials', 'profile', 'store', 'payout', 'terminal']),
    outcome: z.enum(['ok', 'wrong', 'unchecked']),
    sentence: z.string(),
  }),
);

/** What the account has, to choose from; null where the client may not ask. */
const choices = z.strictObject({
  profiles: z.array(z.strictObject({ id: z.string(), name: z.string() })).nullable(),
  stores: z
    .array(z.strictObject({ id: z.string(), name: z.string(), payoutDestinationId: z.string().nullable() }))
    .nullable(),
  terminals: z
    .array(z.strictObject({ id: z.string(), storeId: z.string().nullable(), status: z.string() }))
    .nullable(),
});

/** What a manager may change of an installed till's way to Dintero. */
export const connectionDraft = z.strictObject({
  profileId: typed,
  store: storeDraft,
  dintero: z.strictObject({
    returnUrl: typed,
    callbackUrl: typed,
    sendSeitatechBlock: z.boolean(),
    publishToTerminal: z.boolean(),
    refundAtTerminal: z.boolean(),
  }),
});

export const setUpCalls = {
  /** What a person should know before anything is filled in. `secretFile`: where the secret would be put without a key store. */
  'setUp.begin': {
    asks: nothing,
    answers: z.strictObject({
      keyStore: z.enum(['protected', 'weak', 'none']),
      secretFile: z.string(),
      checkoutUrl: z.string(),
      apiUrl: z.string(),
    }),
  },
  /** Looks for mistakes in what was filled in, and if there are none asks Dintero. Keeps nothing. */
  'setUp.check': {
    asks: z.strictObject({ step: z.enum([...setUpSteps, 'all']), draft: setUpDraft }),
    answers: z.strictObject({ mistakes, findings, choices: choices.nullable() }),
  },
  /** Installs the till. `secretInFile`: the person agreed that the secret is written into a file without protection. */
  'setUp.finish': {
    asks: z.strictObject({ draft: setUpDraft, secretInFile: z.boolean() }),
    answers: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('installed') }),
      z.strictObject({ kind: z.literal('mistakes'), mistakes }),
      z.strictObject({ kind: z.literal('no-key-store') }),
      z.strictObject({ kind: z.literal('not-kept'), sentence: z.string() }),
    ]),
  },
  'connection.check': {
    asks: z.strictObject({ draft: connectionDraft }),
    answers: z.strictObject({ mistakes, findings }),
  },
  /** Takes effect at once: the till is opened again on it. Refused while a payment or refund is open. */
  'connection.change': {
    asks: z.strictObject({ draft: connectionDraft }),
    answers: z.strictObject({ mistakes }),
  },
} as const;

export type SetUpDraft = z.infer<typeof setUpDraft>;
export type SetUpStep = (typeof setUpSteps)[number];
export type SetUpMistake = z.infer<typeof mistakes>[number];
export type SetUpFinding = z.infer<typeof findings>[number];
export type SetUpChoices = z.infer<typeof choices>;
export type ConnectionDraft = z.infer<typeof connectionDraft>;

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../preload/contract/view.ts';
import type { About } from './about/about.ts';
import { instant, systemClock } from './clock.ts';
import type { TrainingSwitch } from './counter/training-calls.ts';
import type { Desk } from './desk.ts';
import { createAccount, createDintero, type DinteroOptions } from './dintero/index.ts';
import { type Identity, installIdOf, readIdentity } from './install/identity.ts';
import { type ClientSecret, clientSecretOf } from './install/client-secret.ts';
import { type Installed, readInstalled } from './install/installed.ts';
import { chooseLanguage } from './install/language.ts';
import { finishStrikeOut } from './install/provision.ts';
import type { Refusal } from './install/refusal.ts';
import { type KeyStore, openSecretStore, type SecretStore } from './install/secrets.ts';
import type { SettingsFile } from './install/settings-file.ts';
import type { InstallSettings, WishedLanguage } from './install/settings.ts';
import { signingKey } from './install/signing-key.ts';
import { copyShop, trainingOfShop } from './install/shop-training.ts';
import { createTraining, type Training } from './install/training.ts';
import {
  createSigner,
  type Journal,
  type JournalError,
  journalError,
  makeSigningKey,
  openJournal,
} from './journal/index.ts';
import type { Log } from './log.ts';
import { createCopies } from './second-copy/copies.ts';
import type { HelperProcess } from './second-copy/messages.ts';
import { err, ok, type Result } from './result.ts';
import { createStoppedTill } from './stopped-till.ts';
import type { Till, TrainingEnded } from './till-parts.ts';
import { createTill } from './till.ts';
import type { NoUpdates, UpdateEngine } from './update/engine.ts';
import { wordsFor } from './words/index.ts';

/** What made the till be opened again behind its window. */
export type PageAfter = 'set-up' | 'settings' | 'training';

/** Which till is opened: what is installed, or training of a shop that has a real till. */
export type Opens =
  | { readonly kind: 'installed'; readonly trainingEnded: TrainingEnded | null }
  | { readonly kind: 'training' };

/** The machine, the switches and the program's own files, as the shell knows them. */
export interface Machine {
  readonly folder: string;
  readonly version: string;
  readonly demoCatalogue: string;
  readonly switchedLanguage: string;
  /** The machine's languages, best first. */
  readonly languages: readonly string[];
  readonly desk: Omit<Desk, 'keepLanguage' | 'keepOperators'>;
  readonly fetch: typeof globalThis.fetch;
  readonly updateEngine: UpdateEngine | NoUpdates;
  readonly log: Log;
  settingsIn(folder: string): SettingsFile;
  keyStore(): Promise<KeyStore>;
  /** Starts the process that copies. */
  startHelper(): HelperProcess;
  /** What the program and the machine know of themselves. */
  readonly about: About;
  /** What this machine is called. */
  readonly name: string;
  /** Tells the log's redactor what must never be written. */
  readonly knowSecret: (secret: string) => void;
  /** Closes the till in good order and opens it again on what is installed by then, behind the same window. */
  readonly reopen: (after: PageAfter, opens?: Opens) => void;
}

/** A till that is there, and the language it began in. `close` ends it in good order. */
export interface RunningTill {
  readonly till: Till;
  readonly language: Language;
  /** Opens the key store; what waits for it goes on then. It may hold the process up, so the page is drawn first. */
  readonly unlock: () => void;
  close(): Promise<void>;
}

/**
 * Opens what is installed in the folder; a folder in which nothing is installed is a till in training. A program that is
 * started anew never opens the training of a shop: after a power cut it is the real till that stands there.
 */
export async function openTill(
  machine: Machine,
  opens: Opens = { kind: 'installed', trainingEnded: null },
): Promise<Result<RunningTill, Refusal>> {
  const read = readInstalled(machine.folder, (folder) => machine.settingsIn(folder));
  if (!read.ok) return read;
  if (opens.kind === 'installed') return openInstalled(machine, read.value, opens.trainingEnded);
  const training = await openShopTraining(machine, read.value);
  return training === null
    ? openInstalled(machine, read.value, { why: 'not-opened' })
    : { ok: true, value: training };
}

async function openInstalled(
  machine: Machine,
  installed: Installed,
  trainingEnded: TrainingEnded | null,
): Promise<Result<RunningTill, Refusal>> {
  const { settings, mode, folder } = installed;
  const identityFile = join(folder, 'identity.json');
  const identity = readIdentity(identityFile, instant(systemClock.now()));
  if (!identity.ok) return err({ kind: 'settings-unreadable', file: identityFile, detail: identity.error });

  const language = languageOf(machine, settings.language);
  const { version, log } = machine;
  log.info('the till opens', { version, mode, tillId: identity.value.tillId });
  const stopped = (error: JournalError): Result<RunningTill, Refusal> => {
    log.error('the journal cannot be opened', { ...error });
    const { tillId } = identity.value;
    const till = createStoppedTill({ settings, mode, tillId, version, language, error });
    return ok({ till, language, unlock: () => undefined, close: () => Promise.resolve() });
  };
  const journal = journalOf(installed);
  if (!journal.ok) return stopped(journal.error);
  try {
    if (mode === 'training') await bringDemo(machine, journal.value);
    const from = mode === 'live' ? 'live' : 'nothing-yet';
    const opening = {
      identity: identity.value,
      journal: journal.value,
      language,
      from,
      trainingEnded,
    } as const;
    return ok(buildTill(machine, installed, opening));
  } catch (thrown) {
    // Not every page is read when the file is opened: what was open may lie on a bad one.
    const error = journalError(thrown);
    if (error === null) throw thrown;
    journal.value.close();
    return stopped(error);
  }
}

/** Null when it cannot be opened: it is only training, and the real till is at hand. */
async function openShopTraining(machine: Machine, live: Installed): Promise<RunningTill | null> {
  const { log } = machine;
  const installed = trainingOfShop(live, (folder) => machine.settingsIn(folder));
  const identity = readIdentity(join(installed.folder, 'identity.json'), instant(systemClock.now()));
  const journal = journalOf(installed);
  const shop = journalOf(live);
  try {
    if (!identity.ok || !journal.ok || !shop.ok) throw new Error('a file of training cannot be opened');
    const copied = await copyShop(shop.value, journal.value);
    if (!copied.ok) throw new Error(copied.error.detail);
    shop.value.close();
    const language = languageOf(machine, installed.settings.language);
    log.info('training opens', { version: machine.version, tillId: identity.value.tillId });
    const opening = { identity: identity.value, journal: journal.value, language, trainingEnded: null };
    return buildTill(machine, installed, { ...opening, from: 'training' });
  } catch (thrown) {
    log.error('training cannot be opened', { why: String(thrown) });
    for (const one of [journal, shop]) if (one.ok) one.value.close();
    return null;
  }
}

function journalOf({ folder }: Installed): Result<Journal, JournalError> {
  return openJournal({ path: join(folder, 'journal.sqlite'), now: () => systemClock.now() });
}

/** The language of the sentences, before anything of the till is there. */
export function languageOf(
  machine: Pick<Machine, 'switchedLanguage' | 'languages'>,
  kept: WishedLanguage | null,
): Language {
  return chooseLanguage({ switched: machine.switchedLanguage, kept, machine: machine.languages });
}

type Opening = {
  readonly identity: Identity;
  readonly journal: Journal;
  readonly language: Language;
  readonly from: TrainingSwitch['from'];
  readonly trainingEnded: TrainingEnded | null;
};

function buildTill(
  machine: Machine,
  { settings, mode, folder, file }: Installed,
  { identity, journal, language, from, trainingEnded }: Opening,
): RunningTill {
  const { version, log } = machine;
  let current = settings;
  const training =
    mode === 'training' ? createTraining(join(folder, 'simulator.json'), machine.fetch, log) : null;
  let unlocked: Vault | null = null;
  let unlock: () => void = () => undefined;
  const vault = new Promise<void>((resolve) => {
    unlock = resolve;
  }).then(async () => {
    unlocked = await openVault(machine, settings, mode, folder, training);
    return unlocked;
  });
  const credentials = vault.then(async ({ secret, secrets }) => {
    await secret.ready;
    const finished = await finishStrikeOut(current, { secrets, save: (done) => file.write(done) });
    if (finished.ok) current = finished.value;
    else log.warn('the secret is still in the provisioning file', { kind: finished.error.kind });
  });

  const system = { systemName: 'Kvitt', systemVersion: version, now: () => systemClock.now() };
  const reach: DinteroOptions = {
    accountId: settings.accountId,
    clientId: settings.clientId,
    clientSecret: () => {
      if (unlocked === null) throw new Error('The key store is not open yet');
      return unlocked.secret.give();
    },
    checkoutUrl: settings.dintero.checkoutUrl,
    apiUrl: settings.dintero.apiUrl,
    ...system,
    fetch: training?.fetch ?? machine.fetch,
  };

  const copies = createCopies({
    start: () => machine.startHelper(),
    order: { from: folder, tillId: identity.tillId, install: installIdOf(identity), machine: machine.name },
    clock: systemClock,
    log,
  });
  const till = createTill({
    settings,
    mode,
    identity,
    version,
    journal,
    dintero: createDintero(reach),
    secretKeeper:
      settings.secret.kept === 'key-store'
        ? {
            test: (secret) => {
              machine.knowSecret(secret);
              return createAccount({ ...reach, clientSecret: () => secret }).checkCredentials();
            },
            keep: async (secret) => {
              const { secrets, secret: held } = await vault;
              const kept = await secrets.write('client-secret', secret);
              if (kept.ok) held.replace(secret);
              return kept;
            },
          }
        : null,
    clock: systemClock,
    language,
    profileFolder: folder,
    keyStore: () => (unlocked === null ? 'none' : protectionOf(unlocked.keyStore)),
    credentials,
    signer: vault.then(({ secrets }) => signingKey(secrets, makeSigningKey, log)).then(createSigner),
    notices: (spoken) =>
      mode === 'training' || unlocked === null
        ? []
        : unlocked.secret.notices(wordsFor(spoken), unlocked.keyStore),
    training,
    trainingSwitch: {
      from,
      to: (next) => {
        machine.reopen(
          'training',
          next.kind === 'training'
            ? next
            : { kind: 'installed', trainingEnded: { why: 'switched', operator: next.operator } },
        );
      },
    },
    trainingEnded,
    install: {
      setUp: async () => {
        const { createSetUp } = await import('./install/set-up.ts');
        return createSetUp({
          folder: machine.folder,
          file: machine.settingsIn(machine.folder),
          keyStore: () => machine.keyStore(),
          account: (options) => createAccount({ ...options, ...system, fetch: machine.fetch }),
          know: machine.knowSecret,
          keepSetting: (change) => {
            const own = openJournal({
              path: join(machine.folder, 'journal.sqlite'),
              now: () => systemClock.now(),
            });
            if (!own.ok) return err(own.error.detail);
            const kept = own.value.write(null, (tx) => tx.append('settings.changed', change));
            own.value.close();
            return kept.ok ? ok(undefined) : err(kept.error.detail);
          },
        });
      },
      settings: () => current,
      save: (changed) => {
        const saved = file.write(changed);
        if (saved.ok) current = changed;
        return saved;
      },
      account: () => createAccount(reach),
      reopen: machine.reopen,
    },
    copies,
    updateEngine: machine.updateEngine,
    mailPassword: {
      read: async () => {
        const read = await (await vault).secrets.read('smtp-password');
        if (read.ok && read.value !== null) machine.knowSecret(read.value);
        return read;
      },
      write: async (password) => {
        machine.knowSecret(password);
        return (await vault).secrets.write('smtp-password', password);
      },
    },
    about: machine.about,
    installed: { installId: installIdOf(identity), installedAt: identity.installedAt },
    desk: {
      ...machine.desk,
      keepLanguage: (wanted) => {
        current = { ...current, language: wanted };
        const kept = file.write(current);
        if (!kept.ok) log.warn('the language could not be kept', { why: kept.error });
      },
      keepOperators: (operators) => {
        const next = { ...current, operators };
        const kept = file.write(next);
        if (kept.ok) current = next;
        return kept;
      },
    },
    log,
  });

  return {
    till,
    language,
    unlock,
    close: async () => {
      await till.stop();
      await training?.close();
      journal.close();
      await copies.end();
    },
  };
}

type Vault = { readonly keyStore: KeyStore; readonly secrets: SecretStore; readonly secret: ClientSecret };

/** In training nothing is secret, and the key store is left alone. */
async function openVault(
  machine: Machine,
  settings: InstallSettings,
  mode: 'live' | 'training',
  folder: string,
  training: Training | null,
): Promise<Vault> {
  const keyStore: KeyStore = mode === 'live' ? await machine.keyStore() : { kind: 'none' };
  const secrets = openSecretStore(join(folder, 'secrets.bin'), keyStore);
  const secret = clientSecretOf(settings, secrets, training?.clientSecret ?? null, machine.knowSecret);
  return { keyStore, secrets, secret };
}

function protectionOf(keyStore: KeyStore): 'protected' | 'weak' | 'none' {
  if (keyStore.kind === 'none') return 'none';
  return keyStore.weak ? 'weak' : 'protected';
}

/** At the very first start of a till on which nothing is installed. */
async function bringDemo(machine: Machine, journal: Journal): Promise<void> {
  if (journal.read.lastEntry() !== null) return;
  const { importWhole } = await import('./install/catalogue-door.ts');
  const refusals = await importWhole(journal, machine.demoCatalogue, randomUUID);
  if (refusals.length > 0) machine.log.error('the demo catalogue was not imported', { refusals });
}

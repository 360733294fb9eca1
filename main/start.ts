import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../preload/contract/view.ts';
import { instant, systemClock } from './clock.ts';
import type { Desk } from './desk.ts';
import { createDintero } from './dintero/index.ts';
import { importWhole } from './install/catalogue-door.ts';
import { readIdentity } from './install/identity.ts';
import { type ClientSecret, clientSecretOf } from './install/client-secret.ts';
import { type Installed, readInstalled } from './install/installed.ts';
import { chooseLanguage } from './install/language.ts';
import { finishStrikeOut } from './install/provision.ts';
import type { Refusal } from './install/refusal.ts';
import { type KeyStore, openSecretStore } from './install/secrets.ts';
import type { SettingsFile } from './install/settings-file.ts';
import type { WishedLanguage } from './install/settings.ts';
import { signingKey } from './install/signing-key.ts';
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
import { err, ok, type Result } from './result.ts';
import { createStoppedTill } from './stopped-till.ts';
import type { Till } from './till-parts.ts';
import { createTill } from './till.ts';
import { wordsFor } from './words/index.ts';

/** The machine, the switches and the program's own files, as the shell knows them. */
export interface Machine {
  readonly folder: string;
  readonly version: string;
  readonly demoCatalogue: string;
  readonly switchedLanguage: string;
  /** The machine's languages, best first. */
  readonly languages: readonly string[];
  readonly desk: Omit<Desk, 'keepLanguage'>;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  settingsIn(folder: string): SettingsFile;
  keyStore(): Promise<KeyStore>;
  /** Tells the log's redactor what must never be written. */
  readonly knowSecret: (secret: string) => void;
}

/** A till that is there, and the language it began in. `close` ends it in good order. */
export interface RunningTill {
  readonly till: Till;
  readonly language: Language;
  /** What must be at hand before the till may talk to Dintero. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Opens what is installed in the folder; a folder in which nothing is installed is a till in training. */
export async function openTill(machine: Machine): Promise<Result<RunningTill, Refusal>> {
  const read = readInstalled(machine.folder, (folder) => machine.settingsIn(folder));
  if (!read.ok) return read;
  const installed = read.value;
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
    return ok({ till, language, ready: Promise.resolve(), close: () => Promise.resolve() });
  };
  const journal = openJournal({ path: join(folder, 'journal.sqlite'), now: () => systemClock.now() });
  if (!journal.ok) return stopped(journal.error);
  try {
    return ok(await buildTill(machine, installed, identity.value, journal.value, language));
  } catch (thrown) {
    // Not every page is read when the file is opened: what was open may lie on a bad one.
    const error = journalError(thrown);
    if (error === null) throw thrown;
    journal.value.close();
    return stopped(error);
  }
}

/** The language of the sentences, before anything of the till is there. */
export function languageOf(
  machine: Pick<Machine, 'switchedLanguage' | 'languages'>,
  kept: WishedLanguage | null,
): Language {
  return chooseLanguage({ switched: machine.switchedLanguage, kept, machine: machine.languages });
}

async function buildTill(
  machine: Machine,
  { settings, mode, folder, file }: Installed,
  identity: { readonly tillId: string },
  journal: Journal,
  language: Language,
): Promise<RunningTill> {
  const { version, log } = machine;
  let current = settings;
  // In training nothing is secret, and the key store is left alone.
  const keyStore: KeyStore = mode === 'live' ? await machine.keyStore() : { kind: 'none' };
  const secrets = openSecretStore(join(folder, 'secrets.bin'), keyStore);
  const training = mode === 'training' ? await openTraining(machine, folder, journal) : null;
  const secret: ClientSecret = clientSecretOf(
    settings,
    secrets,
    training?.clientSecret ?? null,
    machine.knowSecret,
  );

  const till = createTill({
    settings,
    mode,
    identity,
    version,
    journal,
    dintero: createDintero({
      accountId: settings.accountId,
      clientId: settings.clientId,
      clientSecret: secret.give,
      ...settings.dintero,
      systemName: 'Kvitt',
      systemVersion: version,
      fetch: training?.fetch ?? machine.fetch,
      now: () => systemClock.now(),
    }),
    clock: systemClock,
    language,
    profileFolder: folder,
    keyStore: keyStore.kind === 'none' ? 'none' : keyStore.weak ? 'weak' : 'protected',
    signer: signingKey(secrets, makeSigningKey, log).then(createSigner),
    notices: (spoken) => (mode === 'live' ? secret.notices(wordsFor(spoken), keyStore) : []),
    training,
    desk: {
      ...machine.desk,
      keepLanguage: (wanted) => {
        current = { ...current, language: wanted };
        const kept = file.write(current);
        if (!kept.ok) log.warn('the language could not be kept', { why: kept.error });
      },
    },
    log,
  });

  const ready = secret.ready.then(async () => {
    const finished = await finishStrikeOut(current, { secrets, save: (done) => file.write(done) });
    if (finished.ok) current = finished.value;
    else log.warn('the secret is still in the provisioning file', { kind: finished.error.kind });
  });
  return {
    till,
    language,
    ready,
    close: async () => {
      await till.stop();
      await training?.close();
      journal.close();
    },
  };
}

/** The built-in Dintero, and at the very first start the demo catalogue. */
async function openTraining(machine: Machine, folder: string, journal: Journal): Promise<Training> {
  if (journal.read.lastEntry() === null) {
    const refusals = await importWhole(journal, machine.demoCatalogue, randomUUID);
    if (refusals.length > 0) machine.log.error('the demo catalogue was not imported', { refusals });
  }
  return createTraining(join(folder, 'simulator.json'), machine.fetch, machine.log);
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { printer } from '../../preload/contract/printer.ts';
import type { SettingChange } from '../../preload/contract/settings.ts';
import type {
  SetUpChoices,
  SetUpDraft,
  SetUpFinding,
  SetUpMistake,
  SetUpStep,
} from '../../preload/contract/set-up.ts';
import type { Language } from '../../preload/contract/view.ts';
import type { Account, DinteroOptions } from '../dintero/index.ts';
import { checkWordsFor } from '../words/checks.ts';
import { wordsFor } from '../words/index.ts';
import { type CheckName, checkInstall, checkNames } from './checks/index.ts';
import { replaceFile } from './file.ts';
import { keepInstall } from './provision.ts';
import { checkProvisioning, type Provisioning } from './provisioning.ts';
import type { Result } from '../result.ts';
import { refusalSentences } from './refusal.ts';
import { type KeyStore, openSecretStore } from './secrets.ts';
import type { SettingsFile } from './settings-file.ts';
import { dintero as dinteroFields } from './settings.ts';

/** What setting up needs of the machine; the folder is the one of the till that is to be. */
export interface SetUpParts {
  readonly folder: string;
  readonly file: SettingsFile;
  keyStore(): Promise<KeyStore>;
  account(options: AccountOptions): Account;
  /** Writes one of the shop's settings down in the journal of the till that is to be. The error is the disk's words. */
  keepSetting(change: SettingChange): Result<void, string>;
  /** Told the secret before anybody uses it, so that no log can hold it. */
  readonly know: (secret: string) => void;
}

export type AccountOptions = Pick<
  DinteroOptions,
  'accountId' | 'clientId' | 'clientSecret' | 'checkoutUrl' | 'apiUrl'
>;

type Checked = {
  readonly mistakes: SetUpMistake[];
  readonly findings: SetUpFinding[];
  readonly choices: SetUpChoices | null;
};

type Finished =
  | { readonly kind: 'installed' }
  | { readonly kind: 'mistakes'; readonly mistakes: SetUpMistake[] }
  | { readonly kind: 'no-key-store' }
  | { readonly kind: 'not-kept'; readonly sentence: string };

/** The first start: what is filled in is tested step by step, and nothing of it is kept before the end. */
export interface SetUp {
  begin(): Promise<{
    readonly keyStore: 'protected' | 'weak' | 'none';
    readonly secretFile: string;
    readonly checkoutUrl: string;
    readonly apiUrl: string;
  }>;
  check(step: SetUpStep | 'all', draft: SetUpDraft, language: Language): Promise<Checked>;
  /** Does what `--provision` does. `secretInFile`: without a key store the secret may be written into a file. */
  finish(draft: SetUpDraft, secretInFile: boolean, language: Language): Promise<Finished>;
}

/** What is filled in at a step, by the names of the provisioning file, and what Dintero is asked about it. */
const steps: Readonly<
  Record<SetUpStep, { readonly fields: readonly string[]; readonly checks: readonly CheckName[] }>
> = {
  seller: { fields: ['seller', 'currency'], checks: [] },
  account: { fields: ['accountId', 'client', 'dintero'], checks: ['credentials'] },
  profile: { fields: ['profileId'], checks: ['profile'] },
  store: { fields: ['store.id', 'store.payoutDestinationId'], checks: ['store', 'payout'] },
  terminal: { fields: ['store.terminalId'], checks: ['terminal'] },
  printer: { fields: ['printer'], checks: [] },
  operators: { fields: ['operators'], checks: [] },
};

/** More than a person would look through. */
const mostChoices = 500;

export function createSetUp(parts: SetUpParts): SetUp {
  const secretFile = join(parts.folder, 'client-secret.json');

  function accountOf({ accountId, client, dintero }: SetUpDraft): Account {
    parts.know(client.secret);
    return parts.account({
      accountId,
      clientId: client.id,
      clientSecret: () => client.secret,
      checkoutUrl: dintero.checkoutUrl,
      apiUrl: dintero.apiUrl,
    });
  }

  return {
    begin: async () => {
      const { checkoutUrl, apiUrl } = dinteroFields.parse({});
      const store = await parts.keyStore();
      const keyStore = store.kind === 'none' ? 'none' : store.weak ? 'weak' : 'protected';
      return { keyStore, secretFile, checkoutUrl, apiUrl };
    },

    check: async (step, draft, language) => {
      const { mistakes } = readDraft(draft, language);
      const words = checkWordsFor(language);
      const { fields, checks } = step === 'all' ? { fields: [''], checks: checkNames } : steps[step];
      const here = mistakes.filter(({ field }) => fields.some((one) => isUnder(field, one)));
      // A test asks with the credentials, so they must be there at every step.
      const untold = mistakes.some(({ field }) => steps.account.fields.some((one) => isUnder(field, one)));
      if (here.length > 0 || checks.length === 0 || untold) {
        return { mistakes: here, findings: [], choices: null };
      }
      const account = accountOf(draft);
      const found = await checkInstall(account, draft, checks);
      const findings = found.map((one) => ({
        check: one.check,
        outcome: one.outcome,
        sentence: words.finding(one),
      }));
      const welcome = found.some((one) => one.check === 'credentials' && one.outcome === 'ok');
      return { mistakes: [], findings, choices: welcome ? await choicesOf(account) : null };
    },

    finish: async (draft, secretInFile, language) => {
      const { content, mistakes } = readDraft(draft, language);
      if (content === null) return { kind: 'mistakes', mistakes };
      parts.know(draft.client.secret);
      const keyStore = await parts.keyStore();
      if (keyStore.kind === 'none' && !secretInFile) return { kind: 'no-key-store' };
      const printing = parts.keepSetting({ section: 'printer', value: printer.parse(draft.printer) });
      if (!printing.ok) return notKept(printing.error, language);
      if (keyStore.kind === 'none') {
        const written = replaceFile(secretFile, `${JSON.stringify({ client: draft.client }, null, 2)}\n`);
        if (!written.ok) return notKept(written.error, language);
      }
      const kept = await keepInstall(
        { file: secretFile, content, catalogue: null, strikeOutOf: null },
        {
          installed: null,
          secrets: openSecretStore(join(parts.folder, 'secrets.bin'), keyStore),
          catalogue: { check: () => Promise.resolve([]), import: () => Promise.resolve([]) },
          save: (settings) => parts.file.write(settings),
        },
      );
      if (kept.ok) return { kind: 'installed' };
      // Nobody would read it there.
      rmSync(secretFile, { force: true });
      return { kind: 'not-kept', sentence: refusalSentences(kept.error, wordsFor(language)).join(' ') };
    },
  };
}

/** What is filled in, by the very schema of the provisioning file, with a form's words for its mistakes. */
function readDraft(
  draft: SetUpDraft,
  language: Language,
): { readonly content: Provisioning | null; readonly mistakes: SetUpMistake[] } {
  const words = checkWordsFor(language);
  const address = draft.seller.address.map((line) => line.trim()).filter((line) => line !== '');
  const checked = checkProvisioning({ ...draft, seller: { ...draft.seller, address }, language });
  const mistakes = checked.ok
    ? []
    : checked.error.map(({ path, problem, expected }) => ({
        field: path,
        sentence: words.field(problem, expected),
      }));
  return { content: checked.ok ? checked.value : null, mistakes };
}

/** `store.id` is under `store`, and everything under nothing. */
function isUnder(field: string, name: string): boolean {
  return name === '' || field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`);
}

async function choicesOf(account: Account): Promise<SetUpChoices> {
  const [profiles, stores, terminals] = await Promise.all([
    account.listProfiles(),
    account.listStores(),
    account.listTerminals(),
  ]);
  return {
    profiles: profiles.ok
      ? profiles.value
          .slice(0, mostChoices)
          .map((one) => ({ id: one.profile_id, name: one.description ?? '' }))
      : null,
    stores: stores.ok
      ? stores.value.slice(0, mostChoices).map((one) => ({
          id: one.store_id,
          name: one.store_name ?? '',
          payoutDestinationId: one.payout_destination?.payout_destination_id ?? null,
        }))
      : null,
    terminals: terminals.ok
      ? terminals.value
          .slice(0, mostChoices)
          .map((one) => ({ id: one.terminal_id, storeId: one.store_id, status: one.status }))
      : null,
  };
}

function notKept(detail: string, language: Language): Finished {
  return {
    kind: 'not-kept',
    sentence: refusalSentences([{ kind: 'not-kept', detail }], wordsFor(language)).join(' '),
  };
}

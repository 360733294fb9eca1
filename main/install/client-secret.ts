import type { Words } from '../words/words.ts';
import { secretIn } from './provisioning-file.ts';
import type { KeyStore, SecretStore } from './secrets.ts';
import type { InstallSettings } from './settings.ts';

/** The client secret while the till runs: fetched once in the background, kept in memory only. */
export interface ClientSecret {
  readonly ready: Promise<void>;
  /** Throws while there is none: the caller takes that for a request that was never sent. */
  readonly give: () => string;
  /** Gives another from now on. */
  readonly replace: (secret: string) => void;
  /** What a person should know about how the secret is kept. */
  notices(words: Words, keyStore: KeyStore): readonly { readonly code: string; readonly sentence: string }[];
}

/** `training`: the secret of the built-in Dintero, null for a live till. `know` is told the secret before anybody uses it. */
export function clientSecretOf(
  settings: InstallSettings,
  secrets: SecretStore,
  training: string | null,
  know: (secret: string) => void,
): ClientSecret {
  let held: string | null = null;
  let looked = false;
  const { secret: place } = settings;

  async function find(): Promise<string | null> {
    switch (place.kept) {
      case 'key-store': {
        const read = await secrets.read('client-secret');
        return read.ok ? read.value : null;
      }
      case 'file': {
        const read = secretIn(place.path);
        return read.ok ? read.value : null;
      }
      case 'nowhere':
        return training;
    }
  }

  return {
    ready: find().then((found) => {
      if (found !== null) know(found);
      held = found;
      looked = true;
    }),
    give: () => {
      if (held === null) throw new Error('There is no client secret');
      return held;
    },
    replace: (secret) => {
      know(secret);
      held = secret;
    },
    notices: (words, keyStore) => {
      const notices = [];
      if (keyStore.kind === 'protected' && keyStore.weak) {
        notices.push({ code: 'KEY-STORE-WEAK', sentence: words.notices.weakKeyStore });
      }
      const file = place.kept === 'file' ? place.path : null;
      if (looked && held === null) {
        const sentence = words.error('CREDENTIALS-MISSING', file === null ? {} : { file });
        notices.push({ code: 'CREDENTIALS-MISSING', sentence });
      } else if (file !== null) {
        notices.push({ code: 'KEY-STORE-NONE', sentence: words.notices.noKeyStore(file) });
      }
      return notices;
    },
  };
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { diskWords, replaceFile } from './file.ts';

/** The operating system's key store, as far as the till needs it. Both reject when the key store does. */
export interface Cipher {
  encrypt(text: string): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): Promise<string>;
}

/** `weak`: the person asked for Chromium's basic store, which hides a secret without guarding it. */
export type KeyStore =
  { readonly kind: 'protected'; readonly weak: boolean; readonly cipher: Cipher } | { readonly kind: 'none' };

export type SecretName = 'client-secret' | 'signing-key' | 'smtp-password';

/** Secrets of this install. Without a key store nothing is ever written, and nothing is found. */
export interface SecretStore {
  readonly kind: KeyStore['kind'];
  /** Null when there is none by that name. The error says why it could not be read, without the secret. */
  read(name: SecretName): Promise<Result<string | null, string>>;
  write(name: SecretName, value: string): Promise<Result<void, string>>;
}

const secretsFile = z.record(z.string(), z.base64());

/** Keeps secrets in a file of their own, each sealed by the key store. */
export function openSecretStore(path: string, keyStore: KeyStore): SecretStore {
  if (keyStore.kind === 'none') {
    return {
      kind: 'none',
      read: () => Promise.resolve(ok(null)),
      write: () => Promise.resolve(err('this machine has no key store')),
    };
  }
  const { cipher } = keyStore;
  return {
    kind: 'protected',
    read: async (name) => {
      const sealed = readSealed(path);
      if (!sealed.ok) return sealed;
      const one = sealed.value[name];
      if (one === undefined) return ok(null);
      try {
        return ok(await cipher.decrypt(Buffer.from(one, 'base64')));
      } catch (thrown) {
        return err(diskWords(thrown));
      }
    },
    write: async (name, value) => {
      let bytes: Uint8Array;
      try {
        bytes = await cipher.encrypt(value);
      } catch (thrown) {
        return err(diskWords(thrown));
      }
      // Read only now: another secret may have been written while this one was being sealed.
      const sealed = readSealed(path);
      if (!sealed.ok) return sealed;
      const all = { ...sealed.value, [name]: Buffer.from(bytes).toString('base64') };
      return replaceFile(path, `${JSON.stringify(all)}\n`);
    },
  };
}

function readSealed(path: string): Result<Readonly<Record<string, string>>, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return ok({});
    return err(diskWords(thrown));
  }
  try {
    const parsed = secretsFile.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : err('not a file of secrets');
  } catch {
    // JSON.parse quotes what it could not read.
    return err('not a file of secrets');
  }
}

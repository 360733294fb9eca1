import { app, safeStorage } from 'electron';
import { chooseKeyStore } from '../install/key-store.ts';
import type { Cipher, KeyStore } from '../install/secrets.ts';

/** The operating system's key store, if it guards anything. Ask only when Electron is ready. */
export async function machineKeyStore(): Promise<KeyStore> {
  const basicAskedFor = app.commandLine.getSwitchValue('password-store') === 'basic';
  if (basicAskedFor && process.platform === 'linux') safeStorage.setUsePlainTextEncryption(true);
  const choice = chooseKeyStore({
    available: hasAsync() ? await safeStorage.isAsyncEncryptionAvailable() : syncStore.available(),
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null,
    basicAskedFor,
  });
  return choice === 'none'
    ? { kind: 'none' }
    : { kind: 'protected', weak: choice === 'weak', cipher: cipher() };
}

function cipher(): Cipher {
  if (!hasAsync()) return syncStore.cipher;
  return {
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (bytes) => (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result,
  };
}

/** Only the shipped Electron has the calls that do not block. */
function hasAsync(): boolean {
  return 'encryptStringAsync' in safeStorage;
}

const syncStore = {
  available: () => safeStorage.isEncryptionAvailable(),
  cipher: {
    encrypt: (text: string) => Promise.resolve().then(() => safeStorage.encryptString(text)),
    decrypt: (bytes: Uint8Array) =>
      Promise.resolve().then(() => safeStorage.decryptString(Buffer.from(bytes))),
  },
};

import { app, safeStorage } from 'electron';
import { chooseKeyStore } from '../install/key-store.ts';
import type { Cipher, KeyStore } from '../install/secrets.ts';

/** The operating system's key store, if it guards anything. Ask only when Electron is ready. */
export async function machineKeyStore(): Promise<KeyStore> {
  const basicAskedFor = app.commandLine.getSwitchValue('password-store') === 'basic';
  if (basicAskedFor && process.platform === 'linux') safeStorage.setUsePlainTextEncryption(true);
  const choice = chooseKeyStore({
    available: hasAsync() ? await safeStorage.isAsyncEncryptionAvailable() : blocking.isEncryptionAvailable(),
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null,
    basicAskedFor,
  });
  return choice === 'none'
    ? { kind: 'none' }
    : { kind: 'protected', weak: choice === 'weak', cipher: cipher() };
}

function cipher(): Cipher {
  if (!hasAsync()) return blockingCipher;
  return {
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (bytes) => (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result,
  };
}

/** Only the shipped Electron has the calls that do not block. */
function hasAsync(): boolean {
  return 'encryptStringAsync' in safeStorage;
}

/** The calls as Electron had them before, and as the one that development runs on has them still. */
interface BlockingStore {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

const blocking = safeStorage as BlockingStore;

const blockingCipher: Cipher = {
  encrypt: (text) => Promise.resolve().then(() => blocking.encryptString(text)),
  decrypt: (bytes) => Promise.resolve().then(() => blocking.decryptString(Buffer.from(bytes))),
};

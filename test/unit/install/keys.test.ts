import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientSecretOf } from '../../../main/install/client-secret.ts';
import { chooseKeyStore } from '../../../main/install/key-store.ts';
import { openSecretStore } from '../../../main/install/secrets.ts';
import { signingKey } from '../../../main/install/signing-key.ts';
import { trainingSettings } from '../../../main/install/training-settings.ts';
import { createSigner, makeSigningKey } from '../../../main/journal/index.ts';
import type { Log } from '../../../main/log.ts';
import { wordsFor } from '../../../main/words/index.ts';
import { cipherOf, folder, guarded, right, written } from './workbench.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the key store', () => {
  it('is used only where it guards something, or where the person asked for a weak one by name', () => {
    const linux = { available: true, backend: 'gnome_libsecret', basicAskedFor: false };
    expect(chooseKeyStore(linux)).toBe('guarded');
    expect(chooseKeyStore({ ...linux, backend: null })).toBe('guarded');
    expect(chooseKeyStore({ ...linux, backend: 'basic_text' })).toBe('none');
    expect(chooseKeyStore({ ...linux, backend: 'unknown' })).toBe('none');
    expect(chooseKeyStore({ ...linux, available: false })).toBe('none');
    expect(chooseKeyStore({ available: false, backend: 'basic_text', basicAskedFor: true })).toBe('weak');
  });

  it('keeps several secrets sealed in a file that only this user can read', async () => {
    const path = join(folder(), 'secrets.bin');
    const store = openSecretStore(path, guarded);
    expect(await store.read('client-secret')).toEqual({ ok: true, value: null });
    await Promise.all([store.write('client-secret', 'one'), store.write('signing-key', 'two')]);
    const again = openSecretStore(path, guarded);
    expect(await again.read('client-secret')).toEqual({ ok: true, value: 'one' });
    expect(await again.read('signing-key')).toEqual({ ok: true, value: 'two' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('says that a secret cannot be read, and leaves a damaged file as it is', async () => {
    const path = join(folder(), 'secrets.bin');
    await openSecretStore(path, guarded).write('client-secret', 'one');
    const other = openSecretStore(path, { kind: 'protected', weak: false, cipher: cipherOf('another') });
    expect((await other.read('client-secret')).ok).toBe(false);
    writeFileSync(path, '{"client-secret": "on');
    expect((await other.write('signing-key', 'two')).ok).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('{"client-secret": "on');
  });
});

describe('the signing key', () => {
  it('is the same at every start when there is a key store', async () => {
    const path = join(folder(), 'secrets.bin');
    const first = await signingKey(openSecretStore(path, guarded), makeSigningKey, silent);
    const second = await signingKey(openSecretStore(path, guarded), makeSigningKey, silent);
    expect(second).toEqual(first);
    expect(createSigner(first).keyVersion).toBe(first.keyVersion);
    expect(first.keyVersion).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is another at every start, under another version, when there is none', async () => {
    const store = openSecretStore(join(folder(), 'secrets.bin'), { kind: 'none' });
    const first = await signingKey(store, makeSigningKey, silent);
    const second = await signingKey(store, makeSigningKey, silent);
    expect(second.keyVersion).not.toBe(first.keyVersion);
  });
});

describe('the client secret of a running till', () => {
  const words = wordsFor('en');
  const none = openSecretStore(join(folder(), 'secrets.bin'), { kind: 'none' });

  it('is read from the provisioning file where there is no key store, and the window is told which', async () => {
    const file = written(right);
    const heard: string[] = [];
    const held = clientSecretOf(
      { ...trainingSettings, secret: { kept: 'file', path: file } },
      none,
      null,
      (one) => heard.push(one),
    );
    await held.ready;
    expect(held.give()).toBe(right.client.secret);
    expect(heard).toEqual([right.client.secret]);
    const [notice] = held.notices(words, { kind: 'none' });
    expect(notice?.code).toBe('KEY-STORE-NONE');
    expect(notice?.sentence).toContain(file);
  });

  it('is missed aloud when it is nowhere to be had', async () => {
    const path = join(folder(), 'gone.json');
    const held = clientSecretOf(
      { ...trainingSettings, secret: { kept: 'file', path } },
      none,
      null,
      () => undefined,
    );
    expect(() => held.give()).toThrow('no client secret');
    await held.ready;
    expect(() => held.give()).toThrow('no client secret');
    expect(held.notices(words, { kind: 'none' }).map(({ code }) => code)).toEqual(['CREDENTIALS-MISSING']);
  });

  it('is kept with a word of warning in a weak key store', async () => {
    const weak = { ...guarded, weak: true };
    const store = openSecretStore(join(folder(), 'secrets.bin'), weak);
    await store.write('client-secret', 'sealed');
    const settings = { ...trainingSettings, secret: { kept: 'key-store', strikeOutOf: null } as const };
    const held = clientSecretOf(settings, store, null, () => undefined);
    await held.ready;
    expect(held.give()).toBe('sealed');
    expect(held.notices(words, weak).map(({ code }) => code)).toEqual(['KEY-STORE-WEAK']);
  });
});

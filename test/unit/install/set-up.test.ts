import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../../../main/dintero/index.ts';
import { clientSecretOf } from '../../../main/install/client-secret.ts';
import { readSettings } from '../../../main/install/installed.ts';
import { type KeyStore, openSecretStore } from '../../../main/install/secrets.ts';
import { createSetUp, type SetUp } from '../../../main/install/set-up.ts';
import { err, ok } from '../../../main/result.ts';
import { demoMerchant, type Simulator, startSimulator } from '../../../main/simulator/index.ts';
import { settingsIn } from '../../../main/install/settings-file.ts';
import type { SettingChange } from '../../../preload/contract/settings.ts';
import type { SetUpDraft } from '../../../preload/contract/set-up.ts';
import { folder, guarded } from './workbench.ts';

const secret = 'Vr7-hemmelig-kX2mQ9zLw4';
const none: KeyStore = { kind: 'none' };

let simulator: Simulator;
let home: string;
let known: string[];
let settings: SettingChange[];

beforeEach(async () => {
  simulator = await startSimulator({ merchant: { ...demoMerchant, clientSecret: secret } });
  home = folder();
  known = [];
  settings = [];
});
afterEach(() => simulator.close());

function setUp(keyStore: KeyStore = guarded, keeps = true): SetUp {
  return createSetUp({
    folder: home,
    file: settingsIn(home),
    keyStore: () => Promise.resolve(keyStore),
    account: (options) =>
      createAccount({ ...options, systemName: 'Kvitt', systemVersion: '0', fetch, now: Date.now }),
    keepSetting: (change) => {
      settings.push(change);
      return keeps ? ok(undefined) : err('the disk is full');
    },
    know: (told) => known.push(told),
  });
}

function draft(change: Partial<SetUpDraft> = {}): SetUpDraft {
  return {
    seller: {
      name: 'Kaffehjørnet AS',
      organisationNumber: '923609016',
      vatRegistered: true,
      address: ['Storgata 1', ' '],
    },
    currency: 'NOK',
    accountId: 'T12345678',
    client: { id: demoMerchant.clientId, secret },
    profileId: 'T12345678.inperson',
    store: { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-1' },
    dintero: {
      checkoutUrl: simulator.baseUrl,
      apiUrl: simulator.baseUrl,
      sendSeitatechBlock: true,
      publishToTerminal: false,
      refundAtTerminal: false,
    },
    printer: { kind: 'none', address: '', columns: 42, afterSale: false },
    operators: [],
    ...change,
  };
}

function kept() {
  const read = readSettings(settingsIn(home));
  return read.ok ? read.value : null;
}

describe('a step of the set-up', () => {
  it('names the mistakes of its own fields alone, and asks Dintero nothing then', async () => {
    const wrong = draft({
      accountId: 'x',
      store: { id: 'a b', terminalId: '', payoutDestinationId: 'seller-1' },
    });
    const fields = async (step: Parameters<SetUp['check']>[0]) =>
      (await setUp().check(step, wrong, 'en')).mistakes.map(({ field }) => field);
    expect(await fields('seller')).toEqual([]);
    expect(await fields('account')).toEqual(['accountId']);
    expect(await fields('store')).toEqual(['store.id']);
    expect(await fields('terminal')).toEqual(['store.terminalId']);
    expect(await fields('all')).toEqual(['accountId', 'store.id', 'store.terminalId']);
    expect(simulator.requests()).toEqual([]);
  });

  it('says a form’s mistakes in a form’s words, in both languages', async () => {
    const empty = draft({
      seller: { name: '', organisationNumber: '1', vatRegistered: true, address: [''] },
    });
    const said = async (language: 'en' | 'nb') =>
      (await setUp().check('seller', empty, language)).mistakes.map(({ sentence }) => sentence);
    expect(await said('en')).toEqual([
      'Fill this in.',
      'Write the nine digits of a Norwegian organisation number, as 923663487.',
      'Write one to four lines.',
    ]);
    expect(await said('nb')).toEqual([
      'Fyll ut dette.',
      'Skriv de ni sifrene i et norsk organisasjonsnummer, som 923663487.',
      'Skriv én til fire linjer.',
    ]);
  });

  it('offers what the account has once Dintero gives a token', async () => {
    const { findings, choices } = await setUp().check('account', draft(), 'en');
    expect(findings).toEqual([
      {
        check: 'credentials',
        outcome: 'ok',
        sentence: 'Dintero accepts the client id and secret of account T12345678.',
      },
    ]);
    expect(choices?.profiles?.map(({ id }) => id)).toEqual(['T12345678.inperson', 'T12345678.webshop']);
    expect(choices?.stores?.[0]).toEqual({
      id: 'oslo-center',
      name: 'Oslo Center',
      payoutDestinationId: 'seller-1',
    });
    expect(choices?.terminals?.map(({ id }) => id)).toEqual(['T0292', 'T0293', 'T0400']);
  });

  it('offers nothing of what the client may not see, and calls none of it wrong', async () => {
    for (const on of ['profiles', 'stores', 'terminals'] as const) {
      simulator.inject({ on, kind: 'status', status: 403, lasts: 'always' });
    }
    expect((await setUp().check('account', draft(), 'en')).choices).toEqual({
      profiles: null,
      stores: null,
      terminals: null,
    });
    const { findings } = await setUp().check('store', draft(), 'en');
    expect(findings.map(({ outcome }) => outcome)).toEqual(['unchecked', 'unchecked']);
  });

  it('takes a printer only with an address where it needs one', async () => {
    const printer = { kind: 'network', address: '', columns: 42, afterSale: true } as const;
    const { mistakes } = await setUp().check('printer', draft({ printer }), 'en');
    expect(mistakes.map(({ field }) => field)).toEqual(['printer.address']);
  });

  it('keeps nothing, and tells nobody the secret but the log’s redactor', async () => {
    for (const step of ['seller', 'account', 'terminal', 'all'] as const) {
      const checked = await setUp().check(step, draft(), 'en');
      expect(JSON.stringify(checked)).not.toContain(secret);
    }
    expect(readdirSync(home)).toEqual([]);
    expect(settings).toEqual([]);
    expect(new Set(known)).toEqual(new Set([secret]));
  });
});

describe('the end of the set-up', () => {
  it('leaves what --provision would: settings without the secret, the secret in the key store', async () => {
    const operators = [{ name: 'Kari', role: 'manager', pin: '1234' }] as const;
    expect(await setUp().finish(draft({ operators: [...operators] }), false, 'nb')).toEqual({
      kind: 'installed',
    });
    expect(kept()).toMatchObject({
      accountId: 'T12345678',
      clientId: demoMerchant.clientId,
      secret: { kept: 'key-store', strikeOutOf: null },
      seller: { address: ['Storgata 1'] },
      dintero: { apiUrl: simulator.baseUrl, returnUrl: 'https://example.com/return' },
      operators: [{ name: 'Kari', role: 'manager' }],
      language: 'nb',
    });
    const sealed = await openSecretStore(join(home, 'secrets.bin'), guarded).read('client-secret');
    expect(sealed).toEqual({ ok: true, value: secret });
    expect(settings.map(({ section }) => section)).toEqual(['printer']);
    for (const file of readdirSync(home)) {
      expect(readFileSync(join(home, file), 'utf8'), file).not.toContain(secret);
    }
  });

  it('keeps nothing while there is a mistake', async () => {
    const done = await setUp().finish(draft({ profileId: '' }), false, 'en');
    expect(done).toEqual({ kind: 'mistakes', mistakes: [{ field: 'profileId', sentence: 'Fill this in.' }] });
    expect(readdirSync(home)).toEqual([]);
    expect(settings).toEqual([]);
  });

  it('asks before the secret is written anywhere on a machine without a key store', async () => {
    const { keyStore, secretFile } = await setUp(none).begin();
    expect(keyStore).toBe('none');
    expect(await setUp(none).finish(draft(), false, 'en')).toEqual({ kind: 'no-key-store' });
    expect(readdirSync(home)).toEqual([]);

    expect(await setUp(none).finish(draft(), true, 'en')).toEqual({ kind: 'installed' });
    expect(statSync(secretFile).mode & 0o777).toBe(0o600);
    const installed = kept();
    if (installed === null) throw new Error('not installed');
    expect(installed.secret).toEqual({ kept: 'file', path: secretFile });
    const found = clientSecretOf(
      installed,
      openSecretStore(join(home, 'secrets.bin'), none),
      null,
      () => undefined,
    );
    await found.ready;
    expect(found.give()).toBe(secret);
    expect(existsSync(join(home, 'secrets.bin'))).toBe(false);
  });

  it('does not write the secret into a file where there is a key store, whatever was agreed', async () => {
    await setUp().finish(draft(), true, 'en');
    expect(readdirSync(home).toSorted()).toEqual(['secrets.bin', 'settings.json']);
  });

  it('says why it could not keep what was filled in, and installs nothing', async () => {
    const done = await setUp(guarded, false).finish(draft(), false, 'en');
    expect(done).toMatchObject({ kind: 'not-kept' });
    expect(done.kind === 'not-kept' && done.sentence).toContain('the disk is full');
    expect(kept()).toBeNull();
  });
});

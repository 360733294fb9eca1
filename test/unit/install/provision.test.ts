import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { provisionFromSwitch } from '../../../main/install/from-switch.ts';
import { readSettings } from '../../../main/install/installed.ts';
import { finishStrikeOut } from '../../../main/install/provision.ts';
import type { Refusal } from '../../../main/install/refusal.ts';
import { type KeyStore, openSecretStore } from '../../../main/install/secrets.ts';
import { type SettingsFile, settingsIn } from '../../../main/install/settings-file.ts';
import { openJournal } from '../../../main/journal/index.ts';
import { err, type Result } from '../../../main/result.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { cipherOf, folder, guarded, right, written } from './workbench.ts';

const secret = right.client.secret;
const header = 'id;name;price;vat;group;barcode\n';

function provision(
  home: string,
  file: string,
  keyStore: KeyStore = guarded,
  settings: SettingsFile = settingsIn(home),
): Promise<Result<void, readonly Refusal[]>> {
  return provisionFromSwitch({ kind: 'file', file }, home, settings, () => Promise.resolve(keyStore));
}

function kept(home: string) {
  const read = readSettings(settingsIn(home));
  return read.ok ? read.value : null;
}

function kinds(done: Result<void, readonly Refusal[]>): string[] {
  return done.ok ? [] : done.error.map(({ kind }) => kind);
}

/** Whether a text stands in any file of a folder, in plain sight. */
function standsIn(home: string, text: string): boolean {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .some((one) => readFileSync(join(one.parentPath, one.name)).includes(text));
}

describe('provisioning', () => {
  it('keeps the settings, seals the secret, strikes it out of the file and imports the catalogue', async () => {
    const home = folder();
    const file = written(right);
    expect(await provision(home, file)).toEqual({ ok: true, value: undefined });

    expect(kept(home)).toMatchObject({
      clientId: 'client-1',
      secret: { kept: 'key-store', strikeOutOf: null },
    });
    expect(await openSecretStore(join(home, 'secrets.bin'), guarded).read('client-secret')).toEqual({
      ok: true,
      value: secret,
    });
    expect(statSync(join(home, 'secrets.bin')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...right, client: { id: 'client-1' } });
    expect(standsIn(home, secret)).toBe(false);
    expect(standsIn(home, '"1234"')).toBe(false);
    const journal = openJournal({ path: join(home, 'journal.sqlite'), now: () => Date.now() });
    if (!journal.ok) throw new Error(journal.error.detail);
    expect(journal.value.read.articleCount()).toBe(2);
    journal.value.close();
  });

  it('can be given the same file again, with its secret struck out', async () => {
    const home = folder();
    const file = written(right);
    await provision(home, file);
    expect(await provision(home, file)).toEqual({ ok: true, value: undefined });
    expect(kept(home)?.secret).toEqual({ kept: 'key-store', strikeOutOf: null });
  });

  it('keeps the printer in the journal, beside what the till’s settings say of it', async () => {
    const home = folder();
    const journalled = (): unknown[] =>
      entriesIn(join(home, 'journal.sqlite')).flatMap((entry) =>
        entry.kind === 'settings.changed' ? [entry.body.value] : [],
      );
    const network = { kind: 'network', address: '192.168.1.50', columns: 48, afterSale: true };
    const file = written({ ...right, printer: network });
    expect(await provision(home, file)).toMatchObject({ ok: true });
    expect(await provision(home, file)).toMatchObject({ ok: true });
    expect(journalled()).toMatchObject([{ ...network, cut: 'partial' }]);
    expect(await provision(home, written({ ...right, printer: { kind: 'none' } }))).toMatchObject({
      ok: true,
    });
    expect(journalled()[1]).toMatchObject({ kind: 'none', columns: 48, afterSale: true });
    expect(kept(home)).not.toHaveProperty('printer');
  });

  it('refuses a file without a secret where the till holds none for that client', async () => {
    const bare = { ...right, client: { id: 'client-1' } };
    expect(kinds(await provision(folder(), written(bare)))).toEqual(['secret-missing']);
    const home = folder();
    await provision(home, written(right));
    expect(kinds(await provision(home, written({ ...bare, client: { id: 'client-2' } })))).toEqual([
      'secret-missing',
    ]);
    expect(kept(home)?.clientId).toBe('client-1');
  });

  it('refuses a file without a secret when the key store cannot give back the one it holds', async () => {
    const home = folder();
    const file = written(right);
    await provision(home, file);
    const other: KeyStore = { kind: 'protected', weak: false, cipher: cipherOf('another') };
    expect(kinds(await provision(home, file, other))).toEqual(['secret-missing']);
  });

  it('does not turn into the till of another account', async () => {
    const home = folder();
    await provision(home, written(right));
    const file = written({ ...right, accountId: 'P87654321' });
    expect(kinds(await provision(home, file))).toEqual(['other-account']);
    expect(kept(home)?.accountId).toBe('T12345678');
    expect(readFileSync(file, 'utf8')).toContain(secret);
  });

  it('moves to another terminal of the same account', async () => {
    const home = folder();
    await provision(home, written(right));
    await provision(home, written({ ...right, store: { ...right.store, terminalId: 'T0293' } }));
    expect(kept(home)?.store.terminalId).toBe('T0293');
  });

  it.each([
    ['a wrong field', { ...right, currency: 'XXX' }, undefined, ['field']],
    ['a bad row', right, `${header}1;Kaffe;dyrt;15;;\n2;;10;15;;\n`, ['catalogue-row', 'catalogue-row']],
    ['a file that is no catalogue', right, 'hello', ['catalogue-file']],
    ['a field and a row', { ...right, extra: 1 }, `${header}1;Kaffe;dyrt;15;;\n`, ['field', 'catalogue-row']],
    ['no JSON', '{"accountId": ', undefined, ['file-not-json']],
    ['a list', '[]', undefined, ['file-not-json']],
  ])('keeps nothing when there is %s, and names it all', async (_what, content, catalogue, refusals) => {
    const home = folder();
    const file = written(content, catalogue);
    const before = readFileSync(file, 'utf8');
    expect(kinds(await provision(home, file))).toEqual(refusals);
    expect(readdirSync(home)).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('says so when the file is not there, or none was named', async () => {
    expect(kinds(await provision(folder(), join(folder(), 'none.json')))).toEqual(['file-unreadable']);
    const home = folder();
    const nothing = await provisionFromSwitch({ kind: 'empty' }, home, settingsIn(home), () =>
      Promise.resolve(guarded),
    );
    expect(kinds(nothing)).toEqual(['no-file-named']);
  });

  it('leaves the secret in the file when the settings cannot be saved', async () => {
    const home = folder();
    const file = written(right);
    const broken = { ...settingsIn(home), write: () => err('disk full') };
    expect(kinds(await provision(home, file, guarded, broken))).toEqual(['not-kept']);
    expect(readFileSync(file, 'utf8')).toContain(secret);
  });

  it('strikes the secret out at the next start when it was cut off before it could', async () => {
    const home = folder();
    const file = written(right);
    const settings = settingsIn(home);
    // The first save reaches the disk; then the power goes: what follows never happens.
    const cut: SettingsFile = {
      ...settings,
      write: (wanted) => {
        settings.write(wanted);
        throw new Error('power cut');
      },
    };
    await expect(provision(home, file, guarded, cut)).rejects.toThrow('power cut');
    expect(readFileSync(file, 'utf8')).toContain(secret);

    const found = kept(home);
    if (found === null) throw new Error('nothing was kept');
    const parts = {
      secrets: openSecretStore(join(home, 'secrets.bin'), guarded),
      save: (wanted: typeof found) => settings.write(wanted),
    };
    expect((await finishStrikeOut(found, parts)).ok).toBe(true);
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    expect(kept(home)?.secret).toEqual({ kept: 'key-store', strikeOutOf: null });
  });

  it('leaves a secret alone that was put into the file since', async () => {
    const home = folder();
    const file = written({ ...right, client: { id: 'client-1', secret: 'a-newer-secret' } });
    const secrets = openSecretStore(join(home, 'secrets.bin'), guarded);
    await secrets.write('client-secret', secret);
    await provision(home, written(right));
    const found = kept(home);
    if (found === null) throw new Error('nothing was kept');
    await finishStrikeOut(
      { ...found, secret: { kept: 'key-store', strikeOutOf: file } },
      { secrets, save: () => ({ ok: true, value: undefined }) },
    );
    expect(readFileSync(file, 'utf8')).toContain('a-newer-secret');
  });

  it('strikes the secret out of the real file when it was given a link', async () => {
    const real = written(right);
    const link = join(folder(), 'link.json');
    symlinkSync(real, link);
    writeFileSync(join(link, '..', 'articles.csv'), readFileSync(join(real, '..', 'articles.csv')));
    expect((await provision(folder(), link)).ok).toBe(true);
    expect(readFileSync(real, 'utf8')).not.toContain(secret);
  });

  it('writes no secret anywhere on a machine without a key store, and remembers where it is', async () => {
    const home = folder();
    const file = written(right);
    expect((await provision(home, file, { kind: 'none' })).ok).toBe(true);
    expect(kept(home)?.secret).toEqual({ kept: 'file', path: file });
    expect(standsIn(home, secret)).toBe(false);
    expect(existsSync(join(home, 'secrets.bin'))).toBe(false);
    expect(readFileSync(file, 'utf8')).toContain(secret);
  });
});

describe('an install', () => {
  it('is refused, never replaced, when its settings cannot be understood', async () => {
    const home = folder();
    await provision(home, written(right));
    const path = join(home, 'settings.json');
    const changed = JSON.stringify({ ...kept(home), currency: 'XXX', [randomUUID()]: 1 });
    writeFileSync(path, changed);
    const read = readSettings(settingsIn(home));
    expect(!read.ok && read.error.kind).toBe('settings-unreadable');
    expect(kinds(await provision(home, written(right)))).toEqual(['settings-unreadable']);
    expect(readFileSync(path, 'utf8')).toBe(changed);
  });
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDintero } from '../../../main/dintero/index.ts';
import { fileSwitch, refusedSwitch } from '../../../main/install/arguments.ts';
import { replaceFile } from '../../../main/install/file.ts';
import { readIdentity } from '../../../main/install/identity.ts';
import { readInstalled } from '../../../main/install/installed.ts';
import { chooseLanguage } from '../../../main/install/language.ts';
import { keepPin } from '../../../main/install/pin.ts';
import { installSettings } from '../../../main/install/settings.ts';
import { trainingSettings } from '../../../main/install/training-settings.ts';
import { createTraining } from '../../../main/install/training.ts';
import type { Log } from '../../../main/log.ts';
import { settingsIn } from '../../../main/install/settings-file.ts';
import { folder } from './workbench.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = '2026-01-31T12:00:00.000Z';

describe('the till’s identity', () => {
  it('is made once, in letters that cannot be mistaken for one another', () => {
    const path = join(folder(), 'identity.json');
    const made = readIdentity(path, now);
    expect(made.ok && made.value.tillId).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    expect(readIdentity(path, '2027-01-01T00:00:00.000Z')).toEqual(made);
  });

  it.each(['', '{}', '{"tillId":"K7F3QD"}', '{"tillId":"K7F30D","installedAt":"2026-01-31T12:00:00.000Z"}'])(
    'is never replaced when it cannot be read: %s',
    (text) => {
      const path = join(folder(), 'identity.json');
      writeFileSync(path, text);
      expect(readIdentity(path, now).ok).toBe(false);
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});

describe('what is installed', () => {
  it('is training, in a folder of its own, until the till is provisioned', () => {
    const home = folder();
    const read = readInstalled(home, settingsIn);
    expect(read.ok && { mode: read.value.mode, folder: read.value.folder }).toEqual({
      mode: 'training',
      folder: join(home, 'training'),
    });
    settingsIn(home).write({ ...trainingSettings, accountId: 'P12345678' });
    const live = readInstalled(home, settingsIn);
    expect(live.ok && [live.value.mode, live.value.folder]).toEqual(['live', home]);
  });

  it('remembers what was chosen in training', () => {
    const home = folder();
    const first = readInstalled(home, settingsIn);
    if (!first.ok) throw new Error('not installed');
    first.value.file.write({ ...first.value.settings, language: 'en' });
    const second = readInstalled(home, settingsIn);
    expect(second.ok && second.value.settings.language).toBe('en');
  });

  it('is right by its own rules in training too', () => {
    expect(installSettings.parse(trainingSettings)).toEqual(trainingSettings);
  });
});

describe('a till in training', () => {
  it('speaks with a Dintero of its own, which remembers a session over a restart', async () => {
    const books = join(folder(), 'simulator.json');
    const from = () => {
      const training = createTraining(books, fetch, silent);
      const { accountId, clientId, dintero } = trainingSettings;
      const client = createDintero({
        accountId,
        clientId,
        clientSecret: () => training.clientSecret,
        ...dintero,
        systemName: 'Kvitt',
        systemVersion: '0',
        fetch: training.fetch,
        now: () => Date.now(),
      });
      return { training, client };
    };
    const first = from();
    first.training.choose('ignored', 0);
    expect(first.training.current()).toEqual({ answer: 'ignored', afterMs: 0 });
    const { store, profileId } = trainingSettings;
    const item = {
      id: 'a',
      line_id: '1',
      description: 'a',
      quantity: 1,
      amount: 100,
      vat_amount: 20,
      vat: 25,
    };
    const created = await first.client.createSession({
      order: {
        amount: 100,
        currency: 'NOK',
        merchant_reference: 'K7F3QD-1-1',
        store: {
          id: store.id,
          terminal_id: store.terminalId,
          payout_destination_id: store.payoutDestinationId,
        },
        items: [item],
      },
      url: { return_url: 'https://example.com/return' },
      configuration: { seitatech: { in_person: { enabled: true, type: 'payment_product_type' } } },
      profile_id: profileId,
    } as never);
    if (!created.ok) throw new Error(JSON.stringify(created.error));
    await first.training.close();

    const second = from();
    const read = await second.client.readSession(created.value.id);
    expect(read.ok && read.value.id).toBe(created.value.id);
    await second.training.close();
  });
});

describe('the command line', () => {
  it('names the provisioning file in either way', () => {
    const given = (...argv: string[]) => fileSwitch(['kvitt', ...argv], '--provision');
    expect(given('--provision=a b.json')).toEqual({ kind: 'file', file: 'a b.json' });
    expect(given('--provision', 'a.json')).toEqual({ kind: 'file', file: 'a.json' });
    expect(given('--lang=nb')).toEqual({ kind: 'absent' });
    for (const argv of [['--provision'], ['--provision='], ['--provision', '--lang=nb']]) {
      expect(given(...argv), argv.join(' ')).toEqual({ kind: 'empty' });
    }
  });

  it('tells installing a provisioning file from testing one', () => {
    const argv = ['kvitt', '--check-provision=a.json'];
    expect(fileSwitch(argv, '--check-provision')).toEqual({ kind: 'file', file: 'a.json' });
    expect(fileSwitch(argv, '--provision')).toEqual({ kind: 'absent' });
  });

  it('lets no other program look into a shipped till, and nobody take its guards away', () => {
    for (const name of ['remote-debugging-port', 'inspect', 'inspect-brk', 'no-sandbox', 'js-flags']) {
      expect(refusedSwitch((one) => one === name)).toBe(name);
    }
    expect(refusedSwitch((one) => one === 'lang')).toBeNull();
  });

  it('chooses the language before the setting, and the setting before the machine', () => {
    const machine = ['en-GB', 'nb-NO'];
    expect(chooseLanguage({ switched: 'nb', kept: 'en', machine })).toBe('nb');
    expect(chooseLanguage({ switched: '', kept: 'nb', machine })).toBe('nb');
    expect(chooseLanguage({ switched: '', kept: null, machine })).toBe('en');
    expect(chooseLanguage({ switched: '', kept: null, machine: ['nb-NO'] })).toBe('nb');
    expect(chooseLanguage({ switched: '', kept: null, machine: ['nn'] })).toBe('nb');
    expect(chooseLanguage({ switched: 'sv', kept: null, machine })).toBe('sv');
    expect(chooseLanguage({ switched: '', kept: 'da', machine })).toBe('da');
    expect(chooseLanguage({ switched: '', kept: null, machine: ['de-DE', 'nb-NO'] })).toBe('en');
    expect(chooseLanguage({ switched: 'tlh', kept: null, machine: [] })).toBe('en');
  });
});

describe('what is written beside the journal', () => {
  it('is the old file or the new one, never half of either', () => {
    const home = folder();
    const path = join(home, 'a.json');
    expect(replaceFile(path, 'old').ok).toBe(true);
    mkdirSync(join(home, 'taken'));
    expect(replaceFile(join(home, 'taken'), 'new').ok).toBe(false);
    expect(replaceFile(path, 'new').ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('holds no PIN, and no two hashes alike', async () => {
    const [one, two] = await Promise.all([keepPin('1234'), keepPin('1234')]);
    expect(one.hash).not.toBe(two.hash);
    expect(JSON.stringify(one)).not.toContain('1234"');
    expect(Buffer.from(one.hash, 'base64')).toHaveLength(32);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../../main/dintero/index.ts';
import { fileSwitch } from '../../../main/install/arguments.ts';
import { checkFile, checkReport } from '../../../main/install/check-file.ts';
import { provisionFromSwitch } from '../../../main/install/from-switch.ts';
import { demoMerchant, type Simulator, startSimulator } from '../../../main/simulator/index.ts';
import { checkWordsFor } from '../../../main/words/checks.ts';
import { settingsIn } from '../../../main/install/settings-file.ts';
import { en as setUp } from '../../../renderer/screens/set-up/strings-en.ts';
import { stringsFor } from '../../../renderer/strings/index.ts';
import { folder, guarded, right, written } from '../install/workbench.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/set-up.md'), 'utf8');
const [, fenced = ''] = /```sh\n(.*?)```/s.exec(page) ?? [];
const commands = fenced.trim().split('\n');

/** Every text of the window that is not made up of parts. */
function texts(of: unknown): string[] {
  if (typeof of === 'string') return [of];
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(texts) : [];
}

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

describe('docs/set-up.md', () => {
  it('has commands that do what it says: the first tests a file, the second installs it', async () => {
    const { clientId: id, clientSecret: secret } = demoMerchant;
    const dintero = { checkoutUrl: simulator.baseUrl, apiUrl: simulator.baseUrl };
    const file = written({ ...right, client: { id, secret }, dintero });
    const [test = '', install = ''] = commands.map((command) => command.replace('till-1.json', file));
    expect(commands).toHaveLength(2);

    const asked = fileSwitch(test.split(' '), '--check-provision');
    if (asked.kind !== 'file') throw new Error('The first command names no file');
    const checked = await checkFile(asked.file, {
      installed: null,
      catalogue: { check: () => Promise.resolve([]) },
      installedSecret: () => Promise.resolve(null),
      account: (options) =>
        createAccount({ ...options, systemName: 'Kvitt', systemVersion: '0', fetch, now: Date.now }),
    });
    expect(checked.ok && checkReport(checked.value, checkWordsFor('en')).code).toBe(0);

    const home = folder();
    const settings = settingsIn(home);
    const given = fileSwitch(install.split(' '), '--provision');
    expect(given).toEqual({ kind: 'file', file });
    expect((await provisionFromSwitch(given, home, settings, () => Promise.resolve(guarded))).ok).toBe(true);
    expect(settings.read()).toMatchObject({ ok: true, value: { clientId: id } });
  });

  it('names nothing in bold that the window or Dintero does not call so', () => {
    const ofDintero = ['store', 'payout destination', 'terminal', 'payment profile', 'API client'];
    const known = new Set([...texts(setUp), ...texts(stringsFor('en')), ...ofDintero]);
    const bold = [...page.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name);
    expect(bold.length).toBeGreaterThan(15);
    expect(bold.filter((name) => !known.has(name))).toEqual([]);
  });

  it('lists the pages of the set-up in their order', () => {
    const { ready: _last, ...pages } = setUp.pages;
    const listed = [...page.matchAll(/^\| \*\*(.+?)\*\* \|/gm)].map(([, name = '']) => name);
    expect(listed).toEqual(Object.values(pages));
  });
});

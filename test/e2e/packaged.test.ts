import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { extractFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { developmentSwitches } from '../../tools/electron.mjs';
import { electronInPlace } from '../../tools/setup/electron.mjs';
import { asarFiles } from '../../tools/package/file-list.mjs';
import { provisioningFor, scan, writeProvisioning } from '../helpers/app.ts';
import { dist, ensurePackaged, openPackaged, packaged, packagedAs, packageTill } from './packaged.ts';
import { captured, codes, expect, test, verifyJournal } from './till.ts';

const program = path.join(packaged, 'kvitt');
const noRelease = 'No release was made: the Electron on this machine is a stand-in';

/** Starts a program and waits for its end. */
async function runToEnd(file: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number]>]);
  return { code, said };
}

// A trace would be asked for of a program that has ended.
test.use({ trace: 'off' });

/** The packages that the till's own sources import by name, as values. */
function importedPackages(...folders: string[]): string[] {
  const found = folders.flatMap((name) => {
    const folder = path.join(dist, '..', name);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => {
        const source = readFileSync(path.join(folder, file), 'utf8');
        return [...source.matchAll(/^import (?!type )[^;]*?from '([^.'][^']*)'|import\('([^.'][^']*)'\)/gm)];
      })
      .map(([, stated = '', awaited = '']) => stated || awaited);
  });
  const ofOthers = found.filter((name) => !name.startsWith('node:') && name !== 'electron');
  const packages = ofOthers.map((name) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  return [...new Set(packages)];
}

test.describe('the packaged till', () => {
  test.use({ starts: false });

  test.beforeAll(ensurePackaged);

  test('sells, in a program that holds nothing but what it needs', async ({ simulator, folder }) => {
    const file = writeProvisioning(folder, provisioningFor(simulator));
    const { page, close } = await openPackaged(program, folder, [`--provision=${file}`]);
    const lines = page.getByRole('listbox', { name: 'Basket' }).getByRole('option');
    await scan(page, codes.bun);
    await expect(lines).toHaveCount(1);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('status', { name: 'Total' })).toContainText('78.00');
    await page.getByRole('button', { name: 'Pay by card' }).click();
    await expect(page.getByRole('heading', { name: 'Approved', exact: true })).toBeVisible();
    await expect(page.getByText('Receipt 1', { exact: true })).toBeVisible();
    // Tools for developers stay shut.
    await page.keyboard.press('Control+Shift+I');
    await page.keyboard.press('F12');
    // No reload, no zoom, no source.
    await page.evaluate('window.same = true; window.before = devicePixelRatio');
    for (const keys of [
      'F5',
      'Control+R',
      'Control+Shift+R',
      'Control+U',
      'Control+Equal',
      'Control+Minus',
    ]) {
      await page.keyboard.press(keys);
    }
    expect(await page.evaluate('window.same && window.before === devicePixelRatio')).toBe(true);
    const browser = await page.context().browser()?.newBrowserCDPSession();
    const targets = await browser?.send('Target.getTargets');
    expect(targets?.targetInfos.map(({ url }) => url)).toEqual(['app://till/index.html']);
    await close();
    const open = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      // The test's own, which were there before the till.
      .filter((name) => !/(provisioning\.json|articles\.csv)$/.test(name))
      .filter((name) => (statSync(name).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    expect(captured(simulator)).toEqual([7800]);
    expect(verifyJournal(folder)).toContain('1 signed receipts read');

    const archive = path.join(packaged, 'resources', 'app.asar');
    expect(statSync(archive).size).toBeLessThan(6 * 1024 * 1024);
    const strangers = asarFiles(archive).filter(
      (name) =>
        !/^(out\/(main|preload|renderer)\/|node_modules\/better-sqlite3\/(lib\/|LICENSE$|package\.json$)|assets\/demo-catalogue\.csv$|docs\/system(-description|beskrivelse)\.md$|package\.json$)/.test(
          name,
        ),
    );
    expect(strangers).toEqual([]);
    const licences = readFileSync(path.join(packaged, 'resources', 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    const packages = importedPackages('main', 'preload', 'renderer');
    expect(packages.length).toBeGreaterThan(8);
    for (const name of ['Electron', ...packages]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([A-Z0-9-]+\\)$`, 'm'));
    }
    // It says of itself that it is never handed out; one that does not is held to what a release is.
    expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({ testing: true });
  });

  test('has its fuses set, and is the same again when it is built again', async () => {
    const fuses = await getCurrentFuseWire(program);
    const on = (fuse: FuseV1Options): boolean => fuses[fuse] === FuseState.ENABLE;
    expect(on(FuseV1Options.RunAsNode)).toBe(false);
    expect(on(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(on(FuseV1Options.EnableCookieEncryption)).toBe(true);
    expect(on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
    expect(on(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
    expect(on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe(false);
    expect(on(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
    // A testing build is what ships, but for this one.
    expect(on(FuseV1Options.EnableNodeCliInspectArguments)).toBe(true);

    const list = (): string => readFileSync(path.join(dist, 'Kvitt-testing.sha256'), 'utf8');
    const page = readFileSync(path.join(dist, '../docs/packaging.md'), 'utf8');
    const check = /^cd linux-unpacked.*$/m.exec(page)?.[0] ?? 'false';
    expect(spawnSync('sh', ['-euc', check], { cwd: dist, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout: '',
    });
    const before = list();
    expect(packageTill('--testing').code).toBe(0);
    expect(list()).toBe(before);
  });

  test('that ships starts with no switch that takes its guards away', async ({ folder }) => {
    const release = await packagedAs('as-released', { testing: false });
    // Chromium itself ends where root starts it with a sandbox.
    const always = [...developmentSwitches(), '--no-sandbox', '--lang=en', `--user-data-dir=${folder}`];
    for (const given of ['remote-debugging-port', 'js-flags', 'no-sandbox']) {
      const { code, said } = await runToEnd(release.program, ...always, `--${given}=1`);
      expect(said).toContain(`The till does not start with --${given}: `);
      expect(code).toBe(2);
    }
    release.remove();
  });

  test('is not made from the stand-in, unless it is for tests', () => {
    expect(packageTill('--nonsense')).toMatchObject({ code: 2 });
    // Where Electron itself is in place, this would make a release.
    const { code, said } = electronInPlace() === 'stand-in' ? packageTill() : { code: 1, said: noRelease };
    expect(code).toBe(1);
    expect(said).toContain(noRelease);
  });
});

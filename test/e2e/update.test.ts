import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startUpdateServer } from '../unit/update/server.ts';
import { removeFolder, temporaryFolder } from '../helpers/app.ts';
import { commandsOf } from '../helpers/commands.ts';
import { holding } from '../helpers/secrets.ts';
import { ensurePackaged, openPackaged, packagedAs } from './packaged.ts';
import { entries, expect, press, ringUp, test, verifyJournal } from './till.ts';

/** What lies in a shop's folder as one file, with the packaged program behind it. */
const appImage = (program: string): string =>
  `#!/bin/sh\n[ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ] && exit 0\nexec "${program}" "$@"\n`;

// The program ends by itself here, and nothing can be asked of its trace then.
test.use({ trace: 'off' });

test('a new version is offered, waits for the sale, and takes over the till with its journal', async ({
  till,
}) => {
  ensurePackaged();
  const server = await startUpdateServer();
  const older = await packagedAs('update-older', { version: '0.1.0', updateKey: server.publicKey });
  const newer = await packagedAs('update-newer', { version: '0.2.0', updateKey: server.publicKey });
  const shelf = temporaryFolder();
  const program = path.join(shelf, 'Kvitt.AppImage');
  writeFileSync(program, appImage(older.program));
  chmodSync(program, 0o755);
  server.publish('0.2.0', appImage(newer.program), generateKeyPairSync('ed25519').privateKey);
  const env = { APPIMAGE: program, XDG_CACHE_HOME: path.join(shelf, 'cache') };

  // Installed, with a sale in cash: the day is open.
  await ringUp(till, 'bun');
  await press(till, 'Pay cash');
  await till.page().getByRole('button', { name: 'Exact' }).click();
  await press(till, 'Confirm cash');
  await press(till, 'New sale');
  await till.close();

  const { page, process: old } = await openPackaged(older.program, till.folder, [], env);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Updates' }).click();
  await expect(page.getByText('No address for updates is set')).toBeVisible();
  await page.getByLabel('Address of the updates').fill('http://updates.example.com/');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await page.getByLabel('Address of the updates').fill(server.address);
  await page.getByRole('button', { name: 'Save' }).click();
  const look = page.getByRole('button', { name: 'Look for updates', exact: true });
  // Somebody else's list first.
  await look.click();
  await expect(page.getByText('was not signed by the maker of this till')).toBeVisible();
  expect(server.asked.filter((name) => name.endsWith('.AppImage'))).toEqual([]);
  server.publish('0.2.0', appImage(newer.program));
  await look.click();
  const bar = page.getByRole('status', { name: 'Updates' });
  await expect(bar).toContainText('Version 0.2.0 is ready. Install it when the day is closed');

  // Not under a customer, and not after "later".
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('tabpanel').getByRole('button').first().click();
  await expect(bar).toContainText('It waits until the sale on the counter is finished');
  await expect(bar.getByRole('button', { name: 'Install now' })).toBeDisabled();
  await page.getByRole('button', { name: 'Park sale' }).click();
  await page.getByRole('button', { name: 'Park', exact: true }).click();
  await bar.getByRole('button', { name: 'Install now' }).click();
  const question = page.getByRole('dialog', { name: 'Install the update now?' });
  const gone = new Promise((resolve) => old.once('exit', resolve));
  // The program may be gone before the press is answered.
  question
    .getByRole('button', { name: 'Install it now' })
    .click()
    .catch(() => undefined);
  await gone;

  await expect
    .poll(() => entries(till.folder, 'till.updated').map(({ body }) => body))
    .toEqual([{ from: '0.1.0', to: '0.2.0' }]);
  expect(readFileSync(program, 'utf8')).toBe(appImage(newer.program));
  // The new program was started by the old one, with its switches; Chromium's lock names its process.
  const lock = readlinkSync(path.join(till.folder, 'SingletonLock'));
  const running = Number(/\d+$/.exec(lock)?.[0]);
  process.kill(running, 'SIGKILL');
  await expect.poll(() => existsSync(`/proc/${running}`)).toBe(false);

  // Back to the version before, which the update left beside the new one.
  const goBack = commandsOf('updates.md').find((command) => command.startsWith('mv ')) ?? 'false';
  execFileSync('sh', ['-euc', goBack], { cwd: shelf });
  expect(readFileSync(program, 'utf8')).toBe(appImage(older.program));
  const back = await openPackaged(program, till.folder, [], env);
  await back.page.getByRole('button', { name: 'New sale' }).click();
  await expect(back.page.getByRole('button', { name: 'Parked (1)' })).toBeVisible();
  await back.close();
  expect(entries(till.folder, 'till.updated')).toHaveLength(2);
  expect(verifyJournal(till.folder)).toContain('1 signed receipts read');

  const { clientSecret } = till.simulator.merchant;
  expect(holding(till.folder, clientSecret)).toEqual([]);

  await server.close();
  older.remove();
  newer.remove();
  removeFolder(shelf);
});

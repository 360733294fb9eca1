import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { developmentSwitches, electronProgram } from '../../tools/electron.mjs';
import { unpacked } from '../helpers/secrets.ts';
import { entries, expect, expectState, expectTotal, press, ringUp, test, type Till } from './till.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The main processes of tills on a folder that a keeper keeps running. */
function keptTills(folder: string): number[] {
  return execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`--user-data-dir=${folder}`) && line.includes('--kept-running'))
    .filter((line) => !line.includes('--type='))
    .map((line) => Number.parseInt(line, 10));
}

async function savesTo(till: Till, file: string): Promise<void> {
  await till.electron().evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

function windowState(till: Till): Promise<{ kiosk: boolean; open: boolean }> {
  return till.electron().evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { kiosk: window?.isKiosk() ?? false, open: window !== undefined };
  });
}

test.describe('while a payment is open', () => {
  test('the machine does not sleep, and a page that hangs is back in the state it was in', async ({
    till,
  }) => {
    const isAwake = (): Promise<boolean> =>
      till
        .electron()
        .evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)));
    await ringUp(till, 'coffee');
    expect(await isAwake()).toBe(false);
    till.simulator.chooseAnswer({ kind: 'ignored' });
    await press(till, 'Pay by card');
    await expectState(till, 'Present card');
    await expect.poll(isAwake).toBe(true);

    const back = till.electron().evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('There is no window');
      const { webContents } = window;
      const gone = new Promise((resolve) => webContents.once('render-process-gone', resolve));
      webContents.executeJavaScript('for (;;);').catch(() => undefined);
      // Chromium says so when a press is not answered for half a minute.
      window.emit('unresponsive');
      return gone
        .then(() => new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve())))
        .then(() => undefined);
    });
    await back;
    await expect
      .poll(() =>
        till.electron().evaluate(async ({ BrowserWindow }) => {
          const [window] = BrowserWindow.getAllWindows();
          return String(await window?.webContents.executeJavaScript('document.body.innerText'));
        }),
      )
      .toContain('Present card');
  });
});

test('a kiosk fills the screen and stays open, until it is closed from its settings', async ({ till }) => {
  const page = till.page();
  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'This computer' }).click();
  await page.getByRole('checkbox', { name: 'Kiosk' }).check();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect.poll(async () => (await windowState(till)).kiosk).toBe(true);
  await till.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect((await windowState(till)).open).toBe(true);

  const gone = once(till.electron().process(), 'exit');
  await page.getByRole('button', { name: 'Close now' }).click();
  expect((await gone)[0]).toBe(0);
  expect(entries(till.folder, 'till.stopped')).toHaveLength(1);
  await till.start();
  await expect.poll(async () => (await windowState(till)).kiosk).toBe(true);
});

test('what the till is stands in About, and one file for support holds no secret', async ({
  till,
  simulator,
}) => {
  await ringUp(till, 'bun');
  // A log that has grown to its limit is the old one from the next start on.
  await till.close();
  const logs = path.join(till.folder, 'logs');
  writeFileSync(
    path.join(logs, 'till.log'),
    `secret: ${simulator.merchant.clientSecret}\nAuthorization: Bearer abcdefghijklmnop\ncard 4925 0000 0000 0004\npin=4711\n`.repeat(
      30_000,
    ),
  );
  await till.start();
  const page = till.page();
  await expect.poll(() => existsSync(path.join(logs, 'till.old.log'))).toBe(true);
  expect(statSync(path.join(logs, 'till.log')).size).toBeLessThan(100_000);
  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'About' }).click();
  await expect(page.getByText('Kvitt', { exact: true }).last()).toBeVisible();
  await page.getByRole('button', { name: 'Check the journal' }).click();
  await expect(page.getByText(/^The journal is whole: \d+ entries, 0 receipts\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Read: System description' }).click();
  await expect(page.getByRole('document', { name: 'System description' })).toContainText('control trail');

  const pdf = path.join(till.folder, 'description.pdf');
  await savesTo(till, pdf);
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect.poll(() => existsSync(pdf) && readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');

  const file = path.join(till.folder, 'support.zip');
  await savesTo(till, file);
  await page.getByRole('button', { name: 'Save support file' }).click();
  await expect(page.getByText('The support file is saved.')).toBeVisible();
  const files = unpacked(file);
  expect([...files.keys()]).toEqual([
    'about.json',
    'settings.json',
    'shop-settings.json',
    'journal.json',
    'logs/till.log',
    'logs/till.old.log',
  ]);
  expect(files.get('journal.json')).toContain('"wrong": null');
  const all = [...files.values()].join('\n');
  for (const secret of [simulator.merchant.clientSecret, 'abcdefghijklmnop', '4925 0000', '4711'])
    expect(all).not.toContain(secret);
  expect(all).not.toMatch(/(?<![\dA-Za-z.])\d{13,19}(?![\dA-Za-z])/);
  expect(all).not.toContain('Kanelbolle');
  execFileSync('python3', [
    '-c',
    'import sys, zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None',
    file,
  ]);
});

test('a till that dies is started again by its keeper, and both end when they are asked to', async ({
  till,
}) => {
  await ringUp(till, 'bun', 'cup');
  await till.close();
  const dumps = path.join(till.folder, 'Crashpad', 'completed');
  mkdirSync(dumps, { recursive: true });
  writeFileSync(path.join(dumps, 'one.dmp'), 'memory');
  const keeper = spawn(
    electronProgram(),
    [...developmentSwitches(), root, '--keep-running', `--user-data-dir=${till.folder}`, '--lang=en'],
    { stdio: 'ignore' },
  );
  const starts = (): number => entries(till.folder, 'till.started').length;
  try {
    await expect.poll(starts).toBe(2);
    await expect.poll(() => readdirSync(dumps)).toEqual([]);
    const [first = 0] = keptTills(till.folder);
    process.kill(first, 'SIGKILL');
    await expect.poll(starts).toBe(3);
    expect(keptTills(till.folder)).not.toContain(first);
    const ended = once(keeper, 'exit');
    keeper.kill();
    expect(await ended).toEqual([0, null]);
    await expect.poll(() => entries(till.folder, 'till.stopped').length).toBe(2);
    expect(keptTills(till.folder)).toEqual([]);
  } finally {
    keeper.kill('SIGKILL');
  }
  await till.start();
  await expectTotal(till, '168.90');
});

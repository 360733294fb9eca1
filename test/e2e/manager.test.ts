import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoMerchant, startSimulator } from '../../main/simulator/index.ts';
import { provisioningFor, removeFolder, temporaryFolder, writeProvisioning } from '../helpers/app.ts';
import { entries, expect, expectReceipt, press, ringUp, type Till, test } from './till.ts';

const operators = [
  { name: 'Kari', role: 'manager', pin: '1234' },
  { name: 'Ola', role: 'cashier', pin: '4321' },
];

async function typePin(page: Page, pad: string | RegExp, pin: string): Promise<void> {
  for (const digit of pin)
    await page.getByRole('group', { name: pad }).getByRole('button', { name: digit, exact: true }).click();
}

async function logIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('group', { name: 'Operators' }).getByRole('button', { name }).click();
  await typePin(page, /^PIN/, pin);
  await page.getByRole('button', { name: 'Log in' }).click();
}

/** The manager lets the cashier do what was asked for, who stays logged in. */
async function approves(page: Page, sentence: RegExp): Promise<void> {
  const asked = page.getByRole('dialog', { name: 'A manager’s PIN' });
  await expect(asked.getByText(sentence)).toBeVisible();
  await typePin(page, 'PIN pad', '1234');
  await asked.getByRole('button', { name: 'Approve' }).click();
  await expect(asked).toHaveCount(0);
}

async function opensSettings(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('tab', { name: section }).click();
}

/** A payment by card, before which Dintero has forgotten the till's token. */
async function paysWithNewToken(till: Till, receipt: number): Promise<void> {
  till.simulator.inject({ on: 'create', kind: 'status', status: 401 });
  await ringUp(till, 'bun');
  await press(till, 'Pay by card');
  await expectReceipt(till, receipt);
  await press(till, 'New sale');
}

test.use({ starts: false });

test('what is the manager’s takes a manager’s PIN, and the till locks itself when nobody is there', async ({
  till: bare,
}) => {
  const merchant = { ...demoMerchant };
  const simulator = await startSimulator({ merchant, rules: { answerAfterMs: 100 } });
  const till: Till = { ...bare, simulator };
  const [place, config] = [temporaryFolder(), temporaryFolder()];
  const before = process.env['XDG_CONFIG_HOME'];
  process.env['XDG_CONFIG_HOME'] = config;
  try {
    const file = writeProvisioning(till.folder, provisioningFor(simulator, { operators }));
    await till.start(`--provision=${file}`);
    const page = till.page();
    await logIn(page, 'Ola', '4321');

    await test.step('a wrong secret is refused, and the till goes on with the old one', async () => {
      await opensSettings(page, 'This till');
      await press(till, 'Replace secret');
      const dialog = page.getByRole('dialog', { name: 'Replace secret' });
      const field = dialog.getByLabel('Client secret');
      await expect(field).toHaveAttribute('type', 'password');
      await field.fill('a secret with a slip');
      await dialog.getByRole('button', { name: 'Test and replace' }).click();
      await approves(page, /needs a manager/);
      await expect(page.getByText(/^Dintero does not give a token for that secret/)).toBeVisible();
      await expect(field).toHaveValue('');
      await page.keyboard.press('Escape');
      await press(till, 'Back');
      await paysWithNewToken(till, 1);
    });

    await test.step('the right one is used from the next token on', async () => {
      merchant.clientSecret = 'the secret of next year';
      await opensSettings(page, 'This till');
      await press(till, 'Replace secret');
      await page.getByLabel('Client secret').fill(merchant.clientSecret);
      await press(till, 'Test and replace');
      // What the manager let through has not been done before now.
      await expect(page.getByText('The client secret was replaced.')).toBeVisible();
      await press(till, 'Back');
      await paysWithNewToken(till, 2);
      expect(entries(till.folder, 'credentials.replaced')).toHaveLength(1);
    });

    await test.step('the till starts with the computer, and no longer', async () => {
      await opensSettings(page, 'This computer');
      const start = page.getByRole('checkbox', { name: 'Start with the computer' });
      await start.click();
      await approves(page, /needs a manager/);
      const autostart = path.join(
        config,
        'autostart',
        `kvitt-${String(entries(till.folder, 'till.started')[0]?.body['tillId'])}.desktop`,
      );
      await expect.poll(() => existsSync(autostart)).toBe(true);
      const entry = readFileSync(autostart, 'utf8');
      expect(entry).toMatch(/^\[Desktop Entry\]\nType=Application\nName=Kvitt /);
      expect(entry).toMatch(new RegExp(`^Exec=".+" "--keep-running" "--user-data-dir=${till.folder}"$`, 'm'));
      await start.click();
      await approves(page, /needs a manager/);
      await expect.poll(() => existsSync(autostart)).toBe(false);
    });

    await test.step('the second copy’s age stands on every screen, in every size', async () => {
      await till.electron().evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      }, place);
      await page.getByRole('tab', { name: 'Second copy' }).click();
      await press(till, 'Choose place');
      await approves(page, /needs a manager/);
      const age = page.getByText('Copy now');
      // From the settings over the sale to the receipts and the day, and back.
      for (const screen of ['Settings', 'Receipts', 'Close day', 'Close day']) {
        for (const size of [
          { width: 1920, height: 1080 },
          { width: 1024, height: 768 },
          { width: 800, height: 1280 },
        ]) {
          await page.setViewportSize(size);
          await expect(age).toBeInViewport({ ratio: 1 });
        }
        await page.getByRole('banner').getByRole('button', { name: screen, exact: true }).click();
      }
      await page.keyboard.press('Control+l');
      await expect(page.getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
      await expect(age).toBeInViewport({ ratio: 1 });
      await logIn(page, 'Ola', '4321');
    });

    await test.step('another terminal: a manager says so, and the till opens again, locked', async () => {
      await opensSettings(page, 'Dintero');
      await page.getByRole('textbox', { name: 'Terminal', exact: true }).fill('T0293');
      await press(till, 'Save and start again');
      await approves(page, /needs a manager/);
      await expect(page.getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
      await logIn(page, 'Ola', '4321');
      await expect(page.getByText('Terminal T0293')).toBeVisible();
    });

    await test.step('nobody touches it for as long as the shop has set', async () => {
      // In the main process a minute is a second from now on.
      await till.electron().evaluate(() => {
        const real = globalThis.setTimeout;
        const quick = (work: () => void, ms = 0): NodeJS.Timeout => real(work, ms >= 60_000 ? ms / 60 : ms);
        Object.assign(globalThis, { setTimeout: quick });
      });
      await opensSettings(page, 'Operators');
      await page.getByRole('textbox', { name: 'Lock after minutes without a touch' }).fill('1');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await approves(page, /needs a manager/);
      await expect(page.getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
    });
    await till.close();

    expect(entries(till.folder, 'operator.locked').map(({ body }) => body['why'])).toEqual([
      'pressed',
      'idle',
    ]);
    const approved = entries(till.folder, 'manager.approved');
    expect(
      new Set(approved.map(({ operator, body }) => `${String(operator)} by ${String(body['manager'])}`)),
    ).toEqual(new Set(['Ola by Kari']));
    expect(approved.map(({ body }) => body['act'])).toEqual([
      'operators',
      'settings',
      'settings',
      'settings',
      'settings',
      'operators',
    ]);
  } finally {
    if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
    else process.env['XDG_CONFIG_HOME'] = before;
    await simulator.close();
    for (const folder of [place, config]) removeFolder(folder);
  }
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { demoMerchant, type Merchant, type Simulator, startSimulator } from '../../main/simulator/index.ts';
import { developmentSwitches, electronProgram } from '../../tools/electron.mjs';
import {
  openApp,
  provisioningFor,
  removeFolder,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import { ownPort } from '../helpers/own-port.ts';
import { holding } from '../helpers/secrets.ts';
import {
  captured,
  entries,
  expect,
  expectReceipt,
  expectState,
  press,
  references,
  ringUp,
  type Till,
  test,
  verifyJournal,
} from './till.ts';

const root = path.resolve(import.meta.dirname, '../..');
const secret = 'Vr7-hemmelig-kX2mQ9zLw4';

/** The demo's account with a secret of its own, and one more terminal that was set up and put away again. */
const merchant: Merchant = {
  ...demoMerchant,
  clientSecret: secret,
  terminals: [
    ...demoMerchant.terminals,
    { id: 'T0294', storeId: 'oslo-center', serialNumber: '000294', model: 'SATURN1000', status: 'INACTIVE' },
  ],
};

const write = (page: Page, label: string, typed: string): Promise<void> =>
  page.getByRole('textbox', { name: label, exact: true }).fill(typed);
const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Next', exact: true }).click();
const at = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
const says = (page: Page, sentence: RegExp | string): Promise<void> =>
  expect(page.getByText(sentence).first()).toBeVisible();

/** The pages of the set-up up to the terminal, all filled in rightly. */
async function fillIn(page: Page, simulator: Simulator): Promise<void> {
  await page.getByRole('button', { name: 'Set up this till' }).click();
  await write(page, 'Name of the shop', 'Kaffehjørnet AS');
  await write(page, 'Organisation number', '923609016');
  await write(page, 'Address, line 1', 'Storgata 1');
  await next(page);
  await at(page, 'Dintero account');
  await write(page, 'Account', 'T12345678');
  await write(page, 'Client id', merchant.clientId);
  await page.getByLabel('Client secret').fill(secret);
  await page.getByText('Dintero’s addresses').click();
  await write(page, 'Checkout', simulator.baseUrl);
  await write(page, 'API', simulator.baseUrl);
  await next(page);
  await at(page, 'Payment profile');
  await page.getByRole('button', { name: 'T12345678.inperson' }).click();
  await next(page);
  await at(page, 'Store');
  await page.getByRole('button', { name: 'Oslo Center (oslo-center)' }).click();
  await next(page);
  await at(page, 'Terminal');
}

test.describe('a till that is not installed', () => {
  let simulator: Simulator;
  let folder: string;
  test.beforeEach(async () => {
    simulator = await startSimulator({ port: await ownPort(), merchant, rules: { answerAfterMs: 200 } });
    folder = temporaryFolder();
  });
  test.afterEach(async () => {
    await simulator.close();
    removeFolder(folder);
  });

  test('is set up in its window: every wrong answer is told while the person stands there', async () => {
    const { electron, page } = await openApp(folder, ['--lang=en']);
    await page.getByRole('button', { name: 'Set up this till' }).click();
    await at(page, 'Your shop');
    await write(page, 'Organisation number', '923609017');
    await page.keyboard.press('Enter');
    await says(page, 'Write the nine digits of a Norwegian organisation number');
    await expect(page.getByRole('textbox', { name: 'Name of the shop' })).toBeFocused();
    await write(page, 'Name of the shop', 'Kaffehjørnet AS');
    await write(page, 'Organisation number', '923 609 016');
    await write(page, 'Address, line 1', 'Storgata 1');
    await page.keyboard.press('Enter');

    await at(page, 'Dintero account');
    await write(page, 'Account', 't12345678');
    await write(page, 'Client id', merchant.clientId);
    const secretField = page.getByLabel('Client secret');
    await expect(secretField).toHaveAttribute('type', 'password');
    await secretField.fill('not-the-secret?');
    await page.getByText('Dintero’s addresses').click();
    await write(page, 'Checkout', simulator.baseUrl);
    await write(page, 'API', simulator.baseUrl);
    await next(page);
    await says(page, 'Dintero does not accept the client id and secret for account T12345678');
    await secretField.fill(secret);
    await simulator.refuseConnections();
    await next(page);
    await says(page, 'Could not be checked: the client of account T12345678.');
    await says(page, 'What could not be checked now can be filled in all the same');
    await page.getByRole('button', { name: 'Go on all the same' }).click();
    await at(page, 'Payment profile');
    await simulator.acceptConnections();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(page.getByRole('textbox', { name: 'Account' })).toHaveValue('T12345678');
    await expect(secretField).toHaveValue(secret);
    await next(page);

    await at(page, 'Payment profile');
    await says(page, 'Dintero accepts the client id and secret');
    await write(page, 'Payment profile', 'T12345678.nothing');
    await next(page);
    await says(page, 'Dintero does not know payment profile T12345678.nothing on this account');
    simulator.inject({ on: 'profiles', kind: 'status', status: 403, lasts: 'always' });
    await page.getByRole('button', { name: 'Check again' }).click();
    await says(page, 'which says nothing about whether it is right');
    simulator.clearFaults();
    await page.getByRole('button', { name: 'T12345678.inperson' }).click();
    await next(page);

    await at(page, 'Store');
    await write(page, 'Store', 'oslo-center');
    await write(page, 'Payout destination', 'seller-2');
    await next(page);
    await says(page, 'The store’s takings are paid out to seller-1 at Dintero, not to seller-2');
    await page.getByRole('button', { name: 'Oslo Center (oslo-center)' }).click();
    await expect(page.getByRole('textbox', { name: 'Payout destination' })).toHaveValue('seller-1');
    await next(page);

    await at(page, 'Terminal');
    await write(page, 'Terminal', 'T0400');
    await next(page);
    await says(page, 'Terminal T0400 stands in the store bergen-city at Dintero');
    await write(page, 'Terminal', '');
    await page.getByRole('button', { name: 'T0294 (INACTIVE)' }).click();
    await next(page);
    await says(page, 'Dintero says that terminal T0294 is INACTIVE');
    await write(page, 'Terminal', 'T0292');
    await next(page);

    await at(page, 'Receipt printer');
    await page.getByRole('radio', { name: 'None', exact: true }).check();
    await next(page);
    await at(page, 'Operators');
    await next(page);
    await at(page, 'Ready');
    await says(page, 'Terminal T0292 stands in the store and is ACTIVE.');
    expect(readdirSync(folder)).not.toContain('settings.json');
    expect(readdirSync(folder)).not.toContain('secrets.bin');

    await page.getByRole('button', { name: 'Finish' }).click();
    await at(page, 'The till is set up');
    await expect(page.getByRole('button', { name: 'Begin selling' })).toBeFocused();
    await expect(page.getByText('Training', { exact: true })).toBeHidden();
    await says(page, 'Kaffehjørnet AS sells from now on, with terminal T0292.');

    await page.getByRole('button', { name: 'Try it with 1 krone' }).click();
    await expect(page.getByText(/^Receipt 1$/)).toBeVisible();
    await says(page, 'The test sale is paid, and everything works.');
    await page.getByRole('button', { name: 'Give it back' }).click();
    await at(page, 'Refunded');
    const [total] = simulator.books().totals;
    expect(total).toMatchObject({ captured: 100, refunded: 100 });
    await electron.close();

    verifyJournal(folder);
    expect(entries(folder, 'till.started').map(({ body }) => body['mode'])).toEqual(['live']);
    expect(entries(folder, 'sale.completed')).toHaveLength(1);
    expect(holding(folder, secret)).toEqual([]);
    const again = await openApp(folder, ['--lang=en']);
    await expect(again.page.getByText('Training', { exact: true })).toBeHidden();
    await expect(again.page.getByText('Terminal T0292')).toBeVisible();
    await again.electron.close();
  });

  test('asks before it writes the secret down on a machine without a key store', async () => {
    const bus = process.env['DBUS_SESSION_BUS_ADDRESS'];
    process.env['DBUS_SESSION_BUS_ADDRESS'] = 'disabled:';
    const { electron, page } = await openApp(folder, ['--lang=en']);
    if (bus === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS'];
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = bus;

    await fillIn(page, simulator);
    await page.getByRole('button', { name: 'T0292' }).click();
    await next(page);
    await at(page, 'Receipt printer');
    await next(page);
    await at(page, 'Operators');
    await page.getByRole('button', { name: 'Add an operator' }).click();
    await write(page, 'Name of operator 1', 'Kari');
    await page.getByLabel('PIN of operator 1').fill('2468');
    await next(page);
    await at(page, 'Ready');
    await says(page, 'This machine has no key store.');
    await page.getByRole('button', { name: 'Finish' }).click();
    await says(page, 'Without a key store, say first where the secret may be kept.');
    expect(holding(folder, secret)).toEqual([]);

    const file = path.join(folder, 'client-secret.json');
    await page.getByRole('checkbox', { name: 'Write the secret into that file' }).check();
    await page.getByRole('button', { name: 'Finish' }).click();
    await expect(page.getByText('Training', { exact: true })).toBeHidden();
    // The till has an operator now, and starts locked.
    await expect(page.getByRole('button', { name: /Kari/ })).toBeVisible();
    expect(holding(folder, secret)).toEqual([file]);
    expect(holding(folder, '"2468"')).toEqual([]);
    await electron.close();
  });
});

/** Starts the program as a shop does, with what it says on either stream. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(electronProgram(), [...developmentSwitches(), root, '--lang=en', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { code, out, err };
}

test.describe('a provisioning file', () => {
  test.use({ starts: false });

  test('is tested without being installed: right, wrong, with mistakes', async ({ simulator, folder }) => {
    const file = writeProvisioning(folder, provisioningFor(simulator));
    const before = readFileSync(file, 'utf8');
    const home = path.join(folder, 'home');
    const check = (): ReturnType<typeof run> => run(`--user-data-dir=${home}`, `--check-provision=${file}`);
    const right = await check();
    expect([right.code, right.out.trim().split('\n')]).toEqual([
      0,
      [
        'ok: Dintero accepts the client id and secret of account T12345678.',
        'ok: The account has the payment profile T12345678.inperson.',
        'ok: The account has the store oslo-center.',
        'ok: The store’s takings are paid out to seller-1.',
        'ok: Terminal T0292 stands in the store and is ACTIVE.',
        'Nothing wrong was found.',
      ],
    ]);
    expect(readFileSync(file, 'utf8')).toBe(before);

    simulator.inject({ on: 'profiles', kind: 'status', status: 403, lasts: 'always' });
    const store = { id: 'oslo-center', terminalId: 'T0400', payoutDestinationId: 'seller-1' };
    writeFileSync(file, JSON.stringify(provisioningFor(simulator, { store })));
    const wrong = await check();
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('wrong: Terminal T0400 stands in the store bergen-city at Dintero');
    expect(wrong.out).toContain('Could not be checked: payment profile T12345678.inperson.');

    writeFileSync(file, JSON.stringify(provisioningFor(simulator, { currency: 'kroner' })));
    const mistaken = await check();
    expect([mistaken.code, mistaken.out]).toEqual([2, '']);
    expect(mistaken.err).toContain('currency has a value that cannot be right');
    // Chromium makes the folder that it is told of; nothing is put there.
    expect(readdirSync(home)).toEqual([]);
  });
});

test('two tills of one shop sell side by side, each at its own terminal', async ({ simulator, till }) => {
  const other = temporaryFolder();
  const store = { id: 'oslo-center', terminalId: 'T0293', payoutDestinationId: 'seller-1' };
  const file = writeProvisioning(other, provisioningFor(simulator, { store }));
  const second = await openApp(other, ['--lang=en', `--provision=${file}`]);
  const neighbour: Till = {
    ...till,
    folder: other,
    page: () => second.page,
    electron: () => second.electron,
  };
  const both = [till, neighbour];
  simulator.setRules({ answerAfterMs: 240_000 });
  await ringUp(till, 'bun');
  await ringUp(neighbour, 'book');
  // Both terminals ask for a card at the same time.
  await Promise.all(both.map((one) => press(one, 'Pay by card')));
  await Promise.all(both.map((one) => expectState(one, 'Present card')));
  expect(simulator.terminal('T0292').prompt()?.amount).toBe(3900);
  expect(simulator.terminal('T0293').prompt()?.amount).toBe(29_900);
  simulator.terminal('T0293').tapNow();
  await expectReceipt(neighbour, 1);
  await expectState(till, 'Present card');
  simulator.terminal('T0292').tapNow();
  await expectReceipt(till, 1);
  await expect(till.page().getByText('Another till uses terminal')).toBeHidden();
  await second.electron.close();
  await till.close();

  expect(captured(simulator).toSorted()).toEqual([29_900, 3900]);
  const ids = both.map((one) => entries(one.folder, 'till.started')[0]?.body['tillId']);
  expect(new Set(ids).size).toBe(2);
  expect(
    references(simulator)
      .map((reference) => reference.split('-')[0])
      .toSorted(),
  ).toEqual(ids.toSorted());
  for (const one of both) verifyJournal(one.folder);
  removeFolder(other);
});

test('a manager moves the till to another terminal: Dintero is asked first, and the next payment goes there', async ({
  simulator,
  till,
}) => {
  const page = till.page();
  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'Dintero' }).click();
  await write(page, 'Terminal', 'T0400');
  await press(till, 'Save and start again');
  await says(page, 'Terminal T0400 stands in the store bergen-city at Dintero');
  await expect(page.getByText('Terminal T0292')).toBeVisible();
  await write(page, 'Terminal', 'T0293');
  await press(till, 'Save and start again');
  await says(page, 'Saved.');
  await expect(page.getByText('Terminal T0293')).toBeVisible();
  await press(till, 'Back');
  await ringUp(till, 'bun');
  await press(till, 'Pay by card');
  await expectReceipt(till, 1);
  expect(simulator.books().sessions[0]?.order.store.terminal_id).toBe('T0293');
  await till.close();
  expect(entries(till.folder, 'settings.changed')[0]?.body).toMatchObject({
    section: 'connection',
    value: { store: { terminalId: 'T0293' } },
  });
  // In good order: the till stopped, and started again on what was changed.
  const started = entries(till.folder, 'till.started').map(({ body }) => body['terminalId']);
  expect(started).toEqual(['T0292', 'T0293']);
  verifyJournal(till.folder);
});

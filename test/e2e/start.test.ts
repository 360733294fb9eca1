import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoMerchant, startSimulator } from '../../main/simulator/index.ts';
import { kill, openApp, provisioningFor, writeProvisioning } from '../helpers/app.ts';
import { filesUnder, holding } from '../helpers/secrets.ts';
import {
  entries,
  expect,
  expectReceipt,
  expectState,
  expectTotal,
  press,
  ringUp,
  runToEnd,
  test,
  verifyJournal,
} from './till.ts';

test.describe('a till that is not installed yet', () => {
  test.use({ starts: false });

  test('names every mistake of a wrong provisioning file, and ends before any window', async ({
    simulator,
    folder,
  }) => {
    const wrong = provisioningFor(simulator, {
      currency: 'kroner',
      store: { id: 'oslo-center' },
      colour: 'red',
    });
    const { code, said } = await runToEnd(folder, `--provision=${writeProvisioning(folder, wrong)}`);
    expect(code).toBe(2);
    const sentences = said.split('\n');
    expect(sentences).toContain('currency has a value that cannot be right: expected NOK, SEK, DKK or EUR.');
    for (const field of ['store.terminalId', 'store.payoutDestinationId', 'colour']) {
      expect(sentences.filter((sentence) => sentence.startsWith(`${field} `))).toHaveLength(1);
    }
    expect(said).not.toContain(simulator.merchant.clientSecret);
    expect(readFileSync(path.join(folder, 'provisioning.json'), 'utf8')).toContain('"secret"');
    expect(readdirSync(folder)).not.toContain('settings.json');
    expect(readdirSync(folder)).not.toContain('journal.sqlite');
  });

  test('names the bad rows of the catalogue by line, and keeps nothing', async ({ simulator, folder }) => {
    const file = writeProvisioning(folder, provisioningFor(simulator));
    writeFileSync(
      path.join(folder, 'articles.csv'),
      'id;name;price;vat;group;barcode\n1;Bolle;ten;15;Brød;\n2;Kopp;20,00;13;Hus;\n',
    );
    const { code, said } = await runToEnd(folder, `--provision=${file}`);
    expect(code).toBe(2);
    expect(said).toContain('articles.csv:2: The price “ten” cannot be read');
    expect(said).toContain('articles.csv:3: The VAT rate “13” is not one that Norway has');
    expect(readdirSync(folder)).not.toContain('settings.json');
  });

  test('says that a file is not there', async ({ folder }) => {
    const { code, said } = await runToEnd(folder, `--provision=${path.join(folder, 'nowhere.json')}`);
    expect(code).toBe(2);
    expect(said).toContain('nowhere.json could not be read');
  });

  test('trains from the first start: visible on screen and paper, with numbers of its own', async ({
    till,
  }) => {
    await till.start();
    const page = till.page();
    await expect(page.getByText('Training', { exact: true })).toBeVisible();
    await page.getByRole('tabpanel').getByRole('button').first().click();
    await press(till, 'Terminal answer');
    await page.getByRole('radio', { name: 'Declined' }).check();
    await page.getByRole('radio', { name: '0 s', exact: true }).check();
    await press(till, 'Close');
    await press(till, 'Pay by card');
    await expectState(till, 'Declined');
    await expect(page.getByText('Training', { exact: true })).toBeVisible();
    await press(till, 'Terminal answer');
    await page.getByRole('radio', { name: 'Approved', exact: true }).check();
    await press(till, 'Close');
    await page.getByRole('main').getByRole('button', { name: 'Pay by card' }).click();
    await expectState(till, 'Approved');
    await expectReceipt(till, 1);
    await press(till, 'Receipts');
    await page.getByRole('list', { name: 'Receipts, newest first' }).getByRole('button').first().click();
    await expect(page.getByText('NOT A RECEIPT FOR A PURCHASE')).toBeVisible();

    const training = path.join(till.folder, 'training');
    verifyJournal(training);
    const [started] = entries(training, 'till.started');
    expect(started?.body['mode']).toBe('training');
    expect(readdirSync(till.folder)).not.toContain('journal.sqlite');

    // The live till that comes after it begins with its own first receipt.
    await till.close();
    await till.start(`--provision=${writeProvisioning(till.folder, provisioningFor(till.simulator))}`);
    await expect(till.page().getByText('Training', { exact: true })).toBeHidden();
    await ringUp(till, 'bun');
    await press(till, 'Pay by card');
    await expectReceipt(till, 1);
    const [live] = entries(till.folder, 'till.started');
    expect(live?.body['tillId']).not.toBe(started?.body['tillId']);
  });
});

test('the secret leaves the provisioning file for the key store, and no file of the profile holds it', async ({
  folder,
}) => {
  const secret = 'Vr7-hemmelig-kX2mQ9zLw4';
  const simulator = await startSimulator({
    merchant: { ...demoMerchant, clientSecret: secret },
    rules: { answerAfterMs: 100 },
  });
  const file = writeProvisioning(folder, provisioningFor(simulator));
  const app = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  await app.page.getByRole('tabpanel').getByRole('button').first().click();
  await app.page.getByRole('button', { name: 'Pay by card' }).click();
  await expect(app.page.getByRole('heading', { name: 'Approved' })).toBeVisible();
  await kill(app);
  await simulator.close();

  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ client: { id: demoMerchant.clientId } });
  const files = filesUnder(folder);
  expect(files.map((one) => path.basename(one))).toEqual(
    expect.arrayContaining(['settings.json', 'secrets.bin', 'journal.sqlite', 'till.log']),
  );
  expect(holding(folder, secret)).toEqual([]);
  // As it stands in an Authorization header.
  expect(holding(folder, `${demoMerchant.clientId}:${secret}`)).toEqual([]);
});

test('a second start on the same folder hands over the focus and ends', async ({ till }) => {
  await till.electron().evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('There is no window');
    window.focus = () => {
      Object.assign(globalThis, { focusAsked: true });
    };
  });
  const second = await runToEnd(till.folder);
  expect(second.code).toBe(0);
  await expect
    .poll(() => till.electron().evaluate(() => (globalThis as { focusAsked?: boolean }).focusAsked))
    .toBe(true);
  const third = await runToEnd(till.folder, `--provision=${path.join(till.folder, 'provisioning.json')}`);
  expect(third.code).toBe(2);
  expect(third.said).toContain('A till is already running on');
});

test('the till speaks Norwegian where it is told to, and changes over at once', async ({ till }) => {
  const page = till.page();
  await ringUp(till, 'bun');
  await press(till, 'Settings');
  await page.getByRole('radio', { name: 'Norsk' }).check();
  await expect(page.getByRole('heading', { name: 'Innstillinger' })).toBeVisible();
  await till.close();
  await till.start('--lang=nb');
  await expect(till.page().getByRole('button', { name: 'Betal med kort' })).toBeVisible();
  await expect(till.page().getByRole('status', { name: 'Sum' })).toContainText('39,00');
  await till.page().getByRole('button', { name: 'Betal med kort' }).click();
  await expect(till.page().getByRole('heading', { name: 'Godkjent' })).toBeVisible();
  await expect(till.page().getByText(/^Kvittering 1$/)).toBeVisible();
});

test('the language that was chosen is kept over a restart', async ({ till }) => {
  await press(till, 'Settings');
  await till.page().getByRole('radio', { name: 'Norsk' }).check();
  await expect(till.page().getByRole('heading', { name: 'Innstillinger' })).toBeVisible();
  const kept = JSON.parse(readFileSync(path.join(till.folder, 'settings.json'), 'utf8')) as {
    language: string;
  };
  expect(kept.language).toBe('nb');
});

test('a till that was closed in good order is taken up with its open sale', async ({ till }) => {
  await ringUp(till, 'bun', 'book');
  await till.close();
  expect(entries(till.folder, 'till.stopped')).toHaveLength(1);
  await till.start();
  await expectTotal(till, '338.00');
});

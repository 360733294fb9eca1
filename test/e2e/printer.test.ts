import { type FakePrinter, fakePrinter } from '../helpers/printer.ts';
import { fakeMailServer } from '../helpers/smtp.ts';
import { entries, expect, press, ringUp, test as plain, type Till, verifyJournal } from './till.ts';

const test = plain.extend<{ printer: FakePrinter }>({
  printer: async ({}, use) => {
    const printer = await fakePrinter();
    await use(printer);
    await printer.close();
  },
});

function cuts(printer: FakePrinter): number {
  return printer.paper().filter(({ kind }) => kind === 'cut').length;
}

async function setUp(till: Till, printer: FakePrinter): Promise<void> {
  const page = till.page();
  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'Printer' }).click();
  const choose = (group: string, name: string) =>
    page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true }).check();
  await choose('Printer', 'On the network');
  await page.getByLabel('Address').fill('http://nonsense');
  await press(till, 'Save');
  await expect(page.getByText('This is no address of a printer.')).toBeVisible();
  await page.getByLabel('Address').fill(printer.address);
  await choose('Print every receipt by itself', 'Yes');
  await choose('Cash drawer', 'First (pin 2)');
  await press(till, 'Save');
  await expect(page.getByText('Saved.')).toBeVisible();
}

async function sellForCash(till: Till): Promise<void> {
  await ringUp(till, 'bun');
  await press(till, 'Pay cash');
  await till.page().getByLabel('Cash given').fill('50');
  await press(till, 'Confirm cash');
  await till.page().getByRole('button', { name: 'Print receipt' }).waitFor();
}

test('a receipt printer is set up, prints every sale, opens the drawer, and a receipt waits for it when it is gone', async ({
  till,
  printer,
}) => {
  const page = till.page();
  const waits = page.getByRole('status', { name: 'What waits for the printer' });
  await setUp(till, printer);
  await press(till, 'Test print');
  await printer.until('the test print', () => printer.text().includes('æøå ÆØÅ'));
  await press(till, 'Open drawer');
  await printer.until('the drawer', () => printer.kicks() === 1);
  await press(till, 'Back');

  await sellForCash(till);
  await printer.until('the receipt', () => printer.text().includes('Sales receipt'));
  expect(printer.kicks()).toBe(2);
  await expect(waits).toBeEmpty();
  await expect.poll(() => entries(till.folder, 'receipt.printed').length).toBe(1);

  // The second print is the copy; there is no third.
  await press(till, 'Print receipt');
  await printer.until('the copy', () => printer.text().includes('COPY'));
  await expect(page.getByText('The receipt is printed.')).toBeVisible();
  await press(till, 'Print receipt');
  await expect(page.getByText('the law allows one copy')).toBeVisible();
  await press(till, 'New sale');
  await printer.until('the copy whole', () => cuts(printer) === 3);

  printer.loadPaper(4);
  await sellForCash(till);
  await expect(waits).toContainText('Receipt 2 is at the printer: the printer is out of paper');
  await till.kill();
  await printer.switchOff();
  await till.start();
  const after = till.page().getByRole('status', { name: 'What waits for the printer' });
  await expect(after).toContainText('Receipt 2 may be on paper already');
  await printer.switchOn();
  printer.loadPaper(1000);
  await press(till, 'Print again');
  // The test print, receipt 1 and its copy, and receipt 2: half of that had come out before.
  await printer.until('receipt 2 whole', () => cuts(printer) === 4);
  await expect.poll(() => entries(till.folder, 'receipt.printed').length).toBe(3);
  await expect(after).toBeEmpty();
  expect(cuts(printer)).toBe(4);
  expect(verifyJournal(till.folder)).toContain('whole');
});

test('a receipt goes by e-mail from the shop’s own mail server, and then as a QR code marked as the copy', async ({
  till,
}) => {
  const server = await fakeMailServer();
  const page = till.page();
  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'Printer' }).click();
  await page.getByLabel('Mail server', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill(String(server.port));
  await page.getByRole('group', { name: 'Protection' }).getByRole('radio', { name: 'None' }).check();
  await page.getByLabel('Sender').fill('kvittering@kaffe.example');
  await press(till, 'Save mail server');
  await expect(page.getByText('Saved.')).toBeVisible();
  await press(till, 'Back');
  await sellForCash(till);

  await press(till, 'E-mail receipt');
  await page.getByLabel('The customer’s e-mail address').fill('kunde@example.com');
  await press(till, 'Send');
  await expect(page.getByText('The receipt is sent.')).toBeVisible();
  expect(server.recipients()).toEqual(['kunde@example.com']);
  expect(server.messages()[0]).toContain('Electronic sales receipt');
  expect(entries(till.folder, 'receipt.mailed')).toHaveLength(1);

  await press(till, 'Receipt as QR');
  await expect(page.getByRole('img', { name: 'Receipt 1 as a QR code' })).toBeVisible();
  await press(till, 'Receipt as QR');
  await expect(page.getByText('the law allows one copy')).toBeVisible();

  // Among the receipts it is looked at again without being issued once more.
  await press(till, 'Receipts');
  await page.getByRole('list', { name: 'Receipts, newest first' }).getByRole('button').first().click();
  await press(till, 'Receipt as QR');
  await expect(page.getByRole('img', { name: 'Receipt 1 as a QR code' })).toBeVisible();
  expect(entries(till.folder, 'receipt.shown')).toHaveLength(1);
  await server.close();
});

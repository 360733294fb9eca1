import { type FakePrinter, fakePrinter } from '../helpers/printer.ts';
import { entries, expect, press, ringUp, test as plain, type Till, verifyJournal } from './till.ts';

const test = plain.extend<{ printer: FakePrinter }>({
  printer: async ({}, use) => {
    const printer = await fakePrinter();
    await use(printer);
    await printer.close();
  },
});

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
  await expect(after).toBeEmpty();
  expect(printer.text().match(/Sales receipt/g)).toHaveLength(3);
  expect(verifyJournal(till.folder)).toContain('whole');
});

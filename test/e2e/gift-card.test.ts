import { type FakePrinter, fakePrinter } from '../helpers/printer.ts';
import { scan } from '../helpers/app.ts';
import {
  captured,
  entries,
  expect,
  expectReceipt,
  expectState,
  expectTotal,
  press,
  ringUp,
  test as plain,
  type Till,
  verifyJournal,
} from './till.ts';

const test = plain.extend<{ printer: FakePrinter }>({
  printer: async ({}, use) => {
    const printer = await fakePrinter();
    await use(printer);
    await printer.close();
  },
});

async function setPrinter(till: Till, printer: FakePrinter): Promise<void> {
  const page = till.page();
  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'Printer' }).click();
  const kind = page.getByRole('group', { name: 'Printer', exact: true });
  await kind.getByRole('radio', { name: 'On the network' }).check();
  await page.getByLabel('Address').fill(printer.address);
  await press(till, 'Save');
  await expect(page.getByText('Saved.')).toBeVisible();
  await press(till, 'Back');
}

/** A gift card of 300 kroner, sold by card; gives the code that came out of the printer. */
async function sellCard(till: Till, printer: FakePrinter): Promise<string> {
  const page = till.page();
  await press(till, 'Gift card');
  await page.getByLabel('Amount on the gift card').fill('300');
  await press(till, 'Add gift card');
  await expectTotal(till, '300.00');
  await press(till, 'Pay by card');
  await expectReceipt(till, 1);
  await printer.until('the gift card', () => /-G\d{12}/.test(printer.text()));
  expect(printer.text()).toContain('Good until');
  expect(printer.text()).not.toContain('Sales receipt');
  const code = /[A-Z0-9]{6}-G\d{12}/.exec(printer.text())?.[0] ?? '';
  expect(printer.paper()).toContainEqual(expect.objectContaining({ kind: 'qr', text: code }));
  await press(till, 'New sale');
  return code;
}

async function closeDay(till: Till): Promise<void> {
  const page = till.page();
  await press(till, 'Close day');
  for (const note of ['1,000', '500', '200', '100', '50', '20', '10', '5', '1']) {
    const there = { '100': '1', '5': '1', '1': '2' }[note] ?? '0';
    await page.getByRole('textbox', { name: `${note}: how many`, exact: true }).fill(there);
  }
  await press(till, 'Count done');
  await press(till, 'Make Z report');
}

test('a gift card is sold and printed, pays one sale whole and the next with cash, gets its money back, and is in the Z', async ({
  till,
  printer,
}) => {
  const page = till.page();
  await setPrinter(till, printer);
  const code = await sellCard(till, printer);
  expect(captured(till.simulator)).toEqual([30_000]);

  // The look-up takes the code, and so does a scan, wherever the focus is.
  await page.keyboard.press('F3');
  await scan(page, code);
  await expect(page.getByRole('dialog')).toContainText('300.00');
  await page.keyboard.press('Escape');

  await ringUp(till, 'cup');
  await scan(page, code);
  await expect(page.getByRole('dialog', { name: 'Gift card' })).toContainText('300.00');
  await press(till, 'Pay 129.90 kr with it');
  await expectState(till, 'Paid by gift card');
  await expectReceipt(till, 2);
  await press(till, 'New sale');

  // Typed by its figures, with a wrong one first; the rest in cash.
  await ringUp(till, 'bun', 'coffee', 'bun');
  await expectTotal(till, '277.50');
  await press(till, 'Gift card');
  await page.getByLabel('Scan the gift card, or type its code').fill(`${code.slice(0, -1)}x`);
  await press(till, 'Look up');
  await expect(page.getByText('no code of a gift card')).toBeVisible();
  await page.getByLabel('Scan the gift card, or type its code').fill(code.slice(8));
  await press(till, 'Look up');
  await press(till, 'Pay 170.10 kr with it');
  await expectTotal(till, '107.40');
  await expect(page.getByRole('list', { name: 'Paid so far' })).toContainText(`Gift card •${code.slice(-4)}`);
  await press(till, 'Pay cash');
  await page.getByLabel('Cash given').fill('107');
  await press(till, 'Confirm cash');
  await expectReceipt(till, 3);
  await press(till, 'New sale');

  // One bun goes back, onto the card.
  await press(till, 'Receipts');
  await page
    .getByRole('list', { name: 'Receipts, newest first' })
    .getByRole('button', { name: /^3 / })
    .click();
  await press(till, 'Refund');
  await page.getByLabel('Refund amount').fill('39');
  await page.getByLabel('Reason').fill('Faulty');
  await expect(page.getByText('39.00 kr back to the gift card')).toBeVisible();
  await press(till, 'Confirm refund');
  await expect(page.getByText('went back to the gift card')).toBeVisible();
  await page.keyboard.press('Escape');

  await closeDay(till);
  const report = page.getByRole('region', { name: 'Z report 1' });
  await expect(report).toContainText('Left on all gift cards');
  const [z] = entries(till.folder, 'report.z');
  expect(z?.body).toMatchObject({
    report: {
      cashSales: 36_840,
      payments: [
        { means: 'card', amount: 30_000 },
        { means: 'cash' },
        { means: 'gift-card', amount: 26_100 },
      ],
      giftCards: { sold: { number: 1, amount: 30_000 }, outstanding: { number: 1, amount: 3_900 } },
    },
  });
  expect(entries(till.folder, 'refund.prepared')).toMatchObject([{ body: { card: null, cash: null } }]);
  verifyJournal(till.folder);
});

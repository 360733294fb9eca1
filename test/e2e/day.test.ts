import { entries, expect, expectReceipt, press, ringUp, test, type Till, verifyJournal } from './till.ts';

const notes = ['1,000', '500', '200', '100', '50', '20', '10', '5', '1'];

async function sellForCash(till: Till): Promise<void> {
  await ringUp(till, 'bun');
  await press(till, 'Pay cash');
  await till.page().getByLabel('Cash given').fill('50');
  await press(till, 'Confirm cash');
  await till.page().getByRole('button', { name: 'New sale' }).click();
}

async function sellByCard(till: Till, receipt: number): Promise<void> {
  await ringUp(till, 'cup');
  await press(till, 'Pay by card');
  await expectReceipt(till, receipt);
  await press(till, 'New sale');
}

async function count(till: Till, there: Readonly<Record<string, number>>): Promise<void> {
  for (const note of notes) {
    await till
      .page()
      .getByRole('textbox', { name: `${note}: how many`, exact: true })
      .fill(String(there[note] ?? 0));
  }
  await press(till, 'Count done');
}

test('a day from the opening float to the Z report, each step on the screen and in the journal', async ({
  till,
}) => {
  const page = till.page();
  await press(till, 'Close day');
  await press(till, 'Register float');
  await page.getByRole('textbox', { name: 'Amount' }).fill('1000');
  await press(till, 'Register');
  await expect(page.getByText('1,000.00 kr')).toBeVisible();
  await press(till, 'Back');
  await sellForCash(till);
  await sellByCard(till, 2);

  await press(till, 'Close day');
  await press(till, 'Pay out');
  await page.getByRole('textbox', { name: 'Amount' }).fill('39');
  await press(till, 'Expenses');
  await press(till, 'Open drawer');
  await press(till, 'Counting');
  await press(till, 'Make X report');
  await expect(page.getByRole('region', { name: 'X report' })).toContainText('168.90');
  await press(till, 'Done');

  await expect(page.getByText('Expected', { exact: true })).toBeHidden();
  await count(till, { '1,000': 1 });
  await expect(page.getByText('Expected', { exact: true })).toBeVisible();
  await press(till, 'Make Z report');
  await expect(page.getByRole('region', { name: 'Z report 1' })).toContainText('168.90');
  await press(till, 'Done');
  await expect(page.getByText('Z report 2')).toBeVisible();

  const [z] = entries(till.folder, 'report.z');
  expect(z?.body).toMatchObject({
    number: 1,
    report: { cashSales: 16_890, salesReceipts: 2, openingFloat: 100_000, drawerOpenings: 1 },
    count: { expected: 100_000, counted: 100_000, difference: 0, reason: null },
    match: { kind: 'matched', transactions: 1, differences: 0 },
  });
  verifyJournal(till.folder);
});

test('the Z report waits for what is open, and each has a button that goes there', async ({ till }) => {
  const page = till.page();
  await ringUp(till, 'book');
  await press(till, 'Park sale');
  await page.getByRole('textbox', { name: 'Name on the parked sale' }).fill('Blue coat');
  await press(till, 'Park');
  await press(till, 'Close day');
  const first = page.getByRole('region', { name: 'Settle this first' });
  await expect(first).toContainText('Blue coat');
  await expect(page.getByRole('button', { name: 'Make Z report' })).toHaveAttribute('aria-disabled', 'true');
  await press(till, 'Take it back');
  await expect(page.getByRole('status', { name: 'Total' })).toContainText('299.00');
  await press(till, 'Close day');
  await press(till, 'Go to the sale');
  await press(till, 'Pay by card');
  await expectReceipt(till, 1);
  await press(till, 'Close day');
  await expect(first).toBeHidden();
  await press(till, 'Make Z report');
  await expect(page.getByRole('region', { name: 'Z report 1' })).toBeVisible();
});

test('a blank field is not zero, and a difference is explained', async ({ till }) => {
  const page = till.page();
  await sellForCash(till);
  await expect(page.getByText('no opening float is registered')).toBeVisible();
  await press(till, 'Later');
  await press(till, 'Close day');
  await page.getByRole('textbox', { name: '20: how many', exact: true }).fill('2');
  await press(till, 'Count done');
  await expect(page.getByText('blank is not zero')).toBeVisible();
  expect(entries(till.folder, 'day.counted')).toHaveLength(0);
  await press(till, 'None of the others');
  await press(till, 'Count done');
  const result = page.getByRole('group', {
    name: /Expected 39\.00 kr Counted 40\.00 kr Difference 1\.00 kr/,
  });
  await expect(result).toBeFocused();
  await press(till, 'Count again');
  await expect(page.getByRole('textbox', { name: '1,000: how many', exact: true })).toBeFocused();
  await page.getByRole('textbox', { name: '20: how many', exact: true }).fill('2');
  await press(till, 'None of the others');
  await press(till, 'Count done');
  await expect(result).toBeFocused();
  const makeZ = page.getByRole('button', { name: 'Make Z report' });
  await expect(makeZ).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('textbox', { name: 'Why the difference' }).fill('A krone too little given back');
  await makeZ.click();
  await expect(page.getByRole('region', { name: 'Z report 1' })).toContainText(
    'A krone too little given back',
  );
});

test('earlier reports are found again, and the shop sees what it sold', async ({ till }) => {
  const page = till.page();
  await sellByCard(till, 1);
  await press(till, 'Close day');
  await press(till, 'Make Z report');
  await press(till, 'Done');
  await page.getByRole('tab', { name: 'Reports made' }).click();
  await page.getByRole('button', { name: 'Z report 1' }).click();
  await expect(page.getByRole('region', { name: 'Z report 1' })).toContainText('129.90');
  await page.getByRole('tab', { name: 'Shop figures' }).click();
  const figures = page.getByRole('region', { name: 'Figures of the period' });
  await expect(figures).toContainText('Kopp');
  await expect(figures).toContainText('129.90');
  await press(till, 'Yesterday');
  await expect(figures).toContainText('Nothing was sold.');
});

import { provisioningFor, writeProvisioning } from '../helpers/app.ts';
import { entries, expect, press, ringUp, test, type Till, verifyJournal } from './till.ts';

const operators = [
  { name: 'Kari', role: 'manager', pin: '1234' },
  { name: 'Ola', role: 'cashier', pin: '4321' },
];

async function logIn(till: Till, name: string, pin: string): Promise<void> {
  await till.page().getByRole('group', { name: 'Operators' }).getByRole('button', { name }).click();
  await till.page().getByLabel('PIN', { exact: true }).fill(pin);
  await press(till, 'Log in');
  await expect(till.page().getByRole('button', { name: `Operator ${name}` })).toBeVisible();
}

/** A float of 500 and a sale of 39 for cash, by whoever is logged in. */
async function workWithCash(till: Till): Promise<void> {
  const page = till.page();
  await press(till, 'Close day');
  await press(till, 'Register float');
  await page.getByRole('textbox', { name: 'Amount' }).fill('500');
  await press(till, 'Register');
  await press(till, 'Back');
  await ringUp(till, 'bun');
  await press(till, 'Pay cash');
  await page.getByLabel('Cash given').fill('39');
  await press(till, 'Confirm cash');
  await press(till, 'New sale');
}

test.use({ starts: false });

test('each operator begins with a float, counts a drawer and explains its difference alone', async ({
  till,
  simulator,
}) => {
  await till.start(
    `--provision=${writeProvisioning(till.folder, provisioningFor(simulator, { operators }))}`,
  );
  const page = till.page();
  await logIn(till, 'Kari', '1234');
  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'Day’s books' }).click();
  await page.getByRole('radio', { name: 'One for each operator' }).check();
  await expect(page.getByText('Saved.')).toBeVisible();
  await press(till, 'Back');
  await workWithCash(till);
  await page.keyboard.press('Control+l');
  await logIn(till, 'Ola', '4321');
  await workWithCash(till);

  await press(till, 'Close day');
  for (const [name, hundreds] of [
    ['Kari', '5'],
    ['Ola', '4'],
  ] as const) {
    const drawer = page.getByRole('region', { name: `Drawer of ${name}` });
    await drawer.getByRole('textbox', { name: '100: how many', exact: true }).fill(hundreds);
    await drawer.getByRole('textbox', { name: '10: how many', exact: true }).fill('3');
    await drawer.getByRole('textbox', { name: '1: how many', exact: true }).fill('9');
    await drawer.getByRole('button', { name: 'None of the others' }).click();
    await drawer.getByRole('button', { name: 'Count done' }).click();
    await expect(drawer.getByText('Expected', { exact: true })).toBeVisible();
  }
  const makeZ = page.getByRole('button', { name: 'Make Z report' });
  await expect(makeZ).toHaveAttribute('aria-disabled', 'true');
  await page
    .getByRole('region', { name: 'Drawer of Ola' })
    .getByRole('textbox', { name: 'Why the difference' })
    .fill('A note was given out too much');
  await makeZ.click();
  const report = page.getByRole('region', { name: 'Z report 1' });
  await expect(report).toContainText('A note was given out too much');
  await expect(report).toContainText('Kari');
  expect(entries(till.folder, 'report.z')).toHaveLength(1);
  verifyJournal(till.folder);
});

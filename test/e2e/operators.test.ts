import { type App, provisioningFor, scan, writeProvisioning } from '../helpers/app.ts';
import {
  codes,
  entries,
  expect,
  expectReceipt,
  expectState,
  press,
  ringUp,
  test,
  type Till,
} from './till.ts';

type Page = App['page'];

const operators = [
  { name: 'Kari', role: 'manager', pin: '1234' },
  { name: 'Ola', role: 'cashier', pin: '4321' },
];

/** Chooses a name and types the PIN on the pad, as a finger does. */
async function logIn(page: Page, name: string, pin: string): Promise<void> {
  await page
    .getByRole('group', { name: /^(Operators|Operatører)$/ })
    .getByRole('button', { name })
    .click();
  const pad = page.getByRole('group', { name: /^PIN/ });
  for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: /^(Log in|Logg inn)$/ }).click();
}

const isLocked = async (till: Till): Promise<void> => {
  await expect(till.page().getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
};

test.use({ starts: false });

test('a shop’s people log in, a manager lets one thing through, and the till is locked when nobody is there', async ({
  till,
  simulator,
}) => {
  const file = writeProvisioning(till.folder, provisioningFor(simulator, { operators }));
  await till.start(`--provision=${file}`);
  const page = till.page();

  await test.step('it starts locked, and a scan does nothing', async () => {
    await isLocked(till);
    await scan(page, codes.bun);
    await expect(page.getByRole('textbox', { name: 'Search or scan' })).toHaveCount(0);
  });

  await test.step('wrong PINs are refused, and the name has to wait', async () => {
    await logIn(page, 'Ola', '0000');
    await expect(page.getByText('That is not the PIN of Ola')).toBeVisible();
    await logIn(page, 'Ola', '0000');
    await logIn(page, 'Ola', '0000');
    await expect(page.getByText(/The next try is in 5 s/)).toBeVisible();
    await logIn(page, 'Ola', '4321');
    await expect(page.getByText(/^Too many wrong PINs for Ola/)).toBeVisible();
  });

  await test.step('with keys: the PIN and Enter', async () => {
    await page.getByRole('button', { name: 'Kari' }).click();
    await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
    await page.keyboard.type('1234', { delay: 60 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Operator Kari' })).toBeVisible();
    await page.keyboard.press('Control+l');
    await isLocked(till);
  });

  await test.step('the wait is over at last, and the cashier sells', async () => {
    const inside = page.getByRole('button', { name: 'Operator Ola' });
    await expect(async () => {
      // A try that took its time may have come through meanwhile.
      if (!(await inside.isVisible())) await logIn(page, 'Ola', '4321');
      await expect(inside).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await ringUp(till, 'coffee');
  });

  await test.step('a large discount takes a manager’s PIN, and the cashier stays', async () => {
    await press(till, 'Discount');
    await page.getByRole('textbox', { name: 'Percent' }).fill('50');
    await press(till, 'Give discount');
    const asked = page.getByRole('dialog', { name: 'A manager’s PIN' });
    await expect(asked.getByText(/^A discount of 50\s% needs a manager/)).toBeVisible();
    // What the manager was shown is what is let through.
    await scan(page, '2000000000022');
    await expect(asked.getByText('The scan was not used')).toBeVisible();
    const pad = asked.getByRole('group', { name: 'PIN pad' });
    for (const digit of '9999') await pad.getByRole('button', { name: digit, exact: true }).click();
    await asked.getByRole('button', { name: 'Approve' }).click();
    await expect(asked.getByText('That is not the PIN of Kari')).toBeVisible();
    for (const digit of '1234') await pad.getByRole('button', { name: digit, exact: true }).click();
    await asked.getByRole('button', { name: 'Approve' }).click();
    await expect(asked).toHaveCount(0);
    await expect(page.getByRole('status', { name: 'Total' })).toContainText('99.75');
    await expect(page.getByRole('button', { name: 'Operator Ola' })).toBeVisible();
  });

  await test.step('what is refused and not approved is not done', async () => {
    await press(till, 'Export journal');
    await page.getByRole('button', { name: 'Choose folder and export' }).click();
    const asked = page.getByRole('dialog', { name: 'A manager’s PIN' });
    await expect(asked.getByText(/^Exporting the journal needs a manager/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(asked).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('locked, it shows what becomes of a payment and no amount', async () => {
    simulator.chooseAnswer({ kind: 'ignored' });
    await press(till, 'Pay by card');
    await expectState(till, 'Present card');
    await page.keyboard.press('Control+l');
    await isLocked(till);
    await expect(page.getByRole('heading', { name: 'Present card' })).toBeVisible();
    await expect(page.getByText(/99[.,]75/)).toHaveCount(0);
    simulator.terminal('T0292').tapNow('approved');
    await expect(page.getByText('Approved: receipt 1.')).toBeVisible();
    await logIn(page, 'Kari', '1234');
    await expectReceipt(till, 1);
  });

  await test.step('a manager adds somebody, who may then log in', async () => {
    await press(till, 'Settings');
    await page.getByRole('tab', { name: 'Operators' }).click();
    await press(till, 'Add operator');
    const dialog = page.getByRole('dialog', { name: 'Add operator' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Per');
    await dialog.getByRole('button', { name: 'Next' }).click();
    for (const enter of ['Next', 'Add']) {
      await dialog.getByLabel('PIN', { exact: true }).fill('2468');
      await dialog.getByRole('button', { name: enter, exact: true }).click();
    }
    await expect(page.getByRole('button', { name: 'Remove Per' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Discounts of more than (percent)' }).fill('60');
    await press(till, 'Save');
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.keyboard.press('Control+l');
    await logIn(page, 'Per', '2468');
    await expect(page.getByRole('button', { name: 'Operator Per' })).toBeVisible();
    await ringUp(till, 'bun');
    await press(till, 'Discount');
    await page.getByRole('textbox', { name: 'Percent' }).fill('60');
    await press(till, 'Give discount');
    await expect(page.getByRole('status', { name: 'Total' })).toContainText('15.60');
  });

  await test.step('it is locked again after a power cut', async () => {
    await till.kill();
    await till.start('--lang=nb');
    const again = till.page();
    await expect(again.getByRole('heading', { name: 'Hvem står i kassen?' })).toBeVisible();
    await logIn(again, 'Ola', '4321');
    await expect(again.getByRole('button', { name: 'Operatør Ola' })).toBeVisible();
    await again.getByRole('button', { name: 'Operatør Ola' }).click();
    await again.getByRole('button', { name: 'Logg ut' }).click();
    await expect(again.getByRole('heading', { name: 'Hvem står i kassen?' })).toBeVisible();
  });

  await till.close();
  const who = (kind: string) => entries(till.folder, kind).map(({ operator }) => operator);
  expect(who('operator.logged-in')).toEqual(['Kari', 'Ola', 'Kari', 'Per', 'Ola']);
  expect(who('operator.locked')).toEqual(['Kari', 'Ola', 'Kari']);
  expect(who('sale.completed')).toEqual(['Ola']);
  expect(entries(till.folder, 'operator.pin-refused')).toHaveLength(4);
  expect(entries(till.folder, 'manager.approved').map(({ body }) => body)).toMatchObject([
    { manager: 'Kari', act: 'discount' },
  ]);
});

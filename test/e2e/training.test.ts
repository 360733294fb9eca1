import type { Page } from '@playwright/test';
import { provisioningFor, writeProvisioning } from '../helpers/app.ts';
import { entries, expect, expectReceipt, expectState, press, ringUp, test, type Till } from './till.ts';

const operators = [
  { name: 'Kari', role: 'manager', pin: '1234' },
  { name: 'Ola', role: 'cashier', pin: '4321' },
];

/** Whoever is chosen types a PIN, at the locked till or in a question. */
async function pin(page: Page, name: string, digits: string, confirm: string | RegExp): Promise<void> {
  await page.getByRole('group', { name: 'Operators' }).getByRole('button', { name }).click();
  const pad = page.getByRole('group', { name: /^PIN/ });
  for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: confirm }).click();
}

async function logIn(till: Till): Promise<void> {
  await expect(till.page().getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
  await pin(till.page(), 'Ola', '4321', 'Log in');
  await expect(till.page().getByRole('button', { name: 'Operator Ola' })).toBeVisible();
}

/** A manager lets a cashier do it, in the question that comes up. */
async function approve(till: Till): Promise<void> {
  const asked = till.page().getByRole('dialog', { name: 'A manager’s PIN' });
  await asked.getByLabel('PIN', { exact: true }).fill('1234');
  await asked.getByRole('button', { name: 'Approve' }).click();
}

async function startTraining(till: Till): Promise<void> {
  await press(till, 'Settings');
  await till.page().getByRole('tab', { name: 'This till' }).click();
  await press(till, 'Start training');
  await press(till, 'Start training now');
  await approve(till);
}

const marked = async (till: Till, on: boolean): Promise<void> => {
  await expect(till.page().getByText('Training', { exact: true }).first()).toBeVisible({ visible: on });
  await expect(till.page().locator('[data-mode]')).toHaveAttribute('data-mode', on ? 'training' : 'live');
};

async function sellForCash(till: Till): Promise<void> {
  await ringUp(till, 'bun');
  await press(till, 'Pay cash');
  await till.page().getByLabel('Cash given').fill('50');
  await press(till, 'Confirm cash');
}

test.use({ starts: false });

test('a real till is switched to training by a manager, and everything real is as it was afterwards', async ({
  till,
  simulator,
}) => {
  const file = writeProvisioning(till.folder, provisioningFor(simulator, { operators }));
  await till.start(`--provision=${file}`);
  await logIn(till);
  await marked(till, false);
  await sellForCash(till);
  await expectReceipt(till, 1);
  await press(till, 'New sale');

  await test.step('a sale on the counter is in the way', async () => {
    await ringUp(till, 'cup');
    await press(till, 'Settings');
    await till.page().getByRole('tab', { name: 'This till' }).click();
    await press(till, 'Start training');
    await press(till, 'Start training now');
    await expect(till.page().getByText(/^There is a sale on the counter/)).toBeVisible();
    await press(till, 'Stay with the real till');
    await press(till, 'Back');
    await press(till, 'Park sale');
    await till.page().getByRole('dialog').getByRole('button', { name: 'Park', exact: true }).click();
  });

  await test.step('training is marked on every screen, has the shop’s articles and a terminal that does as it is told', async () => {
    await startTraining(till);
    await marked(till, true);
    await logIn(till);
    await marked(till, true);
    await ringUp(till, 'bun', 'cup');
    await press(till, 'Terminal answer');
    await till.page().getByRole('radio', { name: 'Declined' }).check();
    await till.page().getByRole('radio', { name: '0 s', exact: true }).check();
    await press(till, 'Close');
    await press(till, 'Pay by card');
    await expectState(till, 'Declined');
    await press(till, 'Back to sale');
    await press(till, 'Pay cash');
    await till.page().getByLabel('Cash given').fill('200');
    await press(till, 'Confirm cash');
    await expectReceipt(till, 1);
    await press(till, 'Receipts');
    await till
      .page()
      .getByRole('list', { name: 'Receipts, newest first' })
      .getByRole('button')
      .first()
      .click();
    await expect(
      till
        .page()
        .getByText(/Training receipt/i)
        .first(),
    ).toBeVisible();
    await press(till, 'Receipts');
    await press(till, 'New sale');
  });

  await test.step('back on the real till the parked sale waits and the numbers go on', async () => {
    await press(till, 'Terminal answer');
    await press(till, 'End training');
    await approve(till);
    await marked(till, false);
    await logIn(till);
    await sellForCash(till);
    await expectReceipt(till, 2);
    await press(till, 'New sale');
    expect(entries(till.folder, 'sale.completed')).toHaveLength(2);
    expect(entries(till.folder, 'till.training-started')).toMatchObject([{ operator: 'Ola' }]);
    expect(entries(till.folder, 'till.training-ended')).toMatchObject([
      { operator: 'Ola', body: { why: 'switched' } },
    ]);
    expect(entries(till.folder, 'drawer.kicked')).toHaveLength(0);
  });

  await test.step('a power cut in training ends it, and the real till says so', async () => {
    await startTraining(till);
    await logIn(till);
    await ringUp(till, 'cup');
    await till.kill();
    await till.start();
    await marked(till, false);
    await logIn(till);
    await expect(
      till
        .page()
        .getByRole('alert')
        .getByText(/^Training is over/),
    ).toBeVisible();
    await press(till, 'Understood');
    await expect(till.page().getByText(/^Training is over/)).toHaveCount(0);
    await sellForCash(till);
    await expectReceipt(till, 3);
  });
});

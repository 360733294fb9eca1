import type { Page } from '@playwright/test';
import { expect, press, ringUp, test, type Till } from './till.ts';

/** Screens that stand on counters, the flattest first. */
const customersSizes = [
  { width: 1024, height: 600 },
  { width: 1366, height: 768 },
  { width: 800, height: 1280 },
];

async function turn(till: Till, answer: 'Yes' | 'No'): Promise<void> {
  await press(till, 'Settings');
  await till.page().getByRole('tab', { name: 'Printer' }).click();
  const group = till.page().getByRole('group', { name: 'A second screen faces the customer' });
  await group.getByRole('radio', { name: answer }).check();
  await press(till, 'Back');
}

test('the customer’s screen shows what is rung up, what to pay, the change and nothing to press', async ({
  till,
}) => {
  const opened = till.electron().waitForEvent('window');
  await turn(till, 'Yes');
  const display: Page = await opened;
  await expect(display.getByRole('heading', { name: 'Kaffehjørnet AS' })).toBeVisible();

  await ringUp(till, 'bun', 'cup');
  await expect(display.getByRole('listitem')).toHaveText(['1Kanelbolle39.00', '1Kopp129.90']);
  await expect(display.getByText('168.90 kr')).toBeVisible();

  till.simulator.chooseAnswer({ kind: 'ignored' });
  await press(till, 'Pay by card');
  await expect(display.getByRole('heading', { name: 'Present card' })).toBeVisible();
  await expect(display.getByText('168.90 kr')).toBeVisible();
  till.simulator.terminal('T0292').tapNow('declined');
  await expect(display.getByRole('heading', { name: 'Not paid' })).toBeVisible();
  await press(till, 'Back to sale');

  await press(till, 'Pay cash');
  await till.page().getByLabel('Cash given').fill('200');
  await press(till, 'Confirm cash');
  await expect(display.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
  await expect(display.getByText('31.00 kr')).toBeVisible();

  // It can be told, and tell nothing: no call, no other origin, no node.
  const reach = await display.evaluate(() => ({
    customer: Object.keys((globalThis as unknown as { customer: object }).customer),
    till: typeof (globalThis as { till?: unknown }).till,
    require: typeof (globalThis as { require?: unknown }).require,
  }));
  expect(reach).toEqual({ customer: ['onView'], till: 'undefined', require: 'undefined' });
  expect(await display.evaluate(() => fetch('https://example.com').then(String, () => 'refused'))).toBe(
    'refused',
  );
  await expect(display.getByRole('button')).toHaveCount(0);

  await press(till, 'New sale');
  await expect(display.getByRole('heading', { name: 'Kaffehjørnet AS' })).toBeVisible();
  const closed = display.waitForEvent('close');
  await turn(till, 'No');
  await closed;

  // It comes back with the till, and ends with it.
  await turn(till, 'Yes');
  await till.close();
  await till.start();
  await expect
    .poll(async () => {
      const pages = till.electron().windows();
      return (await Promise.all(pages.map((page) => page.title()))).length;
    })
    .toBe(2);
});

test('a receipt that is looked up is shown to the customer as a code, until the cashier goes on', async ({
  till,
}) => {
  const opened = till.electron().waitForEvent('window');
  await turn(till, 'Yes');
  const display: Page = await opened;
  const code = display.getByRole('img', { name: 'Your receipt' });
  for (const article of ['bun', 'cup'] as const) {
    await ringUp(till, article);
    await press(till, 'Pay by card');
    await press(till, 'Receipt as QR');
    for (const size of customersSizes) {
      await display.setViewportSize(size);
      await expect(code).toBeInViewport({ ratio: 1 });
      await expect(display.getByRole('heading', { name: 'Thank you!' })).toBeInViewport({ ratio: 1 });
    }
    await press(till, 'New sale');
  }
  await press(till, 'Receipts');
  const list = till.page().getByRole('list', { name: /^Receipts/ });
  await list.getByRole('button', { name: /^1 / }).click();
  await press(till, 'Receipt as QR');
  for (const size of customersSizes) {
    await display.setViewportSize(size);
    await expect(code).toBeInViewport({ ratio: 1 });
  }
  await press(till, 'Receipt');
  await expect(code).toHaveCount(0);
  await press(till, 'Receipt as QR');
  await expect(code).toBeVisible();
  await till.page().keyboard.press('F11');
  await expect(code).toHaveCount(0);
  await expect(display.getByRole('heading', { name: 'Kaffehjørnet AS' })).toBeVisible();
});

test.describe('in training', () => {
  test.use({ starts: false });
  test('the customer’s screen says so', async ({ till }) => {
    await till.start();
    const opened = till.electron().waitForEvent('window');
    await turn(till, 'Yes');
    const display = await opened;
    await expect(display.getByText('Training')).toBeVisible();
  });
});

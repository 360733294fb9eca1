import type { Locator } from '@playwright/test';
import { scan } from '../helpers/app.ts';
import { listenTo, nameless, wrongInTabOrder } from './ear.ts';
import { codes, expect, test, verifyJournal } from './till.ts';

test('a sale and a refund by roles and names alone, each step read out', async ({ till, simulator }) => {
  const page = till.page();
  const ear = await listenTo(page);
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const heading = (name: string): Locator => page.getByRole('heading', { name, exact: true });
  /** All that must have been read since the last time, in this order, with anything in between. */
  const hears = async (...said: (string | RegExp)[]): Promise<void> => {
    const heard: string[] = [];
    await expect
      .poll(async () => {
        heard.push(...(await ear.heard()));
        let at = 0;
        for (const text of heard) {
          const next = said[at];
          if (next !== undefined && (typeof next === 'string' ? text.includes(next) : next.test(text)))
            at += 1;
        }
        return at === said.length ? 'all' : `${String(at)} of ${JSON.stringify(heard)}`;
      })
      .toBe('all');
  };
  const complete = async (): Promise<void> => {
    expect(await nameless(page)).toEqual([]);
    expect(await wrongInTabOrder(page)).toEqual([]);
  };

  await test.step('the total is read as articles are rung up, and what is unknown is told', async () => {
    await complete();
    await page.getByRole('textbox', { name: 'Search or scan' }).fill('kanel');
    await hears('1 article found');
    await page.getByRole('textbox', { name: 'Search or scan' }).press('Enter');
    await hears('1 Kanelbolle 39.00');
    await scan(page, codes.bun);
    await hears('2 Kanelbolle 78.00');
    await button('Fewer').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Counted wrong' }).click();
    await hears('1 Kanelbolle 39.00');
    await scan(page, codes.cup);
    await hears('168.90', '1 Kopp 129.90');
    await expect(page.getByRole('listbox', { name: 'Basket' }).getByRole('option')).toHaveCount(2);
    await scan(page, '7038010000000');
    await hears(/Scanned: 7038010000000/);
    await complete();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  });

  await test.step('each dialog is named, keeps the focus and says what went wrong in it', async () => {
    for (const [open, title] of [
      ['Discount', 'Discount on the sale'],
      ['Park sale', 'Park this sale'],
      ['Price or note', 'Kopp'],
      ['Number pad', 'Number pad'],
      ['Free amount', 'Free amount'],
      ['Keys', 'Keys'],
    ] as const) {
      await button(open).click();
      const dialog = page.getByRole('dialog', { name: title });
      await expect(dialog).toBeVisible();
      await complete();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    await button('Number pad').click();
    await page.getByRole('textbox', { name: 'Article number or code' }).fill('4711');
    await ear.heard();
    await button('OK').click();
    await hears(/Scanned: 4711/);
    await page.keyboard.press('Escape');
  });

  await test.step('a payment that is declined, and one that is approved', async () => {
    simulator.chooseAnswer({ kind: 'ignored' });
    await button('Pay by card').click();
    await expect(heading('Present card')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Present card' })).toBeFocused();
    await complete();
    simulator.terminal('T0292').tapNow('wrong-pin');
    await hears('Present card', 'Declined');
    await complete();
    await button('Pay by card').click();
    await hears('Present card', /Approved Receipt 1 168\.90/);
    await expect(page.getByRole('region', { name: 'Approved' })).toBeVisible();
    await complete();
    await button(/^New sale/).click();
  });

  await test.step('cash says the change', async () => {
    await scan(page, codes.bun);
    await button('Pay cash').click();
    await complete();
    await page.getByRole('textbox', { name: 'Cash given' }).fill('100');
    await hears('Change 61.00');
    await button('Confirm cash').click();
    await hears(/Receipt 2 Change 61\.00/);
    await button(/^New sale/).click();
  });

  await test.step('a receipt is found, and a line of it goes back', async () => {
    await button('Receipts').click();
    await complete();
    await page.getByRole('list', { name: 'Receipts' }).getByRole('button', { name: /^1 / }).click();
    await expect(page.getByRole('region', { name: 'Receipt 1' })).toBeFocused();
    await complete();
    await button('Refund').click();
    await complete();
    const line = page.getByRole('group', { name: 'Kanelbolle' });
    await line.getByRole('textbox', { name: 'Quantity to refund' }).fill('1');
    await hears(/39\.00/);
    await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('Stale');
    await button('Confirm refund').click();
    await hears('Refunded');
    await expect(page.getByRole('region', { name: 'The refund' })).toBeFocused();
    await complete();
    await page.keyboard.press('Escape');
  });

  await test.step('every section of the settings has a name on everything', async () => {
    await button('Settings').click();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await expect(page.getByRole('tabpanel', { name: await tab.innerText() })).toBeVisible();
      await complete();
    }
  });
  await till.close();
  verifyJournal(till.folder);
});

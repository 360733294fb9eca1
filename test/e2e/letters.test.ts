import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { codes } from './till.ts';
import { provisioningFor, scan, writeProvisioning } from '../helpers/app.ts';
import { finger } from './finger.ts';
import { smallTargets } from './sizes-of-a-screen.ts';
import { entries, expect, expectReceipt, expectTotal, lines, test } from './till.ts';

const sizes = [
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 1366, height: 768 },
];

test.use({ starts: false });

test('names, notes, codes and what is searched for are written by taps alone', async ({
  till,
  simulator,
}) => {
  test.setTimeout(180_000);
  const kari = { name: 'Kari', role: 'manager', pin: '1234' };
  const file = writeProvisioning(till.folder, provisioningFor(simulator, { operators: [kari] }));
  await till.start(`--provision=${file}`);
  const page = till.page();
  const { tap, press, pad, letters, write } = await finger(page);
  const dialog = page.getByRole('dialog');
  const field = (name: string | RegExp): Locator => page.getByRole('textbox', { name });

  /** The letters are there, the field keeps the focus and stands above them, at every size. */
  const standsAbove = async (into: Locator): Promise<void> => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      await expect(letters).toBeVisible();
      await expect(into).toBeFocused();
      await expect(into).toBeInViewport({ ratio: 1 });
      const [above, keys] = [await into.boundingBox(), await letters.boundingBox()];
      expect(keys?.y ?? 0, 'the field stands above the letters').toBeGreaterThanOrEqual(
        (above?.y ?? 0) + (above?.height ?? 0),
      );
      expect((keys?.y ?? 0) + (keys?.height ?? 0)).toBeLessThanOrEqual(size.height);
      expect(await smallTargets(page)).toEqual([]);
    }
  };

  await test.step('the PIN', async () => {
    for (const digit of kari.pin) {
      await tap(page.getByRole('group', { name: /^PIN/ }).getByRole('button', { name: digit, exact: true }));
    }
    await press('Log in');
    await expectTotal(till, '0.00');
  });

  await test.step('an article is searched for by its name, and the letters go with the focus', async () => {
    await tap(field('Search or scan'));
    await standsAbove(field('Search or scan'));
    await write('kopp å');
    await expect(letters).toHaveCount(0);
    await expect(field('Search or scan')).toHaveValue('kopp å');
    await tap(field('Search or scan'));
    for (let times = 0; times < 2; times += 1) await tap(letters.getByRole('button', { name: 'Erase' }));
    await tap(page.getByRole('option', { name: /^Kopp/ }));
    await expectTotal(till, '129.90');
  });

  await test.step('a sale is parked under a name, and a scan meanwhile is no typing', async () => {
    await press('Park sale');
    await expect(letters).toHaveCount(0);
    await tap(field(/^Name on/));
    await standsAbove(field(/^Name on/));
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.filter(({ nodes }) => nodes.some(({ html }) => html.includes('button')))).toEqual([]);
    await tap(letters.getByRole('button', { name: 'b', exact: true }));
    await scan(page, codes.bun);
    await expect(lines(till)).toHaveCount(2);
    await expect(field(/^Name on/)).toHaveValue('b');
    await tap(letters.getByRole('button', { name: 'Erase' }));
    await write('Bord 4, Øyvind Ås');
    await press('Park');
    await press('Parked (1)');
    await tap(dialog.getByRole('button', { name: /^Bord 4, Øyvind Ås/ }));
    await expectTotal(till, '168.90');
  });

  await test.step('a note on a line', async () => {
    await press('Price or note');
    await tap(field(/^Note on/));
    await standsAbove(field(/^Note on/));
    await write('uten melis');
    await press('OK');
    await expect(lines(till).last()).toContainText('uten melis');
  });

  await test.step('a gift card is sold, and pays by the code that is typed', async () => {
    await press('Pay cash');
    await pad('200');
    await press(/^Confirm cash/);
    await press(/^New sale/);
    await press('Gift card');
    await tap(dialog.getByRole('radio', { name: 'Sell' }));
    await pad('100');
    await press('Add gift card');
    await press('Pay cash');
    await pad('100');
    await press(/^Confirm cash/);
    await expectReceipt(till, 2);
    await press(/^New sale/);
    const sold = JSON.stringify(entries(till.folder, 'sale.completed').at(-1)?.body);
    const code = /[A-Z0-9]{6}-G\d{12}/.exec(sold)?.[0] ?? '';
    await tap(page.getByRole('tab', { name: 'Bakevarer' }));
    await press(/^Kanelbolle 39/);
    await press('Gift card');
    await tap(field(/^Scan the gift card/));
    await write(code.toLowerCase());
    await press('Look up');
    await press(/^Pay 39/);
    await expectReceipt(till, 3);
    await press(/^New sale/);
  });

  await test.step('a receipt is found by a text', async () => {
    await press('Receipts');
    await tap(field('Find receipt'));
    await standsAbove(field('Find receipt'));
    await write('kopp');
    const found = page.getByRole('list', { name: /^Receipts/ }).getByRole('button');
    await expect(found.filter({ hasText: /168/ })).toBeVisible();
    await expect(found).toHaveCount(1);
    // The tap that puts the letters away presses nothing that lay below them.
    await expect(page.getByRole('form')).toHaveCount(0);
  });

  await test.step('a mouse and the Tab key bring no letters, and a shop may turn them off', async () => {
    await page.mouse.click(300, 300);
    await field('Find receipt').click();
    await expect(field('Find receipt')).toBeFocused();
    await expect(letters).toHaveCount(0);
    await press('Settings');
    await tap(page.getByRole('tab', { name: 'This computer' }));
    await tap(page.getByRole('group', { name: /^Comes when/ }).getByText('Off', { exact: true }));
    await expect(page.getByText('Saved.')).toBeVisible();
    await press('Receipts');
    await tap(field('Find receipt'));
    await expect(field('Find receipt')).toBeFocused();
    await expect(letters).toHaveCount(0);
  });
});

import { provisioningFor, writeProvisioning } from '../helpers/app.ts';
import { entries, expect, press, ringUp, test } from './till.ts';

test('what the shop writes below its receipts stands on the next one, and is there after a restart', async ({
  till,
}) => {
  await press(till, 'Settings');
  await till.page().getByRole('tab', { name: 'Receipt' }).click();
  await till.page().getByLabel('Opening hours').fill('Åpent 9–17\nBytte innen 30 dager');
  await press(till, 'Save');
  await expect(till.page().getByText('Saved.')).toBeVisible();
  expect(entries(till.folder, 'settings.changed')).toHaveLength(1);
  await till.close();
  await till.start();
  await ringUp(till, 'bun');
  await press(till, 'Pay by card');
  await expect(till.page().getByRole('heading', { name: 'Approved' })).toBeVisible();
  await press(till, 'New sale');
  await press(till, 'Receipts');
  await till.page().getByRole('list', { name: 'Receipts, newest first' }).getByRole('button').first().click();
  await expect(till.page().getByText('Bytte innen 30 dager')).toBeVisible();
});

/** A field of each form of the settings, and what is typed into it. */
const forms = [
  ['Articles', 'Smallest amount', '75'],
  ['Articles', 'Begins with', '27'],
  ['Receipt', 'Opening hours', 'Åpent 9–17'],
  ['Printer', 'Mail server', 'post.example.no'],
  ['Operators', 'Lock after', '7'],
  ['Day’s books', 'Cash$', '1901'],
  ['Updates', 'Address of', 'https://example.no/kasse'],
  ['Dintero', 'Return address', 'https://example.no/takk'],
] as const;

test.describe('where a manager logs in', () => {
  test.use({ starts: false });

  test('what is typed and not saved is there again after Escape, another screen, a key and a lock', async ({
    till,
    simulator,
  }) => {
    const kari = { name: 'Kari', role: 'manager', pin: '1234' };
    const file = writeProvisioning(till.folder, provisioningFor(simulator, { operators: [kari] }));
    await till.start(`--provision=${file}`);
    const page = till.page();
    const logIn = async (): Promise<void> => {
      const pad = page.getByRole('group', { name: /^PIN/ });
      for (const digit of kari.pin) await pad.getByRole('button', { name: digit, exact: true }).click();
      await press(till, 'Log in');
    };
    const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
    const field = (label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}`) });
    const allThere = async (): Promise<void> => {
      await expect(tab('Articles')).toHaveAttribute('aria-selected', 'true');
      for (const [section, label, text] of forms) {
        await expect(tab(section)).toHaveAccessibleName(/Not saved$/);
        await tab(section).click();
        await expect(field(label), label).toHaveValue(text);
      }
    };
    await logIn();
    await press(till, 'Settings');
    for (const [section, label, text] of forms) {
      await tab(section).click();
      await field(label).fill(text);
    }
    await page.keyboard.press('Escape');
    await press(till, 'Settings');
    await allThere();
    await press(till, 'Receipts');
    await press(till, 'Settings');
    await allThere();
    await page.keyboard.press('F11');
    await page.keyboard.press('Control+l');
    await logIn();
    await press(till, 'Settings');
    await allThere();
    expect(entries(till.folder, 'settings.changed')).toHaveLength(0);

    await tab('Receipt').click();
    await press(till, 'Discard: Below every receipt');
    await expect(field('Opening hours')).toHaveValue('');
    await expect(tab('Receipt')).toHaveAccessibleName('Receipt');
    await tab('Day’s books').click();
    await press(till, 'Save');
    await expect(tab('Day’s books')).toHaveAccessibleName('Day’s books');
    expect(entries(till.folder, 'settings.changed').map(({ body }) => body['section'])).toEqual(['accounts']);
  });
});

test('what was written of a sale’s buyer and line, and counted of the drawer, is there again after Escape', async ({
  till,
}) => {
  const page = till.page();
  await ringUp(till, 'bun');
  await page.keyboard.press('F6');
  await page.getByLabel('Name').fill('Fjord Kafé AS');
  await page.getByLabel('Address').fill('Brygga 2');
  await page.keyboard.press('Escape');
  await press(till, 'Price or note');
  await page.getByLabel('Note on the receipt').fill('Uten melis');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F6');
  await expect(page.getByLabel('Name')).toHaveValue('Fjord Kafé AS');
  await press(till, 'OK');
  await page.keyboard.press('F6');
  await expect(page.getByLabel('Address')).toHaveValue('Brygga 2');
  await page.keyboard.press('Escape');
  await press(till, 'Price or note');
  await expect(page.getByLabel('Note on the receipt')).toHaveValue('Uten melis');
  await press(till, 'OK');
  await page.keyboard.press('F10');
  await page.getByLabel('Cash given').fill('100');
  await press(till, 'Confirm cash');
  await press(till, 'Close day');
  await page.getByRole('textbox', { name: '100: how many' }).fill('3');
  await page.keyboard.press('Escape');
  await press(till, 'Close day');
  await expect(page.getByRole('textbox', { name: '100: how many' })).toHaveValue('3');
});

import { type App, catalogueCsv, provisioningFor, scan, writeProvisioning } from '../helpers/app.ts';
import { capOf, keyTable } from '../../renderer/key-table.ts';
import {
  captured,
  codes,
  entries,
  expect,
  expectReceipt,
  expectState,
  expectTotal,
  lines,
  test,
  verifyJournal,
} from './till.ts';

type Page = App['page'];

const operators = [
  { name: 'Kari', role: 'manager', pin: '1234' },
  { name: 'Ola', role: 'cashier', pin: '4321' },
];

/** Types as a person does, so that it is not taken for a scan. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 60 });
}

async function keys(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name);
}

/** What has the focus, as a screen reader would name it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'nothing';
    const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : '';
    return at.getAttribute('aria-label') ?? (label || at.textContent.trim() || at.tagName.toLowerCase());
  });
}

/** The focus is on something, and a person can see where. */
async function expectFocusSeen(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const at = document.activeElement;
        if (at === null || at === document.body) return 'the focus is nowhere';
        const drawn =
          at instanceof HTMLInputElement && at.type === 'radio' ? (at.nextElementSibling ?? at) : at;
        const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
        if (outlineStyle === 'none' || outlineWidth === '0px')
          return `no outline around ${at.outerHTML.slice(0, 120)}`;
        return 'seen';
      }),
    )
    .toBe('seen');
}

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp, most = 30, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let times = 0; times < most; times += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    passed.push(at);
    if (typeof name === 'string' ? at === name : name.test(at)) {
      await expectFocusSeen(page);
      return;
    }
  }
  throw new Error(`${String(name)} is not reached by ${key}: ${passed.join(' | ')}`);
}

test.use({ starts: false });

test('a whole sale and a refund of a part of it, by keys alone', async ({ till, simulator }) => {
  const [columns = '', ...articles] = catalogueCsv.split('\n');
  const catalogue = [`${columns};age`, ...articles.map((one) => `${one};`), '1004;Pils;39,90;25;Øl;;18'];
  const file = writeProvisioning(
    till.folder,
    provisioningFor(simulator, { operators }),
    catalogue.join('\n'),
  );
  await till.start(`--provision=${file}`);
  const page = till.page();
  const dialog = page.getByRole('dialog');

  /** Opens a dialog by a key, and leaves it by Escape: the sale is as it was, and the focus is somewhere. */
  const leaves = async (key: string, title: RegExp, total: string, back: string): Promise<void> => {
    await page.keyboard.press(key);
    await expect(dialog.getByRole('heading', { name: title })).toBeVisible();
    await expectFocusSeen(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expectTotal(till, total);
    await expectFocusSeen(page);
    expect(await focused(page)).toBe(back);
  };

  await test.step('the cashier logs in', async () => {
    await expectFocusSeen(page);
    await tabTo(page, /^Ola/, 5, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
    await type(page, '4321');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Search or scan')).toBeFocused();
  });

  await test.step('articles are found by name, by arrows, and three at a time', async () => {
    await page.keyboard.press('F2');
    await type(page, 'kop');
    await expect(page.getByRole('option', { name: /Kopp/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Search or scan')).toHaveValue('kop');
    await type(page, 'p');
    await keys(page, 'ArrowDown', 'Enter');
    await expectTotal(till, '129.90');
    await type(page, '3*1001');
    await page.keyboard.press('Enter');
    await expectTotal(till, '246.90');
  });

  await test.step('in the basket: fewer, more, another price, a note, a discount on the line', async () => {
    await keys(page, 'ArrowDown', 'ArrowUp');
    expect(await focused(page)).toBe('Basket');
    await expectFocusSeen(page);
    await expect(lines(till).filter({ hasText: 'Kopp' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('+');
    await expectTotal(till, '376.80');
    await leaves('-', /^Fewer of Kopp/, '376.80', 'Basket');
    await leaves('Enter', /^How many of Kopp/, '376.80', 'Basket');
    await leaves('%', /^Discount on Kopp/, '376.80', 'Basket');
    await leaves('Delete', /^Remove Kopp/, '376.80', 'Basket');
    await leaves(' ', /^Kopp$/, '376.80', 'Basket');
    await page.keyboard.press('ArrowLeft');
    await keys(page, 'Enter');
    await expectTotal(till, '246.90');
    await page.keyboard.press(' ');
    await tabTo(page, 'Note on the receipt');
    await type(page, 'Chipped');
    await page.keyboard.press('Enter');
    await expect(lines(till).filter({ hasText: 'Chipped' })).toHaveCount(1);
  });

  await test.step('what is typed in the basket goes into the search field', async () => {
    expect(await focused(page)).toBe('Basket');
    await type(page, '1003');
    await page.keyboard.press('Enter');
    await expectTotal(till, '545.90');
    await keys(page, 'ArrowUp', 'Delete', 'Enter');
    await expectTotal(till, '246.90');
    await page.keyboard.press('F2');
  });

  await test.step('Escape loses nothing in any dialog of the sale', async () => {
    const back = 'Search or scan';
    await leaves('F1', /^Keys$/, '246.90', back);
    await leaves('F3', /^Look up price$/, '246.90', back);
    await leaves('F4', /^Park this sale$/, '246.90', back);
    await leaves('F5', /^Parked sales$/, '246.90', back);
    await leaves('F6', /^Buyer$/, '246.90', back);
    await leaves('F7', /^Pay a part$/, '246.90', back);
    await leaves('F8', /^Discount on the sale$/, '246.90', back);
    await page.keyboard.press('F10');
    await expect(page.getByLabel('Cash given')).toBeFocused();
    await page.keyboard.press('Escape');
    await expectTotal(till, '246.90');
    expect(await focused(page)).toBe(back);
  });

  await test.step('the help lists every key that stands on a button, and every key of the till', async () => {
    const onButtons = await page.locator('button kbd').allInnerTexts();
    expect(onButtons.sort()).toEqual(['F10', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9']);
    await page.keyboard.press('?');
    const listed = await dialog.locator('kbd').allInnerTexts();
    expect(listed).toEqual(expect.arrayContaining(onButtons));
    const bound = Object.values(keyTable).flatMap(({ keys: names }) =>
      names.map((name) => capOf(name, 'Space')),
    );
    expect(listed).toEqual(['3*code', ...bound]);
    await page.keyboard.press('Escape');
  });

  await test.step('the sale is parked under a name and taken back', async () => {
    await page.keyboard.press('F4');
    await type(page, 'Blue jacket');
    await page.keyboard.press('Enter');
    await expect(lines(till)).toHaveCount(0);
    await type(page, '1003');
    await page.keyboard.press('Enter');
    await expectTotal(till, '299.00');
    await page.keyboard.press('F4');
    await page.keyboard.press('Enter');
    await expect(lines(till)).toHaveCount(0);
    await page.keyboard.press('F5');
    await expect(dialog.getByRole('button', { name: /Blue jacket/ })).toBeFocused();
    await keys(page, 'ArrowDown', 'ArrowUp', 'Enter');
    await expectTotal(till, '246.90');
  });

  await test.step('a discount, and one key from the last scan to “Present card”', async () => {
    await page.keyboard.press('F8');
    await type(page, '10');
    await page.keyboard.press('Enter');
    await expectTotal(till, '222.21');
    simulator.chooseAnswer({ kind: 'ignored' });
    await scan(page, codes.bun);
    await expectTotal(till, '257.31');
    await page.keyboard.press('F9');
    await expectState(till, 'Present card');
    await expectFocusSeen(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    simulator.terminal('T0292').tapNow('approved');
    await expectReceipt(till, 1);
    await expectFocusSeen(page);
    await page.keyboard.press('Enter');
    await expectTotal(till, '0.00');
    expect(await focused(page)).toBe('Search or scan');
  });

  await test.step('the receipt is found and a part of it goes back; Escape keeps what was typed', async () => {
    await page.keyboard.press('F11');
    await expect(page.getByLabel('Find receipt')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/^1 /);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Receipt 1' })).toBeFocused();
    await tabTo(page, 'Refund', 8);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Quantity to refund').first()).toBeFocused();
    await tabTo(page, 'Quantity to refund', 6);
    await type(page, '2');
    await expect(page.getByLabel('Refund amount')).toHaveValue(/^70,2/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Receipt 1' })).toBeFocused();
    await tabTo(page, 'Refund', 8);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Refund amount')).toHaveValue(/^70,2/);
    await tabTo(page, 'Reason');
    await type(page, 'Stale');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Refunded' })).toBeVisible();
    await expectFocusSeen(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Receipt 1' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Search or scan')).toBeFocused();
  });

  await test.step('an age limit is answered by the key that pays', async () => {
    await type(page, '1004');
    await page.keyboard.press('Enter');
    await expectTotal(till, '39.90');
    await page.keyboard.press('F9');
    await expect(page.getByRole('button', { name: 'Old enough' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Old enough' })).toHaveCount(0);
    await expect(page.getByLabel('Search or scan')).toBeFocused();
    await page.keyboard.press('F9');
    await expectReceipt(till, 3);
    await page.keyboard.press('Enter');
    await expectTotal(till, '0.00');
  });

  await test.step('every other screen has the focus on it, and Escape leads back', async () => {
    for (const name of ['Close day', 'Settings']) {
      await tabTo(page, name, 40, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectFocusSeen(page);
      await page.keyboard.press('Escape');
      await expect(page.getByLabel('Search or scan')).toBeFocused();
    }
    await page.keyboard.press('Control+l');
    await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
  });

  await till.close();
  verifyJournal(till.folder);
  expect(captured(simulator)).toEqual([25_731, 3_990]);
  expect(entries(till.folder, 'sale.completed').map(({ operator }) => operator)).toEqual(['Ola', 'Ola']);
  expect(entries(till.folder, 'sale.returned').map(({ operator }) => operator)).toEqual(['Ola']);
});

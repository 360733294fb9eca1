import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { makeJournal } from '../bench/journal-of-sales.ts';
import { provisioningFor, scan, writeProvisioning } from '../helpers/app.ts';
import { expect, press, test, type Till } from './till.ts';

test.use({ starts: false });

const sales = 3_000;
const articles = 2_500;
/** More than this many rows are never in the page at once: what is in view on the largest screen, and some around. */
const mostRows = 90;

const barcode = (n: number): string => {
  const digits = `20${String(n).padStart(10, '0')}`;
  const sum = Array.from(digits).reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${String((10 - (sum % 10)) % 10)}`;
};

/** A shop that has been open for a while, with all its articles in one group. */
async function openLongAgo(till: Till): Promise<Page> {
  makeJournal(path.join(till.folder, 'journal.sqlite'), sales, true);
  const rows = Array.from({ length: articles }, (_, at) => {
    const name = `Vare ${String(at).padStart(4, '0')}`;
    return `${String(at)};${name};${String(10 + (at % 90))},00;25;Alt;${barcode(at)}`;
  });
  const catalogue = ['id;name;price;vat;group;barcode', ...rows].join('\n');
  await till.start(
    `--provision=${writeProvisioning(till.folder, provisioningFor(till.simulator), catalogue)}`,
  );
  await press(till, 'New sale');
  return till.page();
}

/** What of a list is in view, and how much of it is in the page. */
async function seen(list: Locator): Promise<{ rows: number; texts: string[]; blank: number }> {
  return list.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const buttons = [...element.querySelectorAll('button')];
    const inView = buttons.filter((button) => {
      const { top, bottom } = button.getBoundingClientRect();
      return top < box.bottom && bottom > box.top;
    });
    const covered = inView.reduce((height, button) => height + button.getBoundingClientRect().height, 0);
    return {
      rows: buttons.length,
      texts: inView.map(({ innerText }) => innerText.replaceAll('\n', ' ')),
      blank: Math.round(box.height - covered),
    };
  });
}

test('every receipt is reached by keys and by the bar, and few are in the page', async ({ till }) => {
  const page = await openLongAgo(till);
  await press(till, 'Receipts');
  const list = page.getByRole('list', { name: 'Receipts, newest first' });
  const focused = list.locator('button:focus');
  await expect(list.getByRole('button').first()).toContainText(String(sales));
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(sales));

  await page.getByLabel('Find receipt').press('ArrowDown');
  await expect(focused).toContainText(/^3000\b/);
  await page.keyboard.press('End');
  await expect(focused).toContainText(/^1 /);
  await expect(focused).toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await expect(focused).toContainText(/^2 /);
  await page.keyboard.press('PageUp');
  const paged = Number.parseInt((await focused.textContent()) ?? '', 10);
  expect(paged).toBeGreaterThan(3);
  for (let key = 0; key < 25; key += 1) await page.keyboard.press('ArrowUp');
  await expect(focused).toContainText(new RegExp(`^${String(paged + 25)}\\b`));
  await expect(focused).toBeInViewport();
  expect((await seen(list)).rows).toBeLessThan(mostRows);

  // The focus stays where it is when the list is scrolled away under it, and the keys go on from there.
  await list.evaluate((element) => {
    element.scrollTop = 0;
  });
  await expect(list.getByText('3000', { exact: true })).toBeInViewport();
  await expect(focused).toContainText(new RegExp(`^${String(paged + 25)}\\b`));
  await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText(new RegExp(`^${String(paged + 24)}\\b`));
  await expect(focused).toBeInViewport();

  // One that was printed long ago, by the bar.
  await list.evaluate((element) => {
    element.scrollTop = (element.scrollHeight - element.clientHeight) / 2;
  });
  const long = list.getByRole('button', { name: /^1500 / });
  await expect(long).toBeInViewport();
  await long.click();
  await expect(long).toHaveAttribute('aria-pressed', 'true');

  // The list is found again as it was left after a search.
  await page.getByLabel('Find receipt').fill('1.1.2026-31.12.2026');
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '-1');
  await expect(list.getByRole('button').first()).toContainText(/^3000/);
  await page.getByLabel('Find receipt').fill('');
  await expect(long).toBeInViewport();
  await expect(long).toHaveAttribute('aria-pressed', 'true');

  // A search is walked down to its end, however many it finds.
  await page.getByLabel('Find receipt').fill('1.1.2026-31.12.2026');
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '-1');
  await page.getByLabel('Find receipt').press('ArrowDown');
  await page.keyboard.press('End');
  await expect(focused).toContainText(/^1 /, { timeout: 20_000 });
  expect((await seen(list)).rows).toBeLessThan(mostRows);
});

test('no row is missing from what is in view while somebody scrolls fast, and the page reports no fault', async ({
  till,
}) => {
  const page = await openLongAgo(till);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  await press(till, 'Receipts');
  const list = page.getByRole('list', { name: 'Receipts, newest first' });
  await expect(list.getByRole('button').first()).toContainText(String(sales));
  await list.hover();
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.wheel(0, 400);
    const { texts, blank } = await seen(list);
    expect(blank).toBeLessThan(80);
    expect(texts.filter((text) => text === '…')).toEqual([]);
  }
  await press(till, 'Back');
  const shelf = page.getByRole('tabpanel', { name: 'Alt' });
  await shelf.hover();
  for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 400);
  await expect(shelf.getByRole('button', { name: /^Vare 0000/ })).not.toBeInViewport();
  expect(faults).toEqual([]);
});

test('every article is a tile, and few of them are in the page', async ({ till }) => {
  const page = await openLongAgo(till);
  const shelf = page.getByRole('tabpanel', { name: 'Alt' });
  const focused = shelf.locator('button:focus');
  await shelf.getByRole('button', { name: /^Vare 0000/ }).focus();
  await page.keyboard.press('End');
  await expect(focused).toContainText('Vare 2499');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(focused).toContainText('Vare 0000');
  await shelf.evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  await shelf.getByRole('button', { name: /^Vare 2499/ }).click();
  await expect(page.getByRole('listbox', { name: 'Basket' }).getByRole('option')).toHaveText([/Vare 2499/]);
  expect((await seen(shelf)).rows).toBeLessThan(mostRows);

  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'Articles' }).click();
  const list = page.getByRole('list', { name: 'Articles by name' });
  await list.getByRole('button', { name: /^Vare 0000/ }).focus();
  await page.keyboard.press('End');
  await expect(list.locator('button:focus')).toContainText('Vare 2499');
  expect((await seen(list)).rows).toBeLessThan(mostRows);
  await page.getByLabel('Find article').fill('Vare 12');
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '154');
  await list.getByRole('button', { name: /^Vare 1200/ }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Vare 1200');
});

test('a basket of 120 lines shows the line that was scanned last, and the one that is chosen', async ({
  till,
}) => {
  const page = await openLongAgo(till);
  const basket = page.getByRole('listbox', { name: 'Basket' });
  const chosen = basket.locator('[aria-selected=true]');
  for (let line = 0; line < 120; line += 1) {
    await scan(page, barcode(line));
    await expect(chosen).toContainText(`Vare ${String(line).padStart(4, '0')}`);
  }
  await expect(chosen).toBeInViewport();
  await expect(chosen).toHaveAttribute('aria-posinset', '120');
  expect(await basket.getByRole('option').count()).toBeLessThan(mostRows);
  await basket.focus();
  await page.keyboard.press('Home');
  await expect(chosen).toContainText('Vare 0000');
  await expect(chosen).toBeInViewport();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toBeInViewport();
  await page.keyboard.press('End');
  await expect(chosen).toContainText('Vare 0119');
  await scan(page, barcode(3));
  await expect(chosen).toContainText('Vare 0003');
  await expect(chosen).toBeInViewport();
});

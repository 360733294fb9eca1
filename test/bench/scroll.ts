import type { Locator, Page } from '@playwright/test';
import type { Figure } from './figures.ts';
import { type InPage, longestTask } from './in-page.ts';

const runs = 5;
const turns = 40;
const opens = 15;

/** Goes through a list as a person in a hurry does: by the wheel, by the bar, by the page keys and to both its ends. */
async function hurryThrough(page: Page, list: Locator, run: number): Promise<void> {
  await list.hover();
  for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, 600);
  for (let turn = 0; turn < turns; turn += 1) {
    await list.evaluate(
      async (element, share) => {
        element.scrollTop = (element.scrollHeight - element.clientHeight) * share;
        await new Promise(requestAnimationFrame);
      },
      ((turn * 7 + run) % turns) / turns,
    );
  }
  await list.locator('button[tabindex="0"]').focus();
  for (const key of ['End', 'Home']) {
    await page.keyboard.press(key);
    for (let turn = 0; turn < turns; turn += 1)
      await page.keyboard.press(key === 'End' ? 'PageUp' : 'PageDown');
  }
}

async function scrolled(page: Page, list: Locator): Promise<number[]> {
  const longest: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    longest.push(await longestTask(page, () => hurryThrough(page, list, run)));
  }
  return longest;
}

/** 100,000 articles in the settings, and a group of them as tiles: the longest block of the window. */
export async function articleScrollFigures(page: Page): Promise<Figure[]> {
  const figure = (name: string, ms: readonly number[]): Figure => ({ name, unit: 'ms', limit: 50, runs: ms });
  const tiles = await scrolled(page, page.getByRole('tabpanel'));
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('tab', { name: 'Articles' }).click();
  const list = await scrolled(page, page.getByRole('list', { name: 'Articles by name' }));
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  return [figure('tiles_scroll_long_task_ms', tiles), figure('articles_scroll_long_task_ms', list)];
}

/** The receipts of a till: the longest block of the window on the way through them. It ends on the receipts screen. */
export async function receiptScrollFigures(page: Page): Promise<Figure[]> {
  const list = page.getByRole('list', { name: 'Receipts, newest first' });
  return [{ name: 'receipts_scroll_long_task_ms', unit: 'ms', limit: 50, runs: await scrolled(page, list) }];
}

/** From the press on **Receipts** to the frame that shows the newest (ms). It begins and ends on the sale screen. */
export async function openReceipts(page: Page): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < opens; time += 1) {
    took.push(
      await page.evaluate(async () => {
        const { sight } = window as unknown as InPage;
        const button = [...document.querySelectorAll('button')].find(({ innerText }) =>
          innerText.startsWith('Receipts'),
        );
        const began = performance.timeOrigin + performance.now();
        button?.click();
        return (await sight('[role=list] [data-index="0"] strong')) - began;
      }),
    );
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('tabpanel').getByRole('button').first().waitFor();
  }
  return took;
}

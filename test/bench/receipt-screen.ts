import path from 'node:path';
import type { Page } from '@playwright/test';
import { startSimulator } from '../../main/simulator/index.ts';
import {
  openApp,
  provisioningFor,
  removeFolder,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import { largeCatalogue } from './catalogue.ts';
import { type Figure, quantile } from './figures.ts';
import { type InPage, openEyes } from './in-page.ts';
import { makeJournal } from './journal-of-sales.ts';
import { openReceipts, receiptScrollFigures } from './scroll.ts';

const sales = 1_000_000;
const rounds = 40;
/** As many as the journal's sales are of. */
const articles = 10_000;

/** What is typed into **Find receipt**, each time for something else. */
const searches: Readonly<Record<string, (round: number) => string>> = {
  number: (round) => String(1 + ((round * 7_919_317) % sales)),
  text: (round) => `vare nummer ${String((round * 131) % articles)}`,
  // By turns, so that each finds something else than the one before.
  amount_and_date: (round) =>
    round % 2 === 0
      ? `${String(120 + round)},70`
      : `${String(1 + (round % 28))}.${String(1 + (round % 12))}.2026`,
};

/** From the text in the field to the frame that shows what it found, in ms. */
function lookUp(page: Page, text: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement)) throw new Error('The focus is in no field');
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const { nextChange } = window as unknown as InPage;
    const found = nextChange('main section');
    const began = performance.timeOrigin + performance.now();
    value?.set?.call(field, typed);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return (await found) - began;
  }, text);
}

/** A till with so many receipts, with the bench's eyes in its page. */
async function withReceipts<T>(receipts: number, work: (page: Page) => Promise<T>): Promise<T> {
  const simulator = await startSimulator();
  const folder = temporaryFolder();
  makeJournal(path.join(folder, 'journal.sqlite'), receipts, true);
  const file = writeProvisioning(folder, provisioningFor(simulator), largeCatalogue(articles));
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  try {
    await page.getByRole('button', { name: 'New sale' }).click();
    await openEyes(page);
    return await work(page);
  } finally {
    await electron.close();
    await simulator.close();
    removeFolder(folder);
  }
}

async function lookups(page: Page): Promise<Figure[]> {
  await page.getByLabel('Find receipt').focus();
  const figures: Figure[] = [];
  for (const [name, textOf] of Object.entries(searches)) {
    const took: number[] = [];
    for (let round = 1; round <= rounds; round += 1) took.push(await lookUp(page, textOf(round)));
    figures.push({
      name: `receipt_lookup_to_screen_ms_${name}`,
      unit: 'ms',
      limit: 50,
      runs: [quantile(took, 0.95)],
    });
  }
  return figures;
}

/**
 * Finding a receipt among a million, from the last key to the list on the screen: the slowest of twenty; the way through
 * all of them; and opening the list, beside a till with ten receipts.
 */
export async function lookupScreenFigures(): Promise<Figure[]> {
  const ofTen = await withReceipts(10, openReceipts);
  return withReceipts(sales, async (page) => {
    const ofAMillion = await openReceipts(page);
    await page.getByRole('button', { name: 'Receipts', exact: true }).click();
    const list = page.getByRole('list', { name: 'Receipts, newest first' });
    await list.getByRole('button').first().waitFor();
    return [
      { name: 'receipts_open_ms', unit: 'ms', limit: 50, runs: ofAMillion },
      { name: 'receipts_open_ten_ms', unit: 'ms', limit: null, runs: ofTen },
      ...(await receiptScrollFigures(page)),
      ...(await lookups(page)),
    ];
  });
}

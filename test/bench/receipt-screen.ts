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
import { makeJournal } from './journal-of-sales.ts';

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
    const list = document.querySelector('[role=group][aria-label^="Receipts"]');
    if (!(field instanceof HTMLInputElement) || list === null)
      throw new Error('This is not the receipts screen');
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const drawn = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`Nothing was found for ${typed}`)), 10_000);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        // In the frame that draws the list, a message comes after the drawing.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
      observer.observe(list.parentElement ?? list, { childList: true, subtree: true, characterData: true });
    });
    const began = performance.now();
    value?.set?.call(field, typed);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return (await drawn) - began;
  }, text);
}

/** Finding a receipt among a million, from the last key to the list on the screen: the slowest of twenty. */
export async function lookupScreenFigures(): Promise<Figure[]> {
  const simulator = await startSimulator();
  const folder = temporaryFolder();
  makeJournal(path.join(folder, 'journal.sqlite'), sales, true);
  const file = writeProvisioning(folder, provisioningFor(simulator), largeCatalogue(articles));
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  try {
    await page.getByRole('button', { name: 'Receipts', exact: true }).click();
    const list = page.getByRole('group', { name: 'Receipts, newest first' });
    await list.getByRole('button').first().waitFor();
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
  } finally {
    await electron.close();
    await simulator.close();
    removeFolder(folder);
  }
}

import type { Page } from '@playwright/test';
import { type Simulator, startSimulator } from '../../main/simulator/index.ts';
import {
  openApp,
  provisioningFor,
  removeFolder,
  scan,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import { barcode, largeCatalogue } from './catalogue.ts';
import { type Figure, quantile } from './figures.ts';
import { emptyBasket, fromLastKey, type InPage, longestTask, openEyes } from './in-page.ts';
import { articleScrollFigures } from './scroll.ts';

const articles = 100_000;
const runs = 5;
const searchesInARun = 10;
const paymentsInARun = 8;
const linesInASale = 200;
/** What scanners on the market take for a character. Keys that come all at once would be timed as one block. */
const scannerPaceMs = 8;
/** A quick typist's pace: keys that come as fast as a scanner's are held back until it is known what they are. */
const typistPaceMs = 80;

/** Types an article's number into the search, key by key; gives how long each key that changes the list took (ms). */
async function searchOnce(page: Page, text: string): Promise<number[]> {
  const [first = '', ...others] = text;
  await page.keyboard.press('F2');
  // One character alone is not searched for.
  await page.keyboard.press(first);
  const took: number[] = [];
  for (const key of others) {
    await page.waitForTimeout(typistPaceMs);
    const found = '[role=listbox][aria-label="Matching articles"]';
    const drawnMs = await fromLastKey(page, found, () => page.keyboard.press(key));
    took.push(drawnMs);
  }
  await page.getByLabel('Search or scan').fill('');
  return took;
}

async function searchFigures(page: Page): Promise<Figure[]> {
  const slow: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const took: number[] = [];
    for (let at = 0; at < searchesInARun; at += 1) {
      const wanted = 10_000 + (((run * searchesInARun + at) * 7919) % 89_999);
      took.push(...(await searchOnce(page, String(wanted))));
    }
    slow.push(quantile(took, 0.95));
  }
  return [{ name: 'search_ms', unit: 'ms', limit: 50, runs: slow }];
}

type Pressed = { readonly keys: number; readonly toRequestMs: number };

/** A card sale of one article: the keys from the scan to `Present card`, and from the press to the request (ms). */
async function payOnce(page: Page, simulator: Simulator, code: string): Promise<Pressed> {
  const sessions = (): string[] =>
    simulator.requests().flatMap(({ operation, at }) => (operation === 'create' ? [at] : []));
  const before = sessions().length;
  await scan(page, code);
  await page.getByRole('listbox', { name: 'Basket' }).getByRole('option').waitFor();
  await page.evaluate(() => {
    (window as unknown as InPage).keys = 0;
  });
  await page.keyboard.press('F9');
  await page.getByRole('heading', { name: 'Present card' }).waitFor();
  const { keys, keyAt } = await page.evaluate(() => {
    const inPage = window as unknown as InPage;
    return { keys: inPage.keys, keyAt: inPage.keyAt };
  });
  const leftAt = sessions()[before];
  if (leftAt === undefined) throw new Error('No session was asked for');
  if (!simulator.terminal('T0292').tapNow('approved')) throw new Error('The terminal asked for nothing');
  await page.getByRole('button', { name: 'New sale' }).click();
  await page.getByText('Scan the first article').waitFor();
  return { keys, toRequestMs: Date.parse(leftAt) - keyAt };
}

async function payFigures(page: Page, simulator: Simulator): Promise<Figure[]> {
  const keys: number[] = [];
  const slow: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const pressed: Pressed[] = [];
    for (let at = 0; at < paymentsInARun; at += 1) {
      pressed.push(await payOnce(page, simulator, barcode(run * paymentsInARun + at)));
    }
    keys.push(Math.max(...pressed.map((one) => one.keys)));
    slow.push(
      quantile(
        pressed.map((one) => one.toRequestMs),
        0.95,
      ),
    );
  }
  return [
    { name: 'keys_card_sale', unit: 'keys', limit: 1, runs: keys },
    { name: 'pay_to_request_ms', unit: 'ms', limit: 30, runs: slow },
  ];
}

/** Scans a sale of 200 lines; the longest that the window's main thread was held meanwhile (ms). */
function longSale(page: Page): Promise<number> {
  return longestTask(page, async () => {
    for (let line = 0; line < linesInASale; line += 1) {
      await scan(page, barcode((line * 499) % articles), scannerPaceMs);
    }
    await page.locator(`[role=option][aria-posinset="${String(linesInASale)}"]`).waitFor();
  });
}

async function longTaskFigures(page: Page): Promise<Figure[]> {
  const longest: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    longest.push(await longSale(page));
    await emptyBasket(page);
  }
  return [{ name: 'long_task_ms', unit: 'ms', limit: 50, runs: longest }];
}

/** What a cashier's hands feel, with 100,000 articles in the till. */
export async function counterFigures(): Promise<Figure[]> {
  const simulator = await startSimulator();
  simulator.chooseAnswer({ kind: 'ignored' }, { lasts: 'always' });
  const folder = temporaryFolder();
  const file = writeProvisioning(folder, provisioningFor(simulator), largeCatalogue(articles));
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  try {
    await openEyes(page);
    return [
      ...(await searchFigures(page)),
      ...(await payFigures(page, simulator)),
      ...(await longTaskFigures(page)),
      ...(await articleScrollFigures(page)),
    ];
  } finally {
    await electron.close();
    await simulator.close();
    removeFolder(folder);
  }
}

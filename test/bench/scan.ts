import type { Page } from '@playwright/test';
import { startSimulator } from '../../main/simulator/index.ts';
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
import { emptyBasket, fromLastKey, openEyes } from './in-page.ts';

/** What scanners on the market take for a character. */
const scannerPaceMs = 8;
const runs = 5;
const scansInARun = 60;
/** A basket of this many lines is put away, as after a large shopping. */
const largestBasket = 20;

/** One frame of a screen that shows sixty in a second. */
const limitMs = 16;

async function scanMany(page: Page, run: number, articles: number): Promise<number[]> {
  const drawn: number[] = [];
  for (let at = 0; at < scansInARun; at += 1) {
    // Articles from all over the catalogue, each once in a basket.
    const code = barcode(((run * scansInARun + at) * 7919) % articles);
    drawn.push(
      await fromLastKey(page, '[role=listbox][aria-label=Basket]', () => scan(page, code, scannerPaceMs)),
    );
    if (at % largestBasket === largestBasket - 1) await emptyBasket(page);
  }
  return drawn;
}

/** Scans with so many articles in the till, each run's slowest of twenty: from the last key to the line's frame. */
async function scans(articles: number): Promise<number[]> {
  const simulator = await startSimulator();
  const folder = temporaryFolder();
  const file = writeProvisioning(folder, provisioningFor(simulator), largeCatalogue(articles));
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  try {
    await openEyes(page);
    const slowest: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      slowest.push(quantile(await scanMany(page, run, articles), 0.95));
    }
    return slowest;
  } finally {
    await electron.close();
    await simulator.close();
    removeFolder(folder);
  }
}

/** From the scanner's last key to the frame that shows the line, with 10,000 articles. */
export async function scanFigures(): Promise<Figure[]> {
  return [{ name: 'scan_to_line_ms', unit: 'ms', limit: limitMs, runs: await scans(10_000) }];
}

/** The same with 100,000 articles. */
export async function largeScanFigures(): Promise<Figure[]> {
  return [{ name: 'scan_to_line_100k_ms', unit: 'ms', limit: limitMs, runs: await scans(100_000) }];
}

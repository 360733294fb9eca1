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

type Scanned = { readonly changedMs: number; readonly drawnMs: number };

async function scanMany(page: Page, run: number, articles: number): Promise<Scanned[]> {
  const scanned: Scanned[] = [];
  for (let at = 0; at < scansInARun; at += 1) {
    // Articles from all over the catalogue, each once in a basket.
    const code = barcode(((run * scansInARun + at) * 7919) % articles);
    scanned.push(
      await fromLastKey(page, '[role=listbox][aria-label=Basket]', () => scan(page, code, scannerPaceMs)),
    );
    if (at % largestBasket === largestBasket - 1) await emptyBasket(page);
  }
  return scanned;
}

/** Scans with so many articles in the till, each the slowest of twenty: to the line in the basket, and to its frame. */
async function scans(articles: number): Promise<{ changed: number[]; drawn: number[] }> {
  const simulator = await startSimulator();
  const folder = temporaryFolder();
  const file = writeProvisioning(folder, provisioningFor(simulator), largeCatalogue(articles));
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  try {
    await openEyes(page);
    const all: Scanned[][] = [];
    for (let run = 0; run < runs; run += 1) all.push(await scanMany(page, run, articles));
    const slowest = (of: (one: Scanned) => number): number[] =>
      all.map((scanned) => quantile(scanned.map(of), 0.95));
    return { changed: slowest((one) => one.changedMs), drawn: slowest((one) => one.drawnMs) };
  } finally {
    await electron.close();
    await simulator.close();
    removeFolder(folder);
  }
}

/** From the scanner's last key to the frame that shows the line, with 10,000 articles. */
export async function scanFigures(): Promise<Figure[]> {
  const { drawn } = await scans(10_000);
  return [{ name: 'scan_to_line_ms', unit: 'ms', limit: 32, runs: drawn }];
}

/**
 * The same with 100,000 articles; and what the till itself takes of it, to the line in the basket. The rest is the wait
 * for the screen's next frame, up to 17 ms at 60 frames a second, which no program shortens.
 */
export async function largeScanFigures(): Promise<Figure[]> {
  const { changed, drawn } = await scans(100_000);
  return [
    { name: 'scan_to_line_100k_ms', unit: 'ms', limit: 40, runs: drawn },
    { name: 'scan_to_basket_100k_ms', unit: 'ms', limit: 16, runs: changed },
  ];
}

import type { Page } from '@playwright/test';
import type { TillApi } from '../../preload/contract/api.ts';
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

/** What scanners on the market take for a character. */
const scannerPaceMs = 8;
const runs = 5;
const scansInARun = 60;
/** A basket of this many lines is put away, as after a large shopping. */
const largestBasket = 20;

type Watched = { enterAt: number; tookMs: Promise<number>; watchScan: () => void };

/** Hears the scanner's Enter before the page does, since the page keeps it to itself. */
function hearEnter(): void {
  const watched = window as unknown as Watched;
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') watched.enterAt = event.timeStamp;
    },
    { capture: true },
  );
  /** From the Enter to the frame that shows the line. */
  watched.watchScan = () => {
    watched.tookMs = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('A scan brought no line')), 10_000);
      const basket = document.querySelector('[role=listbox][aria-label=Basket]');
      if (basket === null) throw new Error('There is no basket');
      const observer = new MutationObserver(() => {
        observer.disconnect();
        // In the frame that draws the line, a message comes after the drawing.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - watched.enterAt);
          port2.postMessage(null);
        });
      });
      observer.observe(basket, { childList: true });
    });
  };
}

async function emptyBasket(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { till } = window as unknown as { till: TillApi };
    await till.call('sale.clear', { reason: 'Bench' });
  });
  await page.getByText('Scan the first article').waitFor();
}

async function scanOnce(page: Page, code: string): Promise<number> {
  await page.evaluate(() => (window as unknown as Watched).watchScan());
  await scan(page, code, scannerPaceMs);
  return page.evaluate(() => (window as unknown as Watched).tookMs);
}

/** From the scanner's last key to the line on the screen, the slowest of twenty, with so many articles. */
export async function scanFigures(name: string, articles: number, limit: number): Promise<Figure[]> {
  const simulator = await startSimulator();
  const folder = temporaryFolder();
  const file = writeProvisioning(folder, provisioningFor(simulator), largeCatalogue(articles));
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  await page.addInitScript(hearEnter);
  await page.reload();
  await page.getByRole('tabpanel').getByRole('button').first().waitFor();
  const slow: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const took: number[] = [];
    for (let at = 0; at < scansInARun; at += 1) {
      // Articles from all over the catalogue, each once in a basket.
      took.push(await scanOnce(page, barcode(((run * scansInARun + at) * 7919) % articles)));
      if (at % largestBasket === largestBasket - 1) await emptyBasket(page);
    }
    slow.push(quantile(took, 0.95));
  }
  await electron.close();
  await simulator.close();
  removeFolder(folder);
  return [{ name, unit: 'ms', limit, runs: slow }];
}

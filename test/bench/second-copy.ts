import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { TillApi } from '../../preload/contract/api.ts';
import { startSimulator } from '../../main/simulator/index.ts';
import {
  openApp,
  provisioningFor,
  removeFolder,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import type { Figure } from './figures.ts';
import { makeJournal } from './journal-of-sales.ts';

const sales = 1_000_000;
const limitMs = 50;
/** How long is sold without a copy being made, to tell what the copy adds (ms). */
const beforeMs = 20_000;
/** A sale is rung up this often (ms): quicker than any queue. */
const saleEveryMs = 500;
/** The watch looks this often (ms): a block is what it comes late by. */
const everyMs = 2;

type Watched = { longestBlock: number; watching: boolean };

/** Watches the main process's event loop from now on. */
function watchMain(electron: ElectronApplication): Promise<void> {
  return electron.evaluate((_electron, pace) => {
    const watched = globalThis as unknown as Watched;
    Object.assign(watched, { longestBlock: 0, watching: true });
    let before = performance.now();
    const look = (): void => {
      const now = performance.now();
      watched.longestBlock = Math.max(watched.longestBlock, now - before - pace);
      before = now;
      if (watched.watching) setTimeout(look, pace);
    };
    setTimeout(look, pace);
  }, everyMs);
}

/** Ends the watch; gives how long (ms) nothing else could be done at the worst. */
function longestBlock(electron: ElectronApplication): Promise<number> {
  return electron.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.watching = false;
    return watched.longestBlock;
  });
}

/** Sells for cash at a steady pace, for so long (ms) or until the copy is whole. Gives how many sales that were. */
function sell(page: Page, until: number | 'copied'): Promise<number> {
  return page.evaluate(
    async ({ end, pace }) => {
      const { till } = window as unknown as { till: TillApi };
      const began = performance.now();
      for (let sold = 0; ; sold += 1) {
        const view = await till.call('till.view', {});
        if (!view.ok) throw new Error(view.error.sentence);
        const { copy } = view.value;
        if (copy !== null && copy.trouble !== null) throw new Error(copy.trouble);
        const copied = copy !== null && copy.at !== null && copy.making === null;
        const over = end === 'copied' ? copied : performance.now() - began > end;
        if (over) return sold;
        await till.call('sale.addFreeAmount', { amount: 4200, vatRate: 2500, description: 'Oppskrift' });
        const paid = await till.call('payment.cash', { total: 4200, given: 5000 });
        if (!paid.ok) throw new Error(paid.error.sentence);
        await till.call('sale.startNew', {});
        await new Promise((resolve) => setTimeout(resolve, pace));
      }
    },
    { end: until, pace: saleEveryMs },
  );
}

/** Whether the till stays awake while the journal of a million sales is copied whole to another place. Takes minutes. */
export async function secondCopyFigures(): Promise<Figure[]> {
  const simulator = await startSimulator();
  const folder = temporaryFolder();
  const place = temporaryFolder();
  makeJournal(path.join(folder, 'journal.sqlite'), sales, true);
  const file = writeProvisioning(folder, provisioningFor(simulator));
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  try {
    await watchMain(electron);
    await sell(page, beforeMs);
    const before = await longestBlock(electron);
    const stick = path.join(place, 'stick');
    mkdirSync(stick);
    await electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, stick);
    await watchMain(electron);
    const began = performance.now();
    await page.evaluate(async () => {
      await (window as unknown as { till: TillApi }).till.call('copy.choosePlace', {});
    });
    const sold = await sell(page, 'copied');
    const took = (performance.now() - began) / 1000;
    const during = await longestBlock(electron);
    return [
      { name: 'second_copy_longest_block_ms', unit: 'ms', limit: limitMs, runs: [during] },
      { name: 'second_copy_longest_block_without_ms', unit: 'ms', limit: null, runs: [before] },
      { name: 'second_copy_whole_s', unit: 's', limit: null, runs: [took] },
      { name: 'second_copy_sales_meanwhile', unit: 'sales', limit: null, runs: [sold] },
    ];
  } finally {
    await electron.close();
    await simulator.close();
    removeFolder(folder);
    removeFolder(place);
  }
}

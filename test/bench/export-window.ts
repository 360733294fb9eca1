import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const sales = 20_000;
const limitMs = 100;
const runs = 3;

type Watched = { frames: { longest: number; on: boolean; slowestView: number } };

/** From one frame to the next, and from a call to its answer, while the watch is on. */
function watchFrames(): void {
  const watched = window as unknown as Watched & { till: TillApi };
  const frames = { longest: 0, on: true, slowestView: 0 };
  watched.frames = frames;
  let before = performance.now();
  const look = (now: number): void => {
    frames.longest = Math.max(frames.longest, now - before);
    before = now;
    if (frames.on) requestAnimationFrame(look);
  };
  requestAnimationFrame((now) => {
    before = now;
    requestAnimationFrame(look);
  });
  const ask = async (): Promise<void> => {
    while (frames.on) {
      const asked = performance.now();
      await watched.till.call('till.view', {});
      frames.slowestView = Math.max(frames.slowestView, performance.now() - asked);
    }
  };
  void ask();
}

/** Exports a year through the window and gives the longest frame meanwhile, and the slowest answer of the main process. */
async function exportOnce(
  electron: ElectronApplication,
  page: Page,
  format: 'saft' | 'csv' | 'jsonl',
): Promise<Watched['frames']> {
  const out = mkdtempSync(path.join(tmpdir(), 'kvitt-bench-out-'));
  try {
    await electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, out);
    await page.evaluate(watchFrames);
    return await page.evaluate(async (wanted) => {
      const watched = window as unknown as Watched & { till: TillApi };
      const period = { from: '2026-01-01', to: '2026-12-31' };
      const reply = await watched.till.call('export.start', { format: wanted, ...period });
      watched.frames.on = false;
      if (!reply.ok || reply.value === null) throw new Error('Nothing was exported');
      return watched.frames;
    }, format);
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Whether the window stays responsive while the books of 20,000 sales are taken out of the till behind it. */
export async function exportWindowFigures(): Promise<Figure[]> {
  const simulator = await startSimulator();
  const folder = temporaryFolder();
  makeJournal(path.join(folder, 'journal.sqlite'), sales, true);
  const file = writeProvisioning(folder, provisioningFor(simulator));
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  try {
    const frames: number[] = [];
    const answers: number[] = [];
    for (const format of ['saft', 'csv', 'jsonl'] as const) {
      for (let run = 0; run < runs; run += 1) {
        const { longest, slowestView } = await exportOnce(electron, page, format);
        frames.push(longest);
        answers.push(slowestView);
      }
    }
    return [
      // No frame at all may be longer: the worst of every export counts.
      { name: 'export_longest_frame_ms', unit: 'ms', limit: limitMs, runs: [Math.max(...frames)] },
      { name: 'export_slowest_answer_ms', unit: 'ms', limit: null, runs: [Math.max(...answers)] },
    ];
  } finally {
    await electron.close();
    await simulator.close();
    removeFolder(folder);
  }
}

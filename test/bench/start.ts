import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator } from '../../main/simulator/index.ts';
import { developmentSwitches, electronProgram } from '../../tools/electron.mjs';
import {
  openApp,
  provisioningFor,
  removeFolder,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import { demoCatalogue } from './catalogue.ts';
import type { Figure } from './figures.ts';

const runs = 7;
/** Both programs are looked at when their start is over and nothing is left to load (ms after the first use). */
const settlingMs = 4_000;

type Run = { readonly startMs: number; readonly bytes: number };

/** The next line of this kind, as a number. */
async function told(child: ChildProcess, word: string): Promise<number> {
  if (child.stdout === null) throw new Error('Nothing to listen to');
  for await (const line of createInterface({ input: child.stdout })) {
    const [said, figure] = line.split(' ');
    if (said === word && figure !== undefined) return Number(figure);
  }
  throw new Error(`The program ended before it said "${word}"`);
}

async function startOnce(app: 'till' | 'blank', folder: string): Promise<Run> {
  const program = path.join(import.meta.dirname, 'apps', app);
  const began = performance.timeOrigin + performance.now();
  const child = spawn(
    electronProgram(),
    [...developmentSwitches(), program, `--user-data-dir=${folder}`, '--lang=en'],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const gone = once(child, 'exit');
  try {
    const startMs = (await told(child, 'usable')) - began;
    await pause(settlingMs);
    child.stdin.write('\n');
    return { startMs, bytes: await told(child, 'memory') };
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

/** The start and the memory of an installed till against those of an empty window, taken in turns. */
export async function startFigures(): Promise<Figure[]> {
  const simulator = await startSimulator();
  const tillFolder = temporaryFolder();
  const blankFolder = temporaryFolder();
  const file = writeProvisioning(tillFolder, provisioningFor(simulator), demoCatalogue());
  const first = await openApp(tillFolder, [`--provision=${file}`]);
  await first.electron.close();
  await startOnce('blank', blankFolder);
  const pairs: { till: Run; blank: Run }[] = [];
  for (let run = 0; run < runs; run += 1) {
    pairs.push({ till: await startOnce('till', tillFolder), blank: await startOnce('blank', blankFolder) });
  }
  await simulator.close();
  for (const folder of [tillFolder, blankFolder]) removeFolder(folder);
  const of = (ratio: (pair: (typeof pairs)[number]) => number): number[] => pairs.map(ratio);
  const megabyte = 1024 * 1024;
  return [
    { name: 'start_vs_blank', unit: 'times', limit: 1.6, runs: of((p) => p.till.startMs / p.blank.startMs) },
    { name: 'start_ms', unit: 'ms', limit: null, runs: of((p) => p.till.startMs) },
    { name: 'start_blank_ms', unit: 'ms', limit: null, runs: of((p) => p.blank.startMs) },
    { name: 'rss_vs_blank', unit: 'times', limit: 1.5, runs: of((p) => p.till.bytes / p.blank.bytes) },
    { name: 'rss_mb', unit: 'MB', limit: null, runs: of((p) => p.till.bytes / megabyte) },
  ];
}

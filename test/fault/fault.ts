// npm run fault -- [--kills N] [--sequences N] [--seed N] [--path PATH]
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './kill/campaign.ts';
import { runModel } from './model/run.ts';
import { runModelSideBySide } from './model/side-by-side.ts';
import { mistakes, play } from './table/play.ts';
import { table } from './table/index.ts';
import { pageOf, type PlayedRow } from './table/page.ts';

const page = path.resolve(import.meta.dirname, '../../docs/faults.md');

type Wanted = {
  readonly kills: number;
  readonly sequences: number;
  readonly seed: number;
  readonly path: string | undefined;
};

/** What was asked for; null when it cannot be understood. */
function wanted(): Wanted | null {
  try {
    const { values } = parseArgs({
      options: {
        kills: { type: 'string', default: '200' },
        sequences: { type: 'string', default: '10000' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
        path: { type: 'string' },
      },
    });
    const numbers = [values.kills, values.sequences, values.seed];
    if (!numbers.every((text) => /^\d{1,10}$/.test(text))) return null;
    const [kills = 0, sequences = 0, seed = 0] = numbers.map(Number);
    return { kills, sequences, seed, path: values.path };
  } catch {
    // parseArgs throws for an option that it does not know.
    return null;
  }
}

/** Plays every fault, a few at a time; gives what went wrong. */
async function playTable(): Promise<string[]> {
  const played: PlayedRow[] = [];
  const wrong: string[] = [];
  const rows = table.flatMap(({ rows: inList }) => inList);
  const waiting = [...rows.filter((row) => row.alone !== true)];
  async function playNext(): Promise<void> {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) await playOne(row);
  }
  async function playOne(row: (typeof rows)[number]): Promise<void> {
    const came = await play(row);
    const found = mistakes(row, came);
    played.push({ row, played: came });
    wrong.push(...found.map((mistake) => `${row.fault}: ${mistake}`));
    console.log(`${found.length === 0 ? 'holds ' : 'BROKEN'} ${row.fault}`);
  }
  await Promise.all(Array.from({ length: 4 }, playNext));
  for (const row of rows) if (row.alone === true) await playOne(row);
  if (wrong.length === 0) await writeFile(page, pageOf(played));
  return wrong;
}

async function kill({ kills, seed }: Wanted): Promise<string[]> {
  if (kills === 0) return [];
  console.log(`Killing ${String(kills)} tills, seed ${String(seed)}`);
  const found = await runCampaign({
    kills,
    seed,
    onProgress: (killed, broken) => console.log(`${String(killed)} killed, ${String(broken)} laws broken`),
  });
  console.log(
    `${String(found.kills)} kills, ${String(found.atWrites)} of them at a write; ` +
      `${String(found.attempts)} payments at the terminal, ${String(found.receipts)} receipts, ` +
      `${String(found.parts)} parts by card, ${String(found.partsBack)} of them given back, ` +
      `${String(found.exchanges)} exchanges, ` +
      `${String(found.refunded)} late approvals refunded and ${String(found.attached)} attached`,
  );
  return found.broken.map((law) => `${law} (seed ${String(seed)})`);
}

async function model({ sequences, seed, path: from }: Wanted): Promise<string[]> {
  if (sequences === 0) return [];
  console.log(`Playing ${String(sequences)} sequences, seed ${String(seed)}`);
  const run = {
    sequences,
    seed,
    onProgress: (count: number) => console.log(`${String(count)} sequences`),
  };
  const failure = await (from === undefined ? runModelSideBySide(run) : runModel({ ...run, path: from }));
  return failure === null ? [] : [failure];
}

const asked = wanted();
if (asked === null) {
  console.error('Usage: npm run fault -- [--kills N] [--sequences N] [--seed N] [--path PATH]');
  process.exitCode = 2;
} else {
  const broken = [...(await playTable()), ...(await kill(asked)), ...(await model(asked))];
  for (const one of broken) console.error(one);
  const faults = table.flatMap(({ rows }) => rows).length;
  const done = `${String(faults)} faults, ${String(asked.kills)} kills and ${String(asked.sequences)} sequences`;
  console.log(broken.length === 0 ? `${done}: every law held.` : `${done}: ${String(broken.length)} broken.`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

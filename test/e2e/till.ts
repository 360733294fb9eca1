import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test as plain, expect, type ElectronApplication, type Page } from '@playwright/test';
import {
  type ReceivedRequest,
  type RulesChange,
  type Simulator,
  startSimulator,
} from '../../main/simulator/index.ts';
import {
  type App,
  kill,
  openApp,
  provisioningFor,
  removeFolder,
  scan,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import { ownPort } from '../helpers/own-port.ts';
import { developmentSwitches, electronProgram } from '../../tools/electron.mjs';

export { expect } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

/** A till on a counter, in a real window, with hands for everything that happens to it. */
export type Till = {
  readonly simulator: Simulator;
  /** The profile's folder. */
  readonly folder: string;
  readonly page: () => Page;
  readonly electron: () => ElectronApplication;
  /** Starts on the folder that is there; by default without any switch but the language. */
  readonly start: (...args: string[]) => Promise<void>;
  /** As a power cut. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Options = {
  rules: RulesChange;
  /** False: the test starts the till itself. */
  starts: boolean;
};

/** Each test has a simulator, a folder and a window of its own. */
export const test = plain.extend<Options & { simulator: Simulator; folder: string; till: Till }>({
  rules: [{ answerAfterMs: 300 }, { option: true }],
  starts: [true, { option: true }],

  simulator: async ({ rules }, use) => {
    const simulator = await startSimulator({ port: await ownPort(), rules });
    await use(simulator);
    await simulator.close();
  },

  folder: async ({}, use) => {
    const folder = temporaryFolder();
    await use(folder);
    removeFolder(folder);
  },

  till: async ({ simulator, folder, starts }, use) => {
    const now: { app: App | null } = { app: null };
    const running = (): App => {
      if (now.app === null) throw new Error('The till is not running');
      return now.app;
    };
    const till: Till = {
      simulator,
      folder,
      page: () => running().page,
      electron: () => running().electron,
      start: async (...args) => {
        now.app = await openApp(folder, ['--lang=en', ...args]);
      },
      kill: async () => {
        const dying = running();
        now.app = null;
        await kill(dying);
      },
      close: async () => {
        const closing = running();
        now.app = null;
        await closing.electron.close();
      },
    };
    if (starts) await till.start(`--provision=${writeProvisioning(folder, provisioningFor(simulator))}`);
    await use(till);
    if (now.app !== null) await till.close();
  },
});

/** Starts the program as a shop does and waits for its end. */
export async function runToEnd(folder: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(
    electronProgram(),
    [...developmentSwitches(), root, `--user-data-dir=${folder}`, '--lang=en', ...args],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number]>]);
  return { code, said };
}

/** The articles of the test's catalogue, by barcode. */
export const codes = {
  coffee: '2000000000015',
  bun: '2000000000022',
  cup: '2000000000039',
  book: '2000000000046',
} as const;

/** Scans articles and waits for each one's line. */
export async function ringUp(till: Till, ...articles: (keyof typeof codes)[]): Promise<void> {
  for (const article of articles) {
    const before = await lines(till).count();
    await scan(till.page(), codes[article]);
    await expect(lines(till)).toHaveCount(before + 1);
  }
}

/** The lines of the basket. */
export function lines(till: Till): ReturnType<Page['locator']> {
  return till.page().getByRole('listbox', { name: 'Basket' }).getByRole('option');
}

/** Presses a button by its name. */
export async function press(till: Till, name: string): Promise<void> {
  await till.page().getByRole('button', { name, exact: true }).click();
}

/** Waits until the total on the sale screen is this. */
export async function expectTotal(till: Till, total: string): Promise<void> {
  await expect(till.page().getByRole('status', { name: 'Total' })).toContainText(total);
}

/** Waits until a payment's state is on the screen. */
export async function expectState(till: Till, state: string): Promise<void> {
  await expect(till.page().getByRole('heading', { name: state, exact: true })).toBeVisible();
}

/** Waits until the screen shows a finished sale with this receipt number. */
export async function expectReceipt(till: Till, receipt: number): Promise<void> {
  await expect(till.page().getByText(new RegExp(`^Receipt ${String(receipt)}$`))).toBeVisible();
}

/** What the journal's command line says of the till's journal; throws when something is wrong. */
export function verifyJournal(folder: string): string {
  return journalCommand('verify', path.join(folder, 'journal.sqlite'));
}

export type ShownEntry = {
  readonly seq: number;
  readonly kind: string;
  readonly operator: string | null;
  readonly body: Record<string, unknown>;
};

/** The journal's entries of one kind, read as a person at another machine would. */
export function entries(folder: string, kind: string): ShownEntry[] {
  return journalCommand('show', path.join(folder, 'journal.sqlite'), '--json')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Omit<ShownEntry, 'body'> & { body: string })
    .filter((row) => row.kind === kind)
    .map((row) => ({ ...row, body: JSON.parse(row.body) as Record<string, unknown> }));
}

function journalCommand(...args: string[]): string {
  const cli = path.join(root, 'main/journal/cli.ts');
  return execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 100_000_000 });
}

/** The requests that asked Dintero for a payment. */
export function sessionsAsked(simulator: Simulator): ReceivedRequest[] {
  return simulator.requests().filter((request) => request.operation === 'create');
}

/** What Dintero holds of each transaction, in øre, in the order they were made. */
export function captured(simulator: Simulator): number[] {
  return simulator.books().totals.map((total) => total.captured);
}

/** The references of Dintero's sessions, in the order they were made. */
export function references(simulator: Simulator): string[] {
  return simulator.books().sessions.map((session) => session.order.merchant_reference);
}

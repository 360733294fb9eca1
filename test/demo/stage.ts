import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { type Simulator, startSimulator } from '../../main/simulator/index.ts';
import {
  openApp,
  provisioningFor,
  removeFolder,
  scan,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import { longCatalogue, people } from './crowded-shop.ts';

const assets = path.resolve(import.meta.dirname, '../../assets');

/** The pictures that the README shows, by what they are called in the demo and in docs/. */
const inReadme: ReadonlyMap<string, string> = new Map([
  ['sale', 'sale-screen.png'],
  ['card-present-card', 'payment-screen.png'],
  ['refund-part-asked', 'refund-screen.png'],
  ['close-day-counted', 'day-screen.png'],
]);

/** Where the demo leaves things, and the log of what was done. */
export type Album = {
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly picture: (page: Page, name: string) => Promise<void>;
};

/** Makes the folders that the demo fills. Pictures are numbered in the order in which they are taken. */
export function openAlbum(folder: string): Album {
  for (const part of ['receipts', 'screens', 'readme'])
    mkdirSync(path.join(folder, part), { recursive: true });
  const log = path.join(folder, 'log.txt');
  writeFileSync(log, '');
  let taken = 0;
  return {
    folder,
    say: (line) => {
      appendFileSync(log, `${new Date().toISOString()}  ${line}\n`);
      console.log(line);
    },
    picture: async (page, name) => {
      taken += 1;
      const file = `${String(taken).padStart(2, '0')}-${name}.png`;
      const whole = path.join(folder, 'screens', file);
      await page.screenshot({ path: whole, animations: 'disabled' });
      const shown = inReadme.get(name);
      if (shown !== undefined) copyFileSync(whole, path.join(folder, 'readme', shown));
    },
  };
}

/** A till in its window, with a Dintero of its own, and hands to use it with. */
export type Stage = {
  readonly simulator: Simulator;
  /** The profile's folder. */
  readonly folder: string;
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly scan: (code: string) => Promise<void>;
  /** Waits until a text is on the screen. */
  readonly shows: (text: string | RegExp) => Promise<void>;
  /** Waits until the state of a payment or sale is on the screen. */
  readonly state: (name: string) => Promise<void>;
  /** Closes the till in good order; its folder stays until the stage's work is over. */
  readonly closeTill: () => Promise<void>;
};

export const usualSize = { width: 1366, height: 768 };

/**
 * Opens a till on a folder of its own, lets `work` use it, and takes everything away. It is installed on the simulator's
 * account, for everybody or (`staffed`) for people who log in, with articles of long names; or it is in training.
 */
export async function onStage(
  kind: 'installed' | 'staffed' | 'training',
  language: 'en' | 'nb',
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator({ rules: { answerAfterMs: 900 } });
  const folder = temporaryFolder();
  const args = [`--lang=${language}`];
  if (kind === 'staffed') {
    const content = provisioningFor(simulator, { operators: people });
    args.push(`--provision=${writeProvisioning(folder, content, longCatalogue)}`);
  } else if (kind === 'installed') {
    args.push(`--provision=${writeProvisioning(folder, provisioningFor(simulator))}`);
    copyFileSync(path.join(assets, 'demo-catalogue.csv'), path.join(folder, 'articles.csv'));
  }
  const { electron, page } = await openApp(folder, args);
  await page.setViewportSize(usualSize);
  try {
    await work({
      simulator,
      folder,
      electron,
      page,
      press: (name) => page.getByRole('button', { name, exact: true }).click(),
      scan: (code) => scan(page, code),
      shows: (text) => page.getByText(text).first().waitFor(),
      state: (name) => page.getByRole('heading', { name, exact: true }).waitFor(),
      closeTill: () => electron.close(),
    });
  } finally {
    await electron.close();
    await simulator.close();
    removeFolder(folder);
  }
}

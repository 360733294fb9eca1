import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPackage, extractAll } from '@electron/asar';
import { chromium, expect, type Page } from '@playwright/test';
import { developmentSwitches } from '../../tools/electron.mjs';

const root = path.resolve(import.meta.dirname, '../..');
export const dist = path.join(root, 'dist');
/** Where `npm run package -- --testing` lays the application. */
export const packaged = path.join(dist, 'linux-unpacked');

/** `npm run package`, as a person calls it. */
export function packageTill(...args: string[]): { code: number | null; said: string } {
  const ended = spawnSync('npm', ['run', '-s', 'package', '--', ...args], { cwd: root, encoding: 'utf8' });
  return { code: ended.status, said: ended.stdout + ended.stderr };
}

let made = false;

/** The packaged application, made once for all the tests that look at it. */
export function ensurePackaged(): void {
  if (made) return;
  const { code, said } = packageTill('--testing');
  if (code !== 0) throw new Error(said);
  made = true;
}

/** The same program in dist/NAME, where it says something else of itself. Take it away at the end. */
export async function packagedAs(
  name: string,
  change: Readonly<Record<string, unknown>>,
): Promise<{ readonly program: string; readonly remove: () => void }> {
  const folder = path.join(dist, name);
  const opened = path.join(dist, `${name}-opened`);
  rmSync(folder, { recursive: true, force: true });
  execFileSync('cp', ['-al', packaged, folder]);
  const archive = path.join(folder, 'resources', 'app.asar');
  extractAll(archive, opened);
  const about = path.join(opened, 'package.json');
  const said = JSON.parse(readFileSync(about, 'utf8')) as Record<string, unknown>;
  writeFileSync(about, JSON.stringify({ ...said, ...change }));
  // It is a link to the packaged one, which stays as it is.
  rmSync(archive);
  await createPackage(opened, archive);
  rmSync(opened, { recursive: true });
  return {
    program: path.join(folder, 'kvitt'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A packaged till in a real window, driven from outside: nothing of Playwright is in its main process. */
export type PackagedTill = {
  readonly page: Page;
  readonly process: ChildProcess;
  /** Ends the program in good order, and comes when it has ended. */
  readonly close: () => Promise<void>;
};

/** Starts a packaged till on a folder and waits until it shows what it knows. */
export async function openPackaged(
  program: string,
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<PackagedTill> {
  const child = spawn(
    program,
    [
      ...developmentSwitches(),
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      '--lang=en',
      ...args,
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = once(child, 'exit');
  const address = await listening(child);
  await windowDrawn(new URL(address).host);
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  const page = context?.pages()[0];
  if (page === undefined) throw new Error('The packaged till opened no window');
  await page.getByRole('main').waitFor();
  return {
    page,
    process: child,
    close: async () => {
      // Playwright lets go first: what it still asks of a program that ends would fail.
      await browser.close();
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The address that Chromium says it listens at. What it says later is read as well, so that it never waits. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /^DevTools listening on (ws:\S+)/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(said)));
  });
}

/**
 * Comes when the window shows the till. Only then may Playwright connect: it stops every page that begins while it does,
 * and one that it meets half made is sometimes never let go again.
 */
async function windowDrawn(host: string): Promise<void> {
  const isDrawn = async (): Promise<boolean> => {
    const targets = (await (await fetch(`http://${host}/json/list`)).json()) as readonly Target[];
    const shown = targets.find(({ type, url }) => type === 'page' && url.startsWith('app://till/'));
    return shown !== undefined && (await holdsMain(shown.webSocketDebuggerUrl));
  };
  await expect.poll(isDrawn).toBe(true);
}

type Target = { readonly type: string; readonly url: string; readonly webSocketDebuggerUrl: string };

/** Asks a page, over a line of its own, whether the till is drawn on it. */
function holdsMain(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = new WebSocket(address);
    const expression = "document.querySelector('main') !== null";
    line.onopen = () =>
      line.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
    line.onmessage = ({ data }) => {
      const answer = JSON.parse(String(data)) as { result?: { result?: { value?: unknown } } };
      line.close();
      resolve(answer.result?.result?.value === true);
    };
    // The page was still being exchanged for another: it is asked again.
    line.onerror = () => resolve(false);
    line.onclose = () => resolve(false);
  });
}

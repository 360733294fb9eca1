import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron, type Page } from '@playwright/test';
import type { Simulator } from '../../main/simulator/index.ts';
import { developmentSwitches, electronProgram } from '../../tools/electron.mjs';

/** The till's program behind a gate that Playwright opens. */
const program = path.join(import.meta.dirname, 'gate');

/** A folder of its own for one install; gone after the test. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'kvitt-app-'));
}

/** Takes a folder away, also one that a killed program still wrote to. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

export const catalogueCsv = [
  'id;name;price;vat;group;barcode',
  'sku-coffee-001;Premium Coffee Beans 1kg;199,50;12;Kaffe;2000000000015',
  '1001;Kanelbolle;39,00;15;Bakevarer;2000000000022',
  '1002;Kopp;129,90;25;Kjøkken;2000000000039',
  '1003;Bok;299,00;0;Bøker;2000000000046',
].join('\n');

/** The provisioning file of a till on the simulator's account. */
export function provisioningFor(
  simulator: Simulator,
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    accountId: simulator.merchant.accountId,
    client: { id: simulator.merchant.clientId, secret: simulator.merchant.clientSecret },
    profileId: 'T12345678.inperson',
    store: { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-1' },
    currency: 'NOK',
    seller: {
      name: 'Kaffehjørnet AS',
      organisationNumber: '923609016',
      vatRegistered: true,
      address: ['Storgata 1', '0155 Oslo'],
    },
    dintero: {
      checkoutUrl: simulator.baseUrl,
      apiUrl: simulator.baseUrl,
      returnUrl: 'https://example.com/return',
      callbackUrl: '',
    },
    catalogue: 'articles.csv',
    language: 'en',
    ...change,
  };
}

/** Writes a provisioning file and its catalogue into a folder; gives the file's path. */
export function writeProvisioning(folder: string, content: unknown, catalogue = catalogueCsv): string {
  const file = path.join(folder, 'provisioning.json');
  writeFileSync(path.join(folder, 'articles.csv'), catalogue);
  writeFileSync(file, JSON.stringify(content, null, 2));
  return file;
}

/** A till in a real window. */
export type App = { readonly electron: ElectronApplication; readonly page: Page };

/** Starts the till on a folder and waits until it shows what it knows. */
export async function openApp(folder: string, args: readonly string[] = []): Promise<App> {
  const electron = await _electron.launch({
    executablePath: electronProgram(),
    args: [...developmentSwitches(), program, `--user-data-dir=${folder}`, ...args],
  });
  const page = await electron.firstWindow();
  await page.getByRole('main').waitFor();
  return { electron, page };
}

/** Ends the till at once, as a power cut does. */
export async function kill(app: App): Promise<void> {
  const child = app.electron.process();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Between two keys of a scanner, in milliseconds. */
const scannersPace = 7;

/** A key as the browser's protocol wants it told. */
export type ScannerKey = {
  readonly key: string;
  readonly text?: string;
  readonly code?: string;
  readonly windowsVirtualKeyCode?: number;
  readonly modifiers?: number;
};

/** What scanners send beside the characters of a code. */
export const scannerKeys = {
  enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  altGr: { key: 'AltGraph', code: 'AltRight', windowsVirtualKeyCode: 18 },
  /** The separator that stands for FNC1: Ctrl and `]`. */
  separator: { key: ']', code: 'BracketRight', windowsVirtualKeyCode: 221, modifiers: 2 },
} as const;

/** The keys that write a text. */
export function signsOf(text: string): ScannerKey[] {
  return text.split('').map((sign) => ({ key: sign, text: sign }));
}

/**
 * Types a code as a scanner does: faster than a person, ended by Enter, wherever the focus is. `everyMs` is the pace;
 * without one everything is sent at once, and each key says when it was pressed, so that a busy machine cannot slow the
 * scanner down to a person.
 */
export async function scan(page: Page, code: string, everyMs = 0): Promise<void> {
  await scannerSends(page, [...signsOf(code), scannerKeys.enter], everyMs);
}

/** As `scan`, with every key that the scanner sends. */
export async function scannerSends(page: Page, sends: readonly ScannerKey[], everyMs = 0): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  const begun = Date.now();
  for (const [nth, key] of sends.entries()) {
    if (everyMs > 0 && nth > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    const pressed = everyMs > 0 ? {} : { timestamp: (begun + nth * scannersPace) / 1000 };
    const { text: _typed, ...released } = key;
    const down = key.text === undefined ? 'rawKeyDown' : 'keyDown';
    // Not awaited one by one: the answer to a key comes when the page is done with it.
    sent.push(keys.send('Input.dispatchKeyEvent', { type: down, ...key, ...pressed }));
    sent.push(keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...released, ...pressed }));
  }
  await Promise.all(sent);
  await keys.detach();
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const zones = ['main', 'preload', 'renderer', 'test', 'tools'];
const folders: string[] = [];

/** A small house of its own: file name → what the file says. */
function houseWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-house-'));
  folders.push(folder);
  for (const zone of zones) mkdirSync(path.join(folder, zone));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** The names of the rules that a house breaks, each with the file that does. */
async function broken(baseDir: string): Promise<string[]> {
  const options = await extractDepcruiseOptions(path.join(root, '.dependency-cruiser.cjs'));
  const { output } = await cruise(zones, { ...options, baseDir });
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the import rules of the house', () => {
  it('hold in the till as it is', async () => {
    expect(await broken(root)).toEqual([]);
  });

  it('let a part use what it may use', async () => {
    const folder = houseWith({
      'main/result.ts': 'export const ok = true;',
      'main/journal/entry.ts':
        "import type { Total } from '../sale/total.ts';\nexport type Entry = { total: Total };",
      'main/sale/total.ts': "export { ok } from '../result.ts';\nexport type Total = number;",
      'main/sale/fold.ts': "import type { Entry } from '../journal/entry.ts';\nexport type Folded = Entry[];",
      'main/shell/window.ts': "import { app } from 'electron';\nexport const name = app.name;",
      'main/dintero/http.ts': "import axios from 'axios';\nexport const client = axios;",
      'main/journal/open.ts': "import Database from 'better-sqlite3';\nexport const open = Database;",
      'preload/contract/channels.ts': "import { z } from 'zod';\nexport const channel = z.string();",
      'renderer/screen.ts': "export { channel } from '../preload/contract/channels.ts';",
      'test/bench/raw.ts': "import Database from 'better-sqlite3';\nexport const open = Database;",
    });
    expect(await broken(folder)).toEqual([]);
  });

  it.each([
    [
      'electron-only-at-the-edge',
      'main/payment/run.ts',
      "import { app } from 'electron';\nexport const name = app.name;",
    ],
    [
      'electron-only-at-the-edge',
      'preload/contract/call.ts',
      "import type { App } from 'electron';\nexport type A = App;",
    ],
    ['axios-only-in-dintero', 'main/till.ts', "import axios from 'axios';\nexport const client = axios;"],
    [
      'sqlite-only-in-journal',
      'main/day/report.ts',
      "import type D from 'better-sqlite3';\nexport type File = D.Database;",
    ],
    ['sale-stands-alone', 'main/sale/total.ts', "export { name } from '../other/thing.ts';"],
    [
      'sale-stands-alone',
      'main/sale/total.ts',
      "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
    ],
    ['state-machines-are-pure', 'main/payment/attempt.ts', "export { name } from '../other/thing.ts';"],
    ['dintero-knows-no-till', 'main/dintero/session.ts', "export type { Name } from '../journal/thing.ts';"],
    ['journal-knows-no-dintero', 'main/journal/append.ts', "export { name } from '../dintero/thing.ts';"],
    ['parts-know-no-shell', 'main/receipt/print.ts', "export { name } from '../shell/thing.ts';"],
    ['window-knows-nothing', 'renderer/screen.ts', "export { name } from '../main/other/thing.ts';"],
    [
      'contract-stands-alone',
      'preload/contract/call.ts',
      "export type { Name } from '../../main/other/thing.ts';",
    ],
    ['preload-is-thin', 'preload/index.ts', "export { name } from '../main/other/thing.ts';"],
    ['main-knows-no-tests', 'main/till.ts', "export { name } from '../test/thing.ts';"],
  ])('refuse it by the rule %s in %s', async (rule, file, text) => {
    const thing = "export const name = 'thing';\nexport type Name = string;";
    const folder = houseWith({
      'main/other/thing.ts': thing,
      'main/journal/thing.ts': thing,
      'main/dintero/thing.ts': thing,
      'main/shell/thing.ts': thing,
      'test/thing.ts': thing,
      [file]: text,
    });
    expect(await broken(folder)).toContain(`${rule}: ${file}`);
  });

  it('refuse two files that need each other', async () => {
    const folder = houseWith({
      'main/till.ts': "export { two } from './two.ts';\nexport const one = 1;",
      'main/two.ts': "import { one } from './till.ts';\nexport const two = one + one;",
    });
    expect(await broken(folder)).toEqual(['no-circular: main/till.ts']);
  });
});

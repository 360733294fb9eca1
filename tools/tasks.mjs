// One task of an npm script, under the till's own Node and after set-up: `npm run NAME -- ARGUMENTS`.
import path from 'node:path';
import { build, ensureBuilt } from './build.mjs';
import { endToEnd, house, lint, style, typecheck, unit } from './checks.mjs';
import { runToEnd } from './child.mjs';
import { withDisplay } from './display.mjs';
import { developmentSwitches, electronProgram } from './electron.mjs';
import { withKeyring } from './keyring.mjs';
import { packageTill } from './package/index.mjs';
import { root, till24 } from './setup/process.mjs';
import { start } from './start.mjs';
import { test } from './test.mjs';

/** Where the person stood who called npm: relative paths in arguments start there. */
const folder = process.env['INIT_CWD'] ?? process.cwd();

/**
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function program(file, args) {
  return runToEnd(till24(), [path.join(root, file), ...args], { cwd: folder });
}

/**
 * A program that opens the till's window.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>}
 */
async function windowed(file, args) {
  if (!(await ensureBuilt())) return 1;
  return withDisplay(() => withKeyring(undefined, () => program(file, args)));
}

/**
 * @param {...(() => Promise<import('./reports.mjs').Count>)} checks
 * @returns {Promise<number>}
 */
async function all(...checks) {
  let failed = 0;
  for (const check of checks) failed += (await check()).failed.length;
  return failed === 0 ? 0 : 1;
}

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const tasks = {
  start: (args) => start(args, folder),
  build: () => build(),
  test: () => test(),
  typecheck: () => all(typecheck),
  lint: () => all(lint, style, house),
  unit: (args) => all(() => unit(args)),
  e2e: async (args) => ((await ensureBuilt()) ? all(() => endToEnd(args)) : 1),
  journal: (args) => program('main/journal/cli.ts', args),
  demo: (args) => windowed('test/demo/demo.ts', args),
  bench: (args) => windowed('test/bench/bench.ts', args),
  /** Draws assets/icon.svg anew; what it makes is kept in the repository. */
  icons: () =>
    withDisplay(() =>
      runToEnd(electronProgram(), [...developmentSwitches(), path.join(root, 'tools', 'icons')], {
        cwd: root,
      }),
    ),
  package: (args) => packageTill(args, folder),
  fuzz: (args) => program('test/fault/fuzz/fuzz.ts', args),
  fault: (args) => windowed('test/fault/fault.ts', args),
};

const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name];
if (task === undefined) {
  process.stderr.write(`There is no task "${name}": ${Object.keys(tasks).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await task(args);
}

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { runToEnd } from './child.mjs';
import { withDisplay } from './display.mjs';
import { withKeyring } from './keyring.mjs';
import { countEndToEnd, countUnit } from './reports.mjs';
import { modules, root, till24 } from './setup/process.mjs';

/** @typedef {import('./reports.mjs').Count} Count */

const results = path.join(root, 'test-results');

/**
 * A command of one of the packages.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function tool(file, args) {
  return runToEnd(till24(), [path.join(modules, file), ...args], { cwd: root });
}

/**
 * @param {string} check
 * @param {number} code
 * @returns {Count}
 */
function one(check, code) {
  return code === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [`${check}: see above`] };
}

/** @returns {Promise<Count>} */
export async function typecheck() {
  const zones = ['.', 'renderer', 'test', 'tools'];
  const codes = await Promise.all(zones.map((zone) => tool('typescript/bin/tsc', ['-p', zone, '--pretty'])));
  return one('types', Math.max(...codes));
}

/** @returns {Promise<Count>} */
export async function lint() {
  return one('lint', await tool('eslint/bin/eslint.js', ['.', '--max-warnings=0']));
}

/** @returns {Promise<Count>} */
export async function style() {
  return one('style', await tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']));
}

/** @returns {Promise<Count>} */
export async function house() {
  const zones = ['main', 'preload', 'renderer', 'test', 'tools'];
  return one(
    'import rules',
    await tool('dependency-cruiser/bin/dependency-cruiser.mjs', [
      ...zones,
      '--config',
      '.dependency-cruiser.cjs',
    ]),
  );
}

/** @returns {Promise<Count>} */
export async function built() {
  return one('build', await build());
}

/**
 * @param {string[]} [args] files or names to run; all when empty
 * @returns {Promise<Count>}
 */
export async function unit(args = []) {
  const report = freshReport('unit.json');
  const code = await tool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  return counted(code, report, countUnit);
}

/**
 * @param {string[]} [args] files or names to run; all when empty
 * @returns {Promise<Count>}
 */
export async function endToEnd(args = []) {
  const report = freshReport('e2e.json');
  const code = await withDisplay(() =>
    withKeyring(undefined, () => tool('@playwright/test/cli.js', ['test', ...args])),
  );
  return counted(code, report, countEndToEnd);
}

/**
 * @param {string} name
 * @returns {string}
 */
function freshReport(name) {
  mkdirSync(results, { recursive: true });
  const file = path.join(results, name);
  rmSync(file, { force: true });
  return file;
}

/**
 * Reads a runner's report. A runner that failed without saying so, or ran nothing, counts as one failure.
 * @template R
 * @param {number} code
 * @param {string} report
 * @param {(report: R) => Count} read
 * @returns {Count}
 */
function counted(code, report, read) {
  try {
    const count = read(/** @type {R} */ (JSON.parse(readFileSync(report, 'utf8'))));
    const silent = count.failed.length === 0 && (code !== 0 || count.passed === 0);
    return silent ? { ...count, failed: [`exit ${String(code)}, and no test is named`] } : count;
  } catch (error) {
    return { passed: 0, failed: [`no report to count from: ${String(error)}`] };
  }
}

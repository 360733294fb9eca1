import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { runToEnd } from './child.mjs';
import { withDisplay } from './display.mjs';
import { withKeyring } from './keyring.mjs';
import { modules, root, till24 } from './setup/process.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/**
 * @typedef {object} UnitReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} EndToEndReport */

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
 * @param {number} code
 * @returns {Count}
 */
function one(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @returns {Promise<Count>} */
export async function typecheck() {
  const zones = ['.', 'renderer', 'test', 'tools'];
  const codes = await Promise.all(zones.map((zone) => tool('typescript/bin/tsc', ['-p', zone, '--pretty'])));
  return one(Math.max(...codes));
}

/** @returns {Promise<Count>} */
export async function lint() {
  return one(await tool('eslint/bin/eslint.js', ['.', '--max-warnings=0']));
}

/** @returns {Promise<Count>} */
export async function style() {
  return one(await tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']));
}

/** @returns {Promise<Count>} */
export async function house() {
  const zones = ['main', 'preload', 'renderer', 'test', 'tools'];
  return one(
    await tool('dependency-cruiser/bin/dependency-cruiser.mjs', [
      ...zones,
      '--config',
      '.dependency-cruiser.cjs',
    ]),
  );
}

/** @returns {Promise<Count>} */
export async function built() {
  return one(await build());
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

/** @type {(report: UnitReport) => Count} */
function countUnit({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  // A file that could not even be loaded holds no tests, and has failed.
  const unloadable = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + numPendingTests + numTodoTests + unloadable.length,
  };
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

/** @type {(report: EndToEndReport) => Count} */
function countEndToEnd({ stats }) {
  // A test that was skipped, or came through only at a second try, has not passed.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
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
    const silent = count.failed === 0 && (code !== 0 || count.passed === 0);
    return silent ? { ...count, failed: 1 } : count;
  } catch (error) {
    process.stderr.write(`No report to count from: ${String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

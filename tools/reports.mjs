// What a test runner's report says: how many passed, and the name of each that did not.
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './setup/process.mjs';

/** @typedef {{ passed: number, failed: string[] }} Count `failed` holds a line for each: its name and what it said first. */

/**
 * @typedef {object} UnitReport as vitest's JSON reporter writes it
 * @property {number} numPassedTests
 * @property {{ name: string, status: string, message: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] | null }[] }[]} testResults
 */
/**
 * @typedef {object} Suite
 * @property {string} title
 * @property {Suite[]} [suites]
 * @property {{ title: string, file: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }[]} [specs]
 */
/**
 * @typedef {object} EndToEndReport as Playwright's JSON reporter writes it
 * @property {{ expected: number }} stats
 * @property {Suite[]} suites
 * @property {{ message?: string }[]} errors
 */

/** @type {(report: UnitReport) => Count} */
export function countUnit({ numPassedTests, testResults }) {
  const failed = testResults.flatMap((file) => {
    const name = path.relative(root, file.name);
    // A file that could not even be loaded holds no tests, and has failed.
    if (file.status === 'failed' && file.assertionResults.length === 0) return [line(name, file.message)];
    return file.assertionResults
      .filter((test) => test.status !== 'passed')
      .map((test) => line(`${name} › ${test.fullName}`, test.failureMessages?.[0] ?? test.status));
  });
  return { passed: numPassedTests, failed };
}

/** @type {(report: EndToEndReport) => Count} */
export function countEndToEnd({ stats, suites, errors }) {
  return {
    passed: stats.expected,
    failed: [
      ...suites.flatMap((suite) => failedIn(suite)),
      ...errors.map((error) => line('the runner', error.message)),
    ],
  };
}

/** @type {(suite: Suite) => string[]} */
function failedIn({ suites = [], specs = [] }) {
  const own = specs.flatMap((spec) =>
    spec.tests
      // A test that was skipped, or came through only at a second try, has not passed.
      .filter((test) => test.status !== 'expected')
      .map((test) =>
        line(
          `${spec.file} › ${spec.title}`,
          test.results.find((result) => result.error !== undefined)?.error?.message ?? test.status,
        ),
      ),
  );
  return [...own, ...suites.flatMap((suite) => failedIn(suite))];
}

/** @type {(name: string, said: string | undefined) => string} */
function line(name, said = '') {
  const plain = stripVTControlCharacters(said);
  const first = plain.split('\n').find((text) => text.trim() !== '') ?? '';
  return `${name}: ${first.trim().slice(0, 300)}`;
}

import { built, endToEnd, house, lint, style, typecheck, unit } from './checks.mjs';

/** @typedef {import('./checks.mjs').Count} Count */

/** @type {[string, () => Promise<Count>][]} */
const steps = [
  ['types', typecheck],
  ['lint', lint],
  ['style', style],
  ['import rules', house],
  ['unit tests', unit],
  ['build', built],
  ['end to end', endToEnd],
];

/**
 * Runs every check, whatever became of the one before, and ends with the count on a line of its own.
 * @returns {Promise<number>} exit code
 */
export async function test() {
  /** @type {string[]} */
  const summary = [];
  let passed = 0;
  let failed = 0;
  for (const [name, step] of steps) {
    process.stdout.write(`\n== ${name}\n`);
    const started = Date.now();
    const count = await step();
    const seconds = Math.round((Date.now() - started) / 1000);
    summary.push(
      `${count.failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${String(count.passed)} passed, ${String(count.failed)} failed, ${String(seconds)} s`,
    );
    passed += count.passed;
    failed += count.failed;
  }
  process.stdout.write(`\n${summary.join('\n')}\n${String(passed)} passed, ${String(failed)} failed\n`);
  return failed === 0 ? 0 : 1;
}

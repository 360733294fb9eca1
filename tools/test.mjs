import { built, endToEnd, house, lint, style, typecheck, unit } from './checks.mjs';

/** @typedef {import('./reports.mjs').Count} Count */

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
 * Runs every check, whatever became of the one before. Ends with what failed, name by name, and the count on a
 * line of its own: whoever sees only the end of a long log sees what there is to mend.
 * @returns {Promise<number>} exit code
 */
export async function test() {
  /** @type {string[]} */
  const summary = [];
  let passed = 0;
  /** @type {string[]} */
  const failed = [];
  for (const [name, step] of steps) {
    process.stdout.write(`\n== ${name}\n`);
    const started = Date.now();
    const count = await step();
    const seconds = Math.round((Date.now() - started) / 1000);
    summary.push(
      `${count.failed.length === 0 ? 'ok    ' : 'FAILED'} ${name}: ${String(count.passed)} passed, ${String(count.failed.length)} failed, ${String(seconds)} s`,
    );
    passed += count.passed;
    failed.push(...count.failed);
  }
  const named = failed.length === 0 ? '' : `\nWhat failed:\n${failed.join('\n')}\n`;
  process.stdout.write(
    `${named}\n${summary.join('\n')}\n${String(passed)} passed, ${String(failed.length)} failed\n`,
  );
  return failed.length === 0 ? 0 : 1;
}

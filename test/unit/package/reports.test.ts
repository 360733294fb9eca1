import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countEndToEnd, countUnit } from '../../../tools/reports.mjs';
import { root } from '../../../tools/setup/process.mjs';

/** As vitest writes a file of tests down. */
function unitFile(name: string, tests: Record<string, { status: string; said?: string }>) {
  return {
    name: path.join(root, 'test/unit', name),
    status: 'failed',
    message: 'Cannot find package',
    assertionResults: Object.entries(tests).map(([fullName, { status, said }]) => ({
      fullName,
      status,
      failureMessages: said === undefined ? [] : [said],
    })),
  };
}

/** As Playwright writes a test down. */
const spec = (title: string, status: string, message?: string) => ({
  title,
  file: 'sale.test.ts',
  tests: [{ status, results: [message === undefined ? {} : { error: { message } }] }],
});

describe('the count at the end of the checks', () => {
  it('names each unit test that did not pass, with the first thing it said', () => {
    const report = {
      numPassedTests: 7,
      testResults: [
        unitFile('day.test.ts', {
          'a day closes': { status: 'passed' },
          'a day opens': {
            status: 'failed',
            said: '\u001b[31mAssertionError\u001b[39m: not open\n  at day.ts',
          },
          'a day waits': { status: 'skipped' },
        }),
        unitFile('sale.test.ts', {}),
      ],
    };
    expect(countUnit(report)).toEqual({
      passed: 7,
      failed: [
        'test/unit/day.test.ts › a day opens: AssertionError: not open',
        'test/unit/day.test.ts › a day waits: skipped',
        'test/unit/sale.test.ts: Cannot find package',
      ],
    });
  });

  it('names each test of the window that did not pass, however deep it stands', () => {
    const report = {
      stats: { expected: 5 },
      errors: [{ message: 'the till was not built' }],
      suites: [
        {
          title: 'sale.test.ts',
          specs: [spec('a sale', 'expected'), spec('a second try', 'flaky', 'Timed out')],
          suites: [{ title: 'with a card', specs: [spec('a tap', 'skipped')] }],
        },
      ],
    };
    expect(countEndToEnd(report)).toEqual({
      passed: 5,
      failed: [
        'sale.test.ts › a second try: Timed out',
        'sale.test.ts › a tap: skipped',
        'the runner: the till was not built',
      ],
    });
  });
});

import { defineConfig } from '@playwright/test';

/** They package the till and look at what lies in dist/ then: never two of them at a time. */
const packages = ['**/packaged.test.ts', '**/update.test.ts'];

export default defineConfig({
  testDir: 'test/e2e',
  projects: [
    { name: 'window', testMatch: '**/*.test.ts', testIgnore: packages },
    { name: 'packaged', testMatch: packages, workers: 1 },
  ],
  outputDir: 'test-results/e2e',
  // Each test has a till, a folder and a Dintero of its own, and most of the time it waits for its window.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // For a test that hangs: a machine that is busy with other things may take its time. What waits, waits for one thing.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'retain-on-failure' },
});

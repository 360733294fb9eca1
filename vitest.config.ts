import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    // Forks: every file opens SQLite files and servers of its own and must not share a process with another.
    pool: 'forks',
    // Most of what is tested waits for a customer or a network: three keep two processors busy.
    maxWorkers: 3,
    testTimeout: 30_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});

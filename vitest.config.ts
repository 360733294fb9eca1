import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    // Forks: every file opens SQLite files and servers of its own and must not share a process with another.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});

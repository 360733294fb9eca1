import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    // Forks: every file opens SQLite files and servers of its own and must not share a process with another.
    pool: 'forks',
    maxWorkers: 2,
    // For a test that hangs. One that a busy machine makes wait is no failure, and what waits for something says so itself
    // before that.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    allowOnly: false,
    passWithNoTests: false,
  },
});

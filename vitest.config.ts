import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    // Forks: every file opens SQLite files and servers of its own and must not share a process with another.
    pool: 'forks',
    // More than there are cores: most of the time a file waits for a clock or a disk.
    maxWorkers: 3,
    // For a test that hangs. One that a busy machine makes wait is no failure, and what waits for something says so itself
    // before that.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    allowOnly: false,
    passWithNoTests: false,
  },
});

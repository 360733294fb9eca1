import { vi } from 'vitest';

/** Tries until it does not throw, and gives what it gave then: a minute, for a machine that is busy with other things. */
export function eventually<T>(work: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(work, { timeout: 60_000 });
}

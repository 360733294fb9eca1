import { describe, expect, it } from 'vitest';
import type { Journal, JournalError } from '../../../main/journal/index.ts';
import { createJournalGuard, type JournalGuard, roomNeeded } from '../../../main/machine/journal-guard.ts';
import { err, ok, type Result } from '../../../main/result.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A guard whose rounds the test calls, over a disk and a journal that the test rules. */
async function guarded(): Promise<{
  guard: JournalGuard;
  room: { left: Result<number, JournalError> };
  written: () => number;
  round: () => Promise<void>;
}> {
  const room: { left: Result<number, JournalError> } = { left: ok(10 * roomNeeded) };
  let writes = 0;
  let next: () => void = () => undefined;
  const guard = createJournalGuard({
    journal: {
      write: () => {
        writes += 1;
        return ok(undefined);
      },
    } as unknown as Journal,
    roomLeft: () => Promise.resolve(room.left),
    clock: {
      now: () => 0,
      ticks: () => 0,
      after: (_, work) => {
        next = work;
        return () => undefined;
      },
    },
    log: silent,
    onChange: () => undefined,
  });
  guard.start();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const round = async (): Promise<void> => {
    next();
    await settle();
  };
  await settle();
  return { guard, room, written: () => writes, round };
}

describe('The guard of the journal', () => {
  it('never writes to a damaged file again by itself', async () => {
    const { guard, written, round } = await guarded();
    guard.failed({ code: 'JOURNAL-BROKEN', detail: 'entry 7' });
    await round();
    await round();
    expect(guard.stop()).toMatchObject({ of: 'all', error: { code: 'JOURNAL-BROKEN' } });
    expect(written()).toBe(0);
  });

  it('goes on once an entry could be written, not before', async () => {
    const { guard, room, written, round } = await guarded();
    guard.failed({ code: 'JOURNAL-FULL', detail: '' });
    room.left = ok(roomNeeded - 1);
    await round();
    expect(guard.stop()).toMatchObject({ of: 'all' });
    room.left = ok(10 * roomNeeded);
    await round();
    expect(guard.stop()).toBeNull();
    expect(written()).toBe(1);
  });

  it('does not stop and start at the brink', async () => {
    const { guard, room, round } = await guarded();
    room.left = ok(roomNeeded - 1);
    await round();
    expect(guard.stop()).toMatchObject({ of: 'new-sales', error: { code: 'JOURNAL-FULL' } });
    room.left = ok(roomNeeded + 1);
    await round();
    expect(guard.stop()).toMatchObject({ of: 'new-sales' });
    room.left = ok(2 * roomNeeded);
    await round();
    expect(guard.stop()).toBeNull();
  });

  it('does not trust a journal that is out of its place, though the open file still takes entries', async () => {
    const { guard, room, written, round } = await guarded();
    room.left = err({ code: 'JOURNAL-NOT-WRITABLE', detail: 'ENOENT' });
    await round();
    await round();
    expect(guard.stop()).toMatchObject({ of: 'all', error: { code: 'JOURNAL-NOT-WRITABLE' } });
    expect(written()).toBe(0);
  });
});

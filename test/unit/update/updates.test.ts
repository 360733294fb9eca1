import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../main/clock.ts';
import type { Log } from '../../../main/log.ts';
import { err, ok } from '../../../main/result.ts';
import type { UpdateEngine } from '../../../main/update/engine.ts';
import { createUpdates, type UpdateParts, type Updates } from '../../../main/update/updates.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A till's updates whose clock a test moves on. */
function updates(engine: Partial<UpdateEngine>, change: Partial<UpdateParts> = {}) {
  const waiting: { ms: number; work: () => void }[] = [];
  const kinds: string[] = [];
  const clock: Clock = {
    now: () => Date.parse('2026-11-22T12:00:00.000Z'),
    ticks: () => 0,
    after: (ms, work) => {
      const one = { ms, work };
      waiting.push(one);
      return () => waiting.splice(waiting.indexOf(one), 1);
    },
  };
  const made: Updates = createUpdates({
    engine: {
      look: () => Promise.resolve(ok('1.1.0')),
      fetch: () => Promise.resolve(ok(undefined)),
      install: () => ok(undefined),
      ...engine,
    },
    clock,
    address: () => 'https://updates.example.com/',
    automatic: () => true,
    log: silent,
    onChange: () => kinds.push(made.state().kind),
    ...change,
  });
  return { made, kinds, waiting };
}

describe('the till’s updates', () => {
  it('are found and fetched, and wait for a person', async () => {
    const { made, kinds } = updates({});
    await made.look();
    expect(kinds).toEqual(['looking', 'fetching', 'ready']);
    expect(made.state()).toEqual({ kind: 'ready', version: '1.1.0' });
    await made.look();
    expect(kinds).toHaveLength(3);
    expect(made.install()).toEqual({ ok: true, value: undefined });
    expect(made.state()).toEqual({ kind: 'installing', version: '1.1.0' });
  });

  it('say what went wrong, and may be looked for again', async () => {
    for (const kind of ['unreachable', 'not-signed'] as const) {
      const { made } = updates({ look: () => Promise.resolve(err({ kind, detail: '' })) });
      await made.look();
      expect(made.state()).toEqual({ kind: 'idle', lookedAt: '2026-11-22T12:00:00.000Z', failed: kind });
    }
    const { made } = updates({ fetch: () => Promise.resolve(err({ kind: 'not-whole', detail: '' })) });
    await made.look();
    expect(made.state()).toMatchObject({ kind: 'idle', failed: 'not-whole' });
    expect(made.install()).toEqual({ ok: false, error: 'not-installed' });
  });

  it('that cannot be installed leave the till as it is', async () => {
    const { made } = updates({ install: () => err({ kind: 'not-installed', detail: '' }) });
    await made.look();
    expect(made.install()).toEqual({ ok: false, error: 'not-installed' });
    expect(made.state()).toMatchObject({ kind: 'idle', failed: 'not-installed' });
  });

  it('are not looked for without an address, nor by a program that takes none', async () => {
    const nowhere = updates({}, { address: () => null });
    await nowhere.made.look();
    const none = updates({}, { engine: { none: 'by-hand' } });
    await none.made.look();
    none.made.start();
    expect([nowhere.kinds, none.kinds, none.waiting]).toEqual([[], [], []]);
    expect(none.made.state()).toEqual({ kind: 'none', why: 'by-hand' });
  });

  it('are looked for some time after the start and then some times a day, until the till stops', async () => {
    let looks = 0;
    const { made, waiting } = updates({
      look: () => {
        looks += 1;
        return Promise.resolve(ok(null));
      },
    });
    made.start();
    const waited: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const next = waiting.shift();
      waited.push(next?.ms ?? 0);
      next?.work();
      await new Promise(setImmediate);
    }
    expect(looks).toBe(3);
    expect(waited).toEqual([120_000, 21_600_000, 21_600_000]);
    made.stop();
    expect(waiting).toEqual([]);
  });

  it('are not looked for by a till that was told not to, but for a person who asks', async () => {
    const { made, waiting, kinds } = updates({}, { automatic: () => false });
    made.start();
    waiting.shift()?.work();
    await new Promise(setImmediate);
    expect(kinds).toEqual([]);
    await made.look();
    expect(made.state().kind).toBe('ready');
  });
});

import { expect, it } from 'vitest';
import type { Clock } from '../../../main/clock.ts';
import type { Line } from '../../../main/printer/line.ts';
import { conversation, type Patience } from '../../../main/printer/talk.ts';
import { ok } from '../../../main/result.ts';

const patience: Patience = { answerMs: 300, lookMs: 100, settledMs: 1_000, mostMs: 60_000 };

/** A clock whose bells the test rings, and a line on which it speaks for the printer. */
function atTheCounter() {
  let ticks = 0;
  let bells: { readonly at: number; readonly work: () => void }[] = [];
  const hears = new Set<(bytes: Uint8Array) => void>();
  const clock: Clock = {
    now: () => ticks,
    ticks: () => ticks,
    after: (ms, work) => {
      const bell = { at: ticks + ms, work };
      bells.push(bell);
      return () => {
        bells = bells.filter((one) => one !== bell);
      };
    },
  };
  const line: Line = {
    write: () => Promise.resolve(ok(undefined)),
    onBytes: (listener) => {
      hears.add(listener);
      return () => hears.delete(listener);
    },
    ended: new Promise(() => undefined),
    close: () => Promise.resolve(),
    drop: () => undefined,
  };
  return {
    talk: conversation(line, clock, patience),
    says: (byte: number) => {
      for (const hear of hears) hear(Uint8Array.of(byte));
    },
    /** So long (ms) nothing has its turn; then the bells ring whose time has come. */
    pass: async (ms: number) => {
      await turn();
      ticks += ms;
      const due = bells.filter(({ at }) => at <= ticks);
      bells = bells.filter((one) => !due.includes(one));
      for (const { work } of due) work();
      await turn();
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const offline = 0x1a;
const paperIsOut = 0x72;

it('A printer that says nothing in its time is one that never says anything', async () => {
  const { talk, pass } = atTheCounter();
  const ready = talk.ready();
  await pass(300);
  expect(await ready).toEqual(ok({ talks: false, drawer: null }));
});

it('A till that stood still hears what the printer said meanwhile, and prints nothing without paper', async () => {
  const { talk, says, pass } = atTheCounter();
  const ready = talk.ready();
  await pass(5_000);
  for (const byte of [offline, offline, paperIsOut, paperIsOut]) {
    says(byte);
    await turn();
  }
  expect(await ready).toEqual({ ok: false, error: 'no-paper' });
});

it('A till that stands still again and again does not wait for ever', async () => {
  const { talk, pass } = atTheCounter();
  const ready = talk.ready();
  for (let standstill = 0; standstill < 6; standstill += 1) await pass(5_000);
  expect(await ready).toEqual(ok({ talks: false, drawer: null }));
});

import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type JournalReads, makeSigningKey, openJournal } from '../../../main/journal/index.ts';
import { openForReading } from '../../../main/journal/open.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import { startSimulator } from '../../../main/simulator/index.ts';
import type { SessionRecord } from '../../../main/simulator/records.ts';
import { quickClock } from '../../helpers/quick-clock.ts';
import type { Moment } from '../evidence.ts';
import { brokenLaws } from '../invariants.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Living, standBy } from './living.ts';
import { type Order, times } from './orders.ts';
import { makeTrouble } from './trouble.ts';

export type Campaign = {
  readonly kills: number;
  readonly seed: number;
  /** Told as it goes: how many were killed, and how many laws did not hold so far. */
  readonly onProgress?: (killed: number, broken: number) => void;
};

/** What a campaign found. `broken`: the laws that did not hold, each with the kill after which. */
export type Found = {
  readonly kills: number;
  /** Kills in the middle of a transaction, or at its edge. */
  readonly atWrites: number;
  readonly attempts: number;
  readonly receipts: number;
  /** Parts of sales paid by card, those of them that went back, and exchanges. */
  readonly parts: number;
  readonly partsBack: number;
  readonly exchanges: number;
  /** Payments that came after all, given back or attached to their sale from the alarm. */
  readonly refunded: number;
  readonly attached: number;
  readonly broken: readonly string[];
};

/** So many kills over one journal; then it is settled, and the next round begins with a new one. */
const killsARound = 40;

/** Rounds played beside one another: most of a till's life is waiting. */
const lanes = 4;

/** Kills tills at random moments, over and over, and checks the laws against the simulator's own books after each. */
export async function runCampaign({ kills, seed, onProgress }: Campaign): Promise<Found> {
  const found = { kills: 0, atWrites: 0, ...nothingCounted, broken: [] as string[] };
  const compiled = mkdtempSync(path.join(tmpdir(), 'kvitt-compiled-'));
  const rounds = Array.from({ length: Math.ceil(kills / killsARound) }, (_, index) => ({
    name: `Round ${String(index + 1)}`,
    chance: chanceFrom(seed + index),
    kills: Math.min(killsARound, kills - index * killsARound),
  }));

  async function play({ name, chance, kills: wanted }: (typeof rounds)[number]): Promise<void> {
    const round = await openRound(chance, compiled);
    try {
      for (let kill = 1; kill <= wanted; kill += 1) {
        found.atWrites += (await round.killOnce()) ? 1 : 0;
        found.kills += 1;
        const broken = round.check('running');
        found.broken.push(...broken.map((law) => `${name}, kill ${String(kill)}: ${law}`));
        if (found.kills % 25 === 0) onProgress?.(found.kills, found.broken.length);
      }
      await round.settle();
      found.broken.push(...round.check('settled').map((law) => `${name}, settled: ${law}`));
      const counted = round.count();
      for (const figure of counts) found[figure] += counted[figure];
    } finally {
      await round.close();
    }
  }

  async function playNext(): Promise<void> {
    for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) await play(round);
  }
  try {
    await Promise.all(Array.from({ length: lanes }, playNext));
  } finally {
    rmSync(compiled, { recursive: true, force: true });
  }
  return found;
}

const counts = ['attempts', 'receipts', 'parts', 'partsBack', 'exchanges', 'refunded', 'attached'] as const;
type Counted = Pick<Found, (typeof counts)[number]>;
const nothingCounted: Counted = {
  attempts: 0,
  receipts: 0,
  parts: 0,
  partsBack: 0,
  exchanges: 0,
  refunded: 0,
  attached: 0,
};

type Round = {
  /** Lets a till live for a moment. True when it died at a write. */
  readonly killOnce: () => Promise<boolean>;
  readonly check: (moment: Moment) => string[];
  readonly settle: () => Promise<void>;
  readonly count: () => Counted;
  readonly close: () => Promise<void>;
};

async function openRound(chance: Chance, compiled: string): Promise<Round> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-kill-'));
  const file = path.join(folder, 'journal.sqlite');
  const key = await makeSigningKey();
  const made = openJournal({ path: file, now: Date.now });
  if (!made.ok) throw new Error(made.error.detail);
  made.value.close();
  const simulator = await startSimulator({
    clock: quickClock(times),
    rules: {
      sessionLifetimeMs: 15_000,
      captureAfterMs: 1_000,
      refundRule: chance.oneOf(['original-card', 'terminal']),
    },
  });
  let ready = standBy(compiled);
  let counted = nothingCounted;

  /** Gives the order to the till that stands ready, and lets the next one get ready meanwhile. */
  async function begin(order: Pick<Order, 'seed' | 'dieAt' | 'settle'>): Promise<Living> {
    const living = await ready;
    ready = standBy(compiled);
    living.process.send({ ...order, ...key, file, dinteroUrl: simulator.baseUrl } satisfies Order);
    return living;
  }

  return {
    killOnce: async () => {
      makeTrouble(simulator, chance);
      const dieAt = chance.percent(70)
        ? { write: 1 + chance.below(16), moment: chance.oneOf(['before', 'inside', 'after'] as const) }
        : null;
      const living = await begin({ seed: chance.below(1_000_000_000), dieAt, settle: false });
      await living.news('open');
      // How long it lives is counted in presses: on a busy machine a second holds few of them. The one that dies by
      // itself is waited for, but not for ever: it may have too little to write.
      const over = await Promise.race([
        living.ended,
        living.presses(dieAt === null ? chance.below(60) : 150).then(() => null),
        pause(60_000, null, { ref: false }),
      ]);
      if (over === null) living.process.kill('SIGKILL');
      const { signal, said } = await living.ended;
      if (signal !== 'SIGKILL') throw new Error(`A till ended by itself: ${said}`);
      return over !== null && dieAt !== null;
    },

    check: (moment) => {
      const copy = path.join(folder, 'copy.sqlite');
      for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
      for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
      const opened = openJournal({ path: copy, now: Date.now });
      if (!opened.ok) return [`${opened.error.code}: ${opened.error.detail}`];
      const { read } = opened.value;
      const { sessions, transactions } = simulator.books();
      const evidence = { tillId: 'TEST22', read, sessions, transactions, requests: simulator.requests() };
      const broken = brokenLaws(evidence, moment);
      if (moment === 'settled')
        broken.push(...read.unfinishedAttempts().map((one) => `${one.attemptId} is ${one.state}`));
      counted = {
        attempts: sessions.length,
        receipts: read.nextReceiptNumber() - 1,
        ...partsAndExchanges(read),
        refunded: settledBy(read, sessions, 'refunded'),
        attached: settledBy(read, sessions, 'attached'),
      };
      opened.value.close();
      return [...broken, ...chainOf(copy)];
    },

    settle: async () => {
      simulator.clearFaults();
      for (const { id, status } of simulator.books().transactions) {
        if (['UNKNOWN', 'ON_HOLD', 'AUTHORIZED'].includes(status)) simulator.settle(id, 'CAPTURED');
      }
      simulator.terminal('T0292').tapNow('approved');
      const living = await begin({ seed: 0, dieAt: null, settle: true });
      const { code, said } = await living.ended;
      if (code !== 0) throw new Error(`The till did not settle: ${said}`);
    },

    count: () => counted,

    close: async () => {
      (await ready).process.kill('SIGKILL');
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function partsAndExchanges(read: JournalReads): Pick<Counted, 'parts' | 'partsBack' | 'exchanges'> {
  const sales = Array.from(
    { length: read.nextSaleNumber() - 1 },
    (_, index) => `TEST22-${String(index + 1)}`,
  );
  const entries = sales.flatMap((saleId) => read.saleEntries(saleId));
  return {
    parts: entries.filter((one) => one.kind === 'sale.part-paid' && one.body.payment.kind === 'card').length,
    partsBack: entries.filter((one) => one.kind === 'sale.part-given-back' && one.body.refundId !== null)
      .length,
    exchanges: entries.filter(({ kind }) => kind === 'sale.exchanged').length,
  };
}

/** How many alarms were settled so. */
function settledBy(
  read: JournalReads,
  sessions: readonly SessionRecord[],
  how: 'refunded' | 'attached',
): number {
  return sessions
    .flatMap(({ order }) => read.attemptEntries(order.merchant_reference))
    .filter((entry) => entry.kind === 'attempt.alarm-settled' && entry.body.how === how).length;
}

function chainOf(file: string): string[] {
  const db = openForReading(file);
  if (!db.ok) return [db.error.detail];
  try {
    const { wrong } = verify(db.value);
    return wrong === null ? [] : [wrong];
  } finally {
    db.value.close();
  }
}

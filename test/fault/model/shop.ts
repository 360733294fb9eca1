import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createSigner,
  type Journal,
  makeSigningKey,
  openJournal,
  type Signer,
} from '../../../main/journal/index.ts';
import { err } from '../../../main/result.ts';
import { ore, vatRate } from '../../../main/sale/money.ts';
import type { Books } from '../../../main/simulator/books.ts';
import { createControl, type Control } from '../../../main/simulator/control.ts';
import { createWorld } from '../../../main/simulator/dintero.ts';
import { createFaultQueue } from '../../../main/simulator/faults.ts';
import { demoMerchant } from '../../../main/simulator/index.ts';
import { usualRules } from '../../../main/simulator/rules.ts';
import type { Till } from '../../../main/till-parts.ts';
import { createTill } from '../../../main/till.ts';
import type { Asks, CallName } from '../../../preload/contract/calls.ts';
import type { TillView } from '../../../preload/contract/view.ts';
import type { Evidence, Moment } from '../evidence.ts';
import { brokenLaws } from '../invariants.ts';
import { desk, silent } from '../parts.ts';
import { aboutTest, installTest } from '../../helpers/about.ts';
import { copiesOf } from '../../helpers/copies.ts';
import { settingsFor } from '../../helpers/settings.ts';
import { type TurnedClock, turnedClock } from './clock.ts';
import { modelDintero, type Network } from './dintero.ts';
import { mailPasswordInMemory } from '../../helpers/mail-password.ts';

/** A journal with one article in it, to be copied for every sequence, and the key that signs. */
export type Template = { readonly file: string; readonly folder: string; readonly signer: Signer };

/** Makes the template, in memory where the machine has such a disk. */
export async function makeTemplate(): Promise<Template> {
  const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(path.join(root, 'kvitt-model-'));
  const file = path.join(folder, 'template.sqlite');
  const key = await makeSigningKey();
  const opened = openJournal({ path: file, now: () => Date.UTC(2026, 0, 15, 9) });
  if (!opened.ok) throw new Error(opened.error.detail);
  opened.value.write(null, (tx) => {
    tx.append('till.signing-key', { keyVersion: 'model-1', publicKey: key.publicKeyPem });
    const bun = {
      id: '1001',
      name: 'Kanelbolle',
      price: ore(3900),
      vatRate: vatRate(1500),
      group: '',
      barcode: null,
    };
    tx.append('catalogue.articles', { importId: 'stock', articles: [bun] });
    const counts = { articles: 1, changed: 1, rejected: 0 };
    tx.append('catalogue.imported', {
      importId: 'stock',
      fileName: 'stock.csv',
      sha256: '0'.repeat(64),
      ...counts,
    });
  });
  opened.value.close();
  return { file, folder, signer: createSigner({ privateKeyPem: key.privateKeyPem, keyVersion: 'model-1' }) };
}

/** A till on a real journal file, and a Dintero, on a clock that is turned by hand. */
export type ModelShop = {
  readonly clock: TurnedClock;
  readonly control: Control;
  /** Dintero's own books, to be written into: what no simulator would play by itself. */
  readonly books: Books;
  readonly network: Network;
  /** Dintero's clock, in ms since 1970: it never jumps. */
  readonly dinteroNow: () => number;
  readonly file: string;
  readonly journal: () => Journal;
  readonly view: () => TillView;
  /** Presses something; the answer is not waited for, and a refusal is an answer. */
  readonly press: <N extends CallName>(name: N, asks: Asks<N>) => Promise<void>;
  readonly lookNow: () => void;
  readonly cutPowerAtWrite: (write: number, moment: 'before' | 'after') => void;
  /** The disk has no room for this write, the first from now being 1; the next one finds some. */
  readonly refuseWrite: (write: number) => void;
  readonly powerIsOn: () => boolean;
  /** Kills the till, and starts one on the same journal. */
  readonly restart: () => Promise<void>;
  readonly brokenLaws: (moment: Moment) => string[];
  readonly close: () => Promise<void>;
};

/** From an approval to its automatic capture at Dintero, in ms. */
export const captureAfterMs = 3_000;

let opened = 0;

/** Opens a shop on a copy of the template. */
export function openModelShop(template: Template): ModelShop {
  const clock = turnedClock();
  opened += 1;
  const folder = path.join(template.folder, String(opened));
  mkdirSync(folder);
  const file = path.join(folder, 'journal.sqlite');
  copyFileSync(template.file, file);
  // Dintero's clock is right, whatever the counter's says.
  const worldStart = clock.now();
  const worldClock = {
    now: () => worldStart + clock.ticks(),
    after: (ms: number, work: () => void) => clock.after(ms, work),
  };
  const rules = { ...usualRules, sessionLifetimeMs: 120_000, captureAfterMs };
  const world = createWorld({ clock: worldClock, merchant: demoMerchant, rules, store: undefined });
  const control = createControl(world, createFaultQueue());
  const network: Network = { down: false, mishaps: new Map(), requests: [] };
  const journals: Journal[] = [];
  const thrown: string[] = [];
  let power = { on: true };
  let cut: { writes: number; moment: 'before' | 'after' } | null = null;
  let refuseIn = 0;
  let till = start();

  function start(): Till {
    const made = openJournal({ path: file, now: () => clock.now() });
    if (!made.ok) throw new Error(`${made.error.code}: ${made.error.detail}`);
    const journal = made.value;
    journals.push(journal);
    const mine = { on: true };
    power = mine;
    cut = null;
    const next = createTill({
      mailPassword: mailPasswordInMemory(),
      settings: settingsFor(demoMerchant, 'https://dintero.invalid/v1'),
      mode: 'live',
      identity: { tillId: 'TEST22' },
      version: '0.0.0',
      journal: {
        ...journal,
        write: (operator, work) => {
          if (cut !== null && mine.on) cut.writes -= 1;
          if (mine.on && refuseIn > 0) {
            refuseIn -= 1;
            if (refuseIn === 0) return err({ code: 'JOURNAL-FULL', detail: 'There is no room' });
          }
          const cutNow = cut?.writes === 0 ? cut.moment : null;
          if (cutNow === 'before') mine.on = false;
          if (!mine.on) return err({ code: 'JOURNAL-NOT-WRITABLE', detail: 'The power is off' });
          const written = journal.write(operator, work);
          if (cutNow === 'after') mine.on = false;
          return written;
        },
      },
      dintero: modelDintero(world, clock, network, () => mine.on),
      clock: {
        ...clock,
        after: (ms, work) =>
          clock.after(ms, () => {
            if (mine.on) work();
          }),
      },
      language: 'en',
      profileFolder: folder,
      keyStore: () => 'none',
      secretKeeper: null,
      credentials: Promise.resolve(),
      signer: Promise.resolve(template.signer),
      notices: () => [],
      training: null,
      trainingSwitch: null,
      trainingEnded: null,
      install: null,
      copies: copiesOf(folder, 'TEST22'),
      updateEngine: { none: 'development' },
      about: aboutTest,
      installed: installTest,
      desk,
      log: {
        ...silent,
        error: (text, facts) => {
          if (mine.on && text === 'a look at an attempt failed') thrown.push(JSON.stringify(facts));
        },
      },
    });
    next.start();
    return next;
  }

  /** Nothing of the till reaches disk, network or screen any more. */
  async function bury(): Promise<void> {
    power.on = false;
    void till.stop();
    await clock.advance(1);
  }

  const journal = (): Journal => {
    const last = journals.at(-1);
    if (last === undefined) throw new Error('There is no journal');
    return last;
  };

  return {
    clock,
    control,
    books: world.books,
    network,
    dinteroNow: worldClock.now,
    file,
    journal,
    view: () => till.view(),
    press: async (name, asks) => {
      const mine = power;
      till.handle(name, asks).catch((error: unknown) => {
        if (mine.on) thrown.push(`${name}: ${String(error)}`);
      });
      await clock.advance(1);
    },
    lookNow: () => {
      till.lookNow();
    },
    cutPowerAtWrite: (writes, moment) => {
      cut = { writes, moment };
    },
    refuseWrite: (write) => {
      refuseIn = write;
    },
    powerIsOn: () => power.on,
    restart: async () => {
      await bury();
      till = start();
      await clock.advance(1);
    },
    brokenLaws: (moment) => {
      const { sessions, transactions } = world.books.state;
      const evidence: Evidence = {
        tillId: 'TEST22',
        read: journal().read,
        sessions,
        transactions,
        requests: network.requests,
      };
      return [...thrown, ...brokenLaws(evidence, moment)];
    },
    close: async () => {
      await bury();
      for (const one of journals) one.close();
      rmSync(folder, { recursive: true });
    },
  };
}

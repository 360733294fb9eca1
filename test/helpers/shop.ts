import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Clock, systemClock } from '../../main/clock.ts';
import type { Desk } from '../../main/desk.ts';
import { createDintero } from '../../main/dintero/index.ts';
import type { InstallSettings } from '../../main/install/settings.ts';
import { createSigner, type Journal, makeSigningKey, openJournal } from '../../main/journal/index.ts';
import type { Article } from '../../main/journal/entries/till.ts';
import type { Log } from '../../main/log.ts';
import { err, ok } from '../../main/result.ts';
import { ore, vatRate } from '../../main/sale/money.ts';
import {
  type Merchant,
  type RulesChange,
  type Simulator,
  startSimulator,
} from '../../main/simulator/index.ts';
import type { Copies } from '../../main/second-copy/copies.ts';
import type { Till } from '../../main/till-parts.ts';
import { createTill } from '../../main/till.ts';
import type { UpdateEngine } from '../../main/update/engine.ts';
import type { Answers, Asks, CallName } from '../../preload/contract/calls.ts';
import type { ErrorCode } from '../../preload/contract/errors.ts';
import type { TillView } from '../../preload/contract/view.ts';
import { aboutTest, installTest } from './about.ts';
import { copiesOf } from './copies.ts';
import { ownPort } from './own-port.ts';
import { patientClock } from './patient-clock.ts';
import { patientFetch } from './patient-fetch.ts';
import { settingsFor } from './settings.ts';
import { mailPasswordInMemory } from './mail-password.ts';

const articles: Article[] = [
  {
    id: 'sku-coffee-001',
    name: 'Premium Coffee Beans 1kg',
    price: ore(19950),
    vatRate: vatRate(1200),
    group: 'Kaffe',
    barcode: '2000000000015',
  },
  {
    id: '1001',
    name: 'Kanelbolle',
    price: ore(3900),
    vatRate: vatRate(1500),
    group: 'Bakevarer',
    barcode: '2000000000022',
  },
  {
    id: '1002',
    name: 'Kopp',
    price: ore(12990),
    vatRate: vatRate(2500),
    group: 'Kjøkken',
    barcode: '2000000000039',
  },
  {
    id: '1003',
    name: 'Bok',
    price: ore(29900),
    vatRate: vatRate(0),
    group: 'Bøker',
    barcode: '2000000000046',
  },
];

/** A shop with a till on a real journal file, and a Dintero with a terminal, over real HTTP. No window. */
export type Shop = {
  readonly simulator: Simulator;
  readonly folder: string;
  readonly journalPath: string;
  readonly journal: () => Journal;
  readonly till: () => Till;
  readonly view: () => TillView;
  /** Presses something and gives what came back; throws when the till refuses. */
  readonly ask: <N extends CallName>(name: N, asks: Asks<N>) => Promise<Answers<N>>;
  /** Presses something that the till must refuse; gives the code. Throws when it does not. */
  readonly refused: <N extends CallName>(name: N, asks: Asks<N>) => Promise<ErrorCode>;
  /** Waits until the till shows what is asked for. */
  readonly until: (what: string, holds: (view: TillView) => boolean) => Promise<TillView>;
  /** Ends the till without a word, as a power cut does: nothing more is written. */
  readonly cutPower: () => void;
  /** Cuts the power just before or just after a write to the journal, counted from now. */
  readonly cutPowerAtWrite: (write: number, moment: 'before' | 'after') => void;
  /** Resolves when such a cut has come. */
  readonly dark: () => Promise<void>;
  /** Starts a till on the same journal. */
  readonly switchOn: () => void;
  /** The counter's clock jumps (ms, either way); Dintero's does not. */
  readonly moveClock: (ms: number) => void;
  readonly close: () => Promise<void>;
};

export type ShopOptions = {
  readonly rules?: RulesChange;
  /** Another till at the Dintero of this shop, which outlives it. Both live in real time. */
  readonly beside?: { readonly simulator: Simulator; readonly tillId: string };
  readonly mode?: 'live' | 'training';
  /** Another account than the demo's. */
  readonly merchant?: Merchant;
  /** How much faster than real time the till and the simulator live. */
  readonly times?: number;
  /** What their clock shows at the beginning, UTC; the machine's time when absent. Only together with `times`. */
  readonly at?: string;
  readonly settings?: Partial<InstallSettings>;
  readonly dintero?: Partial<InstallSettings['dintero']>;
  /** Where the till lives; the test's own folder is left as it is. */
  readonly folder?: string;
  /** What the person at the machine's dialogs does; nothing is chosen by default. */
  readonly desk?: Partial<Desk>;
  /** How the till reaches Dintero, when something on the way goes wrong that no server can play. */
  readonly fetch?: typeof globalThis.fetch;
  /** The place of the second copy, when it is to be slow or another's. */
  readonly copies?: Partial<Copies>;
  /** What finds and installs updates; a till takes none without. */
  readonly updateEngine?: UpdateEngine;
};

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const desk: Desk = {
  chooseCatalogueFile: () => Promise.resolve(null),
  chooseSavePath: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  choosePicture: () => Promise.resolve(null),
  htmlToPdf: (html) => Promise.resolve(Buffer.from(html)),
  documentToPdf: (html) => Promise.resolve(Buffer.from(html)),
  quit: () => undefined,
  printHtml: () => Promise.resolve(ok(undefined)),
  keepLanguage: () => undefined,
  keepOperators: () => ok(undefined),
  readFile: (file) => readFile(file),
  writeFile: (file, bytes) => writeFile(file, bytes),
};

/** Opens the shop; close it at the end. */
export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const begun = options.at === undefined ? Date.now() : Date.parse(options.at);
  const clock: Clock = options.times === undefined ? systemClock : patientClock(options.times, begun);
  const { beside } = options;
  const simulator =
    beside?.simulator ??
    (await startSimulator({
      port: await ownPort(),
      clock,
      rules: { answerAfterMs: 300, ...options.rules },
      ...(options.merchant !== undefined && { merchant: options.merchant }),
    }));
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'kvitt-shop-'));
  const journalPath = path.join(folder, 'journal.sqlite');
  const installed = { ...settingsFor(simulator.merchant, simulator.baseUrl), ...options.settings };
  const settings = { ...installed, dintero: { ...installed.dintero, ...options.dintero } };
  const key = await makeSigningKey();
  const signer = createSigner({ privateKeyPem: key.privateKeyPem, keyVersion: 'test-1' });
  const { fetch: way = globalThis.fetch } = options;
  // In real time the till's own limits hold.
  const fetch = options.times === undefined ? way : patientFetch(way, clock);
  let alive = { on: true };
  let whenDark = (): void => undefined;
  let clockIsOff = 0;
  const now = (): number => clock.now() + clockIsOff;
  let cut: { writes: number; moment: 'before' | 'after' } | null = null;
  const retired: Journal[] = [];
  let journal = open();
  journal.write(null, (tx) => {
    tx.append('till.signing-key', { keyVersion: 'test-1', publicKey: key.publicKeyPem });
    tx.append('catalogue.articles', { importId: 'stock', articles });
    tx.append('catalogue.imported', {
      importId: 'stock',
      fileName: 'stock.csv',
      sha256: '0'.repeat(64),
      articles: articles.length,
      changed: articles.length,
      rejected: 0,
    });
  });
  let till = start();

  function open(): Journal {
    const opened = openJournal({ path: journalPath, now });
    if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
    return opened.value;
  }

  /** A till whose journal and network stop working the moment its power is cut. */
  function start(): Till {
    const power = { on: true };
    alive = power;
    const mine = journal;
    const made = createTill({
      mailPassword: mailPasswordInMemory(),
      settings,
      mode: options.mode ?? 'live',
      identity: { tillId: beside?.tillId ?? 'TEST22' },
      version: '0.0.0',
      journal: {
        ...mine,
        write: (operator, work) => {
          if (cut !== null) cut.writes -= 1;
          const cutNow = cut?.writes === 0 ? cut.moment : null;
          if (cutNow === 'before') power.on = false;
          if (cutNow !== null) queueMicrotask(() => whenDark());
          if (!power.on) return err({ code: 'JOURNAL-NOT-WRITABLE', detail: 'The power is off' });
          const written = mine.write(operator, work);
          if (cutNow === 'after') power.on = false;
          return written;
        },
      },
      dintero: createDintero({
        accountId: settings.accountId,
        clientId: settings.clientId,
        clientSecret: () => simulator.merchant.clientSecret,
        checkoutUrl: settings.dintero.checkoutUrl,
        apiUrl: settings.dintero.apiUrl,
        systemName: 'Kvitt',
        systemVersion: '0.0.0',
        fetch: (input, init) =>
          new Promise((resolve, reject) => {
            if (!power.on) return;
            fetch(input, init).then(
              (answer) => {
                if (power.on) resolve(answer);
              },
              (thrown: unknown) => {
                if (power.on) reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
              },
            );
          }),
        now,
      }),
      clock: {
        ...clock,
        now,
        after: (ms, work) =>
          clock.after(ms, () => {
            if (power.on) work();
          }),
      },
      language: 'en',
      profileFolder: folder,
      keyStore: () => 'none',
      secretKeeper: null,
      credentials: Promise.resolve(),
      signer: Promise.resolve(signer),
      notices: () => [],
      training: null,
      trainingSwitch: null,
      trainingEnded: null,
      install: null,
      copies: { ...copiesOf(folder, 'TEST22'), ...options.copies },
      about: aboutTest,
      installed: installTest,
      desk: { ...desk, ...options.desk },
      updateEngine: options.updateEngine ?? { none: 'development' },
      log: silent,
    });
    made.start();
    return made;
  }

  async function handle<N extends CallName>(name: N, asks: Asks<N>): ReturnType<Till['handle']> {
    return till.handle(name, asks);
  }

  return {
    simulator,
    folder,
    journalPath,
    journal: () => journal,
    till: () => till,
    view: () => till.view(),
    ask: async (name, asks) => {
      const reply = await handle(name, asks);
      if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code} ${reply.error.sentence}`);
      return reply.value as Answers<typeof name>;
    },
    refused: async (name, asks) => {
      const reply = await handle(name, asks);
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.error.code;
    },
    until: (what, holds) =>
      new Promise((resolve, reject) => {
        const deadline = setTimeout(() => {
          done();
          reject(
            new Error(`Waited in vain for ${what}; the counter: ${JSON.stringify(till.view().counter)}`),
          );
        }, 120_000);
        const look = (view: TillView): void => {
          try {
            if (!holds(view)) return;
            resolve(view);
          } catch (thrown) {
            reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
          }
          done();
        };
        const stopListening = till.onView(look);
        // What is asked for may lie in the journal or at Dintero, and nothing new is shown when it comes.
        const again = setInterval(() => look(till.view()), 100);
        function done(): void {
          clearTimeout(deadline);
          clearInterval(again);
          stopListening();
        }
        look(till.view());
      }),
    cutPower: () => {
      alive.on = false;
    },
    cutPowerAtWrite: (writes, moment) => {
      cut = { writes, moment };
    },
    dark: () =>
      new Promise((resolve) => {
        whenDark = resolve;
        if (!alive.on) resolve();
      }),
    moveClock: (ms) => {
      clockIsOff += ms;
    },
    switchOn: () => {
      cut = null;
      // A dead till may still hold its journal for a moment; it can no longer write to it.
      retired.push(journal);
      void till.stop();
      journal = open();
      till = start();
    },
    close: async () => {
      if (alive.on) await till.stop();
      for (const one of [...retired, journal]) one.close();
      if (beside === undefined) await simulator.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

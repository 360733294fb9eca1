// A till without a window, in a process of its own, so that it can be killed. It waits for one order.
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDintero } from '../../../main/dintero/index.ts';
import { createSigner, type Journal, openJournal } from '../../../main/journal/index.ts';
import { ore, vatRate } from '../../../main/sale/money.ts';
import { demoMerchant } from '../../../main/simulator/index.ts';
import type { Till } from '../../../main/till-parts.ts';
import { createTill } from '../../../main/till.ts';
import { quickClock } from '../../helpers/quick-clock.ts';
import { desk, silent } from '../parts.ts';
import { aboutTest, installTest } from '../../helpers/about.ts';
import { copiesOf } from '../../helpers/copies.ts';
import { settingsFor } from '../../helpers/settings.ts';
import { chanceFrom } from './chance.ts';
import { pressSomething } from './hurried.ts';
import { type News, type Order, times } from './orders.ts';
import { mailPasswordInMemory } from '../../helpers/mail-password.ts';

const clock = quickClock(times);

function tell(news: News): void {
  process.send?.(news);
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('Still alive');
}

/** The journal, deadly at the write that the order names. */
function deadly(journal: Journal, dieAt: Order['dieAt']): Journal {
  let writes = 0;
  return {
    ...journal,
    write: (operator, work) => {
      writes += 1;
      const moment = dieAt?.write === writes ? dieAt.moment : null;
      if (moment === 'before') die();
      const written = journal.write(operator, (tx) =>
        work({
          ...tx,
          append: (kind, body) => {
            const entry = tx.append(kind, body);
            if (moment === 'inside') die();
            return entry;
          },
        }),
      );
      if (moment === 'after') die();
      return written;
    },
  };
}

let onTheirWay = 0;

/** Knows how many requests are not answered yet. */
const countedFetch: typeof fetch = async (...asked) => {
  onTheirWay += 1;
  try {
    return await fetch(...asked);
  } finally {
    onTheirWay -= 1;
  }
};

/** Resolves when nothing is asked any more: one answer may lead to the next question. */
async function nothingAsked(): Promise<void> {
  for (let quiet = 0; quiet < 15; quiet = onTheirWay === 0 ? quiet + 1 : 0) await pause(20);
}

function open(order: Order): { till: Till; journal: Journal } {
  const opened = openJournal({ path: order.file, now: () => clock.now() });
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  const journal = opened.value;
  if (journal.read.articleCount() === 0) stock(journal);
  const settings = settingsFor(demoMerchant, order.dinteroUrl);
  const till = createTill({
    mailPassword: mailPasswordInMemory(),
    settings,
    mode: 'live',
    identity: { tillId: 'TEST22' },
    version: '0.0.0',
    journal: deadly(journal, order.dieAt),
    dintero: createDintero({
      accountId: settings.accountId,
      clientId: settings.clientId,
      clientSecret: () => demoMerchant.clientSecret,
      checkoutUrl: settings.dintero.checkoutUrl,
      apiUrl: settings.dintero.apiUrl,
      systemName: 'Kvitt',
      systemVersion: '0.0.0',
      fetch: countedFetch,
      now: () => clock.now(),
      timeouts: { createMs: 10_000, readMs: 10_000, refundMs: 10_000 },
    }),
    clock,
    language: 'en',
    profileFolder: path.dirname(order.file),
    keyStore: () => 'none',
    secretKeeper: null,
    credentials: Promise.resolve(),
    signer: Promise.resolve(createSigner({ privateKeyPem: order.privateKeyPem, keyVersion: 'kill-1' })),
    notices: () => [],
    training: null,
    trainingSwitch: null,
    trainingEnded: null,
    install: null,
    copies: copiesOf(path.dirname(order.file), 'TEST22'),
    updateEngine: { none: 'development' },
    about: aboutTest,
    installed: installTest,
    desk,
    log: silent,
  });
  till.start();
  return { till, journal };
}

function stock(journal: Journal): void {
  const bun = {
    id: '1001',
    name: 'Kanelbolle',
    price: ore(3900),
    vatRate: vatRate(1500),
    group: '',
    barcode: null,
  };
  journal.write(null, (tx) => {
    tx.append('catalogue.articles', { importId: 'stock', articles: [bun] });
    const counts = { articles: 1, changed: 1, rejected: 0 };
    tx.append('catalogue.imported', {
      importId: 'stock',
      fileName: 'stock.csv',
      sha256: '0'.repeat(64),
      ...counts,
    });
  });
}

/** Nothing new is sold: what Dintero never heard of is decided by hand, the rest comes to its own end. */
async function settle(till: Till, journal: Journal): Promise<void> {
  const patience = clock.ticks() + 120_000;
  const deadline = clock.ticks() + 40 * 60_000;
  for (;;) {
    const open = journal.read.unfinishedAttempts();
    if (open.length === 0) return;
    // What nobody can reach any more would stay open for ever.
    if (clock.ticks() > deadline)
      throw new Error(
        `Still open: ${open.map(({ attemptId, state }) => `${attemptId} ${state}`).join(', ')}`,
      );
    const { counter, parked } = till.view();
    // One whose refund is undecided waits for nobody here.
    const undecided = parked.find(({ saleId }) => open.some((one) => one.saleId === saleId));
    if (counter.kind === 'paying' && counter.payment.state.kind === 'undecided') {
      if (clock.ticks() > patience)
        await till.handle('payment.decide', { paid: false, reason: 'Nothing came' });
    } else if (undecided !== undefined) {
      await till.handle('payment.setAside', {});
      await till.handle('sale.park', { name: '' });
      await till.handle('sale.resume', { saleId: undecided.saleId });
    }
    await pause(20);
  }
}

async function obey(order: Order): Promise<void> {
  const { till, journal } = open(order);
  tell({ kind: 'open' });
  if (!order.settle) {
    const chance = chanceFrom(order.seed);
    for (;;) {
      await pressSomething(till, journal, chance);
      tell({ kind: 'pressed' });
      await pause(2 + chance.below(15));
    }
  }
  await settle(till, journal);
  // Looks at everything that has ended and is still watched; a look may be the answer to an earlier moment.
  for (let look = 0; look < 3; look += 1) {
    till.lookNow();
    await nothingAsked();
  }
  await till.stop();
  journal.close();
  tell({ kind: 'settled' });
  process.disconnect();
}

process.once('message', (order: Order) => {
  obey(order).catch((thrown: unknown) => {
    console.error(thrown);
    process.exit(3);
  });
});
process.on('disconnect', () => process.exit(0));
// One that is killed keeps nothing by itself: the next one starts in a third of the time.
flushCompileCache();
tell({ kind: 'ready' });

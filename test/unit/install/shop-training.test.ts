import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../main/install/settings-file.ts';
import { openJournal } from '../../../main/journal/index.ts';
import type { Article } from '../../../main/journal/entries/till.ts';
import { err, ok } from '../../../main/result.ts';
import { ore, vatRate } from '../../../main/sale/money.ts';
import { demoMerchant, type Simulator, startSimulator } from '../../../main/simulator/index.ts';
import { type Machine, openTill, type Opens, type RunningTill } from '../../../main/start.ts';
import type { Answers, Asks, CallName } from '../../../preload/contract/calls.ts';
import type { TillView } from '../../../preload/contract/view.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { bareMachine } from '../../helpers/machine.ts';
import { settingsFor } from '../../helpers/settings.ts';
import { kari, ola, staff } from '../../helpers/staff.ts';

const bun: Article = {
  id: '1001',
  name: 'Kanelbolle',
  price: ore(3900),
  vatRate: vatRate(1500),
  group: 'Bakevarer',
  barcode: '2000000000022',
};

let folder: string;
let simulator: Simulator;
let running: RunningTill;
/** The till that takes the place of the one before, as the window opens it. */
let next: Promise<void>;

const realBooks = (): string => path.join(folder, 'journal.sqlite');
const trainingBooks = (): string => path.join(folder, 'shop-training', 'journal.sqlite');

function machine(): Machine {
  return {
    ...bareMachine(folder),
    settingsIn: (of) => {
      const file = path.join(of, 'settings.json');
      return {
        path: file,
        read: () => (existsSync(file) ? parseSettings(JSON.parse(readFileSync(file, 'utf8'))) : ok(null)),
        write: () => err('not here'),
      };
    },
    reopen: (_after, opens) => {
      next = running.close().then(() => open(opens));
    },
  };
}

async function open(opens?: Opens): Promise<void> {
  const opened = await openTill(machine(), opens);
  if (!opened.ok) throw new Error(opened.error.kind);
  running = opened.value;
  running.till.start();
  running.unlock();
}

const view = (): TillView => running.till.view();

async function ask<N extends CallName>(name: N, asks: Asks<N>): Promise<Answers<N>> {
  const reply = await running.till.handle(name, asks);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.sentence}`);
  return reply.value;
}

async function refusal<N extends CallName>(name: N, asks: Asks<N>): Promise<string> {
  const reply = await running.till.handle(name, asks);
  if (reply.ok) throw new Error(`${name} was not refused`);
  return `${reply.error.code}: ${reply.error.sentence}`;
}

async function sellBun(): Promise<number> {
  await ask('sale.enter', { text: '1001' });
  await expect
    .poll(async () => (await running.till.handle('payment.cash', { total: 3900, given: 3900 })).ok)
    .toBe(true);
  const { counter } = view();
  if (counter.kind !== 'done') throw new Error(counter.kind);
  await ask('sale.startNew', {});
  return counter.receipt.receiptNumber;
}

/** A manager switches, and the window has the other till. */
async function turn(name: 'training.start' | 'training.end'): Promise<void> {
  await ask('operator.logIn', kari);
  await ask(name, {});
  await next;
  await ask('operator.logIn', ola);
}

function kinds(file: string, ...wanted: string[]): string[] {
  return entriesIn(file).flatMap(({ kind, operator }) =>
    wanted.includes(kind) ? [`${kind} ${operator ?? ''}`.trim()] : [],
  );
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kvitt-training-'));
  simulator = await startSimulator({ rules: { answerAfterMs: 300 } });
  const secretFile = path.join(folder, 'secret.json');
  writeFileSync(secretFile, JSON.stringify({ client: { secret: demoMerchant.clientSecret } }));
  writeFileSync(
    path.join(folder, 'settings.json'),
    JSON.stringify({
      ...settingsFor(demoMerchant, simulator.baseUrl),
      operators: await staff(),
      secret: { kept: 'file', path: secretFile },
    }),
  );
  const stock = openJournal({ path: realBooks(), now: Date.now });
  if (!stock.ok) throw new Error(stock.error.detail);
  stock.value.write(null, (tx) => {
    tx.append('catalogue.articles', { importId: 'stock', articles: [bun] });
    const counts = { articles: 1, changed: 1, rejected: 0 };
    tx.append('catalogue.imported', {
      importId: 'stock',
      fileName: 'stock.csv',
      sha256: '0'.repeat(64),
      ...counts,
    });
  });
  stock.value.close();
  await open();
  await ask('operator.logIn', ola);
});

afterEach(async () => {
  await running.close();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

describe('Training of a shop', () => {
  it('sells the shop’s articles on books of its own, and leaves the real ones as they were', async () => {
    expect(await sellBun()).toBe(1);
    expect(await sellBun()).toBe(2);
    await turn('training.start');

    expect(view()).toMatchObject({ mode: 'training', sellerName: 'Kaffehjørnet AS', articles: 1 });
    expect(view().training).toMatchObject({ ofShop: true });
    expect(await sellBun()).toBe(1);
    await ask('sale.enter', { text: '1001' });
    await ask('payment.card', { total: 3900 });
    await expect.poll(() => view().counter.kind).toBe('done');
    await ask('sale.startNew', {});
    await turn('training.end');

    expect(view().mode).toBe('live');
    expect(view().notices.map(({ code }) => code)).not.toContain('TRAINING-OVER');
    expect(await sellBun()).toBe(3);
    const receipts = await ask('receipt.list', { kind: null, paidBy: null, place: null, limit: 9 });
    expect(receipts.receipts.map(({ receiptNumber }) => receiptNumber)).toEqual([3, 2, 1]);
    expect(kinds(realBooks(), 'till.training-started', 'till.training-ended', 'sale.completed')).toEqual([
      'sale.completed Ola',
      'sale.completed Ola',
      'till.training-started Kari',
      'till.training-ended Kari',
      'sale.completed Ola',
    ]);
    expect(kinds(trainingBooks(), 'sale.completed')).toHaveLength(2);
    expect([wrongIn(realBooks()), wrongIn(trainingBooks())]).toEqual([null, null]);
    expect(simulator.requests().filter(({ path }) => path.includes('sessions'))).toEqual([]);
  });

  it('takes what changed in the shop along each time, but nothing that leaves the house', async () => {
    await ask('operator.logIn', kari);
    const { mail } = await ask('settings.shop', {});
    await ask('settings.change', { section: 'receipt', value: { closing: 'Velkommen igjen' } });
    await ask('settings.change', {
      section: 'mail',
      value: { ...mail, host: 'smtp.example.com', from: 'butikk@example.com' },
    });
    await turn('training.start');
    await ask('operator.logIn', kari);
    const shop = await ask('settings.shop', {});
    expect([shop.receipt.closing, shop.mail.host]).toEqual(['Velkommen igjen', '']);
    const changed = { id: '1001', name: 'Kanelbolle', vatRate: 1500, group: '', barcode: null };
    await ask('catalogue.change', { ...changed, price: 100, ageLimit: null, deposit: null });
    await turn('training.end');
    await ask('operator.logIn', kari);
    await ask('catalogue.change', { ...changed, price: 4500, ageLimit: null, deposit: null });
    await ask('settings.change', { section: 'receipt', value: { closing: '' } });
    await turn('training.start');
    expect(await ask('catalogue.lookUp', { text: '1001' })).toMatchObject({ price: 4500 });
    expect((await ask('settings.shop', {})).receipt.closing).toBe('');
  });

  it('needs a manager both ways, and an empty counter', async () => {
    expect(await refusal('training.start', {})).toMatch(/^MANAGER-NEEDED/);
    expect(await refusal('training.end', {})).toMatch(/^NOT-ALLOWED-NOW/);
    await ask('sale.enter', { text: '1001' });
    await ask('operator.logIn', kari);
    expect(await refusal('training.start', {})).toMatch(/^TRAINING-NOT-NOW: There is a sale on the counter/);
    await ask('sale.park', { name: '' });
    await turn('training.start');
    expect(await refusal('training.start', {})).toMatch(/^NOT-ALLOWED-NOW/);
    expect(await refusal('training.end', {})).toMatch(/^MANAGER-NEEDED/);
    await ask('sale.enter', { text: '1001' });
    expect(await refusal('training.end', {})).toMatch(/^TRAINING-NOT-NOW/);
    await ask('sale.park', { name: '' });
    await turn('training.end');
    expect(view().parked).toHaveLength(1);
  });

  it('is not where a real till is set up', async () => {
    await turn('training.start');
    expect(await refusal('setUp.begin', {})).toMatch(/^NOT-ALLOWED-NOW/);
  });

  it('waits for what may still turn out about money', async () => {
    simulator.chooseAnswer({ kind: 'ignored' });
    await ask('sale.enter', { text: '1001' });
    await expect.poll(async () => (await running.till.handle('payment.card', { total: 3900 })).ok).toBe(true);
    await ask('operator.logIn', kari);
    expect(await refusal('training.start', {})).toMatch(
      /^TRAINING-NOT-NOW: A payment or refund is on its way/,
    );
    await expect
      .poll(() => {
        const { counter } = view();
        return counter.kind === 'paying' && counter.payment.state.kind;
      })
      .toBe('present-card');
    await ask('payment.cancel', {});
    await expect
      .poll(() => {
        const { counter } = view();
        return counter.kind === 'paying' && counter.payment.state.kind;
      })
      .toBe('cancelled');
    await ask('payment.backToSale', {});
    await ask('sale.clear', { reason: 'Left' });
    expect(await refusal('training.start', {})).toMatch(/^TRAINING-NOT-NOW: .*within the last hour/);
  });

  it('is over when the program is started anew, which the real till says', async () => {
    await turn('training.start');
    await running.close();
    await open();
    expect(view().mode).toBe('live');
    expect(view().notices).toContainEqual(expect.objectContaining({ code: 'TRAINING-OVER' }));
    expect(entriesIn(realBooks()).at(-2)).toMatchObject({
      kind: 'till.training-ended',
      operator: null,
      body: { why: 'restarted' },
    });
    await running.close();
    await open();
    expect(view().notices.map(({ code }) => code)).not.toContain('TRAINING-OVER');
  });

  it('that does not open leaves the real till on the counter', async () => {
    await turn('training.start');
    await turn('training.end');
    writeFileSync(trainingBooks(), 'not a journal');
    for (const side of ['-wal', '-shm']) rmSync(trainingBooks() + side, { force: true });
    await turn('training.start');
    expect(view().mode).toBe('live');
    expect(view().notices.find(({ code }) => code === 'TRAINING-OVER')?.sentence).toMatch(
      /could not be opened/,
    );
    await sellBun();
  });
});

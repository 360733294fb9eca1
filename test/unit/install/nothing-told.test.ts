import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provisionFromSwitch } from '../../../main/install/from-switch.ts';
import { logLine } from '../../../main/shell/log-line.ts';
import { createRedactor } from '../../../main/shell/redact.ts';
import { type Simulator, startSimulator } from '../../../main/simulator/index.ts';
import { openTill, type RunningTill } from '../../../main/start.ts';
import { settingsIn } from '../../../main/install/settings-file.ts';
import type { Answers, Asks, CallName } from '../../../preload/contract/calls.ts';
import { provisioningFor } from '../../helpers/app.ts';
import { bareMachine } from '../../helpers/machine.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { today } from '../../helpers/today.ts';
import { articles, folder, guarded } from './workbench.ts';

const kari = { name: 'Kari', pin: '73914826' };
const ola = { name: 'Ola', pin: '58203917' };
const stale = 'the-secret-of-last-year-5093';
const mistyped = 'a-secret-with-a-slip-7741';

let simulator: Simulator;
let home: string;
let running: RunningTill;
let tokens: Set<string>;
let logged: string[];
beforeEach(async () => {
  simulator = await startSimulator({ rules: { answerAfterMs: 100 } });
  home = folder();
  tokens = new Set();
  logged = [];
  const set = folder();
  writeFileSync(join(set, 'articles.csv'), articles);
  const file = join(set, 'provisioning.json');
  const wanted = provisioningFor(simulator, {
    client: { id: simulator.merchant.clientId, secret: stale },
    operators: [{ ...kari, role: 'manager' }],
  });
  writeFileSync(file, JSON.stringify(wanted));
  const settings = settingsIn(home);
  const done = await provisionFromSwitch({ kind: 'file', file }, home, settings, () =>
    Promise.resolve(guarded),
  );
  expect(done).toMatchObject({ ok: true });
  running = await open();
});
afterEach(async () => {
  await simulator.close();
  rmSync(home, { recursive: true, force: true });
});

/** The till as the program opens it; its log is kept here, and its exports go into its folder. */
async function open(): Promise<RunningTill> {
  const redactor = createRedactor();
  const line = (text: string, facts?: Readonly<Record<string, unknown>>): void => {
    logged.push(redactor.redact(logLine(text, facts)));
  };
  const bare = bareMachine(home);
  const opened = await openTill({
    ...bare,
    desk: { ...bare.desk, chooseFolder: () => Promise.resolve(join(home, 'exports')) },
    fetch: async (...asked) => {
      const answer = await fetch(...asked);
      const token = /"access_token":"([^"]+)"/.exec(await answer.clone().text())?.[1];
      if (token !== undefined) tokens.add(token);
      return answer;
    },
    log: { info: line, warn: line, error: line },
    settingsIn,
    keyStore: () => Promise.resolve(guarded),
    knowSecret: (secret) => redactor.know(secret),
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  opened.value.till.start();
  opened.value.unlock();
  return opened.value;
}

async function ask<N extends CallName>(name: N, asks: Asks<N>): Promise<Answers<N>> {
  const reply = await running.till.handle(name, asks);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.sentence}`);
  return reply.value;
}

async function refused<N extends CallName>(name: N, asks: Asks<N>): Promise<string> {
  const reply = await running.till.handle(name, asks);
  return reply.ok ? 'done' : reply.error.code;
}

async function paidByCard(total: number): Promise<void> {
  const paid = new Promise<void>((resolve) => {
    const end = running.till.onView(({ counter }) => {
      if (counter.kind !== 'done') return;
      end();
      resolve();
    });
  });
  await ask('payment.card', { total });
  await paid;
}

/** Every file of the install, and the log, by name, with all that stands in it. */
function files(): [string, string][] {
  const written = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one): [string, string] => [one.name, readFileSync(join(one.parentPath, one.name), 'latin1')]);
  return [...written, ['till.log', logged.join('\n')]];
}

describe('The client secret', () => {
  it('is replaced in the key store by a manager, once Dintero has taken the new one', async () => {
    await ask('operator.logIn', kari);
    await ask('operator.add', { ...ola, role: 'cashier' });
    await ask('sale.addFreeAmount', { amount: 4200, vatRate: 2500, description: 'Oppskrift' });
    expect(await refused('secret.replace', { secret: mistyped })).toBe('SECRET-REFUSED');
    await ask('operator.logIn', ola);
    const secret = simulator.merchant.clientSecret;
    expect(await refused('secret.replace', { secret })).toBe('MANAGER-NEEDED');
    await ask('operator.logIn', kari);
    await ask('secret.replace', { secret });
    await paidByCard(4200);
    await running.close();
    const told = entriesIn(join(home, 'journal.sqlite')).filter(({ kind }) =>
      kind.startsWith('credentials.'),
    );
    expect(told).toMatchObject([
      {
        kind: 'credentials.replaced',
        operator: 'Kari',
        body: { clientIdEnding: simulator.merchant.clientId.slice(-4) },
      },
    ]);
    // The next start finds it in the key store.
    running = await open();
    await ask('operator.logIn', kari);
    await ask('sale.addFreeAmount', { amount: 4200, vatRate: 2500, description: 'Oppskrift' });
    await paidByCard(4200);
    await running.close();
  });

  it('stays as it is where Dintero cannot be asked', async () => {
    await ask('operator.logIn', kari);
    simulator.inject({ kind: 'status', on: 'token', status: 503, lasts: 'always' });
    expect(await refused('secret.replace', { secret: simulator.merchant.clientSecret })).toBe(
      'SECRET-UNTESTED',
    );
    await running.close();
  });
});

describe('A secret, a token, a PIN', () => {
  it('stands nowhere in what the till writes: journal, log, settings, exports', async () => {
    expect(await refused('operator.logIn', { ...kari, pin: '19283746' })).toBe('PIN-WRONG');
    await ask('operator.logIn', kari);
    await ask('operator.add', { ...ola, role: 'cashier' });
    await ask('operator.setPin', { ...ola, pin: '60718293' });
    await refused('secret.replace', { secret: mistyped });
    await ask('secret.replace', { secret: simulator.merchant.clientSecret });
    await ask('operator.logIn', { ...ola, pin: '60718293' });
    const from = today();
    await ask('sale.addFreeAmount', { amount: 4200, vatRate: 2500, description: 'Oppskrift' });
    await paidByCard(4200);
    await ask('operator.logIn', kari);
    mkdirSync(join(home, 'exports'));
    for (const format of ['saft', 'csv', 'jsonl', 'voucher'] as const) {
      await ask('export.start', { format, from, to: today() });
    }
    await running.close();

    const { operators } = JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')) as {
      operators: { pin: { salt: string; hash: string } }[];
    };
    expect(operators).toHaveLength(2);
    expect(tokens.size).toBeGreaterThan(0);
    const never = [
      stale,
      mistyped,
      simulator.merchant.clientSecret,
      kari.pin,
      ola.pin,
      '60718293',
      '19283746',
      ...tokens,
    ];
    const inSettingsOnly = operators.flatMap(({ pin }) => [pin.salt, pin.hash]);
    const found = files().flatMap(([name, text]) => [
      ...never.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${name}`),
      ...(name === 'settings.json' ? [] : inSettingsOnly)
        .filter((secret) => text.includes(secret))
        .map((secret) => `${secret} in ${name}`),
    ]);
    expect(files().map(([name]) => name)).toEqual(
      expect.arrayContaining(['journal.sqlite', 'settings.json', 'secrets.bin']),
    );
    expect(files().length).toBeGreaterThan(8);
    expect(logged.join()).toContain('the till opens');
    expect(found).toEqual([]);
  });
});

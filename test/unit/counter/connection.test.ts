import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../main/install/settings-file.ts';
import type { InstallSettings } from '../../../main/install/settings.ts';
import { openJournal } from '../../../main/journal/index.ts';
import { err, ok } from '../../../main/result.ts';
import { demoMerchant, type Simulator, startSimulator } from '../../../main/simulator/index.ts';
import { type Machine, openTill, type PageAfter, type RunningTill } from '../../../main/start.ts';
import type { Answers, Asks, CallName } from '../../../preload/contract/calls.ts';
import type { ConnectionDraft } from '../../../preload/contract/set-up.ts';
import { bareMachine } from '../../helpers/machine.ts';
import { settingsFor } from '../../helpers/settings.ts';

let folder: string;
let simulator: Simulator;
let running: RunningTill;
let reopened: PageAfter[];
let diskFull: boolean;

const file = (): string => path.join(folder, 'settings.json');

function kept(): InstallSettings {
  const read = parseSettings(JSON.parse(readFileSync(file(), 'utf8')));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function machine(): Machine {
  return {
    ...bareMachine(folder),
    settingsIn: (of) => ({
      path: path.join(of, 'settings.json'),
      read: () => (of === folder ? ok(kept()) : ok(null)),
      write: (settings) => {
        if (diskFull) return err('the disk is full');
        writeFileSync(path.join(of, 'settings.json'), JSON.stringify(settings));
        return ok(undefined);
      },
    }),
    reopen: (after) => reopened.push(after),
  };
}

async function ask<N extends CallName>(name: N, asks: Asks<N>): Promise<Answers<N>> {
  const reply = await running.till.handle(name, asks);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

async function refused<N extends CallName>(name: N, asks: Asks<N>): Promise<string | null> {
  const reply = await running.till.handle(name, asks);
  return reply.ok ? null : reply.error.code;
}

function draft(store: Partial<ConnectionDraft['store']> = {}): ConnectionDraft {
  const { profileId, store: place, dintero } = kept();
  const { checkoutUrl: _there, apiUrl: _too, ...way } = dintero;
  return { profileId, store: { ...place, ...store }, dintero: way };
}

/** What the journal holds of changed connections, read beside the running till. */
function changes(): unknown[] {
  const opened = openJournal({ path: path.join(folder, 'journal.sqlite'), now: Date.now });
  if (!opened.ok) throw new Error(opened.error.detail);
  const value = opened.value.read.setting('connection');
  opened.value.close();
  return value === null ? [] : [value];
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kvitt-connection-'));
  simulator = await startSimulator({ rules: { answerAfterMs: 60_000 } });
  reopened = [];
  diskFull = false;
  const secretFile = path.join(folder, 'secret.json');
  writeFileSync(secretFile, JSON.stringify({ client: { secret: demoMerchant.clientSecret } }));
  const settings = settingsFor(demoMerchant, simulator.baseUrl);
  writeFileSync(file(), JSON.stringify({ ...settings, secret: { kept: 'file', path: secretFile } }));
  const opened = await openTill(machine());
  if (!opened.ok) throw new Error(opened.error.kind);
  running = opened.value;
  running.till.start();
  running.unlock();
});

afterEach(async () => {
  await running.close();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

describe('the way to Dintero of an installed till', () => {
  it('is tested with the till’s own credentials, and nothing is changed by that', async () => {
    const before = readFileSync(file(), 'utf8');
    await expect
      .poll(() => ask('connection.check', { draft: draft({ terminalId: 'T0400' }) }))
      .toMatchObject({ mistakes: [] });
    const { findings } = await ask('connection.check', { draft: draft({ terminalId: 'T0400' }) });
    expect(findings.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      'credentials ok',
      'profile ok',
      'store ok',
      'payout ok',
      'terminal wrong',
    ]);
    expect(readFileSync(file(), 'utf8')).toBe(before);
    expect([changes(), reopened]).toEqual([[], []]);
  });

  it('is changed in the journal first, then in the settings, and the till is opened again on it', async () => {
    expect(await ask('connection.change', { draft: draft({ terminalId: 'T0293' }) })).toEqual({
      mistakes: [],
    });
    expect(kept().store.terminalId).toBe('T0293');
    expect(kept().dintero.apiUrl).toBe(simulator.baseUrl);
    expect(changes()).toMatchObject([{ store: { terminalId: 'T0293' } }]);
    expect(reopened).toEqual(['settings']);
  });

  it('stays as it is while something is filled in wrongly', async () => {
    const wrong = { ...draft({ terminalId: 'T 1' }), profileId: '' };
    const { mistakes } = await ask('connection.change', { draft: wrong });
    expect(mistakes.map(({ field }) => field).toSorted()).toEqual(['profileId', 'store.terminalId']);
    expect([kept().store.terminalId, changes(), reopened]).toEqual(['T0292', [], []]);
  });

  it('stays as it is while a payment is on its way', async () => {
    await ask('sale.addFreeAmount', { amount: 100, vatRate: 2500, description: 'Kopp' });
    await ask('payment.card', { total: 100 });
    expect(await refused('connection.change', { draft: draft({ terminalId: 'T0293' }) })).toBe(
      'PAYMENT-UNDER-WAY',
    );
    expect([kept().store.terminalId, changes(), reopened]).toEqual(['T0292', [], []]);
  });

  it('stays as it is when the disk does not take it, and the till says so', async () => {
    diskFull = true;
    expect(await refused('connection.change', { draft: draft({ terminalId: 'T0293' }) })).toBe(
      'SETTINGS-NOT-KEPT',
    );
    expect([kept().store.terminalId, reopened]).toEqual(['T0292', []]);
  });

  it('cannot be set up a second time', async () => {
    expect(await refused('setUp.begin', {})).toBe('NOT-ALLOWED-NOW');
  });
});

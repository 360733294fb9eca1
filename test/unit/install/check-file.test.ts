import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../../../main/dintero/index.ts';
import { checkFile, type CheckFileParts, checkReport } from '../../../main/install/check-file.ts';
import { checkNames, type Finding } from '../../../main/install/checks/index.ts';
import { demoMerchant, type Simulator, startSimulator } from '../../../main/simulator/index.ts';
import { checkWordsFor } from '../../../main/words/checks.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { right, written } from './workbench.ts';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ port: await ownPort() });
});
afterEach(() => simulator.close());

const parts: CheckFileParts = {
  installed: null,
  catalogue: { check: () => Promise.resolve([]) },
  installedSecret: () => Promise.resolve(null),
  account: (options) =>
    createAccount({ ...options, systemName: 'Kvitt', systemVersion: '0', fetch, now: Date.now }),
};

function file(change: Readonly<Record<string, unknown>> = {}): string {
  const { clientId: id, clientSecret: secret } = demoMerchant;
  const dintero = { checkoutUrl: simulator.baseUrl, apiUrl: simulator.baseUrl };
  return written({ ...right, client: { id, secret }, dintero, ...change });
}

async function report(name: string, given = parts) {
  const checked = await checkFile(name, given);
  if (!checked.ok) throw new Error(checked.error.map(({ kind }) => kind).join(' '));
  return checkReport(checked.value, checkWordsFor('en'));
}

describe('a provisioning file that is tested', () => {
  it('is passed when Dintero knows everything in it, and is left as it was', async () => {
    const name = file();
    const before = readFileSync(name, 'utf8');
    expect(await report(name)).toEqual({
      lines: [
        'ok: Dintero accepts the client id and secret of account T12345678.',
        'ok: The account has the payment profile T12345678.inperson.',
        'ok: The account has the store oslo-center.',
        'ok: The store’s takings are paid out to seller-1.',
        'ok: Terminal T0292 stands in the store and is ACTIVE.',
        'Nothing wrong was found.',
      ],
      code: 0,
    });
    expect(readFileSync(name, 'utf8')).toBe(before);
    expect(simulator.requests().filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it('fails when one thing is wrong, and says what to do', async () => {
    const { lines, code } = await report(file({ store: { ...right.store, terminalId: 'T0400' } }));
    expect(code).toBe(1);
    expect(lines[4]).toMatch(/^wrong: Terminal T0400 stands in the store bergen-city at Dintero/);
    expect(lines.at(-1)).toMatch(/^Something is wrong/);
  });

  it('passes with what the client may not ask left open', async () => {
    for (const on of ['profiles', 'stores', 'terminals'] as const) {
      simulator.inject({ on, kind: 'status', status: 403, lasts: 'always' });
    }
    const { lines, code } = await report(file());
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('Could not be checked'))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('wrong'))).toEqual([]);
  });

  it('does not pass when nobody could be asked', async () => {
    await simulator.refuseConnections();
    const { lines, code } = await report(file());
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/^Dintero could not be asked/);
  });

  it('is tested with the secret that the till holds when its own was struck out', async () => {
    const { dintero: _url, operators: _none, catalogue: _no, client: _bare, ...rest } = right;
    const installed = {
      ...rest,
      clientId: demoMerchant.clientId,
      secret: { kept: 'key-store', strikeOutOf: null },
    } as unknown as CheckFileParts['installed'];
    const name = file({ client: { id: demoMerchant.clientId } });
    const held = { ...parts, installed, installedSecret: () => Promise.resolve(demoMerchant.clientSecret) };
    expect((await report(name, held)).code).toBe(0);
    const { lines, code } = await report(name, { ...parts, installed });
    expect([code, lines[0]]).toEqual([
      1,
      'Could not be checked: the client of account T12345678. The reason: there is no client secret to ask Dintero with.',
    ]);
  });

  it('has its mistakes named before Dintero is asked anything', async () => {
    const checked = await checkFile(file({ currency: 'XXX', extra: 1 }), parts);
    expect(checked.ok ? [] : checked.error.map(({ kind }) => kind)).toEqual(['field', 'field']);
    expect(simulator.requests()).toEqual([]);
  });
});

describe('what a test found', () => {
  const whys = {
    wrong: [
      { kind: 'refused' },
      { kind: 'unknown' },
      { kind: 'elsewhere', store: 'bergen-city' },
      { kind: 'paid-out-to', to: 'seller-2' },
      { kind: 'not-active', status: 'ACTION_REQUIRED', reason: 'CHECK_UPDATE' },
    ],
    unchecked: [
      { kind: 'not-allowed' },
      { kind: 'not-told' },
      { kind: 'asked-to-wait' },
      { kind: 'out-of-reach', reason: 'captive-portal' },
      { kind: 'no-token' },
      { kind: 'no-secret' },
    ],
  } as const;
  const findings: Finding[] = checkNames.flatMap((check) => [
    { check, about: 'ID-7', outcome: 'ok' } as const,
    ...whys.wrong.map((why) => ({ check, about: 'ID-7', outcome: 'wrong', why }) as const),
    ...whys.unchecked.map((why) => ({ check, about: 'ID-7', outcome: 'unchecked', why }) as const),
  ]);

  it.each(['en', 'nb'] as const)('is said in one whole sentence that names the thing: %s', (language) => {
    const words = checkWordsFor(language);
    const beginning = { en: 'Could not be checked: ', nb: 'Kunne ikke kontrolleres: ' }[language];
    for (const found of findings) {
      const said = words.finding(found);
      expect(said).toMatch(/^[A-ZÆØÅ].*\.$/s);
      expect(said).toContain('ID-7');
      expect(said).not.toMatch(/undefined|\[object|\s{2}/);
      expect(said.startsWith(beginning)).toBe(found.outcome === 'unchecked');
    }
  });
});

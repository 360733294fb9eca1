import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccount, type DinteroError } from '../../../../main/dintero/index.ts';
import { checkInstall, type CheckName, checkNames } from '../../../../main/install/checks/index.ts';
import {
  judgeCredentials,
  judgePayout,
  judgeProfile,
  judgeStore,
  judgeTerminal,
} from '../../../../main/install/checks/judge.ts';
import { err } from '../../../../main/result.ts';
import {
  demoMerchant,
  type Merchant,
  type Simulator,
  startSimulator,
} from '../../../../main/simulator/index.ts';
import { ownPort } from '../../../helpers/own-port.ts';

const tested = {
  accountId: 'T12345678',
  profileId: 'T12345678.inperson',
  store: { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-1' },
};

let simulator: Simulator;

async function open(merchant: Merchant = demoMerchant): Promise<void> {
  simulator = await startSimulator({ port: await ownPort(), merchant });
}

function account(secret = demoMerchant.clientSecret) {
  return createAccount({
    accountId: 'T12345678',
    clientId: demoMerchant.clientId,
    clientSecret: () => secret,
    checkoutUrl: simulator.baseUrl,
    apiUrl: simulator.baseUrl,
    systemName: 'Kvitt',
    systemVersion: '0',
    fetch,
    now: Date.now,
  });
}

type Change = Partial<Omit<typeof tested, 'store'>> & { readonly store?: Partial<(typeof tested)['store']> };

/** The findings as `check outcome why`, in their order. */
async function found(change: Change = {}, secret?: string, wanted?: readonly CheckName[]): Promise<string[]> {
  const what = { ...tested, ...change, store: { ...tested.store, ...change.store } };
  const findings = await checkInstall(account(secret), what, wanted);
  return findings.map((one) => [one.check, one.outcome, ...('why' in one ? [one.why.kind] : [])].join(' '));
}

function merchantWith(status: 'ACTIVE' | 'INACTIVE' | 'ACTION_REQUIRED'): Merchant {
  const terminals = demoMerchant.terminals.map((one) => (one.id === 'T0292' ? { ...one, status } : one));
  return { ...demoMerchant, terminals };
}

afterEach(() => simulator.close());

describe('what was filled in, asked of a Dintero that answers', () => {
  beforeEach(() => open());

  it('is all right when it is', async () => {
    expect(await found()).toEqual(checkNames.map((check) => `${check} ok`));
  });

  it('is wrong from the secret on, and nothing else is judged without a token', async () => {
    expect(await found({}, 'not-the-secret')).toEqual([
      'credentials wrong refused',
      'profile unchecked no-token',
      'store unchecked no-token',
      'payout unchecked no-token',
      'terminal unchecked no-token',
    ]);
  });

  it.each<[string, Change, string]>([
    ['a profile that is not there', { profileId: 'T12345678.nothing' }, 'profile wrong unknown'],
    ['a terminal that is not there', { store: { terminalId: 'T9999' } }, 'terminal wrong unknown'],
    ['a terminal of another store', { store: { terminalId: 'T0400' } }, 'terminal wrong elsewhere'],
    [
      'another payout destination',
      { store: { payoutDestinationId: 'seller-2' } },
      'payout wrong paid-out-to',
    ],
  ])('finds %s, and only that', async (_what, change, wrong) => {
    const findings = await found(change);
    expect(findings.filter((one) => !one.endsWith(' ok'))).toEqual([wrong]);
  });

  it('finds a store that is not there, and says in which one the terminal stands', async () => {
    expect(await found({ store: { id: 'nowhere' } })).toEqual([
      'credentials ok',
      'profile ok',
      'store wrong unknown',
      'payout unchecked not-told',
      'terminal wrong elsewhere',
    ]);
  });

  it('tests only what it is asked to, with one token', async () => {
    expect(await found({}, undefined, ['store', 'payout'])).toEqual(['store ok', 'payout ok']);
    expect(simulator.requests().map((one) => one.operation)).toEqual(['token', 'stores', 'stores']);
  });

  it.each(['profiles', 'stores', 'terminals'] as const)(
    'leaves open what the client may not ask: a 403 on %s is no verdict',
    async (on) => {
      simulator.inject({ on, kind: 'status', status: 403, lasts: 'always' });
      const findings = await found({ profileId: 'unknown', store: { id: 'x', terminalId: 'y' } });
      const about = { profiles: ['profile'], stores: ['store', 'payout'], terminals: ['terminal'] }[on];
      for (const check of about) expect(findings).toContain(`${check} unchecked not-allowed`);
    },
  );

  it('leaves open what has no address at this Dintero: a 404 on everything is no verdict', async () => {
    simulator.inject({ on: 'terminals', kind: 'status', status: 404, lasts: 'always' });
    expect(await found()).toContain('terminal unchecked not-told');
  });

  it('takes a 403 on the token for no verdict either', async () => {
    simulator.inject({ on: 'token', kind: 'status', status: 403, lasts: 'always' });
    expect((await found())[0]).toBe('credentials unchecked not-allowed');
  });

  it('says that the network is away, of everything', async () => {
    await simulator.refuseConnections();
    expect(await found()).toEqual(checkNames.map((check) => `${check} unchecked out-of-reach`));
  });

  it('waits when it is asked to', async () => {
    simulator.inject({ on: 'token', kind: 'status', status: 429, retryAfterSeconds: 1 });
    expect((await found())[0]).toBe('credentials unchecked asked-to-wait');
  });
});

describe('a terminal', () => {
  it.each(['INACTIVE', 'ACTION_REQUIRED'] as const)('that is %s is not ready', async (status) => {
    await open(merchantWith(status));
    const findings = await checkInstall(account(), tested);
    expect(findings.at(-1)).toEqual({
      check: 'terminal',
      about: 'T0292',
      outcome: 'wrong',
      why: { kind: 'not-active', status, reason: null },
    });
  });

  it('may name its store by Dintero’s own id', async () => {
    await open();
    const terminal = {
      terminal_id: 'T0292',
      status: 'ACTIVE',
      status_reason: null,
      device_model: null,
      device_serial_number: null,
      store_id: 'T12345678-0026',
    };
    const shop = {
      store_id: 'oslo-center',
      id: 'T12345678-0026',
      store_name: null,
      payout_destination: null,
      operator_payout_destinations: null,
    };
    const asked = { one: { ok: true, value: terminal }, all: { ok: true, value: [terminal] } } as const;
    const all = { ok: true, value: [shop] } as const;
    const notAllowed = err({ kind: 'refused', status: 403, message: '' } as const);
    const told = (stores: Parameters<typeof judgeTerminal>[2]) =>
      judgeTerminal(tested, { ...asked, all: { ok: true, value: [...asked.all.value] } }, stores).outcome;
    expect(told({ one: { ok: true, value: shop }, all: { ok: true, value: [...all.value] } })).toBe('ok');
    expect(told({ one: notAllowed, all: notAllowed })).toBe('unchecked');
  });
});

const errors: fc.Arbitrary<DinteroError> = fc.oneof(
  fc.record({
    kind: fc.constant('refused' as const),
    status: fc.constantFrom(400, 401, 403, 404, 405, 409, 429),
    message: fc.string(),
  }),
  fc.record({ kind: fc.constant('server' as const), status: fc.constantFrom(500, 502, 503) }),
  fc.record({
    kind: fc.constant('no-answer' as const),
    reason: fc.constantFrom('timeout' as const, 'cut' as const),
    detail: fc.string(),
  }),
  fc.record({
    kind: fc.constant('not-sent' as const),
    reason: fc.constantFrom('dns', 'refused', 'offline', 'tls', 'proxy', 'address', 'credentials', 'token'),
    detail: fc.string(),
  }),
  fc.record({
    kind: fc.constant('unreadable' as const),
    status: fc.constant(null),
    looksLikeHtml: fc.boolean(),
    detail: fc.string(),
  }),
);

describe('an error of any kind', () => {
  beforeEach(() => open());

  it('is never taken for a wrong profile, store, payout destination or terminal', () => {
    fc.assert(
      fc.property(errors, errors, (one, all) => {
        const asked = { one: err(one), all: err(all) };
        const outcomes = [
          judgeProfile(tested, asked),
          judgeStore(tested, asked),
          judgePayout(tested, asked),
          judgeTerminal(tested, asked, asked),
        ].map((finding) => finding.outcome);
        expect(new Set(outcomes)).toEqual(new Set(['unchecked']));
      }),
    );
  });

  it('is taken for wrong credentials only when Dintero refused them, and never at a 403', () => {
    fc.assert(
      fc.property(errors, (error) => {
        const { outcome } = judgeCredentials(tested, err(error));
        const refused = error.kind === 'refused' && [400, 401, 404].includes(error.status);
        expect(outcome).toBe(refused ? 'wrong' : 'unchecked');
      }),
    );
  });
});

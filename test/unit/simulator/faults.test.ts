import { describe, expect, it } from 'vitest';
import { operationNames } from '../../../main/simulator/faults.ts';
import type { FaultChoice } from '../../../main/simulator/index.ts';
import { eventually } from '../../helpers/eventually.ts';
import { basic, openTill, saleBody, tokenBody } from './till.ts';
import type { Problem, Till } from './till.ts';

type Call = { method: string; path: string; body?: unknown; headers?: Record<string, string> };

/** One ordinary call for each operation, on a paid sale. */
function callsOn(session: string, transaction: string): Record<(typeof operationNames)[number], Call> {
  const of = (what: string): string => `/transactions/${transaction}${what}`;
  const operations = '/admin/terminals/operations';
  return {
    token: { method: 'POST', path: '/accounts/T12345678/auth/token', body: tokenBody, headers: basic() },
    create: { method: 'POST', path: '/sessions-profile', body: saleBody() },
    readSession: { method: 'GET', path: `/sessions/${session}` },
    findSessions: { method: 'GET', path: '/sessions?search=a1' },
    cancel: { method: 'POST', path: `/sessions/${session}/cancel` },
    readTransaction: { method: 'GET', path: of('') },
    findTransactions: { method: 'GET', path: '/transactions?merchant_reference=a1' },
    nameTransaction: { method: 'PUT', path: of(''), body: { merchant_reference_2: 'r' } },
    refund: { method: 'POST', path: of('/refund'), body: { amount: 100 } },
    capture: { method: 'POST', path: of('/capture'), body: { amount: 100 } },
    void: { method: 'POST', path: of('/void') },
    profiles: { method: 'GET', path: '/admin/session/profiles' },
    stores: { method: 'GET', path: '/accounts/T12345678/stores' },
    terminals: { method: 'GET', path: '/accounts/T12345678/terminals/T0292' },
    startOperation: {
      method: 'POST',
      path: operations,
      body: { terminal_id: 'T0292', operation: 'send_logs' },
    },
    readOperations: { method: 'GET', path: operations },
    settlements: { method: 'GET', path: '/accounts/T12345678/settlements' },
  };
}

/** How many sessions Dintero holds after a create that went wrong, and what the till saw. */
async function createWith(
  fault: Omit<FaultChoice, 'on'>,
): Promise<{ till: Till; seen: string; held: number }> {
  const till = await openTill();
  till.simulator.inject({ on: 'create', ...fault } as FaultChoice);
  const seen = await till.create().then(
    (heard) => String(heard.status),
    () => 'no answer',
  );
  return { till, seen, held: till.simulator.books().sessions.length };
}

describe('creating a session when something goes wrong', () => {
  it.each([
    [{ kind: 'reset' }, 'no answer', 0],
    [{ kind: 'status', status: 401 }, '401', 0],
    [{ kind: 'status', status: 403 }, '403', 0],
    [{ kind: 'status', status: 409 }, '409', 0],
    [{ kind: 'status', status: 429, retryAfterSeconds: 7 }, '429', 0],
    [{ kind: 'status', status: 500 }, '500', 0],
    [{ kind: 'status', status: 500, effect: 'done' }, '500', 1],
    [{ kind: 'answer-lost' }, 'no answer', 0],
    [{ kind: 'answer-lost', effect: 'done' }, 'no answer', 1],
    [{ kind: 'html' }, 'no answer', 0],
    [{ kind: 'html', status: 502, effect: 'done' }, 'no answer', 1],
    [{ kind: 'redirect' }, 'no answer', 0],
    [{ kind: 'truncated' }, 'no answer', 1],
  ] as [Omit<FaultChoice, 'on'>, string, number][])(
    '%o: the till sees %s and Dintero holds %i session',
    async (fault, expected, sessions) => {
      const { till, seen, held } = await createWith(fault);
      expect(seen).toBe(expected);
      expect(held).toBe(sessions);
      expect(till.simulator.terminal('T0292').prompt() === null).toBe(sessions === 0);
      till.simulator.terminal('T0292').tapNow('approved');
      expect((await till.create()).status).toBe(200);
    },
  );

  it('says when to come back', async () => {
    const till = await openTill();
    till.simulator.inject({ on: 'create', kind: 'status', status: 429, retryAfterSeconds: 7 });
    const { headers, body } = await till.create();
    expect(headers.get('retry-after')).toBe('7');
    expect(body.error.code).toBe('TOO MANY REQUESTS');
  });

  it.each([
    ['first', 1],
    ['last', 0],
  ] as const)('answers late, with the effect %s', async (effect, heldMeanwhile) => {
    const till = await openTill();
    till.simulator.inject({ on: 'create', kind: 'late', ms: 30_000, effect });
    const answered = till.create();
    await eventually(() => {
      expect(till.simulator.requests().at(-1)).toMatchObject({ operation: 'create', body: saleBody() });
    });
    expect(till.simulator.books().sessions).toHaveLength(heldMeanwhile);
    till.clock.advance(30_000);
    expect((await answered).status).toBe(200);
    expect(till.simulator.books().sessions).toHaveLength(1);
  });

  it('stays silent until the till gives up, with or without the effect', async () => {
    for (const [effect, held] of [
      ['none', 0],
      ['done', 1],
    ] as const) {
      const till = await openTill();
      till.simulator.inject({ on: 'create', kind: 'silent', effect });
      const impatience = new AbortController();
      const given = fetch(`${till.simulator.baseUrl}/sessions-profile`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf(till)}`,
        },
        body: JSON.stringify(saleBody()),
        signal: impatience.signal,
      });
      await eventually(() => {
        expect(till.simulator.requests().at(-1)?.body).toEqual(saleBody());
      });
      till.clock.advance(600_000);
      impatience.abort();
      await expect(given).rejects.toThrow();
      expect(till.simulator.books().sessions).toHaveLength(held);
      expect(till.simulator.requests().at(-1)?.status).toBeNull();
    }
  });

  it('is listed late: it can be read by id, and no search finds it or its transaction for a while', async () => {
    const till = await openTill();
    till.simulator.inject({ on: 'create', kind: 'listed-late', ms: 10_000 });
    const { body } = await till.create();
    const found = async (): Promise<number[]> => [
      (await till.call<unknown[]>('GET', '/sessions?search=till1')).body.length,
      (await till.call<unknown[]>('GET', '/transactions?merchant_reference=till1-000001-a1')).body.length,
    ];
    till.clock.advance(9_999);
    expect((await till.session(body.id)).transaction_id).toBeDefined();
    expect(await found()).toEqual([0, 0]);
    till.clock.advance(1);
    expect(await found()).toEqual([1, 1]);
  });
});

async function tokenOf(till: Till): Promise<string> {
  const path = '/accounts/T12345678/auth/token';
  const { body } = await till.call<{ access_token: string }>('POST', path, tokenBody, basic());
  return body.access_token;
}

describe('every operation', () => {
  it.each(operationNames)('%s can be refused, lose its answer and meet a captive portal', async (on) => {
    const till = await openTill();
    const paid = await till.pay('a1');
    const { method, path, body, headers } = callsOn(paid.session_id, paid.id)[on];
    const call = (): Promise<unknown> =>
      till.call<Problem>(method, path, body, headers).then(
        (heard) => heard.status,
        () => 'no answer',
      );
    const before = till.simulator.books();
    till.simulator.inject({ on, kind: 'status', status: 503 });
    till.simulator.inject({ on, kind: 'answer-lost' });
    till.simulator.inject({ on, kind: 'html' });
    till.simulator.inject({ on, kind: 'reset' });
    expect([await call(), await call(), await call(), await call()]).toEqual([
      503,
      'no answer',
      'no answer',
      'no answer',
    ]);
    expect(till.simulator.books()).toEqual(before);
    expect(till.simulator.requests().slice(-4)).toMatchObject([
      { operation: on, fault: 'status', status: 503 },
      { operation: on, fault: 'answer-lost', status: null },
      { operation: on, fault: 'html', status: 200 },
      { operation: on, fault: 'reset', status: null },
    ]);
    expect(await call()).not.toBe('no answer');
    expect(till.simulator.requests().at(-1)).toMatchObject({ operation: on, fault: null });
  });

  it('goes wrong again and again until the fault is cleared', async () => {
    const till = await openTill();
    till.simulator.inject({ on: 'any', kind: 'status', status: 503, lasts: 'always' });
    till.simulator.inject({ on: 'findSessions', kind: 'status', status: 500 });
    const statuses = async (): Promise<number[]> => [
      (await till.call('GET', '/sessions')).status,
      (await till.call('GET', '/transactions')).status,
    ];
    expect(await statuses()).toEqual([500, 503]);
    expect(await statuses()).toEqual([503, 503]);
    till.simulator.clearFaults('any');
    expect(await statuses()).toEqual([200, 200]);
  });

  it('forgets the faults of one operation or of all', async () => {
    const till = await openTill();
    till.simulator.inject({ on: 'findSessions', kind: 'status', status: 500 });
    till.simulator.inject({ on: 'findTransactions', kind: 'status', status: 500 });
    till.simulator.clearFaults('findSessions');
    expect((await till.call('GET', '/sessions')).status).toBe(200);
    till.simulator.clearFaults();
    expect((await till.call('GET', '/transactions')).status).toBe(200);
  });
});

describe('a cancel whose answer goes wrong', () => {
  it.each([
    [{ on: 'cancel', kind: 'answer-lost', effect: 'done' }, true],
    [{ on: 'cancel', kind: 'answer-lost' }, false],
    [{ on: 'cancel', kind: 'status', status: 500, effect: 'done' }, true],
    [{ on: 'cancel', kind: 'status', status: 500 }, false],
  ] as [FaultChoice, boolean][])('%o: cancelled is %s', async (fault, cancelled) => {
    const till = await openTill();
    const { body } = await till.create();
    till.simulator.inject(fault);
    await till.call('POST', `/sessions/${body.id}/cancel`).catch(() => undefined);
    expect((await till.session(body.id)).cancelled_at !== undefined).toBe(cancelled);
  });
});

describe('a refund whose answer goes wrong', () => {
  it.each([
    [{ on: 'refund', kind: 'answer-lost', effect: 'done' }, 39900],
    [{ on: 'refund', kind: 'answer-lost' }, 0],
    [{ on: 'refund', kind: 'status', status: 503, effect: 'done' }, 39900],
    [{ on: 'refund', kind: 'status', status: 503 }, 0],
  ] as [FaultChoice, number][])('%o: %i øre are given back', async (fault, refunded) => {
    const till = await openTill();
    const { id } = await till.pay();
    till.simulator.inject(fault);
    const body = { amount: 39900, refund_reference: 'R-1' };
    await till.call('POST', `/transactions/${id}/refund`, body).catch(() => undefined);
    expect(till.simulator.books().totals[0]?.refunded).toBe(refunded);
  });
});

describe('the network', () => {
  it('refuses connections while Dintero is out of reach, and is there again on the same port', async () => {
    const till = await openTill();
    await till.simulator.refuseConnections();
    const failure = await till.create().catch((error: unknown) => error);
    expect((failure as { cause: { code: string } }).cause.code).toBe('ECONNREFUSED');
    await till.simulator.acceptConnections();
    expect((await till.create()).status).toBe(200);
  });

  it('cuts what was waiting for an answer', async () => {
    const till = await openTill();
    till.simulator.inject({ on: 'create', kind: 'silent', effect: 'done' });
    const answered = till.create();
    const failed = expect(answered).rejects.toThrow();
    await eventually(() => {
      expect(till.simulator.books().sessions).toHaveLength(1);
    });
    await till.simulator.refuseConnections();
    await failed;
  });

  it('lets a customer pay although the till is gone', async () => {
    const till = await openTill();
    await till.create();
    await till.simulator.refuseConnections();
    till.clock.advance(2000);
    expect(till.simulator.books().totals).toMatchObject([{ captured: 39900 }]);
  });
});

import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../../main/simulator/index.ts';
import type { BookStore } from '../../../main/simulator/index.ts';
import { eventually } from '../../helpers/eventually.ts';
import { basic, openTill, saleBody, tokenBody } from './till.ts';
import type { Till } from './till.ts';

async function steer(till: Till, method: string, path: string, body?: unknown) {
  const response = await fetch(`${till.simulator.url}/simulator/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('steering from another process', () => {
  it('chooses the answer, and reads the books and the requests', async () => {
    const till = await openTill();
    const chosen = await steer(till, 'POST', 'answer', { answer: { kind: 'declined', afterMs: 10 } });
    expect(chosen).toEqual({ status: 200, body: { done: true } });
    const { body } = await till.create();
    till.clock.advance(10);
    const books = await steer(till, 'GET', 'books');
    expect(books.body).toMatchObject({
      sessions: [{ id: body.id }],
      transactions: [{ status: 'DECLINED' }],
      totals: [{ captured: 0, refunded: 0 }],
    });
    const requests = await steer(till, 'GET', 'requests');
    expect(requests.body).toMatchObject([{ operation: 'token' }, { operation: 'create' }]);
  });

  it('injects a fault and clears it', async () => {
    const till = await openTill();
    const fault = { on: 'findSessions', kind: 'status', status: 500, lasts: 'always' };
    await steer(till, 'POST', 'faults', fault);
    expect((await till.call('GET', '/sessions')).status).toBe(500);
    expect((await steer(till, 'DELETE', 'faults?on=findTransactions')).status).toBe(200);
    expect((await till.call('GET', '/sessions')).status).toBe(500);
    await steer(till, 'DELETE', 'faults');
    expect((await till.call('GET', '/sessions')).status).toBe(200);
  });

  it('taps, unplugs and plugs in a terminal', async () => {
    const till = await openTill({ rules: { offlineTerminal: 'refused' } });
    expect((await steer(till, 'POST', 'terminals/T0292/tap', { kind: 'approved' })).status).toBe(409);
    await till.create();
    expect((await steer(till, 'GET', 'terminals/T0292')).body).toMatchObject({ prompt: { amount: 39900 } });
    await steer(till, 'POST', 'terminals/T0292/tap', { kind: 'unknown' });
    expect(till.simulator.books().transactions).toMatchObject([{ status: 'UNKNOWN' }]);
    await steer(till, 'POST', 'terminals/T0292/unplug');
    expect((await till.create()).status).toBe(400);
    await steer(till, 'POST', 'terminals/T0292/plug-in');
    expect((await till.create()).status).toBe(200);
  });

  it('changes the rules, the refunds, the tokens and the end of a transaction', async () => {
    const till = await openTill();
    await steer(till, 'POST', 'rules', { answerAfterMs: 1, refundRule: 'terminal' });
    await steer(till, 'POST', 'answer', { answer: { kind: 'authorized-only' } });
    await till.create();
    till.clock.advance(1);
    const id = till.simulator.books().transactions[0]?.id;
    await steer(till, 'POST', 'settle', { transactionId: id, status: 'CAPTURED' });
    await steer(till, 'POST', 'refund-answer', { answer: { kind: 'refused', reply: 'finished' } });
    const path = `/transactions/${id ?? ''}/refund`;
    expect((await till.call('POST', path, { amount: 1 })).status).toBe(400);
    expect((await till.call('POST', path, { amount: 1, terminal_id: 'T0292' })).body).toMatchObject({
      status: 'CAPTURED',
    });
    await steer(till, 'POST', 'expire-tokens');
    expect((await till.call('GET', '/sessions')).status).toBe(401);
  });

  it('refuses connections for a while', async () => {
    const till = await openTill();
    await steer(till, 'POST', 'refuse', { forMs: 5000 });
    till.clock.advance(1);
    await eventually(async () => {
      await expect(till.create()).rejects.toThrow();
    });
    till.clock.advance(5000);
    await eventually(async () => {
      expect((await till.call('GET', '/sessions')).status).toBe(200);
    });
  });

  it.each([
    ['POST', 'answer', { answer: { kind: 'maybe' } }, 400],
    ['POST', 'answer', { kind: 'approved' }, 400],
    ['POST', 'faults', { on: 'lunch', kind: 'reset' }, 400],
    ['POST', 'rules', { refundRule: 'never' }, 400],
    ['POST', 'rules', { unknownRule: 1 }, 400],
    ['POST', 'settle', { transactionId: 'nobody', status: 'CAPTURED' }, 404],
    ['DELETE', 'faults?on=lunch', undefined, 400],
    ['POST', 'terminals/T0292/dance', {}, 404],
    ['GET', 'nothing', undefined, 404],
  ])('says no to %s %s with %o', async (method, path, body, expected) => {
    const till = await openTill();
    expect((await steer(till, method, path, body)).status).toBe(expected);
  });
});

describe('what the simulator received', () => {
  it('is kept with query, body and headers, and without the credentials', async () => {
    const till = await openTill();
    await till.call('GET', '/transactions?terminal_id=A&terminal_id=B&limit=5', undefined, {
      'dintero-system-name': 'Kvitt',
    });
    const requests = till.simulator.requests();
    expect(requests.at(-1)).toMatchObject({
      at: '2026-01-15T09:00:00.000Z',
      operation: 'findTransactions',
      method: 'GET',
      path: '/v1/transactions',
      query: { terminal_id: 'A,B', limit: '5' },
      headers: { 'dintero-system-name': 'Kvitt' },
      body: null,
      status: 200,
    });
    expect(JSON.stringify(requests)).not.toMatch(/bearer|basic /i);
  });
});

describe('the books', () => {
  it('are carried over a restart, with the payment that was on the terminal', async () => {
    let disk = 'null';
    const books: BookStore = {
      load: () => JSON.parse(disk) as unknown,
      save: (state) => {
        disk = JSON.stringify(state);
      },
    };
    const before = await openTill({ books });
    const paid = await before.pay('a1');
    const { body } = await before.create({ order: { merchant_reference: 'a2' } });
    await before.simulator.close();
    before.clock.advance(60_000);
    expect(before.simulator.books().totals).toMatchObject([{ captured: 39900 }, { captured: 0 }]);

    const after = await openTill({ books });
    expect(await after.transaction(paid.id)).toMatchObject({ status: 'CAPTURED' });
    expect(after.simulator.terminal('T0292').prompt()).toMatchObject({ sessionId: body.id });
    after.clock.advance(60_000);
    const session = await after.session(body.id);
    expect(await after.transaction(session.transaction_id)).toMatchObject({ status: 'CAPTURED' });
    const third = await after.pay('a3');
    const ids = after.simulator.books().transactions.flatMap((one) => [one.id, one.session_id]);
    expect(new Set(ids).size).toBe(6);
    expect(ids).toContain(third.id);
  });

  it.each([undefined, null, 'rubbish', { sessions: 'none' }])('begin anew from %o', async (kept) => {
    const till = await openTill({ books: { load: () => kept, save: () => undefined } });
    expect(till.simulator.books().sessions).toEqual([]);
    expect((await till.pay()).status).toBe('CAPTURED');
  });

  it('are a copy: what a test does to them changes nothing', async () => {
    const till = await openTill();
    await till.pay();
    till.simulator.books().transactions.pop();
    expect(till.simulator.books().transactions).toHaveLength(1);
  });
});

describe('two simulators side by side', () => {
  it('know nothing of each other', async () => {
    const one = await openTill();
    const other = await openTill();
    one.simulator.chooseAnswer({ kind: 'declined' });
    expect((await other.pay()).status).toBe('CAPTURED');
    expect((await one.pay()).status).toBe('DECLINED');
    expect(one.simulator.url).not.toBe(other.simulator.url);
    expect(one.simulator.books().sessions).toHaveLength(1);
  });
});

it('on the computer’s own clock a payment is answered by itself, and nothing runs on after closing', async () => {
  const simulator = await startSimulator({ rules: { answerAfterMs: 5 } });
  const send = async (path: string, body: unknown, headers: Record<string, string>): Promise<unknown> => {
    const response = await fetch(simulator.baseUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const token = await send('/accounts/T12345678/auth/token', tokenBody, basic());
  const { access_token: access } = token as { access_token: string };
  const headers = { authorization: `Bearer ${access}` };
  await send('/sessions-profile', saleBody(), headers);
  await eventually(() => {
    expect(simulator.books().transactions).toMatchObject([{ status: 'CAPTURED' }]);
  });
  await simulator.close();
  await expect(send('/sessions-profile', saleBody(), headers)).rejects.toThrow();
});

it.each(['/v1/sessions/%E0%A4%A', '//'])('the address %s is refused and nothing falls over', async (path) => {
  const till = await openTill();
  const { port } = new URL(till.simulator.url);
  const status = await new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
  });
  expect(status).toBe(400);
  expect((await till.call('GET', '/sessions')).status).toBe(200);
});

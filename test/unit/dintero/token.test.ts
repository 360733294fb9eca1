import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Http } from '../../../main/dintero/http.ts';
import { createTokenKeeper } from '../../../main/dintero/token.ts';
import { ok } from '../../../main/result.ts';
import { eventually } from '../../helpers/eventually.ts';
import { coffee, dinteroAt, json, secret, startServer, type TestServer } from './server.ts';

let server: TestServer;
let clock: number;
const now = () => clock;
const minutes = 60_000;

beforeEach(async () => {
  server = await startServer();
  clock = Date.parse('2026-11-22T12:00:00Z');
  server.onCall = (_request, response) => {
    json(response, 200, { id: 'S1', order: { amount: 1, currency: 'NOK' } });
  };
});
afterEach(() => server.close());

const sentTokens = () => server.calls().map((call) => call.headers.authorization);

describe('the token', () => {
  it('is asked for with the client credentials, and the secret goes nowhere else', async () => {
    await dinteroAt(server.url, { now }).readSession('S1');
    const [request] = server.received;
    expect(request?.path).toBe('/v1/accounts/T12345678/auth/token');
    expect(request?.headers.authorization).toBe(
      `Basic ${Buffer.from(`client:${secret}`).toString('base64')}`,
    );
    expect(JSON.parse(request?.body ?? '')).toEqual({
      grant_type: 'client_credentials',
      audience: `${server.url}/accounts/T12345678`,
    });
    expect(JSON.stringify(server.calls())).not.toContain(secret);
  });

  it('that is refused tells nothing of what it was asked for with, however that is quoted', async () => {
    server.onToken = (request, response) => {
      const basic = String(request.headers.authorization).replace('Basic ', '');
      json(response, 401, { error: { message: `No client has "${secret}" (${basic})` } });
    };
    const answer = await dinteroAt(server.url, { now }).readSession('S1');
    expect(answer).toMatchObject({
      error: { kind: 'not-sent', reason: 'credentials', detail: '401 No client has "…" (…)' },
    });
  });

  it('is fetched once for calls that start together, and kept for later ones', async () => {
    const dintero = dinteroAt(server.url, { now });
    await Promise.all([dintero.readSession('S1'), dintero.readSession('S2'), dintero.readSession('S3')]);
    clock += 170 * minutes;
    await dintero.readSession('S4');
    expect(server.tokenRequests()).toBe(1);
    expect(new Set(sentTokens())).toEqual(new Set(['Bearer token-1']));
  });

  it('is renewed behind the back of a call when three quarters of its life are over', async () => {
    const dintero = dinteroAt(server.url, { now });
    await dintero.readSession('S1');
    clock += 181 * minutes;
    await dintero.readSession('S2');
    await eventually(() => {
      expect(server.tokenRequests()).toBe(2);
    });
    await eventually(async () => {
      await dintero.readSession('S3');
      expect(sentTokens().at(-1)).toBe('Bearer token-2');
    });
    expect(sentTokens().slice(0, 2)).toEqual(['Bearer token-1', 'Bearer token-1']);
    expect(server.tokenRequests()).toBe(2);
  });

  it('that could not be renewed in the background is not asked for again at every call', async () => {
    let asked = 0;
    let status = 200;
    const credentials = { accountId: 'T1', clientId: 'c', clientSecret: () => 's', apiUrl: server.url };
    const http: Http = () => {
      asked += 1;
      return Promise.resolve(
        ok({ status, header: () => '120', text: '{"access_token":"kept","expires_in":14400}' }),
      );
    };
    const tokens = createTokenKeeper(http, credentials, now, 1_000);
    const askedAfter = async (ms: number) => {
      clock += ms;
      expect(await tokens.get()).toEqual({ ok: true, value: 'kept' });
      await new Promise(setImmediate);
      return asked;
    };
    expect(await askedAfter(0)).toBe(1);
    status = 429;
    expect(await askedAfter(181 * minutes)).toBe(2);
    expect(await askedAfter(1_000)).toBe(2);
    expect(await askedAfter(118_000)).toBe(2);
    expect(await askedAfter(2_000)).toBe(3);
  });

  it('is renewed before the call when nine tenths of its life are over', async () => {
    const dintero = dinteroAt(server.url, { now });
    await dintero.readSession('S1');
    clock += 217 * minutes;
    await dintero.readSession('S2');
    expect(sentTokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('with less than a minute left is renewed before the call', async () => {
    server.onToken = (_request, response) => {
      json(response, 200, { access_token: `short-${String(server.tokenRequests())}`, expires_in: 120 });
    };
    const dintero = dinteroAt(server.url, { now });
    await dintero.readSession('S1');
    clock += 59_000;
    await dintero.readSession('S2');
    clock += 2_000;
    await dintero.readSession('S3');
    expect(sentTokens()).toEqual(['Bearer short-1', 'Bearer short-1', 'Bearer short-2']);
  });

  it('that cannot be renewed is used to its last second, without asking at every call', async () => {
    const dintero = dinteroAt(server.url, { now });
    await dintero.readSession('S1');
    server.onToken = (_request, response) => {
      json(response, 500, {});
    };
    clock += 230 * minutes;
    for (let poll = 0; poll < 5; poll += 1) {
      expect(await dintero.readSession('S1')).toMatchObject({ ok: true });
      clock += 1_000;
    }
    expect(server.tokenRequests()).toBe(2);
    clock += 10 * minutes;
    expect(await dintero.readSession('S1')).toMatchObject({
      ok: false,
      error: { kind: 'not-sent', reason: 'token' },
    });
  });

  it('that Dintero refuses is replaced once, and a refused payment request is sent again with the new one', async () => {
    server.onCall = (request, response) => {
      if (request.headers.authorization === 'Bearer token-1')
        json(response, 401, { error: { message: 'expired' } });
      else json(response, 200, { id: 'T12345678.abc' });
    };
    const dintero = dinteroAt(server.url, { now });
    expect(await dintero.createSession(coffee)).toEqual({
      ok: true,
      value: { id: 'T12345678.abc', publish: [] },
    });
    expect(sentTokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(server.calls()[1]?.body).toBe(server.calls()[0]?.body);
  });

  it('is replaced once for all the calls that it was refused for', async () => {
    server.onCall = (request, response) => {
      if (request.headers.authorization === 'Bearer token-1') json(response, 401, {});
      else json(response, 200, { id: 'S1', order: { amount: 1, currency: 'NOK' } });
    };
    const dintero = dinteroAt(server.url, { now });
    const answers = await Promise.all([dintero.readSession('S1'), dintero.readSession('S2')]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    expect(server.tokenRequests()).toBe(2);
  });

  it('is not replaced a second time', async () => {
    server.onCall = (_request, response) => {
      json(response, 401, { error: { message: 'no' } });
    };
    expect(await dinteroAt(server.url, { now }).createSession(coffee)).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 401 },
    });
    expect(server.tokenRequests()).toBe(2);
    expect(server.calls()).toHaveLength(2);
  });

  it('tells how long it lasts, or what is wrong with the credentials', async () => {
    const dintero = dinteroAt(server.url, { now });
    expect(await dintero.checkCredentials()).toEqual({ ok: true, value: { expiresInSeconds: 14400 } });
    server.onToken = (_request, response) => {
      json(response, 401, { error: { code: 'UNAUTHORIZED', message: 'Bad client' } });
    };
    expect(await dintero.checkCredentials()).toEqual({
      ok: false,
      error: { kind: 'refused', status: 401, code: 'UNAUTHORIZED', message: 'Bad client' },
    });
  });
});

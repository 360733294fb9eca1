import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, mayHaveHappened } from '../../../main/dintero/index.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { coffee, dinteroAt, json, page, secret, startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

/** Long enough for a request to arrive on a busy machine. */
const impatient = { createMs: 2_000, readMs: 10_000, refundMs: 2_000 };

function failed(answer: Answer<unknown>) {
  if (answer.ok) throw new Error('an error was expected');
  const said = JSON.stringify(answer.error);
  expect(said).not.toContain(secret);
  expect(said).not.toContain('token-1');
  expect(said).not.toContain('sku-coffee');
  return { error: answer.error, mayHaveHappened: mayHaveHappened(answer.error) };
}

describe('a payment request that certainly never reached Dintero', () => {
  it('is one for which nobody listened', async () => {
    const gone = `http://127.0.0.1:${String(await ownPort())}`;
    const dintero = dinteroAt(server.url, { checkoutUrl: gone });
    expect(failed(await dintero.createSession(coffee))).toMatchObject({
      error: { kind: 'not-sent', reason: 'refused' },
      mayHaveHappened: false,
    });
  });

  it('is one whose host has no address', async () => {
    const dintero = dinteroAt(server.url, {
      fetch: (input, init) =>
        server.tokenRequests() === 0
          ? fetch(input, init)
          : Promise.reject(
              new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }),
            ),
    });
    expect(failed(await dintero.createSession(coffee))).toMatchObject({
      error: { kind: 'not-sent', reason: 'dns', detail: 'ENOTFOUND' },
      mayHaveHappened: false,
    });
  });

  it.each([
    ['refuses the credentials', 401, 'credentials'],
    ['does not know the account', 404, 'credentials'],
    ['is overrun', 429, 'token'],
    ['is broken', 500, 'token'],
  ])('is one for which no token was had, since Dintero %s', async (_why, status, reason) => {
    server.onToken = (_request, response) => {
      json(response, status, { error: { message: 'no' } }, { 'retry-after': '7' });
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toMatchObject({
      error: { kind: 'not-sent', reason, retryAfterMs: 7000 },
      mayHaveHappened: false,
    });
    expect(server.calls()).toEqual([]);
  });

  it('is one whose token request was cut, or answered by a captive portal', async () => {
    server.onToken = (_request, response) => response.destroy();
    expect(failed(await dinteroAt(server.url).createSession(coffee)).error).toMatchObject({
      kind: 'not-sent',
      reason: 'token',
    });
    server.onToken = (_request, response) => {
      page(response, 200);
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee)).error).toMatchObject({
      kind: 'not-sent',
      reason: 'token',
    });
    expect(server.calls()).toEqual([]);
  });

  it('is one for which the key store would not give the secret', async () => {
    const dintero = dinteroAt(server.url, {
      clientSecret: () => {
        throw new Error(secret);
      },
    });
    expect(failed(await dintero.createSession(coffee))).toMatchObject({
      error: { kind: 'not-sent', reason: 'credentials' },
      mayHaveHappened: false,
    });
    expect(server.received).toEqual([]);
  });
});

describe('a payment request that Dintero refused', () => {
  it('carries what Dintero said, without credentials that it echoed', async () => {
    server.onCall = (request, response) => {
      const message = `amounts do not meet (${String(request.headers.authorization)})`;
      const errors = [
        { field: 'order.amount', message: 'must equal items' },
        'second\u0000line',
        { unknown: 1 },
      ];
      json(response, 400, { error: { code: 'BAD REQUEST', message, errors } });
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toEqual({
      error: {
        kind: 'refused',
        status: 400,
        code: 'BAD REQUEST',
        message: 'amounts do not meet (Bearer …)',
        details: ['order.amount: must equal items', 'second line'],
      },
      mayHaveHappened: false,
    });
  });

  it('carries no token that it quoted without saying what it is', async () => {
    const quoted = 'tok.en+of/the-day==';
    server.onToken = (_request, response) => {
      json(response, 200, { access_token: quoted, expires_in: 14_400 });
    };
    server.onCall = (_request, response) => {
      json(response, 409, { error: { code: quoted, message: `${quoted}, ${encodeURIComponent(quoted)}` } });
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toMatchObject({
      error: { code: '…', message: '…, …' },
    });
  });

  it.each([403, 404, 409, 429])('with %i says when to come back, and is sent once', async (status) => {
    server.onCall = (_request, response) => {
      response.writeHead(status, { 'retry-after': '12' });
      response.end('{"error":');
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toEqual({
      error: { kind: 'refused', status, message: `HTTP ${String(status)}`, retryAfterMs: 12_000 },
      mayHaveHappened: false,
    });
    expect(server.calls()).toHaveLength(1);
  });
});

describe('a payment request that may have happened all the same', () => {
  it('is one whose connection was cut after it arrived', async () => {
    server.onCall = (_request, response) => response.destroy();
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toMatchObject({
      error: { kind: 'no-answer', reason: 'cut' },
      mayHaveHappened: true,
    });
    expect(server.calls()).toHaveLength(1);
  });

  it('is one whose connection was cut in the middle of the answer', async () => {
    server.onCall = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"id":"T1');
      setImmediate(() => response.destroy());
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toMatchObject({
      error: { kind: 'no-answer', reason: 'cut' },
      mayHaveHappened: true,
    });
  });

  it('is one that nobody answered in time', async () => {
    server.onCall = () => undefined;
    expect(failed(await dinteroAt(server.url, { timeouts: impatient }).createSession(coffee))).toMatchObject({
      error: { kind: 'no-answer', reason: 'timeout' },
      mayHaveHappened: true,
    });
    expect(server.calls()).toHaveLength(1);
  });

  it('is one whose answer began and never ended', async () => {
    server.onCall = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"T12345678.abc"}');
    };
    const answer = await dinteroAt(server.url, { timeouts: impatient }).refund('tx', {
      amount: 100,
      reason: 'Retur',
      refund_reference: 'R-1',
    });
    expect(failed(answer)).toMatchObject({
      error: { kind: 'no-answer', reason: 'timeout' },
      mayHaveHappened: true,
    });
  });

  it('is one whose answer stalls in a network stack that does not stop reading by itself', async () => {
    const stalled = () =>
      new ReadableStream<Uint8Array>({
        start: (stream) => {
          stream.enqueue(Buffer.from('{"id":"T12345678.abc"}'));
        },
      });
    const dintero = dinteroAt(server.url, {
      timeouts: impatient,
      fetch: (input, init) =>
        server.tokenRequests() === 0 ? fetch(input, init) : Promise.resolve(new Response(stalled())),
    });
    expect(failed(await dintero.createSession(coffee))).toMatchObject({
      error: { kind: 'no-answer', reason: 'timeout' },
      mayHaveHappened: true,
    });
  });

  it.each([
    [500, undefined],
    [503, 3000],
  ])('is one that Dintero failed on with %i', async (status, retryAfterMs) => {
    server.onCall = (_request, response) => {
      json(
        response,
        status,
        { error: { message: 'oops' } },
        retryAfterMs === undefined ? {} : { 'retry-after': '3' },
      );
    };
    const { error, mayHaveHappened } = failed(await dinteroAt(server.url).createSession(coffee));
    expect(error).toEqual({
      kind: 'server',
      status,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
    expect(mayHaveHappened).toBe(true);
    expect(server.calls()).toHaveLength(1);
  });

  it('is one that a gateway gave up waiting for', async () => {
    server.onCall = (_request, response) => {
      json(response, 408, {});
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee)).mayHaveHappened).toBe(true);
  });

  it.each([200, 401, 403])('is one answered with a web page and %i', async (status) => {
    server.onCall = (_request, response) => {
      page(response, status);
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toMatchObject({
      error: { kind: 'unreadable', status, looksLikeHtml: true },
      mayHaveHappened: true,
    });
    expect(server.calls()).toHaveLength(1);
  });

  it('is one answered with a redirect, which is not followed', async () => {
    server.onCall = (_request, response) => {
      response.writeHead(307, { location: '/elsewhere' });
      response.end();
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toMatchObject({
      error: { kind: 'unreadable', status: 307 },
      mayHaveHappened: true,
    });
    expect(server.calls().map((call) => call.path)).toEqual(['/v1/sessions-profile']);
  });

  it.each([
    ['is cut short', '{"id":"T12345678.a'],
    ['lacks the id', '{"url":"https://checkout.example"}'],
    ['is empty', ''],
  ])('is one whose answer %s', async (_what, body) => {
    server.onCall = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body);
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toMatchObject({
      error: { kind: 'unreadable', status: 200, looksLikeHtml: false },
      mayHaveHappened: true,
    });
  });

  it('is one whose answer is larger than any answer should be', async () => {
    server.onCall = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(Buffer.alloc(9 * 1024 * 1024, ' '));
    };
    expect(failed(await dinteroAt(server.url).createSession(coffee))).toMatchObject({
      error: { kind: 'unreadable', detail: 'the answer is too large' },
      mayHaveHappened: true,
    });
  });
});

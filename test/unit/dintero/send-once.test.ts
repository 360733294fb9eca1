import { createServer, request as send, Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Lane, sendOnce } from '../../../main/dintero/index.ts';
import { eventually } from '../../helpers/eventually.ts';
import { coffee, dinteroAt, json, startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

/** A network stack with Chromium's habit: a request cut on a connection that was used before is sent again. */
function chromiumLike(): Lane {
  let agent = new Agent({ keepAlive: true });
  const once = (url: string, init: RequestInit | undefined): Promise<Response> =>
    new Promise((resolve, reject) => {
      const outgoing = send(url, {
        method: init?.method ?? 'GET',
        headers: init?.headers as Record<string, string>,
        agent,
      });
      outgoing.on('response', (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('end', () => {
          resolve(new Response(Buffer.concat(parts), { status: incoming.statusCode ?? 0 }));
        });
      });
      outgoing.on('error', (error) => {
        if (outgoing.reusedSocket) once(url, init).then(resolve, reject);
        else reject(error);
      });
      outgoing.end(init?.body);
    });
  return {
    fetch: (input, init) => once(typeof input === 'string' ? input : new Request(input).url, init),
    closeAllConnections: () => {
      agent.destroy();
      agent = new Agent({ keepAlive: true });
      return Promise.resolve();
    },
  };
}

const posts = () => server.calls().filter((call) => call.method === 'POST').length;

describe('a payment request whose connection is cut', () => {
  const cutPosts = () => {
    server.onCall = (request, response) => {
      if (request.method === 'POST') response.destroy();
      else json(response, 200, { id: 'S1', order: { amount: 1, currency: 'NOK' } });
    };
  };

  it('reaches Dintero twice through a network stack that sends again by itself', async () => {
    const dintero = dinteroAt(server.url, { fetch: chromiumLike().fetch });
    cutPosts();
    await dintero.readSession('S1');
    await dintero.createSession(coffee);
    expect(posts()).toBe(2);
  });

  it('reaches Dintero once through a lane of its own, also when the lane was used before', async () => {
    const dintero = dinteroAt(server.url, { fetch: sendOnce(chromiumLike().fetch, chromiumLike) });
    await dintero.createSession(coffee);
    cutPosts();
    await dintero.readSession('S1');
    expect(await dintero.createSession(coffee)).toMatchObject({
      ok: false,
      error: { kind: 'no-answer', reason: 'cut' },
    });
    expect(posts()).toBe(2);
  });
});

describe('lanes', () => {
  it('carry one request each until its answer is read to the end, and are used again', async () => {
    const waiting: (() => void)[] = [];
    const slow = createServer((_request, response) => {
      response.flushHeaders();
      waiting.push(() => response.end('{}'));
    });
    await new Promise<void>((listening) => slow.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${String((slow.address() as AddressInfo).port)}`;
    const opened: number[] = [];
    let begun = 0;
    const fetchOnce = sendOnce(fetch, (n) => {
      opened.push(n);
      return {
        closeAllConnections: () => Promise.resolve(),
        fetch: async (input, init) => {
          const answer = await fetch(input, init);
          begun += 1;
          return answer;
        },
      };
    });
    const post = async (nth: number) => {
      const answer = fetchOnce(url, { method: 'POST' });
      await eventually(() => {
        expect(begun).toBe(nth);
      });
      return { answer };
    };

    const first = await post(1);
    const second = await post(2);
    expect(opened).toEqual([1, 2]);
    for (const end of waiting.splice(0)) end();
    await Promise.all([first.answer, second.answer]);
    const third = await post(3);
    expect(opened).toEqual([1, 2]);
    for (const end of waiting.splice(0)) end();
    expect(await (await third.answer).text()).toBe('{}');
    await new Promise((closed) => {
      slow.close(closed);
      slow.closeAllConnections();
    });
  });
});

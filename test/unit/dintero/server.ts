import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createDintero,
  type Dintero,
  type DinteroOptions,
  type SessionRequest,
} from '../../../main/dintero/index.ts';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

type Answerer = (request: Received, response: ServerResponse) => void;

export type TestServer = {
  readonly url: string;
  readonly received: Received[];
  readonly tokenRequests: () => number;
  /** The requests that were not for a token. */
  readonly calls: () => Received[];
  onToken: Answerer;
  onCall: Answerer;
  readonly close: () => Promise<void>;
};

/** A server on loopback that gives tokens, and answers every other call as the test says. */
export async function startServer(): Promise<TestServer> {
  const received: Received[] = [];
  const isToken = (request: Received): boolean => request.path.endsWith('/auth/token');
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(parts).toString('utf8'),
      };
      received.push(request);
      (isToken(request) ? running.onToken : running.onCall)(request, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  let given = 0;
  const running: TestServer = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`,
    received,
    tokenRequests: () => received.filter(isToken).length,
    calls: () => received.filter((request) => !isToken(request)),
    onToken: (_request, response) => {
      given += 1;
      json(response, 200, {
        access_token: `token-${String(given)}`,
        token_type: 'Bearer',
        expires_in: 14400,
      });
    },
    onCall: (_request, response) => {
      json(response, 200, { id: 'T12345678.abc', url: 'https://checkout.example/v1/view/abc' });
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
  return running;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

export function page(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end('<!doctype html><title>Log in to the guest network</title>');
}

export const secret = 'a-secret-that-must-not-leak';

export function dinteroAt(url: string, more: Partial<DinteroOptions> = {}): Dintero {
  return createDintero({
    accountId: 'T12345678',
    clientId: 'client',
    clientSecret: () => secret,
    checkoutUrl: url,
    apiUrl: url,
    systemName: 'Kvitt',
    systemVersion: '1.2.3',
    fetch: globalThis.fetch,
    now: Date.now,
    ...more,
  });
}

export const coffee: SessionRequest = {
  profile_id: 'T12345678.inperson',
  url: { return_url: 'https://example.com/return' },
  order: {
    amount: 39900,
    currency: 'NOK',
    merchant_reference: 'till3-417-1',
    items: [
      {
        id: 'sku-coffee-001',
        line_id: '1',
        description: 'Premium Coffee Beans 1kg',
        quantity: 2,
        amount: 39900,
        vat_amount: 4275,
        vat: 12,
      },
    ],
    store: { id: 'oslo-center', terminal_id: 'T0292', payout_destination_id: 'seller-1' },
  },
  configuration: {
    seitatech: { type: 'payment_type', in_person: { type: 'payment_product_type', enabled: true } },
  },
};

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway between the till and Dintero, of the kind whose errors quote all that it was asked with. */
export type EchoingGateway = {
  readonly url: string;
  /** Every token that went through it. */
  readonly tokens: () => readonly string[];
  /** The requests whose address holds `part` are refused with this status from now on; null: none is. */
  readonly refuse: (part: string | null, status?: number) => void;
  /** How many it has refused. */
  readonly refused: () => number;
  readonly close: () => Promise<void>;
};

/** Starts it on loopback, before the Dintero at `target`. */
export async function startEchoingGateway(target: string): Promise<EchoingGateway> {
  const tokens = new Set<string>();
  let refusing: { readonly part: string; readonly status: number } | null = null;
  let refused = 0;

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
    if (refusing !== null && incoming.url?.includes(refusing.part) === true) {
      refused += 1;
      const [, credentials = ''] = (incoming.headers.authorization ?? '').split(' ');
      const plain = Buffer.from(credentials, 'base64').toString('utf8');
      const said = `${credentials} | ${plain} | ${JSON.stringify(headers)}`;
      outgoing.writeHead(refusing.status, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ error: { code: credentials, message: said, errors: [said, plain] } }));
      return;
    }
    const answer = await fetch(new URL(incoming.url ?? '', target), {
      method: incoming.method ?? 'GET',
      headers: Object.fromEntries(
        headers.filter(([name = '']) => !['host', 'connection', 'content-length'].includes(name)),
      ) as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    const text = await answer.text();
    for (const [, token = ''] of text.matchAll(/"access_token":"([^"]+)"/g)) tokens.add(token);
    outgoing.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
    });
    outgoing.end(text);
  }

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const path = new URL(target).pathname.replace(/\/$/, '');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`,
    tokens: () => [...tokens],
    refuse: (part, status = 400) => {
      refusing = part === null ? null : { part, status };
    },
    refused: () => refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

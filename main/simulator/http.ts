import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isoTime } from './clock.ts';
import type { Clock } from './clock.ts';
import type { Fault, FaultQueue, Operation } from './faults.ts';
import { play } from './play.ts';
import { problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { findRoute } from './routes.ts';
import type { Call } from './world.ts';

/** A request as it came in, for tests to look at; credentials are left out. */
export type ReceivedRequest = {
  at: string;
  operation: Operation | null;
  method: string;
  path: string;
  /** A parameter given several times has its values joined by commas. */
  query: Record<string, string>;
  headers: Record<string, string>;
  /** The JSON body; null where there was none or it was never read. */
  body: unknown;
  /** The status that was sent back, or null if no answer left (yet). */
  status: number | null;
  fault: Fault['kind'] | null;
};

export type HttpDoor = {
  url: string;
  received: ReceivedRequest[];
  /** Stops listening and cuts every connection, as a machine that is switched off does. */
  shut(): Promise<void>;
  /** Listens again on the same port. */
  open(): Promise<void>;
};

/** Older requests are forgotten: training mode may run for days. */
const keptRequests = 20_000;

const longestBody = 1_000_000;

type Address = { pathname: string; searchParams: URLSearchParams };

/** Where a request goes, its escapes undone; null for an address that is none. */
function addressOf(request: IncomingMessage): Address | null {
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    return { pathname: decodeURIComponent(pathname), searchParams };
  } catch {
    // Nonsense after the host, or a broken escape: only a sender that makes mistakes comes here.
    return null;
  }
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(entries);
}

/** The whole body as text; null when the sender broke off or sent too much. */
async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > longestBody) return null;
      chunks.push(chunk);
    }
  } catch {
    // A broken-off request is no request: what its sender sees is the connection it broke itself.
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-length': String(Buffer.byteLength(text)), ...headers });
  response.end(text);
}

/** Opens the door on a loopback port; `handle` answers the till's calls and `steer` those of whoever steers it. */
export async function openHttpDoor(parts: {
  port: number;
  clock: Clock;
  faults: FaultQueue;
  handle: (call: Call) => Reply;
  steer: (method: string, path: string, query: URLSearchParams, body: unknown) => Reply;
}): Promise<HttpDoor> {
  const { clock, faults, handle, steer } = parts;
  const received: ReceivedRequest[] = [];

  const log = (request: IncomingMessage, address: Address, operation: Operation | null): ReceivedRequest => {
    const headers = headersOf(request);
    delete headers['authorization'];
    const names = [...new Set(address.searchParams.keys())];
    const entry: ReceivedRequest = {
      at: isoTime(clock.now()),
      operation,
      method: request.method ?? '',
      path: address.pathname,
      query: Object.fromEntries(names.map((name) => [name, address.searchParams.getAll(name).join(',')])),
      headers,
      body: null,
      status: null,
      fault: null,
    };
    received.push(entry);
    if (received.length > keptRequests) received.shift();
    return entry;
  };

  const answerCall = async (
    request: IncomingMessage,
    response: ServerResponse,
    address: Address,
  ): Promise<void> => {
    const operation = findRoute(request.method ?? '', address.pathname)?.route.operation ?? null;
    const fault = operation === null ? undefined : faults.take(operation);
    const entry = log(request, address, operation);
    entry.fault = fault?.kind ?? null;
    if (fault?.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    const text = await readText(request);
    if (text === null) {
      request.socket.destroy();
      return;
    }
    const body = parseJson(text);
    if (body.ok) entry.body = body.value ?? null;

    const act = (): { status: number; headers: Record<string, string>; text: string } => {
      const isJson = text === '' || request.headers['content-type']?.startsWith('application/json') === true;
      const reply =
        body.ok && isJson
          ? handle({
              method: entry.method,
              path: entry.path,
              query: address.searchParams,
              headers: headersOf(request),
              body: body.value,
              listedLateMs: fault?.kind === 'listed-late' ? fault.ms : 0,
            })
          : problem(400, 'The body is not valid JSON');
      return {
        status: reply.status,
        headers: { 'content-type': 'application/json', ...reply.headers },
        text: JSON.stringify(reply.body),
      };
    };
    const finish = (status: number, headers: Record<string, string>, sent: string): void => {
      entry.status = status;
      send(response, status, headers, sent);
    };
    play(fault, { clock, act, finish, cut: () => request.socket.destroy() });
  };

  const server = createServer((request, response) => {
    const address = addressOf(request);
    if (!address) {
      const refusal = problem(400, 'The address cannot be read');
      send(response, refusal.status, { 'content-type': 'application/json' }, JSON.stringify(refusal.body));
      return;
    }
    if (!address.pathname.startsWith('/simulator/')) {
      void answerCall(request, response, address);
      return;
    }
    void readText(request).then((text) => {
      const body = parseJson(text ?? '');
      const reply = body.ok
        ? steer(request.method ?? '', address.pathname, address.searchParams, body.value)
        : problem(400, 'The body is not valid JSON');
      send(
        response,
        reply.status,
        { 'content-type': 'application/json', ...reply.headers },
        JSON.stringify(reply.body),
      );
    });
  });
  // A till keeps its connection between two sales; cutting it under its feet would be a fault nobody chose.
  server.keepAliveTimeout = 120_000;

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(parts.port);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}`,
    received,
    shut: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
    open: () => (server.listening ? Promise.resolve() : listen(port)),
  };
}

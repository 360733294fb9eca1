import type { AxiosInstance } from 'axios';
import { err, ok } from '../result.ts';
import type { Answer } from './error.ts';
import { errorFromThrown } from './failure.ts';
import { boundedFetch } from './bounded-fetch.ts';

/** One request. The address is complete; the body, if any, is sent as JSON. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
};

/** Whatever came back, with any status, not looked into yet. */
export type HttpReply = {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
};

/** Sends one request once. Never repeats, never follows a redirect, never throws. */
export type Http = (request: HttpRequest) => Promise<Answer<HttpReply>>;

/** Makes the one client that everything goes through. `fetch` is Electron's in the app, Node's in tests. */
export function createHttp(fetch: typeof globalThis.fetch, userAgent: string): Http {
  let client: Promise<AxiosInstance> | null = null;

  return async ({ method, url, headers, body, timeoutMs }) => {
    // Read from disk with the first request, which is the till's own question after the page is drawn.
    client ??= createClient(fetch, userAgent);
    try {
      const reply = await (
        await client
      ).request<unknown>({
        method,
        url,
        headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
        data: body,
        timeout: timeoutMs,
      });
      const replyHeaders = new Map(
        Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      );
      return ok({
        status: reply.status,
        header: (name) => replyHeaders.get(name.toLowerCase()) ?? null,
        text: typeof reply.data === 'string' ? reply.data : '',
      });
    } catch (thrown) {
      return err(errorFromThrown(thrown));
    }
  };
}

async function createClient(fetch: typeof globalThis.fetch, userAgent: string): Promise<AxiosInstance> {
  const { default: axios } = await import('axios');
  return axios.create({
    adapter: 'fetch',
    // With null here axios passes plain arguments, which Electron's net.fetch needs; its types do not know of it.
    env: { fetch: boundedFetch(fetch), Request: null, Response: null } as never,
    // Chromium's cache would be free to answer a poll with the status of a minute ago.
    fetchOptions: { cache: 'no-store' },
    proxy: false,
    maxRedirects: 0,
    responseType: 'text',
    transformResponse: [(data: unknown) => data],
    validateStatus: () => true,
    headers: { common: { Accept: 'application/json', 'User-Agent': userAgent } },
  });
}

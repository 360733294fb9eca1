import type * as z from 'zod';
import { ok } from '../result.ts';
import { type Call, createCall } from './call.ts';
import type { Answer } from './error.ts';
import { createHttp } from './http.ts';
import { createTokenKeeper, type TokenKeeper } from './token.ts';

/** How long to wait for an answer, in milliseconds. A refund may need the cardholder at the terminal. */
export type Timeouts = { readonly createMs: number; readonly readMs: number; readonly refundMs: number };

export type DinteroOptions = {
  readonly accountId: string;
  readonly clientId: string;
  /** Called each time a token is fetched; what it gives is never kept. */
  readonly clientSecret: () => string;
  readonly checkoutUrl: string;
  readonly apiUrl: string;
  readonly systemName: string;
  readonly systemVersion: string;
  /** Must send a POST once: in Electron `sendOnce(…)`, since Chromium's own fetch may send it twice. */
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timeouts?: Timeouts;
};

/** One account's way to Dintero: tokens, headers and the two base addresses, without a slash at their end. */
export type Connection = {
  readonly call: Call;
  readonly read: <T>(url: string, schema: z.ZodType<T>) => Promise<Answer<T>>;
  readonly tokens: TokenKeeper;
  readonly system: Readonly<Record<string, string>>;
  readonly checkoutUrl: string;
  readonly apiUrl: string;
  readonly timeouts: Timeouts;
};

/** How long a till waits for Dintero to answer, in milliseconds; a test that counts time otherwise counts in these. */
export const usualTimeouts: Timeouts = { createMs: 30_000, readMs: 10_000, refundMs: 120_000 };

/** Makes the way. Nothing is sent before the first call. */
export function openConnection(options: DinteroOptions): Connection {
  const timeouts = options.timeouts ?? usualTimeouts;
  const apiUrl = withoutSlash(options.apiUrl);
  const system = {
    'Dintero-System-Name': options.systemName,
    'Dintero-System-Version': options.systemVersion,
  };
  const http = createHttp(options.fetch, `${options.systemName}/${options.systemVersion}`);
  const tokens = createTokenKeeper(http, { ...options, apiUrl }, options.now, timeouts.readMs);
  const call = createCall(http, tokens, options.now);
  return {
    call,
    read: async (url, schema) => {
      const answer = await call({ method: 'GET', url, headers: system, timeoutMs: timeouts.readMs }, schema);
      return answer.ok ? ok(answer.value.body) : answer;
    },
    tokens,
    system,
    checkoutUrl: withoutSlash(options.checkoutUrl),
    apiUrl,
    timeouts,
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

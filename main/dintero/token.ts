import * as z from 'zod';
import { err, ok } from '../result.ts';
import type { Answer, DinteroError } from './error.ts';
import type { Http } from './http.ts';
import { readReply, withoutEcho } from './reply.ts';

const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

type Token = { readonly value: string; readonly gotAt: number; readonly lifeMs: number };

export type Credentials = {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: () => string;
  readonly apiUrl: string;
};

/** Hands out access tokens, fetching one when there is none or the one at hand is nearly used up. */
export type TokenKeeper = {
  /** A token to send now. `not: value` says that Dintero has just refused that one. Errors are always `not-sent`. */
  readonly get: (not?: string) => Promise<Answer<string>>;
  /** Fetches a token whatever is at hand, and gives Dintero's own answer: its life in seconds, or what went wrong. */
  readonly check: () => Promise<Answer<number>>;
};

/** While the old token lasts, a failed renewal is not tried again before this. */
const renewalPauseMs = 30_000;

/** Makes a keeper; tokens live in memory only. `now` gives milliseconds since 1970. */
export function createTokenKeeper(
  http: Http,
  credentials: Credentials,
  now: () => number,
  timeoutMs: number,
): TokenKeeper {
  let kept: Token | null = null;
  let flight: Promise<Answer<Token>> | null = null;
  let quietUntil = 0;

  function fetchOnce(): Promise<Answer<Token>> {
    flight ??= requestToken(http, credentials, now, timeoutMs)
      .then((answer) => {
        if (answer.ok) kept = answer.value;
        else quietUntil = now() + Math.max(renewalPauseMs, waitOf(answer.error) ?? 0);
        return answer;
      })
      .finally(() => {
        flight = null;
      });
    return flight;
  }

  async function get(not?: string): Promise<Answer<string>> {
    const token = kept?.value === not ? null : kept;
    if (token !== null) {
      const age = now() - token.gotAt;
      const mustRenewAt = Math.min(token.lifeMs * 0.9, token.lifeMs - 60_000);
      if (age >= 0 && age < mustRenewAt) {
        if (age >= token.lifeMs * 0.75 && now() >= quietUntil) void fetchOnce();
        return ok(token.value);
      }
    }
    // A renewal that fails, or has just failed, is no reason to fail a call while the old token still has some life.
    const stillGood = (): boolean => token !== null && now() - token.gotAt < token.lifeMs;
    if (token !== null && stillGood() && now() < quietUntil) return ok(token.value);
    const fresh = await fetchOnce();
    if (fresh.ok) return ok(fresh.value.value);
    return token !== null && stillGood() ? ok(token.value) : err(withoutToken(fresh.error));
  }

  return {
    get,
    check: async () => {
      const answer = await fetchOnce();
      return answer.ok ? ok(Math.floor(answer.value.lifeMs / 1000)) : answer;
    },
  };
}

async function requestToken(
  http: Http,
  { accountId, clientId, clientSecret, apiUrl }: Credentials,
  now: () => number,
  timeoutMs: number,
): Promise<Answer<Token>> {
  let secret: string;
  try {
    secret = clientSecret();
  } catch {
    // The key store's own words might hold what it was asked for.
    return err({ kind: 'not-sent', reason: 'credentials', detail: 'the client secret could not be read' });
  }
  const account = `${apiUrl}/accounts/${encodeURIComponent(accountId)}`;
  const basic = Buffer.from(`${clientId}:${secret}`, 'utf8').toString('base64');
  const askedAt = now();
  const reply = await http({
    method: 'POST',
    url: `${account}/auth/token`,
    headers: { Authorization: `Basic ${basic}` },
    body: { grant_type: 'client_credentials', audience: account },
    timeoutMs,
  });
  if (!reply.ok) return reply;
  const read = readReply(withoutEcho(reply.value, [basic, secret]), tokenReply, now());
  if (!read.ok) return read;
  return ok({
    value: read.value.access_token,
    gotAt: askedAt,
    lifeMs: Math.floor(read.value.expires_in * 1000),
  });
}

/** What a failed token means for the call that needed it: certainly not sent, with the token's trouble as the reason. */
function withoutToken(error: DinteroError): DinteroError {
  switch (error.kind) {
    case 'not-sent':
      return error;
    case 'refused': {
      const wrong = [400, 401, 403, 404].includes(error.status);
      const detail = `${String(error.status)} ${error.message}`;
      return { kind: 'not-sent', reason: wrong ? 'credentials' : 'token', detail, ...waitField(error) };
    }
    case 'server':
      return {
        kind: 'not-sent',
        reason: 'token',
        detail: `HTTP ${String(error.status)}`,
        ...waitField(error),
      };
    case 'no-answer':
    case 'unreadable':
      return { kind: 'not-sent', reason: 'token', detail: error.detail };
  }
}

function waitOf(error: DinteroError): number | undefined {
  return 'retryAfterMs' in error ? error.retryAfterMs : undefined;
}

function waitField(error: DinteroError): { retryAfterMs?: number } {
  const ms = waitOf(error);
  return ms === undefined ? {} : { retryAfterMs: ms };
}

import * as z from 'zod';
import { err, ok } from '../result.ts';
import type { Answer, DinteroError } from './error.ts';
import type { HttpReply } from './http.ts';
import { retryAfterMs } from './retry-after.ts';

const errorBody = z.object({
  error: z.object({
    code: z.string().nullish().catch(null),
    message: z.string().nullish().catch(null),
    errors: z.array(z.unknown()).nullish().catch(null),
  }),
});

const nestedError = z.object({ message: z.string(), field: z.string().nullish().catch(null) });

/**
 * Turns a reply into its value, or says what is wrong with it. A page of HTML is never Dintero's own answer, whatever
 * its status: it comes from something in between, and says nothing about what Dintero did.
 */
export function readReply<T>(reply: HttpReply, schema: z.ZodType<T>, now: number): Answer<T> {
  const { status } = reply;
  if (status >= 500) return err({ kind: 'server', status, ...wait(reply, now) });
  if (looksLikeHtml(reply)) return err(unreadable(status, true, 'a web page instead of an answer'));
  // 408 comes from a gateway that gave up waiting: it does not know what became of the request.
  if (status === 408) return err({ kind: 'no-answer', reason: 'timeout', detail: 'HTTP 408' });
  if (status >= 400) return err(refusal(reply, now));
  if (status < 200 || status >= 300) return err(unreadable(status, false, 'the answer is a redirect'));

  const json = parseJson(reply.text);
  if (json === undefined) return err(unreadable(status, false, 'not JSON, or cut short'));
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err(unreadable(status, false, `field ${issue?.path.join('.') ?? ''}: ${issue?.code ?? 'invalid'}`));
}

/** Anything shorter stands in ordinary words. */
const shortestSecret = 6;

/**
 * The answer with its echoes of what it was asked with struck out: a gateway's error may quote a header, and Dintero's
 * words end in the journal, which is never changed.
 */
export function withoutEcho(reply: HttpReply, secrets: readonly string[]): HttpReply {
  const forms = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return { ...reply, text: forms.reduce((text, form) => text.replaceAll(form, '…'), reply.text) };
}

function refusal(reply: HttpReply, now: number): DinteroError {
  const said = errorBody.safeParse(parseJson(reply.text)).data?.error;
  const details = (said?.errors ?? []).slice(0, 10).flatMap((nested) => {
    if (typeof nested === 'string') return [clean(nested)];
    const { data } = nestedError.safeParse(nested);
    if (data === undefined) return [];
    return [clean(typeof data.field === 'string' ? `${data.field}: ${data.message}` : data.message)];
  });
  return {
    kind: 'refused',
    status: reply.status,
    ...(typeof said?.code === 'string' ? { code: clean(said.code) } : {}),
    message: clean(said?.message ?? `HTTP ${String(reply.status)}`),
    ...(details.length > 0 ? { details } : {}),
    ...wait(reply, now),
  };
}

function unreadable(status: number, looksHtml: boolean, detail: string): DinteroError {
  return { kind: 'unreadable', status, looksLikeHtml: looksHtml, detail };
}

function wait(reply: HttpReply, now: number): { retryAfterMs?: number } {
  const ms = retryAfterMs(reply.header('retry-after'), now);
  return ms === undefined ? {} : { retryAfterMs: ms };
}

function looksLikeHtml(reply: HttpReply): boolean {
  return (
    /^\s*text\/html\b/i.test(reply.header('content-type') ?? '') ||
    /^\s*<(!doctype|html|head|body)\b/i.test(reply.text)
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Text from outside, made fit for a log and a screen: no control characters, no echoed credentials, not long. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\b(basic|bearer)\s+[\w+/=.~-]+/gi, '$1 …')
    .replace(/\beyJ[\w-]+\.[\w.-]+/g, '…')
    .slice(0, 300);
}

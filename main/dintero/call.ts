import type * as z from 'zod';
import { ok } from '../result.ts';
import type { Answer } from './error.ts';
import type { Http, HttpReply, HttpRequest } from './http.ts';
import { readReply, withoutEcho } from './reply.ts';
import type { TokenKeeper } from './token.ts';

/** A parsed answer with the two things beside the body that matter. */
export type Called<T> = { readonly body: T; readonly status: number; readonly header: HttpReply['header'] };

/** Makes one authorised call and parses its answer. */
export type Call = <T>(request: HttpRequest, schema: z.ZodType<T>) => Promise<Answer<Called<T>>>;

/**
 * The only repeat in this folder: a call answered 401 was not carried out, so it is sent once more with a new token.
 * Whatever that second answer is, it is the answer.
 */
export function createCall(http: Http, tokens: TokenKeeper, now: () => number): Call {
  return async <T>(request: HttpRequest, schema: z.ZodType<T>) => {
    const send = async (token: string): Promise<Answer<Called<T>>> => {
      const reply = await http({
        ...request,
        headers: { ...request.headers, Authorization: `Bearer ${token}` },
      });
      if (!reply.ok) return reply;
      const { status, header } = reply.value;
      const read = readReply(withoutEcho(reply.value, [token]), schema, now());
      return read.ok ? ok({ body: read.value, status, header }) : read;
    };

    const token = await tokens.get();
    if (!token.ok) return token;
    const answer = await send(token.value);
    if (answer.ok || answer.error.kind !== 'refused' || answer.error.status !== 401) return answer;
    const renewed = await tokens.get(token.value);
    return renewed.ok ? send(renewed.value) : renewed;
  };
}

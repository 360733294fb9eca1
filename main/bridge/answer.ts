import { z } from 'zod';
import type { Reply } from '../../preload/contract/api.ts';
import { type CallName, calls } from '../../preload/contract/calls.ts';
import { type ErrorCode, errorCodes } from '../../preload/contract/errors.ts';
import type { Log } from '../log.ts';
import { isSmall } from './size.ts';

/** Who sent a message, as Electron tells it. */
export interface Caller {
  readonly contentsId: number;
  /** False for a frame within the page. */
  readonly mainFrame: boolean;
  readonly origin: string;
}

/** What the bridge needs of the till, in the plain form in which messages come and go. */
export interface BridgeParts {
  /** The window's page, and nobody else. */
  readonly ours: Caller;
  handle(name: CallName, asks: unknown): Promise<unknown>;
  say(code: ErrorCode, detail?: Readonly<Record<string, string | number>>): string;
  readonly log: Log;
  /** A short text that a person can read aloud; it stands in the sentence and in the log. */
  newReference(): string;
}

const refused = z.strictObject({
  ok: z.literal(false),
  error: z.strictObject({
    code: z.enum(errorCodes),
    sentence: z.string().min(1),
    approval: z.string().exactOptional(),
  }),
});
const answered = z.strictObject({ ok: z.literal(true), value: z.unknown() });
const reply = z.discriminatedUnion('ok', [answered, refused]);

/**
 * The one way from the window to the till: the sender, the name and what is asked are checked, then the till is asked,
 * then its answer is checked. Always answers, never throws; whatever else goes wrong is INTERNAL with a reference.
 */
export function createAnswer(
  parts: BridgeParts,
): (caller: Caller | null, name: unknown, asks: unknown) => Promise<Reply<CallName>> {
  const refuse = (code: ErrorCode, detail?: Readonly<Record<string, string | number>>): Reply<CallName> => ({
    ok: false,
    error: { code, sentence: parts.say(code, detail) },
  });

  function wrong(why: string, facts: Readonly<Record<string, unknown>>): Reply<CallName> {
    parts.log.warn(`a message to the till was refused: ${why}`, facts);
    return refuse('MESSAGE-WRONG');
  }

  function broken(name: CallName, thrown: unknown): Reply<CallName> {
    const reference = parts.newReference();
    parts.log.error('a call went wrong inside the till', { reference, name, thrown });
    return refuse('INTERNAL', { reference });
  }

  return async (caller, name, asks) => {
    if (!isOurs(caller, parts.ours))
      return wrong('not from the till’s own page', { origin: caller?.origin ?? null });
    if (!isCallName(name)) return wrong('no such call', { type: typeof name });
    if (!isSmall(asks)) return wrong('too large', { name });
    try {
      const asked = calls[name].asks.safeParse(asks);
      if (!asked.success) return wrong('not in its form', { name, fields: fieldsOf(asked.error) });
      const given = reply.parse(await parts.handle(name, asked.data));
      if (!given.ok) return given;
      return { ok: true, value: calls[name].answers.parse(given.value) };
    } catch (thrown) {
      return broken(name, thrown);
    }
  };
}

function isOurs(caller: Caller | null, ours: Caller): boolean {
  return (
    caller !== null &&
    caller.mainFrame &&
    caller.contentsId === ours.contentsId &&
    caller.origin === ours.origin
  );
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

/** Which fields were wrong, never what stood in them. */
function fieldsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
}

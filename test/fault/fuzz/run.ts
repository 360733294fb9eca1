import fc from 'fast-check';
import { type Caller, createAnswer } from '../../../main/bridge/answer.ts';
import { isSmall } from '../../../main/bridge/size.ts';
import type { Log } from '../../../main/log.ts';
import { wordsFor } from '../../../main/words/index.ts';
import { type CallName, calls } from '../../../preload/contract/calls.ts';
import { errorCodes } from '../../../preload/contract/errors.ts';
import { tillView } from '../../../preload/contract/view.ts';
import { wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { near } from './near.ts';

/** How long (ms) an answer may take before the bridge is taken to hang. */
const patienceMs = 10_000;

const ours: Caller = { contentsId: 7, mainFrame: true, origin: 'app://till' };

type Message = { readonly caller: Caller | null; readonly name: unknown; readonly asks: unknown };

const names = Object.keys(calls) as CallName[];

const callers = fc.oneof(
  { weight: 20, arbitrary: fc.constant(ours) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      null,
      { ...ours, contentsId: 8 },
      { ...ours, mainFrame: false },
      { ...ours, origin: 'https://example.com' },
    ),
  },
);

/** Each call of the contract as often as every other, and names that it does not have. */
const messages: fc.Arbitrary<Message> = fc.oneof(
  ...names.map((name) => ({
    weight: 1,
    arbitrary: fc.record({ caller: callers, name: fc.constant(name), asks: near(calls[name].asks) }),
  })),
  {
    weight: 4,
    arbitrary: fc.record({
      caller: callers,
      name: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString', 'sale.enter '), fc.anything()),
      asks: fc.anything(),
    }),
  },
);

/** What came of a run. */
export type Fuzzed = {
  readonly messages: number;
  /** How many were in their form and reached the till. */
  readonly heard: number;
  /** How many of those the till did. */
  readonly done: number;
};

/** After so many messages a new till takes over: by then somebody has been named operator, and the old one is locked. */
const aTill = 500;

/**
 * Sends messages to the real bridge of real tills on real journals. Throws, with the smallest message that does it,
 * when one crashes or hangs it, is answered out of form, reaches the till though it is not in the contract, or leaves a
 * journal that does not check out.
 */
export async function fuzz(count: number, seed: number): Promise<Fuzzed> {
  const tally = { messages: 0, heard: 0, done: 0 };
  while (tally.messages < count) {
    const some = Math.min(aTill, count - tally.messages);
    await fuzzOneTill(some, seed + tally.messages, tally);
    tally.messages += some;
  }
  return tally;
}

type Tally = { heard: number; done: number };

async function fuzzOneTill(count: number, seed: number, tally: Tally): Promise<void> {
  const shop = await openShop({ rules: { answerAfterMs: 0 } });
  try {
    const broken: string[] = [];
    const answer = bridgeOf(shop, tally, broken);
    await fc.assert(
      fc.asyncProperty(messages, async ({ caller, name, asks }) => {
        const heardBefore = tally.heard;
        const reply = await inTime(answer(caller, name, asks));
        const right = caller === ours && isRight(name, asks);
        if (tally.heard - heardBefore !== (right ? 1 : 0))
          throw new Error('Heard, or not, against the contract');
        if (reply.ok) tally.done += 1;
        else if (!right && reply.error.code !== 'MESSAGE-WRONG')
          throw new Error(`It got ${reply.error.code}`);
        else if (!errorCodes.includes(reply.error.code)) throw new Error('The code is none of the contract');
        if (broken.length > 0) throw new Error(broken.join('\n'));
      }),
      { numRuns: count, seed },
    );
    tillView.parse(shop.view());
    const wrong = wrongIn(shop.journalPath);
    if (wrong !== null) throw new Error(`The journal does not check out: ${wrong}`);
  } finally {
    await shop.close();
  }
}

function bridgeOf(shop: Shop, tally: Tally, broken: string[]): ReturnType<typeof createAnswer> {
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (message, facts) => {
      const { thrown } = facts ?? {};
      broken.push(`${message}: ${thrown instanceof Error ? (thrown.stack ?? '') : JSON.stringify(facts)}`);
    },
  };
  return createAnswer({
    ours,
    handle: (name, asks) => {
      tally.heard += 1;
      return shop.till().handle(name, asks as never);
    },
    say: (code, detail) => wordsFor('en').error(code, detail),
    log,
    newReference: () => 'FUZZ',
  });
}

function isRight(name: unknown, asks: unknown): boolean {
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) return false;
  return isSmall(asks) && calls[name as CallName].asks.safeParse(asks).success;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('It was not answered')), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

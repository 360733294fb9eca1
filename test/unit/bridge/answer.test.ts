import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BridgeParts, type Caller, createAnswer } from '../../../main/bridge/answer.ts';
import { isSmall } from '../../../main/bridge/size.ts';
import { calls } from '../../../preload/contract/calls.ts';
import { errorCodes } from '../../../preload/contract/errors.ts';

const ours: Caller = { contentsId: 7, mainFrame: true, origin: 'app://till' };

/** A bridge to a till that only counts; `handle` may be another. */
function bridge(handle: BridgeParts['handle'] = () => Promise.resolve({ ok: true, value: null })) {
  const asked: { name: string; asks: unknown }[] = [];
  const logged: string[] = [];
  const note = (message: string, facts?: unknown): void => {
    logged.push(
      `${message} ${JSON.stringify(facts, (_key, value: unknown) => (value instanceof Error ? value.message : value))}`,
    );
  };
  const answer = createAnswer({
    ours,
    handle: (name, asks) => {
      asked.push({ name, asks });
      return handle(name, asks);
    },
    say: (code, detail) => `${code}: ${JSON.stringify(detail ?? {})}`,
    log: { info: note, warn: note, error: note },
    newReference: () => 'A1B2C3',
  });
  return { answer, asked, logged };
}

function codeOf(reply: Awaited<ReturnType<ReturnType<typeof createAnswer>>>): string {
  return reply.ok ? 'ok' : reply.error.code;
}

describe('the bridge', () => {
  it('hands a right message to the till, and its answer back', async () => {
    const { answer, asked } = bridge();
    expect(await answer(ours, 'sale.park', { name: ' Kari ' })).toEqual({ ok: true, value: null });
    expect(asked).toEqual([{ name: 'sale.park', asks: { name: 'Kari' } }]);
  });

  it.each<[string, Caller | null]>([
    ['no frame', null],
    ['another window', { ...ours, contentsId: 8 }],
    ['a frame in the page', { ...ours, mainFrame: false }],
    ['another origin', { ...ours, origin: 'https://example.com' }],
    ['an origin that begins alike', { ...ours, origin: 'app://till.example.com' }],
    ['no origin', { ...ours, origin: 'null' }],
  ])('does not hear %s', async (_who, caller) => {
    const { answer, asked } = bridge();
    expect(codeOf(await answer(caller, 'till.view', {}))).toBe('MESSAGE-WRONG');
    expect(asked).toEqual([]);
  });

  it.each([['no.such'], ['toString'], ['__proto__'], [''], [null], [7], [{}]])(
    'knows no call named %j',
    async (name) => {
      const { answer, asked } = bridge();
      expect(codeOf(await answer(ours, name, {}))).toBe('MESSAGE-WRONG');
      expect(asked).toEqual([]);
    },
  );

  it('looks into no message that is far too large', async () => {
    const { answer, asked } = bridge();
    const round: Record<string, unknown> = {};
    round['round'] = round;
    for (const asks of [{ text: 'x'.repeat(70_000) }, round, { text: new Uint8Array(100_000) }, Array(1e9)]) {
      expect(codeOf(await answer(ours, 'sale.enter', asks))).toBe('MESSAGE-WRONG');
    }
    expect(asked).toEqual([]);
    expect(isSmall({ text: 'x'.repeat(60_000) })).toBe(true);
  });

  it('gives back the till’s own refusals', async () => {
    const error = { code: 'SALE-EMPTY', sentence: 'There is nothing to pay for.' } as const;
    const { answer } = bridge(() => Promise.resolve({ ok: false, error }));
    expect(await answer(ours, 'payment.card', { total: 0 })).toEqual({ ok: false, error });
  });

  it.each<[string, BridgeParts['handle']]>([
    ['throws', () => Promise.reject(new Error('secret detail'))],
    [
      'throws at once',
      () => {
        throw new Error('secret detail');
      },
    ],
    ['answers in another shape', () => Promise.resolve({ ok: true, value: { secret: 'detail' } })],
    [
      'refuses with an unknown code',
      () => Promise.resolve({ ok: false, error: { code: 'X', sentence: 'secret detail' } }),
    ],
    [
      'adds to its refusal',
      () => Promise.resolve({ ok: false, error: { code: 'OFFLINE', sentence: 's', secret: 1 } }),
    ],
    ['gives nothing', () => Promise.resolve(undefined)],
  ])('answers INTERNAL with a reference that the log has, when the till %s', async (_what, handle) => {
    const { answer, logged } = bridge(handle);
    const reply = await answer(ours, 'sale.park', { name: '' });
    expect(reply).toEqual({
      ok: false,
      error: { code: 'INTERNAL', sentence: 'INTERNAL: {"reference":"A1B2C3"}' },
    });
    expect(logged.join()).toContain('A1B2C3');
  });

  it('never breaks, and never lets through what is not in the contract: 2,000 nearly right messages', async () => {
    const names = Object.keys(calls) as (keyof typeof calls)[];
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        undefined,
        true,
        '',
        ' ',
        0,
        -1,
        1,
        1.5,
        NaN,
        Infinity,
        2 ** 53,
        10n,
        'x',
        'approved',
        'attach',
      ),
      fc.string(),
      fc.integer(),
      fc.anything(),
    );
    const key = fc.constantFrom(
      'text',
      'articleId',
      'quantity',
      'amount',
      'vatRate',
      'description',
      'lineId',
      'reason',
      'discount',
      'name',
      'saleId',
      'group',
      'offset',
      'limit',
      'importId',
      'total',
      'given',
      'paid',
      'alarm',
      'how',
      'before',
      'receiptNumber',
      'answer',
      'afterMs',
      'language',
      '__proto__',
      'constructor',
    );
    const asks = fc.oneof(fc.dictionary(key, value, { maxKeys: 5 }), fc.anything());
    const { answer, asked } = bridge();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), asks, async (name, message) => {
        const before = asked.length;
        const reply = await answer(ours, name, message);
        const right = isSmall(message) && calls[name].asks.safeParse(message).success;
        expect(asked.length - before).toBe(right ? 1 : 0);
        if (!reply.ok) expect(errorCodes).toContain(reply.error.code);
        if (!right) expect(codeOf(reply)).toBe('MESSAGE-WRONG');
      }),
      { numRuns: 2000 },
    );
    expect(asked.length).toBeGreaterThan(0);
  });
});

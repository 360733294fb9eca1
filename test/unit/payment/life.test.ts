import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../../main/journal/entries/index.ts';
import type { JournalWriter } from '../../../main/journal/index.ts';
import { ok } from '../../../main/result.ts';
import { applyToAttempt, type Attempt, attemptFrom, isFinal } from '../../../main/payment/attempt.ts';
import { carryOut, completion } from '../../../main/payment/carry-out.ts';
import { consequence } from '../../../main/payment/consequence.ts';
import type { Held, Work } from '../../../main/payment/held.ts';
import { type Elapsed, judge, type Seen } from '../../../main/payment/reading.ts';
import type { RunnerParts } from '../../../main/payment/runner-parts.ts';
import { watchMs } from '../../../main/payment/schedule.ts';
import {
  amount,
  attemptAfter,
  attemptId,
  creating,
  entry,
  prepared,
  session,
  transaction,
  undecided,
  waiting,
} from './helpers.ts';

const transactions = fc
  .record({
    status: fc.constantFrom(
      ...['INITIATED', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'FAILED', 'AUTHORIZATION_VOIDED'],
      ...['ON_HOLD', 'UNKNOWN', 'PARTIALLY_CAPTURED', 'REFUNDED', 'SETTLING'],
    ),
    amount: fc.constantFrom(amount, amount, amount, 1),
    merchant_reference: fc.constantFrom(attemptId, attemptId, attemptId, 'TEST22-9-1'),
    id: fc.constantFrom('X1', 'X1', 'X2'),
  })
  .map(({ status, ...change }) => transaction(status, change));

const sessions = fc
  .record({
    cancelled_at: fc.constantFrom(null, '2026-01-15T09:01:00Z'),
    events: fc.constantFrom([], [{ name: 'FAILED' }], [{ name: 'UNKNOWN' }], [{ name: 'PAY_FAILED' }]),
  })
  .map(session);

const looks: fc.Arbitrary<readonly [Seen, Elapsed, number]> = fc.tuple(
  fc.record({
    session: fc.option(sessions),
    sessionIds: fc.constantFrom(['S1'], ['S1'], ['S1'], ['S1', 'S2']),
    transactions: fc.array(transactions, { maxLength: 2, size: 'small' }),
  }),
  fc.record({
    sinceWaitingMs: fc.constantFrom(0, 100_000, 200_000, 400_000),
    sinceCancelSeenMs: fc.constantFrom(null, 0, 6_000, 60_000),
    cancelInFlight: fc.boolean(),
  }),
  fc.constantFrom(0, 60_000, watchMs + 1),
);

type Step =
  | { readonly kind: 'look'; readonly look: readonly [Seen, Elapsed, number] }
  | { readonly kind: 'decide'; readonly paid: boolean };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: looks.map((look): Step => ({ kind: 'look', look })) },
  { weight: 1, arbitrary: fc.boolean().map((paid): Step => ({ kind: 'decide', paid })) },
);

const beginnings = fc.constantFrom<readonly Entry[]>(
  [creating()],
  [creating(), waiting()],
  [creating(), undecided()],
  [creating(), undecided(), waiting()],
);

/** The sale takes its payment, as the counter has it do. */
const completed = (paid: Attempt): Entry =>
  entry('sale.completed', {
    payments: [{ kind: 'card', attemptId: paid.attemptId, amount: paid.amount }],
  } as never);

/** An attempt on paper: what the machine decides is folded in and kept. */
function onPaper(
  beginning: readonly Entry[],
): Held & { readonly parts: RunnerParts; readonly entries: Entry[] } {
  const entries = [prepared(), ...beginning];
  let attempt = attemptAfter(...beginning);
  let alarms = 0;
  const tx = {
    append: entry,
    read: { nextAlarmNumber: () => (alarms += 1), openAlarms: () => [{ attemptId }] },
  } as unknown as JournalWriter;
  return {
    entries,
    parts: {
      completeSale: (_tx: JournalWriter, paid: Attempt) => completed(paid),
      // The sale is completed whole: no part of it is open.
      losePart: () => null,
    } as unknown as RunnerParts,
    attempt: () => attempt,
    record: (_operator: string | null, work: Work) => {
      for (const written of work(tx)) {
        entries.push(written);
        attempt = applyToAttempt(attempt, written) ?? attempt;
      }
      return ok(undefined);
    },
  };
}

type Paper = ReturnType<typeof onPaper>;

function look(paper: Paper, [seen, elapsed, inStateMs]: readonly [Seen, Elapsed, number]): boolean {
  const verdict = judge(paper.attempt(), seen, elapsed);
  return carryOut(paper.parts, paper, consequence(paper.attempt(), verdict, elapsed, inStateMs));
}

function decide(paper: Paper, paid: boolean): void {
  if (paper.attempt().state !== 'undecided') return;
  paper.record(null, (tx) => {
    const decided = tx.append('attempt.decided', { attemptId, paid, reason: 'so' });
    return paid ? [decided, ...completion(paper.parts, paper, tx, decided)] : [decided];
  });
}

/** Takes the steps one by one until nothing is left to look for; calls `after` for each. */
function live(
  paper: Paper,
  taken: readonly Step[],
  after: (before: Attempt, step: Step, over: boolean) => void,
): void {
  for (const step of taken) {
    const before = paper.attempt();
    let over = false;
    if (step.kind === 'look') over = look(paper, step.look);
    else decide(paper, step.paid);
    after(before, step, over);
    if (over) return;
  }
}

const lives = [beginnings, fc.array(steps, { maxLength: 12 })] as const;

test('an attempt that is final stays final, and keeps its outcome', () => {
  fc.assert(
    fc.property(...lives, (beginning, taken) => {
      const paper = onPaper(beginning);
      live(paper, taken, (before) => {
        if (isFinal(before)) expect(paper.attempt().state).toBe(before.state);
      });
    }),
    { numRuns: 3_000 },
  );
});

test('what the machine writes can always be folded, and read again gives the same attempt', () => {
  fc.assert(
    fc.property(...lives, (beginning, taken) => {
      const paper = onPaper(beginning);
      live(paper, taken, () => undefined);
      expect(attemptFrom(paper.entries)).toEqual(paper.attempt());
      expect(attemptFrom(paper.entries)).toEqual(attemptFrom(paper.entries));
    }),
    { numRuns: 3_000 },
  );
});

test('the same look once more writes nothing', () => {
  fc.assert(
    fc.property(...lives, (beginning, taken) => {
      const paper = onPaper(beginning);
      live(paper, taken, (_before, step, over) => {
        if (over || step.kind !== 'look' || step.look[2] > watchMs) return;
        const written = paper.entries.length;
        look(paper, step.look);
        expect(paper.entries).toHaveLength(written);
      });
    }),
    { numRuns: 3_000 },
  );
});

test('no attempt is completed without an approved transaction that fits it, or a person’s word', () => {
  fc.assert(
    fc.property(...lives, (beginning, taken) => {
      const paper = onPaper(beginning);
      live(paper, taken, () => undefined);
      const attempt = paper.attempt();
      if (attempt.state !== 'completed') return;
      const said = paper.entries.some((one) => one.kind === 'attempt.decided' && one.body.paid);
      const fits = attempt.transaction?.amount === amount && attempt.transaction.reference === attemptId;
      expect(said || fits).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('an approved transaction that fits is never passed over: paid, or an alarm', () => {
  fc.assert(
    fc.property(...lives, (beginning, taken) => {
      const paper = onPaper(beginning);
      const ends: boolean[] = [];
      live(paper, taken, (_before, _step, over) => ends.push(over));
      if (ends.includes(true)) return;
      look(paper, [
        { session: session(), sessionIds: ['S1'], transactions: [transaction('CAPTURED')] },
        { sinceWaitingMs: 0, sinceCancelSeenMs: null, cancelInFlight: false },
        0,
      ]);
      const attempt = paper.attempt();
      const paid = 'transaction' in attempt && attempt.transaction?.transactionId === 'X1';
      const alarm = 'paidAfterAll' in attempt && attempt.paidAfterAll !== null;
      expect(paid || alarm || ('transaction' in attempt && attempt.transaction !== null)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

import { describe, expect, it } from 'vitest';
import { mayStillBePaid } from '../../../main/payment/attempt.ts';
import { consequence } from '../../../main/payment/consequence.ts';
import { transactionSeen, type Verdict } from '../../../main/payment/reading.ts';
import { watchMs } from '../../../main/payment/schedule.ts';
import {
  attemptAfter,
  attemptId,
  creating,
  entry,
  soon,
  transaction,
  undecided,
  waiting,
} from './helpers.ts';

const open: Verdict = { kind: 'open' };
const approved: Verdict = { kind: 'approved', transaction: transactionSeen(transaction('CAPTURED')) };
const declined: Verdict = { kind: 'not-paid', outcome: 'declined', code: 'declined-by-card', detail: '' };
const cancelled = entry('attempt.not-paid', {
  attemptId,
  outcome: 'cancelled',
  code: 'cancelled-at-till',
  detail: '',
});
const decided = (paid: boolean): ReturnType<typeof entry> =>
  entry('attempt.decided', { attemptId, paid, reason: 'The customer says so' });
const authorised = entry('attempt.approved', {
  attemptId,
  transaction: transactionSeen(transaction('AUTHORIZED')),
});

describe('While nothing is final', () => {
  it('two and a half minutes without a word make it undecided, once', () => {
    const late = { ...soon, sinceWaitingMs: 150_001 };
    expect(consequence(attemptAfter(creating(), waiting()), open, late, 0)).toMatchObject({
      kind: 'become-undecided',
      why: 'patience-over',
    });
    expect(consequence(attemptAfter(creating(), undecided()), open, late, 0).kind).toBe('keep-looking');
  });

  it('an approval is taken, whatever was undecided before', () => {
    expect(consequence(attemptAfter(creating(), undecided()), approved, soon, 0).kind).toBe('approve');
  });
});

describe('After the end', () => {
  it('an approval of what was cancelled is an alarm', () => {
    expect(consequence(attemptAfter(waiting(), cancelled), approved, soon, 0).kind).toBe(
      'raise-paid-after-all',
    );
  });

  it('money that moved in another amount is an alarm too', () => {
    const moved = transactionSeen(transaction('CAPTURED', { amount: 5_000 }));
    const misfit: Verdict = { kind: 'undecided', why: 'amount-differs', detail: '', moved };
    expect(consequence(attemptAfter(waiting(), cancelled), misfit, soon, 0).kind).toBe(
      'raise-paid-after-all',
    );
  });

  it('a cancelled attempt is watched for two days', () => {
    const attempt = attemptAfter(waiting(), cancelled);
    expect(consequence(attempt, open, soon, watchMs).kind).toBe('keep-looking');
    expect(consequence(attempt, open, soon, watchMs + 1).kind).toBe('end-watch');
  });

  it.each(['voided', 'transaction-failed', 'cancelled-at-till', 'expired', 'decided-not-paid'])(
    'an ending by %s may still turn out to be paid',
    (code) => {
      expect(mayStillBePaid(code)).toBe(true);
    },
  );

  it.each(['not-sent', 'refused', 'terminal-busy', 'terminal-offline', 'declined-by-card', 'wrong-pin'])(
    'an ending by %s cannot turn out to be paid, and is not watched',
    (code) => {
      expect(mayStillBePaid(code)).toBe(false);
    },
  );
});

describe('A payment that came after all and is only authorised', () => {
  const raised = entry('attempt.paid-after-all', {
    attemptId,
    transaction: transactionSeen(transaction('AUTHORIZED')),
    alarm: 1,
  });
  const attempt = attemptAfter(waiting(), cancelled, raised);
  const voided: Verdict = { kind: 'not-paid', outcome: 'cancelled', code: 'voided', detail: '' };
  const still: Verdict = { kind: 'approved', transaction: transactionSeen(transaction('AUTHORIZED')) };

  it('is followed until it is captured, let go, or two days are over', () => {
    expect(consequence(attempt, still, soon, 0).kind).toBe('keep-looking');
    expect(consequence(attempt, approved, soon, 0)).toEqual({ kind: 'capture', transactionId: 'X1' });
    expect(consequence(attempt, voided, soon, 0)).toMatchObject({ kind: 'withdraw-alarm', code: 'voided' });
    expect(consequence(attempt, still, soon, watchMs + 1).kind).toBe('end-watch');
  });

  it('is watched like any other that was given up when it was let go, and alarms once more', () => {
    const withdrawn = entry('attempt.alarm-withdrawn', {
      attemptId,
      outcome: 'cancelled',
      code: 'voided',
      detail: '',
    });
    const letGo = attemptAfter(waiting(), cancelled, raised, withdrawn);
    expect(consequence(letGo, voided, soon, 0).kind).toBe('keep-looking');
    expect(consequence(letGo, approved, soon, 0).kind).toBe('raise-paid-after-all');
  });

  it('is not followed any more once it is captured', () => {
    const captured = entry('attempt.captured', { attemptId, transactionId: 'X1' });
    expect(attemptAfter(waiting(), cancelled, raised, captured)).toMatchObject({
      watched: 'over',
      paidAfterAll: { captured: true },
    });
  });
});

describe('A person’s decision', () => {
  it('“paid” is confirmed by an approval and contradicted by a decline', () => {
    const attempt = attemptAfter(waiting(), undecided(), decided(true));
    expect(consequence(attempt, approved, soon, 0).kind).toBe('confirm');
    expect(consequence(attempt, declined, soon, 0).kind).toBe('raise-not-paid-after-all');
    expect(consequence(attempt, open, soon, 0).kind).toBe('keep-looking');
  });

  it('“not paid” is contradicted by an approval', () => {
    const attempt = attemptAfter(waiting(), undecided(), decided(false));
    expect(consequence(attempt, approved, soon, 0).kind).toBe('raise-paid-after-all');
  });
});

describe('What is only authorised', () => {
  it('is followed until it is captured, voided, or two days are over', () => {
    const attempt = attemptAfter(waiting(), authorised);
    const still: Verdict = { kind: 'approved', transaction: transactionSeen(transaction('AUTHORIZED')) };
    const voided: Verdict = { kind: 'not-paid', outcome: 'cancelled', code: 'voided', detail: '' };
    expect(consequence(attempt, still, soon, 0).kind).toBe('keep-looking');
    expect(consequence(attempt, approved, soon, 0)).toEqual({ kind: 'capture', transactionId: 'X1' });
    expect(consequence(attempt, voided, soon, 0).kind).toBe('raise-not-paid-after-all');
    expect(consequence(attempt, still, soon, watchMs + 1).kind).toBe('end-watch');
  });
});

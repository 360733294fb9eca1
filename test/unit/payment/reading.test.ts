import { describe, expect, it } from 'vitest';
import { type Elapsed, judge, type Seen } from '../../../main/payment/reading.ts';
import { amount, attemptAfter, creating, session, soon, transaction, waiting } from './helpers.ts';

const attempt = attemptAfter(creating(), waiting());
const verdict = (seen: Partial<Seen>, elapsed: Partial<Elapsed> = {}): ReturnType<typeof judge> =>
  judge(attempt, { session: null, sessionIds: [], transactions: [], ...seen }, { ...soon, ...elapsed });
const one = (status: string, change = {}): Partial<Seen> => ({ transactions: [transaction(status, change)] });

describe('A transaction', () => {
  it.each([
    ['CAPTURED', 'approved'],
    ['AUTHORIZED', 'approved'],
    ['INITIATED', 'open'],
    ['INITIALIZED', 'open'],
    ['DECLINED', 'not-paid'],
    ['FAILED', 'not-paid'],
    ['AUTHORIZATION_VOIDED', 'not-paid'],
    ['ON_HOLD', 'undecided'],
    ['UNKNOWN', 'undecided'],
    ['PARTIALLY_CAPTURED', 'undecided'],
    ['REFUNDED', 'undecided'],
    ['NEVER_SEEN_BEFORE', 'undecided'],
  ])('that is %s makes the attempt %s', (status, kind) => {
    expect(verdict(one(status)).kind).toBe(kind);
  });

  it.each([
    ['amount-differs', { amount: amount + 1 }],
    ['currency-differs', { currency: 'SEK' }],
    ['reference-differs', { merchant_reference: 'TEST22-1-2' }],
    ['reference-differs', { merchant_reference: null }],
    ['amount-differs', { events: [{ event: 'CAPTURE', success: true, amount: amount + 500 }] }],
  ])('that is captured is undecided when its %s: %j', (why, change) => {
    expect(verdict(one('CAPTURED', change))).toMatchObject({
      kind: 'undecided',
      why,
      moved: { transactionId: 'X1' },
    });
  });

  it('that is one of several decides nothing, and the money that moved is not forgotten', () => {
    const transactions = [transaction('DECLINED', { id: 'X0' }), transaction('CAPTURED')];
    expect(verdict({ transactions })).toMatchObject({
      why: 'several-transactions',
      moved: { transactionId: 'X1' },
    });
    expect(verdict({ transactions: transactions.map((t) => ({ ...t, status: 'INITIATED' })) })).toMatchObject(
      {
        why: 'several-transactions',
        moved: null,
      },
    );
  });

  it('that is only authorised is not paid before a cancel under way is over', () => {
    expect(verdict(one('AUTHORIZED'), { cancelInFlight: true }).kind).toBe('open');
    expect(verdict(one('AUTHORIZED'), { sinceCancelSeenMs: 19_999 }).kind).toBe('open');
    expect(verdict(one('AUTHORIZED'), { sinceCancelSeenMs: 20_000 }).kind).toBe('approved');
    expect(verdict(one('CAPTURED'), { cancelInFlight: true }).kind).toBe('approved');
  });

  it('that was declined for its PIN says so, and a voided one does not', () => {
    const events = [{ event: 'AUTHORIZE', success: false, error: { type: ['FAILED_VERIFICATION'] } }];
    expect(verdict(one('DECLINED', { events }))).toMatchObject({ code: 'wrong-pin' });
    expect(verdict(one('AUTHORIZATION_VOIDED', { events }))).toMatchObject({ code: 'voided' });
  });

  it('gives its receipt text without the characters that a printer obeys', () => {
    const events = [
      { event: 'CAPTURE', metadata: { 'seitatech:customerReceipt': 'GODKJENT\u001bp0\r\nTakk' } },
    ];
    expect(verdict(one('CAPTURED', { events }))).toMatchObject({
      transaction: { card: { customerReceipt: 'GODKJENTp0\nTakk' } },
    });
  });
});

describe('A session without a final transaction', () => {
  const cancelled = { session: session({ cancelled_at: '2026-01-15T09:01:00Z' }) };

  it('that was cancelled is open for a grace, longer while a card may be in the reader', () => {
    expect(verdict(cancelled, { sinceCancelSeenMs: 4_999 }).kind).toBe('open');
    expect(verdict(cancelled, { sinceCancelSeenMs: 5_000 })).toMatchObject({ outcome: 'cancelled' });
    const withCard = { ...cancelled, ...one('INITIATED') };
    expect(verdict(withCard, { sinceCancelSeenMs: 19_999 }).kind).toBe('open');
    expect(verdict(withCard, { sinceCancelSeenMs: 20_000 })).toMatchObject({ outcome: 'cancelled' });
  });

  it('expires by the time that the till measured, and not before its lifetime and a grace are over', () => {
    const seen = { session: session(), ...one('INITIATED') };
    expect(verdict(seen, { sinceWaitingMs: 305_000 }).kind).toBe('open');
    expect(verdict(seen, { sinceWaitingMs: 305_001 })).toMatchObject({ outcome: 'expired' });
  });

  it.each([
    [{ expires_at: null }],
    [{ created_at: null }],
    [{ expires_at: 'soon' }],
    [{ expires_at: '2026-01-15T08:00:00Z' }],
  ])('never expires when it does not say how long it lives: %j', (change) => {
    expect(verdict({ session: session(change) }, { sinceWaitingMs: 1e9 }).kind).toBe('open');
  });

  it.each([
    ['DECLINED', 'not-paid'],
    ['FAILED', 'not-paid'],
    ['UNKNOWN', 'undecided'],
    ['PAY_FAILED', 'open'],
    ['INITIATED', 'open'],
  ])('whose newest event is %s is %s', (name, kind) => {
    expect(verdict({ session: session({ events: [{ name: 'INITIATED' }, { name }] }) }).kind).toBe(kind);
  });
});

import { describe, expect, it } from 'vitest';
import {
  type AttemptHere,
  differences,
  listingGraceMs,
  notSeenThere,
} from '../../../main/day/differences.ts';
import type { Transaction } from '../../../main/dintero/index.ts';
import { transaction as transactionShape } from '../../../main/dintero/transaction.ts';
import { ore } from '../../../main/sale/money.ts';

const ours = { tillId: 'TEST22', terminalId: 'T0292', currency: 'NOK' };

function there(change: Record<string, unknown> = {}): Transaction {
  return transactionShape.parse({
    id: 'T1.a',
    session_id: 'S1',
    status: 'CAPTURED',
    amount: 3900,
    currency: 'NOK',
    merchant_reference: 'TEST22-1-1',
    store: { id: 'oslo-center', terminal_id: 'T0292' },
    created_at: '2026-11-22T12:00:00.000Z',
    ...change,
  });
}

function here(change: Partial<AttemptHere> = {}): AttemptHere {
  return {
    attemptId: 'TEST22-1-1',
    state: 'completed',
    amount: ore(3900),
    sessionId: 'S1',
    transactionId: 'T1.a',
    preparedAt: '2026-11-22T11:59:00.000Z',
    updatedAt: '2026-11-22T12:00:00.000Z',
    captured: true,
    alarm: null,
    refunded: ore(0),
    refunding: false,
    followed: false,
    ...change,
  };
}

const kinds = (t: Transaction[], h: AttemptHere[]): string[] =>
  differences(t, h, [], ours).map((d) => d.kind);
const capture = (amount: number): unknown => ({ event: 'CAPTURE', success: true, amount });

const refund = (amount: number, success = true): unknown => ({ event: 'REFUND', success, amount });

describe('A transaction and the attempt it belongs to', () => {
  it.each<[string, Record<string, unknown>, Partial<AttemptHere>, string[]]>([
    ['agree when both say paid', {}, {}, []],
    ['agree when it was given back since', { status: 'REFUNDED' }, {}, []],
    ['agree when neither says paid', { status: 'DECLINED' }, { state: 'declined', transactionId: null }, []],
    ['differ in the amount', { amount: 4000 }, {}, ['amount-differs']],
    ['differ by a tip that only the capture shows', { events: [capture(4300)] }, {}, ['amount-differs']],
    ['differ in the currency', { currency: 'SEK' }, {}, ['amount-differs']],
    ['differ when Dintero voided it', { status: 'AUTHORIZATION_VOIDED' }, {}, ['paid-here-only']],
    ['differ when the status is new to the till', { status: 'SOMETHING' }, {}, ['paid-here-only']],
    [
      'differ when the watching ended without it',
      {},
      { state: 'expired', transactionId: null },
      ['paid-there-only'],
    ],
    ['differ when the attempt was paid by another one', {}, { transactionId: 'T1.b' }, ['paid-there-only']],
    [
      'differ when a second one was paid for an alarm',
      {},
      { state: 'expired', transactionId: 'T1.b', alarm: 'paid-after-all' },
      ['paid-there-only'],
    ],
    ['agree in what went back', { events: [refund(3900)] }, { refunded: ore(3900) }, []],
    ['differ in what went back there only', { events: [refund(1000)] }, {}, ['refund-differs']],
    ['differ in what went back here only', {}, { refunded: ore(1000) }, ['refund-differs']],
    ['agree when a refund failed', { events: [refund(1000, false)] }, {}, []],
    ['are left to the refund that is not settled', { events: [refund(1000)] }, { refunding: true }, []],
    ['are left to the watch while it looks', { amount: 4000 }, { followed: true }, []],
    ['are left to the alarm that was raised', {}, { state: 'expired', alarm: 'paid-after-all' }, []],
    ['are left to the alarm that contradicts the till', { status: 'FAILED' }, { alarm: 'contradicted' }, []],
    [
      'differ when it was paid after an alarm said that it was not',
      {},
      { alarm: 'contradicted' },
      ['paid-there-only'],
    ],
    ['agree when it was attached to its sale', {}, { alarm: 'paid-after-all' }, []],
    [
      'differ in what went back of one that was attached',
      { events: [refund(1000)] },
      { alarm: 'paid-after-all' },
      ['refund-differs'],
    ],
    ['differ when it was never captured', { status: 'AUTHORIZED' }, { captured: false }, ['paid-here-only']],
    ['agree when only the list has not heard of the capture yet', { status: 'AUTHORIZED' }, {}, []],
    ['belong together by the session alone', { merchant_reference: 'lost' }, { transactionId: null }, []],
    ['belong together by the transaction alone', { merchant_reference: 'lost', session_id: null }, {}, []],
  ])('%s', (_, t, h, expected) => {
    expect(kinds([there(t)], [here(h)])).toEqual(expected);
  });

  it('differ by the second when Dintero took the money twice for what a person decided', () => {
    const second = { id: 'T1.b', created_at: '2026-11-22T12:01:00.000Z' };
    const found = differences([there(second), there()], [here({ transactionId: null })], [], ours);
    expect(found).toMatchObject([{ kind: 'paid-there-only', transactionId: 'T1.b' }]);
  });

  it('give both amounts, and another case when the amount differs in another way', () => {
    const [first] = differences([there({ amount: 4000 })], [here()], [], ours);
    const [second] = differences([there({ amount: 4100 })], [here()], [], ours);
    expect(first).toMatchObject({ amountHere: 3900, amountThere: 4000 });
    expect(first?.difference).not.toBe(second?.difference);
  });
});

describe('A transaction without an attempt', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['is a case when it was paid', { merchant_reference: 'faktura 1' }, ['paid-there-only']],
    ['is a case when it bears no reference', { merchant_reference: null }, ['paid-there-only']],
    ['is a case when its status is new to the till', { status: 'SOMETHING' }, ['paid-there-only']],
    [
      'is a case when it bears this till’s reference, on whichever terminal',
      { store: null },
      ['paid-there-only'],
    ],
    ['is no case when nothing was paid', { status: 'FAILED' }, []],
    ['is no case before it is paid', { status: 'INITIATED' }, []],
    ['is no case on another terminal', { merchant_reference: 'x', store: { terminal_id: 'T0293' } }, []],
    [
      'is no case when another till paid on another terminal',
      { merchant_reference: 'OTHER9-1-1', store: { terminal_id: 'T0293' } },
      [],
    ],
    [
      'tells of another till on this terminal, paid or not',
      { merchant_reference: 'OTHER9-1-1', status: 'DECLINED' },
      ['terminal-shared'],
    ],
  ])('%s', (_, t, expected) => {
    expect(kinds([there(t)], [])).toEqual(expected);
  });
});

describe('A payment that Dintero does not list', () => {
  const updated = Date.parse(here().updatedAt);

  it('is looked for once its grace is over', () => {
    expect(notSeenThere([], [here()], updated + listingGraceMs)).toEqual([]);
    expect(notSeenThere([], [here()], updated + listingGraceMs + 1)).toEqual([here()]);
  });

  it.each<[string, Transaction[], Partial<AttemptHere>]>([
    ['it is listed', [there()], {}],
    ['it is still watched', [], { followed: true }],
    ['an alarm was raised', [], { alarm: 'contradicted' }],
    ['it was not paid', [], { state: 'declined' }],
  ])('is not looked for when %s', (_, t, h) => {
    expect(notSeenThere(t, [here(h)], updated + 2 * listingGraceMs)).toEqual([]);
  });

  it('is a case when it is not there', () => {
    expect(differences([], [], [here()], ours)).toMatchObject([
      { kind: 'paid-here-only', attemptId: 'TEST22-1-1' },
    ]);
  });
});

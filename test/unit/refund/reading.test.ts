import { describe, expect, it } from 'vitest';
import type { Transaction, TransactionEvent } from '../../../main/dintero/index.ts';
import { consequence } from '../../../main/refund/consequence.ts';
import { heldByDintero, isReferenceTaken, judge } from '../../../main/refund/reading.ts';
import type { Refund } from '../../../main/refund/refund.ts';
import { patienceMs } from '../../../main/refund/schedule.ts';
import { ore } from '../../../main/sale/money.ts';

function event(name: string, amount: number, more: Partial<TransactionEvent> = {}): TransactionEvent {
  return {
    id: null,
    event: name,
    transaction_status: null,
    success: true,
    amount,
    event_reference: null,
    request_id: null,
    correlation_request_id: null,
    error: null,
    correction: null,
    items: [],
    metadata: {},
    created_at: null,
    ...more,
  };
}

function correction(status: string, ...eventIds: string[]): Partial<TransactionEvent> {
  const none = { remaining_capture_amount: null, remaining_refund_amount: null, remaining_void_amount: null };
  return { correction: { event_ids: eventIds, status, ...none } };
}

const having = (...events: TransactionEvent[]) => ({ status: 'CAPTURED', events }) as unknown as Transaction;
const captured = event('CAPTURE', 10_000);
const mine = { event_reference: 'K7F3QD-F3' };

const facts = {
  watchedSince: null,
  refundId: 'K7F3QD-F3',
  amount: ore(4_000),
  card: { attemptId: 'K7F3QD-1-1', transactionId: 'T-1', amount: ore(4_000), terminalId: null, request: {} },
};
/** A refund as far as it is read here. */
const refund = (more: object) => ({ ...facts, ...more }) as unknown as Refund;
const accepted = refund({ state: 'accepted', eventRequestId: 'req-1' });
const lost = refund({ state: 'undecided', eventRequestId: null, why: 'answer-lost' });

describe('What Dintero still holds', () => {
  it.each([
    ['all that was captured', [], 10_000],
    ['less what was refunded', [event('REFUND', 3_000)], 7_000],
    ['as before, when a refund failed', [event('REFUND', 3_000, { success: false })], 10_000],
    [
      'less what a refund under way would take',
      [event('INITIATE_REFUND', 3_000, { request_id: 'r' })],
      7_000,
    ],
    [
      'less a refund under way only once when it has finished',
      [
        event('INITIATE_REFUND', 3_000, { request_id: 'r' }),
        event('REFUND', 3_000, { correlation_request_id: 'r' }),
      ],
      7_000,
    ],
    [
      'as before, when a refund under way was refused',
      [
        event('INITIATE_REFUND', 3_000, { request_id: 'r' }),
        event('REFUND', 3_000, { correlation_request_id: 'r', success: false }),
      ],
      10_000,
    ],
    ['less a refund whose outcome is not said', [event('REFUND', 3_000, { success: null })], 7_000],
    [
      'less a failed refund that was corrected',
      [event('REFUND', 3_000, { success: false, ...correction('REFUNDED') })],
      7_000,
    ],
    [
      'as before, when a later event corrects a refund away',
      [event('REFUND', 3_000, { id: 'e1' }), event('SETTLEMENT', 0, correction('CAPTURED', 'e1'))],
      10_000,
    ],
  ])('is %s', (_what, events, held) => {
    expect(heldByDintero(having(captured, ...events))).toBe(held);
  });
});

describe('Dintero’s word on a refund', () => {
  it.each([
    ['its reference', { ...mine, id: 'e1' }],
    ['its correlation id', { correlation_request_id: 'req-1', id: 'e1' }],
  ])('is that it went back, by %s', (_what, more) => {
    expect(judge(accepted, having(captured, event('REFUND', 4_000, more)))).toEqual({
      kind: 'done',
      eventId: 'e1',
    });
  });

  it('is nothing as long as only another refund of the same amount is there', () => {
    const other = event('REFUND', 4_000, { event_reference: 'K7F3QD-F2' });
    expect(judge(lost, having(captured, other))).toEqual({ kind: 'absent' });
    expect(judge(lost, having(captured, event('REFUND', 4_000)))).toEqual({ kind: 'absent' });
  });

  it('is not final while it is only begun', () => {
    expect(judge(lost, having(captured, event('INITIATE_REFUND', 4_000, mine)))).toEqual({
      kind: 'under-way',
    });
  });

  it('is a refusal when the event failed, with its words', () => {
    const error = { code: 'DECLINED', message: 'Card is closed', type: [], result_code: null };
    const failed = event('REFUND', 4_000, { ...mine, success: false, error });
    expect(judge(lost, having(captured, failed))).toEqual({ kind: 'refused', detail: 'Card is closed' });
  });

  it('is success when a failed event was corrected to it', () => {
    const failed = event('REFUND', 4_000, { ...mine, success: false, ...correction('PARTIALLY_REFUNDED') });
    expect(judge(lost, having(captured, failed)).kind).toBe('done');
  });

  it.each([
    ['another amount', event('REFUND', 4_001, mine), 'amount-differs'],
    ['the refund done twice', event('REFUND', 8_000, mine), 'amount-differs'],
    ['no outcome', event('REFUND', 4_000, { ...mine, success: null }), 'unknown-outcome'],
    [
      'a correction nobody knows',
      event('REFUND', 4_000, { ...mine, ...correction('SIDEWAYS') }),
      'unknown-outcome',
    ],
  ])('is unclear with %s', (_what, one, why) => {
    expect(judge(lost, having(captured, one))).toMatchObject({ kind: 'unclear', why });
  });

  it('knows when a reference is taken already', () => {
    expect(isReferenceTaken(having(captured, event('REFUND', 1, mine)), 'K7F3QD-F3')).toBe(true);
    expect(isReferenceTaken(having(captured), 'K7F3QD-F3')).toBe(false);
  });
});

const after = (ms: number) => ({ inStateMs: ms, watchedMs: ms });
const hours = 3_600_000;

describe('What follows from a refund that a person decided', () => {
  const watched = { watchedSince: '2026-11-22T10:00:00.000Z' };
  const notRefunded = refund({ ...watched, state: 'refused', code: 'decided-not-refunded' });
  const refunded = refund({ ...watched, state: 'done', receiptNumber: 2, byHand: true });

  it('is an alarm when Dintero says otherwise', () => {
    expect(consequence(notRefunded, { kind: 'done', eventId: 'e' }, after(hours))).toMatchObject({
      kind: 'contradict',
      refunded: true,
    });
    expect(consequence(refunded, { kind: 'refused', detail: 'no' }, after(hours))).toMatchObject({
      kind: 'contradict',
      refunded: false,
    });
    const other = { kind: 'unclear', why: 'amount-differs', detail: '1' } as const;
    expect(consequence(notRefunded, other, after(hours))).toMatchObject({
      kind: 'contradict',
      eventId: null,
    });
  });

  it('is the end of the watch when Dintero confirms it, or has been silent for two days', () => {
    const confirmed = { kind: 'end-watch', confirmed: true };
    expect(consequence(refunded, { kind: 'done', eventId: 'e' }, after(0))).toEqual(confirmed);
    expect(consequence(notRefunded, { kind: 'refused', detail: '' }, after(0))).toEqual(confirmed);
    expect(consequence(notRefunded, { kind: 'absent' }, after(47 * hours))).toEqual({ kind: 'keep-looking' });
    expect(consequence(notRefunded, { kind: 'absent' }, after(49 * hours))).toMatchObject({
      kind: 'end-watch',
      confirmed: false,
    });
  });
});

describe('What follows from it', () => {
  it('is never that a lost refund did not happen, however long nothing is heard', () => {
    expect(consequence(lost, { kind: 'absent' }, after(48 * 3_600_000))).toEqual({ kind: 'keep-looking' });
  });

  it('is undecided when an accepted refund is not heard of for too long', () => {
    expect(consequence(accepted, { kind: 'under-way' }, after(patienceMs))).toEqual({ kind: 'keep-looking' });
    expect(consequence(accepted, { kind: 'under-way' }, after(patienceMs + 1))).toMatchObject({
      why: 'patience-over',
    });
  });

  it('is undecided too when the journal could not take what came of the sending', () => {
    const sending = refund({ state: 'sending' });
    expect(consequence(sending, { kind: 'absent' }, after(patienceMs))).toEqual({ kind: 'keep-looking' });
    expect(consequence(sending, { kind: 'absent' }, after(patienceMs + 1))).toMatchObject({
      why: 'patience-over',
    });
  });

  it('is told once: an undecided refund that stays unclear for the same reason writes nothing more', () => {
    const unclear = { kind: 'unclear', why: 'amount-differs', detail: '1' } as const;
    expect(consequence(lost, unclear, after(0))).toMatchObject({
      kind: 'become-undecided',
      why: 'amount-differs',
    });
    const differs = refund({ ...lost, why: 'amount-differs' });
    expect(consequence(differs, unclear, after(0))).toEqual({ kind: 'keep-looking' });
  });

  it('is nothing for a refund that is settled', () => {
    const done = refund({ state: 'done', receiptNumber: 2, byHand: false });
    expect(consequence(done, { kind: 'refused', detail: '' }, after(0))).toEqual({ kind: 'keep-looking' });
  });
});

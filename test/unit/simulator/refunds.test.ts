import { describe, expect, it } from 'vitest';
import { totalsOf } from '../../../main/simulator/books.ts';
import type { TransactionRecord } from '../../../main/simulator/records.ts';
import { openTill } from './till.ts';
import type { Problem, Till } from './till.ts';

async function refund(till: Till, id: string, body: Record<string, unknown>) {
  return till.call<TransactionRecord & Problem>('POST', `/transactions/${id}/refund`, body);
}

describe('a refund to the original card', () => {
  it('answers 200 with the finished event, and leaves the amount of the transaction as it was', async () => {
    const till = await openTill();
    const { id } = await till.pay();
    const part = await refund(till, id, {
      amount: 19900,
      reason: 'One returned',
      refund_reference: 'R-1',
      items: [{ line_id: '1', amount: 19900, quantity: 1 }],
    });
    expect(part.status).toBe(200);
    expect(part.body).toMatchObject({ status: 'PARTIALLY_REFUNDED', amount: 39900 });
    expect(part.body.events.at(-1)).toMatchObject({
      event: 'REFUND',
      success: true,
      amount: 19900,
      event_reference: 'R-1',
      items: [{ line_id: '1', amount: 19900 }],
    });
    const rest = await refund(till, id, { amount: 20000, refund_reference: 'R-2' });
    expect(rest.body.status).toBe('REFUNDED');
    expect(totalsOf(rest.body)).toEqual({ captured: 39900, refunded: 39900, pendingRefund: 0 });
  });

  it('can be answered with 200 and yet be refused', async () => {
    const till = await openTill();
    till.simulator.chooseRefund({ kind: 'refused', reply: 'finished' });
    const { id } = await till.pay();
    const heard = await refund(till, id, { amount: 39900 });
    expect(heard.status).toBe(200);
    expect(heard.body.status).toBe('CAPTURED');
    expect(heard.body.events.at(-1)).toMatchObject({ event: 'REFUND', success: false });
    expect(totalsOf(heard.body).refunded).toBe(0);
  });

  it('needs a captured transaction', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'authorized-only' });
    const { id } = await till.pay();
    const heard = await refund(till, id, { amount: 100 });
    expect(heard.status).toBe(400);
    expect(heard.body.error.message).toMatch(/captured/);
  });

  it.each([
    ['more than was paid', { amount: 39901 }, /left to refund, 39900/],
    ['nothing', { amount: 0 }, /amount/],
    ['a fraction', { amount: 0.5 }, /amount/],
    ['no amount', { reason: 'x' }, /amount/],
    ['a line that was not sold', { amount: 100, items: [{ line_id: '7', amount: 100 }] }, /line_id 7/],
    ['a line without its id', { amount: 100, items: [{ amount: 100 }] }, /line_id/],
    ['metadata without the ext_ prefix', { amount: 100, metadata: { sale: '1' } }, /metadata/],
    ['an unknown terminal', { amount: 100, terminal_id: 'T9999' }, /T9999 not found/],
    ['a terminal of another payout destination', { amount: 100, terminal_id: 'T0400' }, /payout destination/],
  ])('is refused for %s', async (_what, body, sentence) => {
    const till = await openTill();
    const { id } = await till.pay();
    const heard = await refund(till, id, body);
    expect(heard.status).toBe(400);
    expect(JSON.stringify(heard.body.error)).toMatch(sentence);
    expect(till.simulator.books().totals[0]).toMatchObject({ refunded: 0, pendingRefund: 0 });
  });

  it('is refused over what earlier refunds have left', async () => {
    const till = await openTill();
    const { id } = await till.pay();
    await refund(till, id, { amount: 30000 });
    expect((await refund(till, id, { amount: 9901 })).status).toBe(400);
    expect((await refund(till, id, { amount: 9900 })).body.status).toBe('REFUNDED');
    expect((await refund(till, id, { amount: 1 })).status).toBe(400);
  });

  it('of an unknown transaction is not found', async () => {
    const till = await openTill();
    expect((await refund(till, 'nobody', { amount: 1 })).status).toBe(404);
  });

  it('of a part that was captured says so in its status', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'authorized-only' });
    const { id } = await till.pay();
    await till.call('POST', `/transactions/${id}/capture`, { amount: 30000 });
    expect((await refund(till, id, { amount: 100 })).body.status).toBe('PARTIALLY_CAPTURED_REFUNDED');
  });
});

describe('a refund at the terminal', () => {
  const rules = { refundRule: 'terminal' } as const;
  const body = { amount: 39900, refund_reference: 'R-1', terminal_id: 'T0292' };

  it('is refused without the terminal_id', async () => {
    const till = await openTill({ rules });
    const { id } = await till.pay();
    const heard = await refund(till, id, { amount: 39900 });
    expect(heard.status).toBe(400);
    expect(heard.body.error.message).toMatch(/terminal_id is required/);
  });

  it('answers 202, asks for the card, and is done when the event with its id comes', async () => {
    const till = await openTill({ rules });
    const { id } = await till.pay();
    const heard = await refund(till, id, body);
    expect(heard.status).toBe(202);
    const requestId = heard.headers.get('event-request-id');
    expect(heard.body.status).toBe('CAPTURED');
    expect(heard.body.events.at(-1)).toMatchObject({ event: 'INITIATE_REFUND', request_id: requestId });
    expect(till.simulator.terminal('T0292').prompt()).toMatchObject({ kind: 'refund', amount: 39900 });
    till.clock.advance(2000);
    const transaction = await till.transaction(id);
    expect(transaction.status).toBe('REFUNDED');
    expect(transaction.events.at(-1)).toMatchObject({
      event: 'REFUND',
      success: true,
      amount: 39900,
      event_reference: 'R-1',
      correlation_request_id: requestId,
    });
    expect(till.simulator.terminal('T0292').prompt()).toBeNull();
  });

  it('can be accepted and refused afterwards', async () => {
    const till = await openTill({ rules });
    till.simulator.chooseRefund({ kind: 'refused', reply: 'accepted', afterMs: 5000 });
    const { id } = await till.pay();
    expect((await refund(till, id, body)).status).toBe(202);
    till.clock.advance(5000);
    const transaction = await till.transaction(id);
    expect(transaction.status).toBe('CAPTURED');
    expect(transaction.events.at(-1)).toMatchObject({ event: 'REFUND', success: false });
    expect((await refund(till, id, body)).status).toBe(202);
  });

  it('is accepted and never heard of again when the cardholder is absent', async () => {
    const till = await openTill({ rules });
    till.simulator.chooseRefund({ kind: 'absent' });
    const { id } = await till.pay();
    expect((await refund(till, id, body)).status).toBe(202);
    till.clock.advance(3_600_000);
    const transaction = await till.transaction(id);
    expect(transaction.events.at(-1)?.event).toBe('INITIATE_REFUND');
    expect(till.simulator.terminal('T0292').prompt()).toBeNull();
  });

  it('counts a refund under way as used up', async () => {
    const till = await openTill({ rules });
    till.simulator.chooseRefund({ kind: 'absent' });
    const { id } = await till.pay();
    await refund(till, id, { ...body, amount: 30000 });
    const second = await refund(till, id, { ...body, amount: 10000, terminal_id: 'T0293' });
    expect(second.status).toBe(400);
    expect(second.body.error.message).toMatch(/left to refund, 9900/);
  });

  it('keeps the terminal busy, for payments and for other refunds', async () => {
    const till = await openTill({ rules });
    till.simulator.chooseRefund({ kind: 'absent' });
    const { id } = await till.pay();
    await refund(till, id, { ...body, amount: 100 });
    expect((await refund(till, id, { ...body, amount: 100 })).body.error.message).toMatch(/busy/);
    expect((await till.create()).body.error.message).toMatch(/busy/);
  });

  it('is refused on a terminal that is offline', async () => {
    const till = await openTill({ rules });
    const { id } = await till.pay();
    till.simulator.terminal('T0292').unplug();
    expect((await refund(till, id, body)).body.error.message).toMatch(/offline/);
  });

  it.each([
    ['approved', 'REFUNDED'],
    ['declined', 'CAPTURED'],
  ] as const)('ends %s at the moment the test taps', async (tap, status) => {
    const till = await openTill({ rules });
    till.simulator.chooseRefund({ kind: 'absent' });
    const { id } = await till.pay();
    await refund(till, id, body);
    till.simulator.terminal('T0292').tapNow(tap);
    expect((await till.transaction(id)).status).toBe(status);
  });
});

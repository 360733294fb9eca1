import { describe, expect, it } from 'vitest';
import type { OperationRecord, TransactionRecord } from '../../../main/simulator/records.ts';
import { openTill } from './till.ts';
import type { Problem, Till } from './till.ts';

async function list(till: Till, query: string): Promise<string[]> {
  const heard = await till.call<TransactionRecord[]>('GET', `/transactions?${query}`);
  return heard.body.map((one) => one.merchant_reference);
}

async function threeSales(): Promise<Till> {
  const till = await openTill();
  await till.pay('a1');
  till.simulator.chooseAnswer({ kind: 'declined' });
  await till.pay('a2', { store: { terminal_id: 'T0293' } });
  await till.pay('b1', {
    store: { id: 'bergen-city', terminal_id: 'T0400', payout_destination_id: 'seller-2' },
  });
  return till;
}

describe('listing transactions', () => {
  it.each([
    ['', ['b1', 'a2', 'a1']],
    ['merchant_reference=a1', ['a1']],
    ['merchant_reference=a', []],
    ['search=a', ['a2', 'a1']],
    ['store_id=oslo-center', ['a2', 'a1']],
    ['terminal_id=T0293', ['a2']],
    ['terminal_id=T0292&terminal_id=T0293', ['a2', 'a1']],
    ['status=DECLINED', ['a2']],
    ['created_at.gte=2026-01-15T09:00:02.000Z', ['b1', 'a2']],
    ['created_at.lte=2026-01-15T09:00:02.000Z', ['a2', 'a1']],
    ['created_at.gte=2026-01-15T09:00:04', ['b1']],
    ['created_at.lte=2026-01-15', ['b1', 'a2', 'a1']],
    ['created_at.lte=2026-01-14', []],
    ['limit=2', ['b1', 'a2']],
  ])('with %o gives %o, newest first', async (query, references) => {
    expect(await list(await threeSales(), query)).toEqual(references);
  });

  it('gives ten unless told otherwise, and goes on after the last one', async () => {
    const till = await openTill();
    for (let n = 1; n <= 12; n += 1) await till.pay(`s${String(n)}`);
    const first = (await till.call<TransactionRecord[]>('GET', '/transactions')).body;
    expect(first).toHaveLength(10);
    expect(await list(till, `starting_after=${first.at(-1)?.id ?? ''}`)).toEqual(['s2', 's1']);
    expect(await list(till, 'limit=100')).toHaveLength(12);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'created_at.gte=soon',
    'starting_after=nobody',
    'terminal=T0292',
  ])('is refused with %s', async (query) => {
    const till = await openTill();
    expect((await till.call<Problem>('GET', `/transactions?${query}`)).status).toBe(400);
  });

  it('finds the transaction of a session', async () => {
    const till = await threeSales();
    const { sessions } = till.simulator.books();
    expect(await list(till, `session_id=${sessions[1]?.id ?? ''}`)).toEqual(['a2']);
  });
});

describe('one transaction', () => {
  it('is not found under an unknown id, whatever is asked of it', async () => {
    const till = await openTill();
    expect((await till.call('GET', '/transactions/nobody')).status).toBe(404);
    expect((await till.call('POST', '/transactions/nobody/void')).status).toBe(404);
    expect((await till.call('POST', '/transactions/nobody/capture', { amount: 1 })).status).toBe(404);
    expect((await till.call('PUT', '/transactions/nobody', { merchant_reference_2: 'x' })).status).toBe(404);
  });

  it('takes the receipt number afterwards, and is found by it', async () => {
    const till = await openTill();
    const { id } = await till.pay('a1');
    const heard = await till.call('PUT', `/transactions/${id}`, { merchant_reference_2: 'receipt-17' });
    expect(heard.body).toMatchObject({ merchant_reference_2: 'receipt-17' });
    expect(await list(till, 'merchant_reference_2=receipt-17')).toEqual(['a1']);
    expect((await till.call('PUT', `/transactions/${id}`, {})).status).toBe(400);
  });

  it('is captured by hand, once and not for more than was authorised', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'authorized-only' });
    const { id } = await till.pay();
    const capture = `/transactions/${id}/capture`;
    expect((await till.call('POST', capture, { amount: 39901 })).status).toBe(400);
    expect((await till.call('POST', capture, { amount: 1.5 })).status).toBe(400);
    const done = await till.call('POST', capture, { amount: 39900, capture_reference: 'c1' });
    expect(done.body).toMatchObject({ status: 'CAPTURED' });
    expect((await till.call('POST', capture, { amount: 39900 })).status).toBe(400);
  });

  it('is not captured by itself any more once it was captured or voided by hand', async () => {
    const till = await openTill({ rules: { captureAfterMs: 60_000 } });
    const partly = await till.pay('a1');
    await till.call('POST', `/transactions/${partly.id}/capture`, { amount: 100 });
    const none = await till.pay('a2');
    await till.call('POST', `/transactions/${none.id}/void`);
    till.clock.advance(600_000);
    expect((await till.transaction(partly.id)).status).toBe('PARTIALLY_CAPTURED');
    expect((await till.transaction(none.id)).status).toBe('AUTHORIZATION_VOIDED');
    expect(till.simulator.books().totals.map((one) => one.captured)).toEqual([100, 0]);
  });

  it('is voided while the terminal asks for the card, and the prompt goes', async () => {
    const till = await openTill();
    await till.create();
    const id = till.simulator.books().transactions[0]?.id ?? '';
    expect((await till.call('POST', `/transactions/${id}/void`)).status).toBe(200);
    expect(till.simulator.terminal('T0292').prompt()).toBeNull();
    till.clock.advance(600_000);
    expect((await till.transaction(id)).status).toBe('AUTHORIZATION_VOIDED');
  });

  it('is voided before the capture and not after it', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'authorized-only' });
    const open = await till.pay();
    const voided = await till.call('POST', `/transactions/${open.id}/void`);
    expect(voided.body).toMatchObject({ status: 'AUTHORIZATION_VOIDED' });
    const paid = await till.pay();
    expect((await till.call('POST', `/transactions/${paid.id}/void`)).status).toBe(400);
    expect((await till.transaction(paid.id)).status).toBe('CAPTURED');
  });
});

describe('an order to the terminal', () => {
  const path = '/admin/terminals/operations';
  const body = { terminal_id: 'T0292', operation: 'end_of_day', parameters: { operator_id: 'anna' } };

  async function read(till: Till, id: string): Promise<OperationRecord | undefined> {
    const heard = await till.call<OperationRecord[]>('GET', `${path}?operation_id=${id}`);
    return heard.body[0];
  }

  it('ends the day with what the terminal took in and gave back since the last time', async () => {
    const till = await openTill();
    const paid = await till.pay('a1');
    await till.pay('a2', { order: { amount: 1000, items: undefined } });
    await till.call('POST', `/transactions/${paid.id}/refund`, { amount: 900 });
    const first = await till.call<OperationRecord>('POST', path, body);
    expect(first.body.status).toBe('PENDING');
    till.clock.advance(1000);
    expect(await read(till, first.body.id)).toMatchObject({
      status: 'COMPLETED',
      result: {
        outcome: 'accepted',
        purchases_count: 2,
        purchases_amount: 40900,
        reversals_count: 1,
        reversals_amount: 900,
        sale_amount: 40000,
        tip_amount: 0,
      },
    });
    await till.pay('a3');
    const second = await till.call<OperationRecord>('POST', path, body);
    till.clock.advance(1000);
    expect((await read(till, second.body.id))?.result).toMatchObject({
      purchases_count: 1,
      purchases_amount: 39900,
      reversals_count: 0,
    });
  });

  it('is refused with 409 and Retry-After while another one is pending', async () => {
    const till = await openTill({ rules: { operationAfterMs: 7000 } });
    await till.call('POST', path, body);
    const second = await till.call<Problem>('POST', path, { ...body, operation: 'check_update' });
    expect(second.status).toBe(409);
    expect(second.headers.get('retry-after')).toBe('7');
    till.clock.advance(7000);
    expect((await till.call('POST', path, body)).status).toBe(200);
  });

  it('is carried out once for one Idempotency-Key', async () => {
    const till = await openTill();
    const key = { 'idempotency-key': 'a3f0c9d2-0000-4000-8000-000000000001' };
    const first = await till.call<OperationRecord>('POST', path, body, key);
    till.clock.advance(1000);
    const again = await till.call<OperationRecord>('POST', path, body, key);
    expect(again.body.id).toBe(first.body.id);
    expect((await till.call<unknown[]>('GET', `${path}?terminal_id=T0292`)).body).toHaveLength(1);
  });

  it('times out when the terminal is offline', async () => {
    const till = await openTill();
    till.simulator.terminal('T0292').unplug();
    const { body: begun } = await till.call<OperationRecord>('POST', path, body);
    till.clock.advance(1000);
    expect((await read(till, begun.id))?.status).toBe('TIMEOUT');
  });

  it('is refused for an unknown terminal or an unknown operation', async () => {
    const till = await openTill();
    expect((await till.call('POST', path, { ...body, terminal_id: 'T9999' })).status).toBe(404);
    expect((await till.call('POST', path, { ...body, operation: 'dance' })).status).toBe(400);
  });
});

describe('settlements', () => {
  it('pay out a past day for each seller, less refunds and the fee', async () => {
    const till = await openTill({ rules: { tokenLifetimeSeconds: 172_800 } });
    const { id } = await till.pay('a1');
    await till.call('POST', `/transactions/${id}/refund`, { amount: 900 });
    const path = '/accounts/T12345678/settlements';
    expect((await till.call<unknown[]>('GET', path)).body).toEqual([]);
    expect((await till.transaction(id)).settlement_status).toBe('NOT_SETTLED');
    till.clock.advance(86_400_000);
    expect((await till.call<unknown[]>('GET', path)).body).toMatchObject([
      {
        payout_destination_id: 'seller-1',
        payment_status: 'paid',
        amounts: [{ capture: 39900, refund: 900, fee: 299, amount: 38701, currency: 'NOK' }],
      },
    ]);
    expect((await till.transaction(id)).settlement_status).toBe('SETTLED');
    expect((await till.call<unknown[]>('GET', `${path}?payout_destination_id=seller-2`)).body).toEqual([]);
    expect((await till.call('GET', `${path}?limit=1001`)).status).toBe(400);
  });
});

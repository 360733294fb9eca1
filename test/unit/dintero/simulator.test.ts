import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, createDintero, type Dintero } from '../../../main/dintero/index.ts';
import { type Simulator, startSimulator } from '../../../main/simulator/index.ts';
import { eventually } from '../../helpers/eventually.ts';
import { coffee } from './server.ts';

let simulator: Simulator;
let dintero: Dintero;

beforeEach(async () => {
  simulator = await startSimulator();
  const { accountId, clientId, clientSecret } = simulator.merchant;
  dintero = createDintero({
    accountId,
    clientId,
    clientSecret: () => clientSecret,
    checkoutUrl: simulator.baseUrl,
    apiUrl: simulator.baseUrl,
    systemName: 'Kvitt',
    systemVersion: '1.2.3',
    fetch: globalThis.fetch,
    now: Date.now,
  });
});
afterEach(() => simulator.close());

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

async function paid(): Promise<{ sessionId: string; transactionId: string }> {
  simulator.chooseAnswer({ kind: 'approved', afterMs: 0 });
  const sessionId = value(await dintero.createSession(coffee)).id;
  const transactionId = await eventually(async () => {
    const id = value(await dintero.readSession(sessionId)).transaction_id;
    expect(id).not.toBeNull();
    expect(value(await dintero.readTransaction(id ?? '')).status).toBe('CAPTURED');
    return id ?? '';
  });
  return { sessionId, transactionId };
}

describe('against a Dintero in one process', () => {
  it('a card payment is created, followed to its end, found again and named', async () => {
    const { sessionId, transactionId } = await paid();
    expect(value(await dintero.readTransaction(transactionId))).toMatchObject({
      session_id: sessionId,
      amount: 39900,
      currency: 'NOK',
      merchant_reference: 'till3-417-1',
      payment_product_type: 'seitatech.in_person',
      store: { id: 'oslo-center', terminal_id: 'T0292', payout_destination_id: 'seller-1' },
    });
    expect(value(await dintero.findSessions({ search: 'till3-417-1' })).map((found) => found.id)).toEqual([
      sessionId,
    ]);
    const found = value(
      await dintero.findTransactions({ merchantReference: 'till3-417-1', terminalId: 'T0292' }),
    );
    expect(found.map((one) => one.id)).toEqual([transactionId]);
    expect(value(await dintero.findTransactions({ sessionId: 'T12345678.none' }))).toEqual([]);
    expect(value(await dintero.nameTransaction(transactionId, 'receipt-417')).merchant_reference_2).toBe(
      'receipt-417',
    );
  });

  it('a payment is cancelled while the terminal waits', async () => {
    simulator.chooseAnswer({ kind: 'ignored' });
    const { id } = value(await dintero.createSession(coffee));
    expect(value(await dintero.cancelSession(id)).cancelled_at).not.toBeNull();
  });

  it('a part of a payment is given back, at once or later', async () => {
    const { transactionId } = await paid();
    const refund = { amount: 100, reason: 'Retur', refund_reference: 'R-1', terminal_id: 'T0292' };
    simulator.chooseRefund({ kind: 'done', reply: 'finished' });
    const answered = value(await dintero.refund(transactionId, refund));
    expect(answered.kind).toBe('answered');
    expect(answered.transaction.events).toContainEqual(
      expect.objectContaining({ event: 'REFUND', success: true, amount: 100, event_reference: 'R-1' }),
    );
    simulator.chooseRefund({ kind: 'done', reply: 'accepted', afterMs: 0 });
    const accepted = value(await dintero.refund(transactionId, { ...refund, refund_reference: 'R-2' }));
    if (accepted.kind !== 'accepted') throw new Error('202 was expected');
    expect(accepted.eventRequestId).not.toBeNull();
    await eventually(async () => {
      const { events } = value(await dintero.readTransaction(transactionId));
      const done = events.filter((event) => event.correlation_request_id === accepted.eventRequestId);
      expect(done).toContainEqual(
        expect.objectContaining({ event: 'REFUND', success: true, event_reference: 'R-2' }),
      );
    });
  });

  it('a wrong sum and an unknown session are refused in words', async () => {
    const wrong = { ...coffee, order: { ...coffee.order, amount: 39901 } };
    expect(await dintero.createSession(wrong)).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 400 },
    });
    expect(await dintero.readSession('T12345678.none')).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 404 },
    });
    expect(simulator.books().sessions).toEqual([]);
  });

  it('the terminal and the credentials can be looked at before the first sale', async () => {
    expect(value(await dintero.readTerminal('T0292'))).toMatchObject({
      terminal_id: 'T0292',
      status: 'ACTIVE',
    });
    expect(value(await dintero.checkCredentials()).expiresInSeconds).toBeGreaterThan(0);
  });
});

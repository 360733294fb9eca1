import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coffee, dinteroAt, json, startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

function answerWith(body: unknown, status = 200, headers: Record<string, string> = {}): void {
  server.onCall = (_request, response) => {
    json(response, status, body, headers);
  };
}

const session = { id: 'S1', order: { amount: 39900, currency: 'NOK', merchant_reference: 'till3-417-1' } };
const transaction = { id: 'X1', status: 'CAPTURED', amount: 39900, currency: 'NOK' };

describe('a new session', () => {
  it('is sent as it was given, with the headers that name the till and ask for exact sums', async () => {
    answerWith({
      id: 'T1.abc',
      url: 'https://x',
      publish: [{ channel: 'push', type: 'terminal', id: 'p', status: 'sent' }],
    });
    expect(await dinteroAt(`${server.url}/`).createSession(coffee)).toEqual({
      ok: true,
      value: { id: 'T1.abc', publish: [{ channel: 'push', type: 'terminal', status: 'sent' }] },
    });
    const [call] = server.calls();
    expect(`${String(call?.method)} ${String(call?.path)}`).toBe('POST /v1/sessions-profile');
    expect(JSON.parse(call?.body ?? '')).toEqual(coffee);
    expect(call?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'content-type': 'application/json',
      'dintero-feature-toggles': 'strict-session-amounts',
      'dintero-system-name': 'Kvitt',
      'dintero-system-version': '1.2.3',
      'user-agent': 'Kvitt/1.2.3',
    });
  });
});

describe('requests', () => {
  it('are never answered from a cache: a poll wants the state of now', async () => {
    const caches: unknown[] = [];
    const dintero = dinteroAt(server.url, {
      fetch: (input, init) => {
        caches.push(init?.cache);
        return fetch(input, init);
      },
    });
    await dintero.readTransaction('X1');
    expect(caches).toEqual(['no-store', 'no-store']);
  });

  it('go where Dintero expects them', async () => {
    const dintero = dinteroAt(server.url);
    await dintero.readSession('S/1');
    await dintero.cancelSession('S1');
    await dintero.findSessions({ search: 'till3-417-1', limit: 10, startingAfter: 'S9' });
    await dintero.readTransaction('X1');
    await dintero.findTransactions({});
    await dintero.findTransactions({
      merchantReference: 'a&b',
      terminalId: 'T0292',
      startingAfter: 'X9',
      limit: 100,
    });
    await dintero.nameTransaction('X1', 'receipt-000417');
    await dintero.refund('X1', {
      amount: 100,
      reason: 'Retur',
      refund_reference: 'R-1',
      terminal_id: 'T0292',
    });
    await dintero.readTerminal('T0292');
    expect(server.calls().map(({ method, path, body }) => `${method} ${path} ${body}`.trim())).toEqual([
      'GET /v1/sessions/S%2F1',
      'POST /v1/sessions/S1/cancel',
      'GET /v1/sessions?search=till3-417-1&limit=10&starting_after=S9',
      'GET /v1/transactions/X1',
      'GET /v1/transactions',
      'GET /v1/transactions?merchant_reference=a%26b&terminal_id=T0292&limit=100&starting_after=X9',
      'PUT /v1/transactions/X1 {"merchant_reference_2":"receipt-000417"}',
      'POST /v1/transactions/X1/refund {"amount":100,"reason":"Retur","refund_reference":"R-1","terminal_id":"T0292"}',
      'GET /v1/accounts/T12345678/terminals/T0292',
    ]);
    expect(server.calls().filter((call) => call.headers['dintero-feature-toggles'] !== undefined)).toEqual(
      [],
    );
  });
});

describe('what Dintero says of a session', () => {
  it('is read with what is missing as null, and what is unknown left out', async () => {
    answerWith({
      ...session,
      brand_new: { field: 1 },
      cancelled_at: null,
      metadata: { ext_attempt: 1, ext_sale_id: 's', nested: {} },
      events: [{ id: 'e', name: 'A_NAME_NOT_SEEN_BEFORE', details: { error: 'Rejected', amount: 'text' } }],
    });
    const answer = await dinteroAt(server.url).readSession('S1');
    expect(answer).toMatchObject({
      ok: true,
      value: {
        transaction_id: null,
        cancelled_at: null,
        expires_at: null,
        order: { amount: 39900, currency: 'NOK', merchant_reference: 'till3-417-1', store: null },
        metadata: { ext_attempt: '1', ext_sale_id: 's' },
        events: [{ name: 'A_NAME_NOT_SEEN_BEFORE', details: { error: 'Rejected', amount: null } }],
      },
    });
    expect(answer.ok && Object.keys(answer.value)).not.toContain('brand_new');
  });

  it.each([
    ['transaction_id', { ...session, transaction_id: 17 }],
    ['order.amount', { ...session, order: { ...session.order, amount: 399.5 } }],
    ['order.currency', { ...session, order: { amount: 39900 } }],
  ])('is unreadable when %s makes no sense, and the error names the field alone', async (field, body) => {
    answerWith(body);
    const answer = await dinteroAt(server.url).readSession('S1');
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unreadable', status: 200 } });
    expect(answer.ok || ('detail' in answer.error && answer.error.detail)).toBe(
      `field ${field}: invalid_type`,
    );
  });
});

describe('what Dintero says of a transaction', () => {
  it('keeps a status nobody has seen, the card, and each event with its reference and outcome', async () => {
    answerWith({
      ...transaction,
      status: 'A_STATUS_OF_TOMORROW',
      card: { brand: 'Visa', masked_pan: '476173******0416', entry_method: 'contactless', expiry_date: 5 },
      items: 'not a list',
      events: [
        {
          id: 'e1',
          event: 'REFUND',
          success: false,
          amount: 100,
          event_reference: 'R-1',
          correlation_request_id: 'c1',
          error: { code: 'X', message: 'no', type: ['DECLINED'] },
          correction: { event_ids: ['e1'], status: 'REFUNDED', remaining_refund_amount: 0 },
          metadata: { 'seitatech:customerReceipt': 'KJØP\nVISA' },
        },
      ],
    });
    expect(await dinteroAt(server.url).readTransaction('X1')).toMatchObject({
      ok: true,
      value: {
        status: 'A_STATUS_OF_TOMORROW',
        session_id: null,
        items: [],
        card: {
          brand: 'Visa',
          masked_pan: '476173******0416',
          entry_method: 'contactless',
          expiry_date: null,
        },
        events: [
          {
            event: 'REFUND',
            success: false,
            amount: 100,
            event_reference: 'R-1',
            correlation_request_id: 'c1',
            error: { type: ['DECLINED'] },
            correction: { status: 'REFUNDED', remaining_refund_amount: 0, remaining_capture_amount: null },
            metadata: { 'seitatech:customerReceipt': 'KJØP\nVISA' },
          },
        ],
      },
    });
  });

  it('is unreadable as a list when one of the list is: a payment must not drop out of a search', async () => {
    answerWith([transaction, { ...transaction, id: 'X2', amount: '39900' }]);
    expect(await dinteroAt(server.url).findTransactions({ sessionId: 'S1' })).toMatchObject({
      ok: false,
      error: { kind: 'unreadable', detail: 'field 1.amount: invalid_type' },
    });
  });
});

describe('a refund', () => {
  const refund = { amount: 100, reason: 'Retur', refund_reference: 'R-1' };

  it('may be answered at once', async () => {
    answerWith(transaction);
    expect(await dinteroAt(server.url).refund('X1', refund)).toMatchObject({
      ok: true,
      value: { kind: 'answered', transaction: { id: 'X1' } },
    });
  });

  it('may be accepted, to be known by its event request id', async () => {
    answerWith(transaction, 202, { 'Event-Request-Id': 'req-7' });
    expect(await dinteroAt(server.url).refund('X1', refund)).toMatchObject({
      ok: true,
      value: { kind: 'accepted', eventRequestId: 'req-7', transaction: { status: 'CAPTURED' } },
    });
    answerWith(transaction, 202);
    expect(await dinteroAt(server.url).refund('X1', refund)).toMatchObject({
      ok: true,
      value: { kind: 'accepted', eventRequestId: null },
    });
  });
});

describe('a terminal', () => {
  it('is read with its status', async () => {
    answerWith({
      terminal_id: 'T0292',
      status: 'ACTION_REQUIRED',
      status_reason: 'CHECK_UPDATE',
      device_model: 'S1U2',
    });
    expect(await dinteroAt(server.url).readTerminal('T0292')).toMatchObject({
      ok: true,
      value: {
        terminal_id: 'T0292',
        status: 'ACTION_REQUIRED',
        status_reason: 'CHECK_UPDATE',
        device_model: 'S1U2',
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { openTill, saleBody } from './till.ts';
import type { Problem, SaleChange } from './till.ts';

const item = { id: 'a', line_id: '1', description: 'A', quantity: 1, amount: 39900, vat: 25 };
const seitatech = { type: 'payment_type', in_person: { type: 'payment_product_type', enabled: true } };

describe('creating a session', () => {
  it('answers with an id and no session, and the terminal asks for the amount at once', async () => {
    const till = await openTill();
    const { status, body } = await till.create();
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['id', 'publish', 'url']);
    expect(till.simulator.terminal('T0292').prompt()).toMatchObject({
      kind: 'payment',
      sessionId: body.id,
      amount: 39900,
      currency: 'NOK',
    });
    expect(till.simulator.terminal('T0293').prompt()).toBeNull();
  });

  it('carries the whole session when it is asked to', async () => {
    const till = await openTill();
    const heard = await till.call('POST', '/sessions-profile?include_session=true', saleBody());
    expect(heard.body).toMatchObject({ session: { id: heard.body['id'], order: { amount: 39900 } } });
  });

  it('keeps what was sent, and expires when it was told or after the usual time', async () => {
    const till = await openTill({ rules: { sessionLifetimeMs: 180_000 } });
    const usual = await till.create({ top: { metadata: { ext_till_id: 'till1' } } });
    expect(await till.session(usual.body.id)).toMatchObject({
      created_at: '2026-01-15T09:00:00.000Z',
      expires_at: '2026-01-15T09:03:00.000Z',
      order: saleBody()['order'],
      metadata: { ext_till_id: 'till1', 'session:profile_id': 'T12345678.inperson' },
    });
    const told = await till.create({
      store: { terminal_id: 'T0293' },
      top: { expires_at: '2026-01-15T10:00:00+00:30' },
    });
    expect((await till.session(told.body.id)).expires_at).toBe('2026-01-15T09:30:00.000Z');
  });

  it('pushes to the terminal when the publish block says so', async () => {
    const till = await openTill();
    const { body } = await till.create({
      top: { configuration: { publish: [{ channel: 'push', type: 'terminal' }] } },
    });
    expect(body.publish).toMatchObject([{ channel: 'push', type: 'terminal', status: 'sent' }]);
    const session = await till.session(body.id);
    expect(session.events.map((event) => event.name)).toContain('PUSH_NOTIFICATION_SENT');
  });

  it('lets a wrong sum pass without the strict-session-amounts toggle', async () => {
    const till = await openTill();
    const body = saleBody({ order: { amount: 100 } });
    expect((await till.call('POST', '/sessions-profile', body)).status).toBe(200);
  });

  it('takes VAT amounts as they are: they are for display only', async () => {
    const till = await openTill();
    const heard = await till.create({ order: { vat_amount: 1, items: [{ ...item, vat_amount: 77 }] } });
    expect(heard.status).toBe(200);
  });

  const refusals: [string, SaleChange, RegExp][] = [
    ['a sum that is not the sum of its lines', { order: { amount: 39901 } }, /does not match/],
    [
      'two lines of one line_id',
      {
        order: {
          items: [
            { ...item, amount: 39000 },
            { ...item, amount: 900 },
          ],
        },
      },
      /line_id 1 is not unique/,
    ],
    ['an amount of nothing', { order: { amount: 0, items: undefined } }, /order\.amount/],
    ['a negative amount', { order: { amount: -1, items: undefined } }, /order\.amount/],
    ['an amount with a fraction', { order: { amount: 399.5, items: undefined } }, /order\.amount/],
    ['an amount in words', { order: { amount: '39900', items: undefined } }, /order\.amount/],
    [
      'a line with a fraction of an øre',
      { order: { items: [{ ...item, amount: 0.1 }] } },
      /items\.0\.amount/,
    ],
    ['a VAT rate of three decimals', { order: { items: [{ ...item, vat: 12.345 }] } }, /items\.0\.vat/],
    ['no currency', { order: { currency: undefined } }, /order\.currency/],
    ['no reference', { order: { merchant_reference: undefined } }, /merchant_reference/],
    ['no profile', { top: { profile_id: undefined } }, /profile_id/],
    ['an unknown profile', { top: { profile_id: 'nobody' } }, /Profile nobody/],
    ['no url', { top: { url: undefined } }, /url/],
    ['no return_url', { top: { url: {} } }, /url\.return_url/],
    [
      'a callback to this machine',
      { top: { url: { return_url: 'https://example.com', callback_url: 'https://localhost/c' } } },
      /callback_url/,
    ],
    [
      'a callback without TLS',
      { top: { url: { return_url: 'https://example.com', callback_url: 'http://example.com/c' } } },
      /callback_url/,
    ],
    ['no store', { order: { store: undefined } }, /order\.store/],
    ['no store id', { store: { id: undefined } }, /store\.id/],
    ['no terminal', { store: { terminal_id: undefined } }, /store\.terminal_id/],
    ['no payout destination', { store: { payout_destination_id: undefined } }, /payout_destination_id/],
    ['an unknown store', { store: { id: 'nowhere' } }, /Store nowhere/],
    ['an unknown terminal', { store: { terminal_id: 'T9999' } }, /Terminal T9999/],
    ['the terminal of another store', { store: { terminal_id: 'T0400' } }, /T0400 is not linked/],
    [
      'the seller of another store',
      { store: { payout_destination_id: 'seller-2' } },
      /seller-2 is not linked/,
    ],
    [
      'another method enabled beside the terminal',
      { top: { configuration: { seitatech, vipps: { payment: { enabled: true } } } } },
      /only enabled method, not vipps\.payment/,
    ],
    ['a profile with other methods', { top: { profile_id: 'T12345678.webshop' } }, /only enabled method/],
    [
      'the terminal switched off',
      { top: { configuration: { seitatech: { in_person: { enabled: false } } } } },
      /seitatech\.in_person is not enabled/,
    ],
    ['an empty seitatech block', { top: { configuration: { seitatech: {} } } }, /seitatech\.in_person/],
    [
      'the terminal id inside the seitatech block',
      { top: { configuration: { seitatech: { ...seitatech, terminal_id: 'T0292' } } } },
      /configuration\.seitatech/,
    ],
    [
      'a seitatech block of another type',
      { top: { configuration: { seitatech: { ...seitatech, type: 'card' } } } },
      /seitatech\.type/,
    ],
    ['metadata under a reserved name', { top: { metadata: { 'session:x': '1' } } }, /metadata/],
    ['an expiry that is no time', { top: { expires_at: 'soon' } }, /expires_at/],
    [
      'more than a hundred lines',
      {
        order: {
          amount: 101,
          items: Array.from({ length: 101 }, (_one, n) => ({ ...item, line_id: String(n), amount: 1 })),
        },
      },
      /order\.items/,
    ],
  ];
  it.each(refusals)('is refused with %s', async (_what, change, sentence) => {
    const till = await openTill();
    const { status, body } = await till.create(change);
    expect(status).toBe(400);
    expect(body.error.code).toBe('BAD REQUEST');
    expect(JSON.stringify(body.error)).toMatch(sentence);
    expect(till.simulator.books().sessions).toEqual([]);
    expect(till.simulator.terminal('T0292').prompt()).toBeNull();
  });

  it('allows less than the sum of the lines when the payment is said to be partial', async () => {
    const till = await openTill();
    expect((await till.create({ order: { amount: 100, partial_payment: true } })).status).toBe(200);
  });

  it('is refused on a terminal that is not active', async () => {
    const { demoMerchant } = await import('../../../main/simulator/index.ts');
    const terminals = demoMerchant.terminals.map((one) => ({ ...one, status: 'PENDING' as const }));
    const till = await openTill({ merchant: { ...demoMerchant, terminals } });
    expect((await till.create()).body.error.message).toMatch(/not active/);
  });

  it.each(['{"profile_id":', 'not JSON'])('is refused with a body of %s', async (text) => {
    const till = await openTill();
    const response = await fetch(`${till.simulator.baseUrl}/sessions-profile`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    });
    expect(response.status).toBe(400);
  });
});

describe('reading sessions', () => {
  it('finds none under an unknown id', async () => {
    const till = await openTill();
    const heard = await till.call<Problem>('GET', '/sessions/T12345678.nobody');
    expect(heard.status).toBe(404);
    expect(heard.body.error.code).toBe('NOT FOUND');
  });

  it('searches references by parts of them, newest first, within a time and a limit', async () => {
    const till = await openTill();
    const ids: string[] = [];
    for (const [reference, terminal] of [
      ['till1-000001-a1', 'T0292'],
      ['till1-000001-a10', 'T0293'],
    ]) {
      const change = { order: { merchant_reference: reference }, store: { terminal_id: terminal } };
      ids.push((await till.create(change)).body.id);
      till.clock.advance(1000);
    }
    const search = async (query: string): Promise<string[]> =>
      (await till.call<{ id: string }[]>('GET', `/sessions?${query}`)).body.map((one) => one.id);
    expect(await search('search=TILL1-000001-a1')).toEqual([ids[1], ids[0]]);
    expect(await search('search=a10')).toEqual([ids[1]]);
    expect(await search('search=nobody')).toEqual([]);
    expect(await search('limit=1')).toEqual([ids[1]]);
    expect(await search('created_at.gte=2026-01-15T09:00:01Z')).toEqual([ids[1]]);
    expect(await search(`starting_after=${ids[1] ?? ''}`)).toEqual([ids[0]]);
  });
});

describe('cancelling a session', () => {
  it('takes the prompt off the terminal and voids the transaction', async () => {
    const till = await openTill();
    const { body } = await till.create();
    till.clock.advance(500);
    const heard = await till.call('POST', `/sessions/${body.id}/cancel`);
    expect(heard.status).toBe(200);
    expect(heard.body).toMatchObject({ cancelled_at: '2026-01-15T09:00:00.500Z', cancelled_by: 'merchant' });
    expect(till.simulator.terminal('T0292').prompt()).toBeNull();
    till.clock.advance(600_000);
    const session = await till.session(body.id);
    expect(session.events.at(-1)?.name).toBe('CANCELLED');
    expect((await till.transaction(session.transaction_id)).status).toBe('AUTHORIZATION_VOIDED');
  });

  it('voids a payment that is authorised and not yet captured', async () => {
    const till = await openTill({ rules: { captureAfterMs: 10_000 } });
    const transaction = await till.pay();
    expect(transaction.status).toBe('AUTHORIZED');
    expect((await till.call('POST', `/sessions/${transaction.session_id}/cancel`)).status).toBe(200);
    till.clock.advance(60_000);
    expect((await till.transaction(transaction.id)).status).toBe('AUTHORIZATION_VOIDED');
    expect(till.simulator.books().totals[0]?.captured).toBe(0);
  });

  it('is refused once the payment is captured, and leaves it paid', async () => {
    const till = await openTill();
    const transaction = await till.pay();
    const heard = await till.call<Problem>('POST', `/sessions/${transaction.session_id}/cancel`);
    expect(heard.status).toBe(400);
    expect((await till.transaction(transaction.id)).status).toBe('CAPTURED');
    expect((await till.session(transaction.session_id)).cancelled_at).toBeUndefined();
  });

  it('is refused for a declined payment, a session cancelled before, and an unknown one', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'declined' });
    const declined = await till.pay();
    expect((await till.call('POST', `/sessions/${declined.session_id}/cancel`)).status).toBe(400);
    const { body } = await till.create();
    expect((await till.call('POST', `/sessions/${body.id}/cancel`)).status).toBe(200);
    expect((await till.call('POST', `/sessions/${body.id}/cancel`)).status).toBe(400);
    expect((await till.call('POST', '/sessions/nobody/cancel')).status).toBe(404);
  });
});

import { describe, expect, it } from 'vitest';
import type { TerminalAnswerChoice } from '../../../main/simulator/index.ts';
import { totalsOf } from '../../../main/simulator/books.ts';
import { openTill } from './till.ts';

describe('an approved payment', () => {
  it('goes from INITIATED over AUTHORIZED to CAPTURED, after the chosen time and not before', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'approved', afterMs: 5000, card: 'visa' });
    const { body } = await till.create();
    till.clock.advance(4999);
    const waiting = await till.session(body.id);
    expect((await till.transaction(waiting.transaction_id)).status).toBe('INITIATED');
    till.clock.advance(1);
    const session = await till.session(body.id);
    expect(session.events.map((event) => event.name)).toEqual(['INITIATED', 'AUTHORIZED', 'COMPLETED']);
    const transaction = await till.transaction(session.transaction_id);
    expect(transaction).toMatchObject({
      session_id: body.id,
      status: 'CAPTURED',
      amount: 39900,
      currency: 'NOK',
      payment_product: 'seitatech',
      payment_product_type: 'seitatech.in_person',
      merchant_reference: 'till1-000001-a1',
      settlement_status: 'NOT_SETTLED',
      store: { terminal_id: 'T0292' },
      card: { brand: 'Visa', masked_pan: '476173******0119', entry_method: 'contactless' },
    });
    expect(transaction.events.map(({ event, success, amount }) => [event, success, amount])).toEqual([
      ['INITIALIZE', true, 39900],
      ['AUTHORIZE', true, 39900],
      ['CAPTURE', true, 39900],
    ]);
    const told = transaction.events[2]?.metadata ?? {};
    expect(told['seitatech:saleAmount']).toBe('39900');
    expect(told['seitatech:customerReceipt']).toContain('NOK 399,00\nGODKJENT');
    expect(till.simulator.terminal('T0292').prompt()).toBeNull();
  });

  it('stays AUTHORIZED until its capture comes', async () => {
    const till = await openTill({ rules: { captureAfterMs: 60_000 } });
    const transaction = await till.pay();
    expect(transaction.status).toBe('AUTHORIZED');
    till.clock.advance(60_000);
    expect((await till.transaction(transaction.id)).status).toBe('CAPTURED');
  });

  it('stays AUTHORIZED when the session asked for no automatic capture', async () => {
    const till = await openTill();
    const transaction = await till.pay('r1', { top: { configuration: { auto_capture: false } } });
    till.clock.advance(600_000);
    expect((await till.transaction(transaction.id)).status).toBe('AUTHORIZED');
  });
});

describe('what a customer and a card can do', () => {
  const outcomes: [TerminalAnswerChoice, string, string[], number][] = [
    [{ kind: 'declined' }, 'DECLINED', ['DECLINED'], 0],
    [{ kind: 'wrong-pin' }, 'DECLINED', ['PAY_FAILED', 'DECLINED'], 0],
    [{ kind: 'card-pulled' }, 'FAILED', ['PAY_FAILED', 'FAILED'], 0],
    [{ kind: 'customer-cancels' }, 'FAILED', ['PAY_FAILED', 'FAILED'], 0],
    [{ kind: 'approved-for', amount: 40000 }, 'CAPTURED', ['AUTHORIZED', 'COMPLETED'], 40000],
    [{ kind: 'unknown' }, 'UNKNOWN', ['UNKNOWN'], 0],
    [{ kind: 'strange-status', status: 'HALF_WAY' }, 'HALF_WAY', ['UNKNOWN'], 0],
    [{ kind: 'authorized-only' }, 'AUTHORIZED', ['AUTHORIZED', 'COMPLETED'], 0],
    [{ kind: 'on-hold' }, 'ON_HOLD', ['ON_HOLD_CALLBACK_SENT'], 0],
    [{ kind: 'ignored' }, 'INITIATED', [], 0],
  ];
  it.each(outcomes)('%o leaves the transaction %s', async (answer, status, events, captured) => {
    const till = await openTill();
    till.simulator.chooseAnswer(answer);
    const transaction = await till.pay();
    expect(transaction.status).toBe(status);
    expect(totalsOf(transaction).captured).toBe(captured);
    const session = await till.session(transaction.session_id);
    expect(session.events.map((event) => event.name)).toEqual(['INITIATED', ...events]);
  });

  it('a wrong PIN is told before the card is declined', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'wrong-pin', afterMs: 4000 });
    const { body } = await till.create();
    till.clock.advance(2000);
    const session = await till.session(body.id);
    const between = await till.transaction(session.transaction_id);
    expect(between.status).toBe('INITIATED');
    expect(between.events.at(-1)).toMatchObject({ success: false, error: { type: ['FAILED_VERIFICATION'] } });
    till.clock.advance(2000);
    expect((await till.transaction(session.transaction_id)).status).toBe('DECLINED');
  });

  it('an approval for another amount says so in the transaction, the capture and the terminal data', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'approved-for', amount: 100 });
    const transaction = await till.pay();
    expect(transaction.amount).toBe(100);
    expect(transaction.events.at(-1)).toMatchObject({
      event: 'CAPTURE',
      amount: 100,
      metadata: { 'seitatech:saleAmount': '100' },
    });
    expect((await till.session(transaction.session_id)).order.amount).toBe(39900);
  });

  it('the answer can be chosen once, always, or for one terminal', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'declined' }, { lasts: 'always' });
    till.simulator.chooseAnswer({ kind: 'unknown' });
    till.simulator.chooseAnswer({ kind: 'approved' }, { lasts: 'always', terminalId: 'T0293' });
    const statuses = [];
    for (const terminal of ['T0292', 'T0292', 'T0293', 'T0292']) {
      statuses.push((await till.pay('r', { store: { terminal_id: terminal } })).status);
    }
    expect(statuses).toEqual(['UNKNOWN', 'DECLINED', 'CAPTURED', 'DECLINED']);
  });

  it('taps at the moment the test says', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'ignored' });
    const { body } = await till.create();
    till.clock.advance(60_000);
    expect(till.simulator.terminal('T0292').tapNow('approved')).toBe(true);
    const session = await till.session(body.id);
    expect((await till.transaction(session.transaction_id)).status).toBe('CAPTURED');
    expect(till.simulator.terminal('T0292').tapNow('approved')).toBe(false);
  });
});

describe('a prompt that nobody answers', () => {
  it.each([
    ['INITIATED', 'INITIATED'],
    ['FAILED', 'FAILED'],
  ] as const)('is gone when the session expires, and its transaction says %s', async (rule, status) => {
    const till = await openTill({ rules: { expiredTransaction: rule } });
    till.simulator.chooseAnswer({ kind: 'ignored' });
    const { body } = await till.create();
    till.clock.advance(299_999);
    expect(till.simulator.terminal('T0292').prompt()).not.toBeNull();
    till.clock.advance(1);
    expect(till.simulator.terminal('T0292').prompt()).toBeNull();
    const session = await till.session(body.id);
    expect(Date.parse(session.expires_at)).toBe(till.clock.now());
    expect((await till.transaction(session.transaction_id)).status).toBe(status);
  });

  it('can be paid after it expired', async () => {
    const till = await openTill();
    till.simulator.chooseAnswer({ kind: 'approved-late', after: 'expiry', afterMs: 60_000 });
    const { body } = await till.create();
    till.clock.advance(300_000);
    const session = await till.session(body.id);
    expect((await till.transaction(session.transaction_id)).status).toBe('INITIATED');
    till.clock.advance(60_000);
    expect((await till.transaction(session.transaction_id)).status).toBe('CAPTURED');
  });
});

describe('a customer who taps after the till cancelled', () => {
  it.each(['INITIATED', 'AUTHORIZATION_VOIDED'] as const)(
    'has paid although the session says cancelled and the transaction said %s',
    async (meanwhile) => {
      const till = await openTill();
      till.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 1000, meanwhile });
      const { body } = await till.create();
      till.clock.advance(30_000);
      expect((await till.call('POST', `/sessions/${body.id}/cancel`)).status).toBe(200);
      const session = await till.session(body.id);
      expect(session.cancelled_at).toBe('2026-01-15T09:00:30.000Z');
      expect((await till.transaction(session.transaction_id)).status).toBe(meanwhile);
      till.clock.advance(1000);
      expect((await till.transaction(session.transaction_id)).status).toBe('CAPTURED');
      expect((await till.session(body.id)).cancelled_at).toBe('2026-01-15T09:00:30.000Z');
    },
  );
});

it('a customer can pay ten minutes after the cancel, long after the session would have expired', async () => {
  const till = await openTill({ rules: { sessionLifetimeMs: 120_000 } });
  till.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 600_000 });
  const { body } = await till.create();
  await till.call('POST', `/sessions/${body.id}/cancel`);
  till.clock.advance(600_000);
  expect(till.simulator.books().totals).toMatchObject([{ captured: 39900 }]);
});

describe('the transaction of a session', () => {
  it('is named only after the card when the rule says so', async () => {
    const till = await openTill({ rules: { transactionAppears: 'after-card' } });
    const { body } = await till.create();
    expect((await till.session(body.id)).transaction_id).toBeUndefined();
    expect((await till.call<unknown[]>('GET', `/transactions?session_id=${body.id}`)).body).toEqual([]);
    till.clock.advance(2000);
    const session = await till.session(body.id);
    expect((await till.transaction(session.transaction_id)).status).toBe('CAPTURED');
  });

  it('never comes when the session is cancelled before the card', async () => {
    const till = await openTill({ rules: { transactionAppears: 'after-card' } });
    const { body } = await till.create();
    expect((await till.call('POST', `/sessions/${body.id}/cancel`)).status).toBe(200);
    till.clock.advance(600_000);
    expect(till.simulator.books().transactions).toEqual([]);
  });
});

describe('a terminal that cannot take the payment', () => {
  const cannot: ['busyTerminal' | 'offlineTerminal', () => RegExp][] = [
    ['busyTerminal', () => /busy/],
    ['offlineTerminal', () => /offline/],
  ];
  describe.each(cannot)('%s', (rule, why) => {
    const begin = async (how: 'refused' | 'publish-failed' | 'failed-transaction' | 'silent') => {
      const till = await openTill({ rules: { [rule]: how } });
      if (rule === 'offlineTerminal') till.simulator.terminal('T0292').unplug();
      else {
        till.simulator.chooseAnswer({ kind: 'ignored' });
        await till.create({ order: { merchant_reference: 'first' } });
      }
      const heard = await till.create({ order: { merchant_reference: 'second' } });
      till.clock.advance(10_000);
      const mine = till.simulator.books().transactions.filter((one) => one.merchant_reference === 'second');
      return { till, heard, mine };
    };

    it('refuses the session', async () => {
      const { heard, mine } = await begin('refused');
      expect(heard.status).toBe(400);
      expect(heard.body.error.message).toMatch(why());
      expect(mine).toEqual([]);
    });

    it('says that the push failed', async () => {
      const { heard, mine } = await begin('publish-failed');
      expect(heard.body.publish).toMatchObject([{ status: 'failed' }]);
      expect(mine).toEqual([]);
    });

    it('fails the transaction', async () => {
      const { mine } = await begin('failed-transaction');
      expect(mine.map((one) => one.status)).toEqual(['FAILED']);
    });

    it('says nothing at all', async () => {
      const { till, heard, mine } = await begin('silent');
      expect(heard.status).toBe(200);
      expect(mine).toEqual([]);
      expect((await till.session(heard.body.id)).events).toEqual([]);
    });
  });

  it('takes payments again once it is plugged in or free', async () => {
    const till = await openTill({ rules: { offlineTerminal: 'refused' } });
    const terminal = till.simulator.terminal('T0292');
    terminal.unplug();
    expect((await till.create()).status).toBe(400);
    terminal.plugIn();
    expect((await till.pay()).status).toBe('CAPTURED');
    expect((await till.pay()).status).toBe('CAPTURED');
  });
});

describe('a transaction left open', () => {
  it.each([
    [{ kind: 'authorized-only' }, 'CAPTURED', 39900],
    [{ kind: 'on-hold' }, 'AUTHORIZED', 0],
    [{ kind: 'on-hold' }, 'FAILED', 0],
    [{ kind: 'unknown' }, 'CAPTURED', 39900],
    [{ kind: 'unknown' }, 'DECLINED', 0],
    [{ kind: 'authorized-only' }, 'AUTHORIZATION_VOIDED', 0],
  ] as const)('after %o can be brought to %s by command', async (answer, status, captured) => {
    const till = await openTill();
    till.simulator.chooseAnswer(answer);
    const { id } = await till.pay();
    till.clock.advance(3_600_000);
    expect(till.simulator.settle(id, status)).toBe(true);
    expect((await till.transaction(id)).status).toBe(status);
    expect(till.simulator.books().totals[0]?.captured).toBe(captured);
  });

  it('that does not exist cannot', async () => {
    const till = await openTill();
    expect(till.simulator.settle('nobody', 'CAPTURED')).toBe(false);
  });
});

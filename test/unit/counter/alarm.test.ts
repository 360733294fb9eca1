import { afterEach, describe, expect, it } from 'vitest';
import type { Asks } from '../../../preload/contract/calls.ts';
import type { AlarmView } from '../../../preload/contract/view.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const total = 39_900;

/** Two bags of coffee by card, cancelled at the till, and paid by the customer a moment later. */
async function paidAfterAll(options: ShopOptions = {}): Promise<AlarmView> {
  shop = await openShop({ times: 40, ...options });
  shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 60_000 });
  await shop.ask('sale.enter', { text: '2*sku-coffee-001' });
  await shop.ask('payment.card', { total });
  await shop.until(
    'the card to be asked for',
    ({ counter }) => counter.kind === 'paying' && counter.payment.state.kind === 'present-card',
  );
  await shop.ask('payment.cancel', {});
  await shop.until('the alarm', ({ alarms }) => alarms.length === 1);
  await shop.ask('payment.backToSale', {});
  return alarm();
}

function alarm(): AlarmView {
  const [found] = shop.view().alarms;
  if (found === undefined) throw new Error('There is no alarm');
  return found;
}

const settle = (how: Asks<'alarm.settle'>['how']): Asks<'alarm.settle'> => ({
  alarm: 1,
  how,
  reason: 'The goods stayed here',
});
const gone = () => shop.until('the end of the alarm', ({ alarms }) => alarms.length === 0);
const becomes = (kind: NonNullable<AlarmView['refund']>['state']['kind']) =>
  shop.until(`the refund to be ${kind}`, ({ alarms }) => alarms[0]?.refund?.state.kind === kind);
const posted = () =>
  shop.simulator.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/refund'));
const refundedThere = () => shop.simulator.books().totals.map(({ refunded }) => refunded);
const attemptEntries = () => shop.journal().read.attemptEntries('TEST22-1-1');
const settlements = () =>
  attemptEntries().flatMap((entry) => (entry.kind === 'attempt.alarm-settled' ? [entry.body] : []));
const figures = () => shop.journal().read.openDay().figures;

const refunded = {
  attemptId: 'TEST22-1-1',
  how: 'refunded',
  reason: 'The goods stayed here',
};

describe('A payment that came after all and is given back', () => {
  it('goes back whole and once, settles its alarm, and writes no receipt and no turnover', async () => {
    expect(await paidAfterAll()).toMatchObject({ canAttach: true, canRefund: true, refund: null });
    const before = figures();
    await shop.ask('alarm.settle', settle('refund'));
    await gone();
    expect(posted().map(({ body }) => body)).toEqual([
      { amount: total, reason: 'The goods stayed here', refund_reference: 'TEST22-F1' },
    ]);
    expect(refundedThere()).toEqual([total]);
    expect(settlements()).toEqual([refunded]);
    expect(shop.journal().read.nextReceiptNumber()).toBe(1);
    expect(figures()).toEqual(before);
    expect(shop.journal().read.openRefunds()).toEqual([]);
  });

  it('leaves its sale on the counter to be paid once more, with a receipt that can be refunded whole', async () => {
    await paidAfterAll();
    await shop.ask('alarm.settle', settle('refund'));
    await gone();
    await shop.ask('payment.card', { total });
    await shop.until('the approval', ({ counter }) => counter.kind === 'done');
    const quote = await shop.ask('refund.quote', {
      receiptNumber: 1,
      wanted: { kind: 'all' },
      how: 'as-paid',
    });
    expect(quote).toEqual({ amount: total, card: total, cash: 0, giftCard: 0 });
  });

  it('is no difference with Dintero when the day is closed', async () => {
    await paidAfterAll();
    await shop.ask('sale.clear', { reason: 'The customer left' });
    await shop.ask('alarm.settle', settle('refund'));
    await gone();
    expect(await shop.ask('cases.lookNow', {})).toMatchObject({ opened: 0 });
    await shop.ask('day.close', { number: 1, reason: null });
    expect(shop.view().cases).toEqual([]);
  });

  it('goes back once when Refund is pressed twice', async () => {
    await paidAfterAll();
    await Promise.all([
      shop.ask('alarm.settle', settle('refund')),
      shop.ask('alarm.settle', settle('refund')),
    ]);
    await gone();
    expect(shop.journal().read.refundsOf('TEST22-1')).toHaveLength(1);
    expect(posted()).toHaveLength(1);
    expect(refundedThere()).toEqual([total]);
  });

  it('is found when the answer was lost, and nothing else can be done about it meanwhile', async () => {
    let lines: 'open' | 'cut' = 'open';
    await paidAfterAll({
      fetch: async (input, init) => {
        if (lines === 'cut') throw new TypeError('fetch failed');
        const answer = await fetch(input, init);
        const { pathname } = new URL(input instanceof Request ? input.url : input);
        if (!pathname.endsWith('/refund')) return answer;
        lines = 'cut';
        throw new TypeError('fetch failed');
      },
    });
    await shop.ask('alarm.settle', settle('refund'));
    await becomes('undecided');
    expect(alarm()).toMatchObject({ canAttach: false, canRefund: false, canHandleElsewhere: false });
    expect(alarm().sentence).toContain('is being refunded');
    expect(await shop.refused('alarm.settle', settle('attach'))).toBe('NOT-ALLOWED-NOW');
    expect(await shop.refused('alarm.settle', settle('handled-elsewhere'))).toBe('NOT-ALLOWED-NOW');
    await shop.ask('alarm.settle', settle('refund'));
    lines = 'open';
    await gone();
    expect(posted()).toHaveLength(1);
    expect(refundedThere()).toEqual([total]);
    expect(settlements()).toEqual([refunded]);
  });

  it('is settled by the person who decides that an undecided refund went back', async () => {
    await paidAfterAll();
    shop.simulator.chooseRefund({ kind: 'absent' });
    await shop.ask('alarm.settle', settle('refund'));
    await becomes('undecided');
    await shop.ask('refund.decide', { refundId: 'TEST22-F1', refunded: true, reason: 'Seen in Dintero' });
    expect(shop.view().alarms).toEqual([]);
    expect(settlements()).toEqual([refunded]);
    expect(shop.journal().read.nextReceiptNumber()).toBe(1);
  });

  it.each(['before', 'after'] as const)(
    'is taken up again when the power went %s it was written down that it leaves',
    async (moment) => {
      await paidAfterAll();
      shop.cutPowerAtWrite(2, moment);
      const dark = shop.dark();
      await shop.ask('alarm.settle', settle('refund'));
      await dark;
      shop.switchOn();
      await becomes(moment === 'before' ? 'refused' : 'undecided');
      expect(posted()).toEqual([]);
      expect(settlements()).toEqual([]);
      expect(alarm().canHandleElsewhere).toBe(moment === 'before');
    },
  );

  it('is settled after a restart when the power went between the intent and the answer', async () => {
    await paidAfterAll();
    shop.simulator.chooseRefund({ kind: 'done', reply: 'accepted', afterMs: 4_000 });
    await shop.ask('alarm.settle', settle('refund'));
    await becomes('accepted');
    shop.cutPower();
    shop.switchOn();
    await becomes('accepted');
    await gone();
    expect(posted()).toHaveLength(1);
    expect(refundedThere()).toEqual([total]);
    expect(settlements()).toEqual([refunded]);
  });

  it('offers every way again when Dintero refuses, and can be handled elsewhere', async () => {
    await paidAfterAll();
    shop.simulator.chooseRefund({ kind: 'refused', reply: 'finished' });
    await shop.ask('alarm.settle', settle('refund'));
    await becomes('refused');
    expect(alarm()).toMatchObject({ canAttach: true, canRefund: true, canHandleElsewhere: true });
    await shop.ask('alarm.settle', settle('handled-elsewhere'));
    expect(shop.view().alarms).toEqual([]);
    expect(refundedThere()).toEqual([0]);
    expect(settlements()).toEqual([{ ...refunded, how: 'handled-elsewhere' }]);
  });

  it('goes to the terminal where Dintero asks for the card', async () => {
    await paidAfterAll({ rules: { refundRule: 'terminal' } });
    await shop.ask('alarm.settle', settle('refund'));
    await becomes('refused');
    expect(alarm().refund?.state).toMatchObject({ code: 'terminal-needed', offerTerminal: true });
    await shop.ask('alarm.settle', settle('refund'));
    await gone();
    expect(posted().at(-1)?.body).toEqual({
      amount: total,
      reason: 'The goods stayed here',
      refund_reference: 'TEST22-F2',
      terminal_id: 'T0292',
    });
    expect(refundedThere()).toEqual([total]);
  });
});

describe('A payment that came after all and is only authorised', () => {
  const reserved = () => paidAfterAll({ rules: { captureAfterMs: 3_600_000 } });
  const transactionId = () => shop.simulator.books().transactions[0]?.id ?? '';
  const refundable = () => shop.until('Refund', ({ alarms }) => alarms[0]?.canRefund === true);

  it('is not given back by the till before Dintero has taken it, and says what to do meanwhile', async () => {
    expect(await reserved()).toMatchObject({ canAttach: true, canRefund: false, canHandleElsewhere: true });
    expect(alarm().sentence).toContain('only reserved');
    expect(await shop.refused('alarm.settle', settle('refund'))).toBe('NOT-ALLOWED-NOW');
    expect(posted()).toEqual([]);
  });

  it('is offered for a refund once it is captured, also when the till was off meanwhile', async () => {
    await reserved();
    shop.cutPower();
    shop.simulator.settle(transactionId(), 'CAPTURED');
    shop.switchOn();
    await refundable();
    expect(alarm().sentence).not.toContain('only reserved');
    await shop.ask('alarm.settle', settle('refund'));
    await gone();
    expect(refundedThere()).toEqual([total]);
  });

  it('ends its alarm when Dintero lets the money go, and alarms again should it be taken all the same', async () => {
    await reserved();
    shop.simulator.settle(transactionId(), 'AUTHORIZATION_VOIDED');
    await gone();
    expect(attemptEntries().at(-1)).toMatchObject({
      kind: 'attempt.alarm-withdrawn',
      body: { code: 'voided' },
    });
    expect(shop.view().counter).toMatchObject({ kind: 'selling', sale: { total } });
    shop.simulator.settle(transactionId(), 'CAPTURED');
    await refundable();
    expect(alarm().alarm).toBe(2);
  });

  it('contradicts its receipt when it was attached to its sale and then let go', async () => {
    await reserved();
    await shop.ask('alarm.settle', settle('attach'));
    await shop.until('the receipt', ({ counter }) => counter.kind === 'done');
    shop.simulator.settle(transactionId(), 'AUTHORIZATION_VOIDED');
    await shop.until(
      'the alarm',
      ({ alarms }) => alarms[0]?.sentence.startsWith('Not paid after all') === true,
    );
  });
});

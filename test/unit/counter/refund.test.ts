import { afterEach, describe, expect, it } from 'vitest';
import { dinteroOf } from '../../helpers/dintero-of.ts';
import type { Asks } from '../../../preload/contract/calls.ts';
import type { RefundView, WantedAsk } from '../../../preload/contract/refund.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const price = 19_950;
const total = 39_900;

/** Two bags of coffee, paid by card as receipt 1. */
async function soldByCard(options: ShopOptions = {}): Promise<Shop> {
  shop = await openShop({ times: 5, ...options });
  await shop.ask('sale.enter', { text: '2*sku-coffee-001' });
  await shop.ask('payment.card', { total });
  await shop.until('the approval', (view) => view.counter.kind === 'done');
  return shop;
}

async function soldForCash(): Promise<Shop> {
  shop = await openShop();
  await shop.ask('sale.enter', { text: '2*1002' });
  await shop.ask('payment.cash', { total: 25_980, given: 30_000 });
  return shop;
}

const everything: WantedAsk = { kind: 'all' };
const pieces = (count: number): WantedAsk => ({
  kind: 'lines',
  lines: [{ lineId: '1', quantity: count * 1000 }],
});

const asked = (change: Partial<Asks<'refund.begin'>> = {}): Asks<'refund.begin'> => ({
  receiptNumber: 1,
  wanted: everything,
  how: 'as-paid',
  reason: 'Angret',
  left: total,
  ...change,
});

const refund = (refundId: string): RefundView => {
  const found = shop.view().refunds.find((one) => one.refundId === refundId);
  if (found === undefined) throw new Error(`${refundId} is not shown`);
  return found;
};

async function settled(refundId: string): Promise<RefundView> {
  await shop.until('the end of the refund', () =>
    ['refunded', 'refused'].includes(refund(refundId).state.kind),
  );
  return refund(refundId);
}

async function becomes(refundId: string, kind: RefundView['state']['kind']): Promise<RefundView> {
  await shop.until(`the refund to be ${kind}`, () => refund(refundId).state.kind === kind);
  return refund(refundId);
}

const posted = () =>
  shop.simulator.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/refund'));
const refundedThere = () => shop.simulator.books().totals.map((one) => one.refunded);
/** Somebody gives back part of the payment in Dintero's own backoffice. */
async function refundElsewhere(transactionId: string, amount: number): Promise<void> {
  const { simulator } = shop;
  const elsewhere = dinteroOf(simulator, 'Backoffice');
  await elsewhere.refund(transactionId, { amount, reason: 'Backoffice', refund_reference: 'B-1' });
}

const left = async () => (await shop.ask('receipt.show', { receiptNumber: 1 })).detail.left;

describe('A whole refund to the original card', () => {
  it('sends the body of the specified page with the refund’s own reference', async () => {
    await soldByCard();
    const { refundId } = await shop.ask('refund.begin', asked());
    expect(refundId).toBe('TEST22-F1');
    expect((await settled(refundId)).state).toEqual({ kind: 'refunded', returnReceipt: 2 });
    expect(posted().map(({ body }) => body)).toEqual([
      { amount: total, reason: 'Angret', refund_reference: 'TEST22-F1' },
    ]);
    expect(refundedThere()).toEqual([total]);
  });

  it('is a return receipt in the sale’s series, signed, with every amount negative', async () => {
    await soldByCard();
    const { refundId } = await shop.ask('refund.begin', asked());
    await settled(refundId);
    const { read } = shop.journal();
    expect(read.completedSale(2)).toBeNull();
    expect(read.returnedSale(2)?.returned).toMatchObject({
      receiptNumber: 2,
      of: { tillId: 'TEST22', saleId: 'TEST22-1', receiptNumber: 1 },
      reason: 'Angret',
      lines: [{ quantity: -2000, amount: -total, vatAmount: -4275 }],
      vat: [{ rate: 1200, gross: -total, net: -35_625, vat: -4275 }],
      total: -total,
      payments: [{ kind: 'card', amount: -total, attemptId: 'TEST22-1-1', confirmed: 'by-dintero' }],
      signature: { previous: read.completedSale(1)?.sale.signature.value, amountIncludingVat: -total },
    });
    const { text } = await shop.ask('receipt.show', { receiptNumber: 2 });
    for (const said of ['Return receipt', 'Return of receipt no.', '-399.00', 'signature', 'Phone number']) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('Sales receipt');
  });

  it('is posted once when the cashier presses twice', async () => {
    await soldByCard();
    const both = await Promise.all([
      shop.till().handle('refund.begin', asked()),
      shop.till().handle('refund.begin', asked()),
    ]);
    expect(both.map((reply) => reply.ok)).toEqual([true, false]);
    await settled('TEST22-F1');
    expect(posted()).toHaveLength(1);
    expect(refundedThere()).toEqual([total]);
  });
});

describe('Refunds of parts', () => {
  it('go line by line until the till refuses the piece too many', async () => {
    await soldByCard();
    for (const [refundId, seen] of [
      ['TEST22-F1', total],
      ['TEST22-F2', price],
    ] as const) {
      await shop.ask('refund.begin', asked({ wanted: pieces(1), left: seen }));
      expect((await settled(refundId)).state.kind).toBe('refunded');
    }
    expect(await shop.refused('refund.begin', asked({ wanted: pieces(1), left: 0 }))).toBe('REFUND-TOO-MUCH');
    expect(posted().map(({ body }) => body)).toEqual(
      ['TEST22-F1', 'TEST22-F2'].map((reference) => ({
        amount: price,
        reason: 'Angret',
        refund_reference: reference,
        items: [{ line_id: '1', amount: price, quantity: 1 }],
      })),
    );
    expect(refundedThere()).toEqual([total]);
    expect(await left()).toBe(0);
  });

  it('can be an amount without goods, and what is left of the line is less by as much', async () => {
    await soldByCard();
    const { refundId } = await shop.ask('refund.begin', asked({ wanted: { kind: 'amount', amount: 5_000 } }));
    await settled(refundId);
    const { detail } = await shop.ask('receipt.show', { receiptNumber: 1 });
    expect(detail.lines).toMatchObject([{ quantityLeft: 2000, amountLeft: total - 5_000 }]);
    expect(refundedThere()).toEqual([5_000]);
    expect(shop.journal().read.returnedSale(2)?.returned.lines).toMatchObject([
      { quantity: 0, amount: -5_000 },
    ]);
  });

  it('are counted by what is being refunded as well as by what went back', async () => {
    await soldByCard();
    shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' });
    const { refundId } = await shop.ask('refund.begin', asked({ wanted: pieces(1) }));
    await becomes(refundId, 'undecided');
    expect(await shop.refused('refund.begin', asked({ wanted: pieces(2), left: price }))).toBe(
      'REFUND-TOO-MUCH',
    );
  });

  it('are never more than Dintero still holds, whoever gave back the rest', async () => {
    await soldByCard();
    const [transaction] = shop.simulator.books().transactions;
    await refundElsewhere(transaction?.id ?? '', 30_000);
    const { refundId } = await shop.ask('refund.begin', asked({ wanted: pieces(1) }));
    expect((await settled(refundId)).state).toMatchObject({ kind: 'refused', code: 'more-than-held' });
    expect(posted()).toHaveLength(1);
    expect(refundedThere()).toEqual([30_000]);
    expect(await left()).toBe(total);
  });
});

describe('A refund whose answer was lost', () => {
  it('is found by its reference when it did go back, and is posted once', async () => {
    await soldByCard();
    shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'done' });
    const { refundId } = await shop.ask('refund.begin', asked());
    expect((await settled(refundId)).state).toEqual({ kind: 'refunded', returnReceipt: 2 });
    expect(posted()).toHaveLength(1);
    expect(refundedThere()).toEqual([total]);
  });

  it('stays undecided when it did not, until a person decides; then it can be made again', async () => {
    await soldByCard({ times: 20 });
    shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' });
    const { refundId } = await shop.ask('refund.begin', asked());
    await becomes(refundId, 'undecided');
    const looks = () =>
      shop.simulator.requests().filter(({ operation }) => operation === 'readTransaction').length;
    const before = looks();
    await shop.until('several looks', () => looks() > before + 3);
    expect(refund(refundId).state.kind).toBe('undecided');
    expect(posted()).toHaveLength(1);
    await shop.ask('refund.decide', { refundId, refunded: false, reason: 'Sett hos Dintero' });
    expect((await settled(refundId)).state).toMatchObject({ kind: 'refused', code: 'decided-not-refunded' });
    const again = await shop.ask('refund.begin', asked());
    expect((await settled(again.refundId)).state.kind).toBe('refunded');
    expect(refundedThere()).toEqual([total]);
  });

  it('gets its return receipt when a person decides that it went back', async () => {
    await soldByCard();
    shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' });
    const { refundId } = await shop.ask('refund.begin', asked());
    await becomes(refundId, 'undecided');
    await shop.ask('refund.decide', { refundId, refunded: true, reason: 'Kvittering fra terminalen' });
    expect((await settled(refundId)).state).toEqual({ kind: 'refunded', returnReceipt: 2 });
    expect(shop.journal().read.returnedSale(2)?.returned.payments).toMatchObject([{ confirmed: 'by-hand' }]);
  });

  it.each([
    ['503', { on: 'refund', kind: 'status', status: 503, effect: 'done' }],
    ['a web page', { on: 'refund', kind: 'html', effect: 'done' }],
    ['half an answer', { on: 'refund', kind: 'truncated' }],
  ] as const)('is found after %s', async (_what, fault) => {
    await soldByCard();
    shop.simulator.inject(fault);
    const { refundId } = await shop.ask('refund.begin', asked());
    expect((await settled(refundId)).state.kind).toBe('refunded');
    expect(posted()).toHaveLength(1);
    expect(refundedThere()).toEqual([total]);
  });

  it('is undecided after a 503 that did nothing, and nothing is posted again', async () => {
    await soldByCard();
    shop.simulator.inject({ on: 'refund', kind: 'status', status: 503 });
    const { refundId } = await shop.ask('refund.begin', asked());
    await becomes(refundId, 'undecided');
    expect(posted()).toHaveLength(1);
    expect(refundedThere()).toEqual([0]);
  });
});

describe('A refund that Dintero accepts first', () => {
  it.each([
    ['done', 'refunded', total],
    ['refused', 'refused', 0],
  ] as const)('is %s when the event with its id says so', async (kind, becoming, refunded) => {
    await soldByCard();
    shop.simulator.chooseRefund({ kind, reply: 'accepted', afterMs: 200 });
    const { refundId } = await shop.ask('refund.begin', asked());
    expect((await settled(refundId)).state.kind).toBe(becoming);
    expect(refundedThere()).toEqual([refunded]);
    expect(await left()).toBe(total - refunded);
  });

  it('and answers 200 but says that it was refused, is refused', async () => {
    await soldByCard();
    shop.simulator.chooseRefund({ kind: 'refused', reply: 'finished' });
    const { refundId } = await shop.ask('refund.begin', asked());
    expect((await settled(refundId)).state).toMatchObject({ kind: 'refused', code: 'refused-by-dintero' });
  });

  it('and never finishes is undecided after a while, and its lines stay taken', async () => {
    await soldByCard({ times: 100 });
    shop.simulator.chooseRefund({ kind: 'absent' });
    const { refundId } = await shop.ask('refund.begin', asked());
    expect((await becomes(refundId, 'undecided')).state).toMatchObject({ why: 'patience-over' });
    expect(await left()).toBe(0);
    expect(posted()).toHaveLength(1);
  });
});

describe('A refund with the cardholder at the terminal', () => {
  it('is offered when Dintero asks for the terminal, under a reference of its own', async () => {
    await soldByCard({ rules: { refundRule: 'terminal' } });
    const { refundId } = await shop.ask('refund.begin', asked());
    expect((await settled(refundId)).state).toEqual({
      kind: 'refused',
      code: 'terminal-needed',
      offerTerminal: true,
    });
    const again = await shop.ask('refund.atTerminal', { refundId });
    expect((await settled(again.refundId)).state).toEqual({ kind: 'refunded', returnReceipt: 2 });
    expect(posted().map(({ body }) => body)).toMatchObject([
      { refund_reference: 'TEST22-F1' },
      { refund_reference: 'TEST22-F2', terminal_id: 'T0292' },
    ]);
    expect(refundedThere()).toEqual([total]);
  });

  it('names the terminal from the start when the install says so, and keeps payments off it', async () => {
    await soldByCard({ rules: { refundRule: 'terminal' }, times: 5, dintero: { refundAtTerminal: true } });
    shop.simulator.chooseRefund({ kind: 'absent' });
    const { refundId } = await shop.ask('refund.begin', asked());
    expect((await becomes(refundId, 'accepted')).state).toEqual({ kind: 'accepted', atTerminal: true });
    await shop.ask('sale.startNew', {});
    await shop.ask('sale.enter', { text: '1001' });
    expect(await shop.refused('payment.card', { total: 3_900 })).toBe('TERMINAL-TAKEN');
    shop.simulator.terminal('T0292').tapNow('approved');
    expect((await settled(refundId)).state.kind).toBe('refunded');
    expect(posted().map(({ body }) => body)).toMatchObject([{ terminal_id: 'T0292' }]);
  });
});

describe('A refund and a power cut', () => {
  it.each([
    [1, 'after', 'refused', 0],
    [2, 'before', 'refused', 0],
  ] as const)('at write %i, just %s it, never left the till', async (write, moment, becoming, posts) => {
    await soldByCard();
    shop.cutPowerAtWrite(write, moment);
    await shop.till().handle('refund.begin', asked());
    await shop.dark();
    shop.switchOn();
    await shop.until('the till to take it up', () => shop.journal().read.openRefunds().length === 0);
    expect(shop.journal().read.refundsOf('TEST22-1')).toMatchObject([{ state: becoming }]);
    expect(posted()).toHaveLength(posts);
    expect(await left()).toBe(total);
  });

  it.each([
    [2, 'after', 'undecided', 0],
    [3, 'before', 'done', 1],
  ] as const)('at write %i, just %s it, is %s after the start', async (write, moment, becoming, posts) => {
    await soldByCard();
    shop.cutPowerAtWrite(write, moment);
    await shop.till().handle('refund.begin', asked());
    await shop.dark();
    shop.switchOn();
    const state = () => shop.journal().read.refundsOf('TEST22-1')[0]?.state;
    await shop.until('what became of it', () => state() === becoming);
    expect(posted()).toHaveLength(posts);
    expect(refundedThere()).toEqual([posts * total]);
    expect(await left()).toBe(0);
  });
});

describe('Cash', () => {
  it('goes back from the drawer in whole kroner, with the rounding written down', async () => {
    await soldForCash();
    const { refundId } = await shop.ask('refund.begin', asked({ left: 25_980, wanted: pieces(1) }));
    const { state, sentence } = await settled(refundId);
    expect(state).toEqual({ kind: 'refunded', returnReceipt: 2 });
    expect(sentence).toContain('130.00');
    expect(shop.journal().read.returnedSale(2)?.returned.payments).toEqual([
      { kind: 'cash', amount: -12_990, rounding: -10 },
    ]);
    const rest = await shop.ask('refund.begin', asked({ left: 12_990, wanted: pieces(1) }));
    expect((await settled(rest.refundId)).sentence).toContain('130.00');
    expect(posted()).toEqual([]);
  });

  it('can be given for a card sale, with a reason, where the shop has no operators', async () => {
    await soldByCard();
    const { refundId } = await shop.ask('refund.begin', asked({ how: 'cash', reason: 'Kortet er sperret' }));
    expect((await settled(refundId)).state.kind).toBe('refunded');
    expect(posted()).toEqual([]);
    expect(shop.journal().read.returnedSale(2)?.returned).toMatchObject({
      reason: 'Kortet er sperret',
      payments: [{ kind: 'cash', amount: -total }],
    });
    expect(await left()).toBe(0);
  });
});

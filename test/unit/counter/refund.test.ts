import { afterEach, describe, expect, it } from 'vitest';
import type { RefundView } from '../../../preload/contract/refund.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const price = 19_950;
const total = 39_900;

/** Two bags of coffee, paid by card as receipt 1. */
async function soldByCard(options: ShopOptions = {}): Promise<Shop> {
  shop = await openShop(options);
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

const everything = { kind: 'all' } as const;
const pieces = (count: number) =>
  ({ kind: 'lines', lines: [{ lineId: '1', quantity: count * 1000 }] }) as const;

const asked = (change: object = {}) => ({
  receiptNumber: 1,
  wanted: everything as typeof everything | ReturnType<typeof pieces>,
  how: 'as-paid' as const,
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

import { afterEach, describe, expect, it } from 'vitest';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

async function rungUp(options: ShopOptions = {}): Promise<Shop> {
  shop = await openShop(options);
  await shop.ask('sale.enter', { text: '2*sku-coffee-001' });
  return shop;
}

const total = 39_900;
const sessionsPosted = (): number =>
  shop.simulator.requests().filter((r) => r.method === 'POST' && r.path.endsWith('/sessions-profile')).length;

describe('A sale paid by card', () => {
  it('sends the session of the specified page, in every field that the till decides', async () => {
    await rungUp();
    await shop.ask('payment.card', { total });
    await shop.until('the approval', (view) => view.counter.kind === 'done');
    const sent = shop.simulator.requests().find((r) => r.path.endsWith('/sessions-profile'));
    expect(sent?.body).toEqual({
      url: { return_url: 'https://example.com/return' },
      order: {
        amount: 39900,
        currency: 'NOK',
        merchant_reference: 'TEST22-1-1',
        items: [
          {
            id: 'sku-coffee-001',
            line_id: '1',
            description: 'Premium Coffee Beans 1kg',
            quantity: 2,
            amount: 39900,
            vat_amount: 4275,
            vat: 12,
          },
        ],
        store: { id: 'oslo-center', terminal_id: 'T0292', payout_destination_id: 'seller-1' },
      },
      configuration: {
        seitatech: { type: 'payment_type', in_person: { type: 'payment_product_type', enabled: true } },
      },
      profile_id: 'T12345678.inperson',
      metadata: { ext_sale_id: 'TEST22-1', ext_attempt_id: 'TEST22-1-1' },
    });
  });

  it('is completed with a receipt when the customer taps', async () => {
    await rungUp();
    await shop.ask('payment.card', { total });
    const view = await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(view.counter).toMatchObject({ receipt: { receiptNumber: 1, total, paidBy: 'card' } });
    expect(shop.journal().read.completedSale(1)?.sale.payments).toMatchObject([
      { kind: 'card', amount: total, attemptId: 'TEST22-1-1' },
    ]);
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([total]);
  });

  it('is paid by a second attempt with a reference of its own when the first card was declined', async () => {
    await rungUp();
    shop.simulator.chooseAnswer({ kind: 'declined' });
    await shop.ask('payment.card', { total });
    const declined = await shop.until(
      'the decline',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'declined',
    );
    expect(declined.counter).toMatchObject({ sale: { total, earlierAttempts: 1 } });
    await shop.ask('payment.card', { total });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(shop.simulator.books().sessions.map((s) => s.order.merchant_reference)).toEqual([
      'TEST22-1-1',
      'TEST22-1-2',
    ]);
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([0, total]);
  });

  it('is not paid when the cashier cancels while the terminal waits', async () => {
    await rungUp({ times: 10 });
    shop.simulator.chooseAnswer({ kind: 'ignored' });
    await shop.ask('payment.card', { total });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    await shop.ask('payment.cancel', {});
    await shop.until(
      'the end',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'cancelled',
    );
    await shop.ask('payment.backToSale', {});
    expect(shop.view().counter).toMatchObject({ kind: 'selling', sale: { total } });
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([0]);
  });

  it('is paid when the customer taps one second after the cancel', async () => {
    await rungUp({ times: 5 });
    shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 1000 });
    await shop.ask('payment.card', { total });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    await shop.ask('payment.cancel', {});
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([total]);
  });

  it('asks once when the cashier presses twice', async () => {
    await rungUp();
    const both = await Promise.all([
      shop.till().handle('payment.card', { total }),
      shop.till().handle('payment.card', { total }),
    ]);
    expect(both.map((reply) => reply.ok)).toEqual([true, true]);
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(sessionsPosted()).toBe(1);
  });

  it('cannot be changed while the terminal has its amount', async () => {
    await rungUp();
    shop.simulator.chooseAnswer({ kind: 'ignored' });
    await shop.ask('payment.card', { total });
    expect(await shop.refused('sale.enter', { text: '1001' })).toBe('SALE-LOCKED');
    expect(await shop.refused('payment.cash', { total, given: 40_000 })).toBe('PAYMENT-UNDER-WAY');
    expect(await shop.refused('sale.park', { name: '' })).toBe('SALE-LOCKED');
  });

  it('is not paid for a total that the cashier did not see', async () => {
    await rungUp();
    expect(await shop.refused('payment.card', { total: total - 100 })).toBe('TOTAL-CHANGED');
    expect(sessionsPosted()).toBe(0);
  });

  it('looks the payment up when the create answer was lost, and posts nothing again', async () => {
    await rungUp();
    shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
    await shop.ask('payment.card', { total });
    await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(sessionsPosted()).toBe(1);
    expect(shop.simulator.books().totals.map((t) => t.captured)).toEqual([total]);
  });

  it('is found again after a power cut while the terminal waits', async () => {
    await rungUp();
    shop.simulator.chooseAnswer({ kind: 'ignored' });
    await shop.ask('payment.card', { total });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    shop.cutPower();
    shop.simulator.terminal('T0292').tapNow('approved');
    shop.switchOn();
    const view = await shop.until('the approval', (v) => v.counter.kind === 'done');
    expect(view.counter).toMatchObject({ receipt: { receiptNumber: 1, total } });
    expect(sessionsPosted()).toBe(1);
  });
});

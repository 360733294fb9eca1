import { afterEach, describe, expect, it } from 'vitest';
import type { Dintero } from '../../../main/dintero/index.ts';
import { dinteroOf } from '../../helpers/dintero-of.ts';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const reference = 'R9ABCD-12-1';

/** Another till of the shop, as far as Dintero sees it. */
function anotherTill(): Dintero {
  const { simulator } = shop;
  return dinteroOf(simulator, 'Kvitt');
}

/** Two mugs and a book for 300.00, paid at another till on its own terminal. */
async function soldElsewhere(options: ShopOptions = {}, store = 'oslo-center'): Promise<void> {
  shop = await openShop({ times: 5, ...options });
  const here = store === 'oslo-center';
  const [terminal, payout] = here ? ['T0293', 'seller-1'] : ['T0400', 'seller-2'];
  await anotherTill().createSession({
    profile_id: 'T12345678.inperson',
    url: { return_url: 'https://example.com/return' },
    order: {
      amount: 30_000,
      currency: 'NOK',
      merchant_reference: reference,
      items: [
        {
          id: '1002',
          line_id: '1',
          description: 'Kopp',
          quantity: 2,
          amount: 20_000,
          vat_amount: 4_000,
          vat: 25,
        },
        { id: '1003', line_id: '2', description: 'Bok', quantity: 1, amount: 10_000, vat_amount: 0, vat: 0 },
      ],
      store: { id: store, terminal_id: terminal, payout_destination_id: payout },
    },
  });
  await expect.poll(() => shop.simulator.books().totals[0]?.captured).toBe(30_000);
}

const list = (text: string) =>
  shop.ask('receipt.find', { text, kind: null, paidBy: null, before: null, limit: 10 });
const posted = () =>
  shop.simulator.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/refund'));
const refundedThere = () => shop.simulator.books().totals.map((one) => one.refunded);

describe('A receipt of another till of the shop', () => {
  it('is known by its number, and its QR code or reference can be looked up', async () => {
    await soldElsewhere();
    expect((await list('R9ABCD-R7')).elsewhere).toMatchObject({ canLookUp: false });
    const transactionId = shop.simulator.books().transactions[0]?.id ?? '';
    for (const text of ['R9ABCD-R7.12-1', reference, 'R9ABCD-12', transactionId]) {
      expect((await list(text)).elsewhere).toMatchObject({ canLookUp: true });
      expect(await shop.ask('otherTill.find', { text })).toMatchObject({
        transactionId,
        reference,
        tillId: 'R9ABCD',
        amount: 30_000,
        held: 30_000,
      });
    }
    expect(await shop.refused('otherTill.find', { text: 'R9ABCD-13-1' })).toBe('RECEIPT-ELSEWHERE');
  });

  it('goes back by amount to its card, once, with a return receipt that names it', async () => {
    await soldElsewhere();
    const asks = { text: 'R9ABCD-R7.12-1', amount: 9_000, held: 30_000, reason: 'Faulty' };
    const answers = await Promise.allSettled([
      shop.ask('otherTill.refund', asks),
      shop.ask('otherTill.refund', asks),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await shop.until('the refund', (view) => view.refunds.some(({ state }) => state.kind === 'refunded'));
    expect(posted().map(({ body }) => body)).toEqual([
      { amount: 9_000, reason: 'Faulty', refund_reference: 'TEST22-F1' },
    ]);
    expect(refundedThere()).toEqual([9_000]);
    expect(shop.journal().read.returnedSale(1)?.returned).toMatchObject({
      of: { tillId: 'R9ABCD', saleId: 'R9ABCD-12', receiptNumber: 7 },
      lines: [
        { articleId: '1002', group: 'Kjøkken', quantity: 0, amount: -6_000, vatAmount: -1_200 },
        { articleId: '1003', quantity: 0, amount: -3_000, vatAmount: 0 },
      ],
      payments: [{ kind: 'card', amount: -9_000, attemptId: reference }],
    });
    const shown = await shop.ask('receipt.show', { receiptNumber: 1 });
    expect(shown.text).toContain('R9ABCD-R7');
    expect(shown.detail.returnOf).toBeNull();
    const left = { ...asks, held: 21_000, amount: 21_001 };
    expect(await shop.refused('otherTill.refund', asks)).toBe('REFUND-CHANGED');
    expect(await shop.refused('otherTill.refund', left)).toBe('REFUND-TOO-MUCH');
  });

  it('is found by its refund reference when the answer was lost, also after a power cut', async () => {
    await soldElsewhere();
    shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'done' });
    await shop.ask('otherTill.refund', { text: reference, amount: 30_000, held: 30_000, reason: 'Faulty' });
    await expect.poll(() => refundedThere()).toEqual([30_000]);
    shop.cutPower();
    shop.switchOn();
    await shop.until('the return receipt', () => shop.journal().read.returnedSale(1) !== null);
    expect(posted()).toHaveLength(1);
  });

  it('is none of this shop’s when another store took the payment', async () => {
    await soldElsewhere({}, 'bergen-city');
    expect(await shop.refused('otherTill.find', { text: reference })).toBe('RECEIPT-ELSEWHERE');
  });
});

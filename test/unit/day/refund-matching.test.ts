import { afterEach, describe, expect, it } from 'vitest';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';
import { byCard, giveBackOne, lastReport } from './helpers.ts';

let shop: Shop;
afterEach(() => shop.close());

/** Two cups by card: 259.80. */
async function soldTwo(options: ShopOptions = {}): Promise<string> {
  shop = await openShop({ times: 5, ...options });
  await shop.ask('sale.enter', { text: '2*1002' });
  await byCard(shop, 25_980);
  return shop.journal().read.attemptsOfSale('TEST22-1')[0]?.transactionId ?? '';
}

/** Somebody gives money back in Dintero's own pages. */
async function refundedElsewhere(transactionId: string, amount: number): Promise<void> {
  const { baseUrl, merchant } = shop.simulator;
  const token = await fetch(`${baseUrl}/accounts/${merchant.accountId}/auth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${merchant.clientId}:${merchant.clientSecret}`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      audience: `https://api.dintero.com/v1/accounts/${merchant.accountId}`,
    }),
  });
  const { access_token: bearer } = (await token.json()) as { access_token: string };
  const answer = await fetch(`${baseUrl}/transactions/${transactionId}/refund`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ amount, reason: 'By hand' }),
  });
  if (!answer.ok) throw new Error(`The refund was answered with ${String(answer.status)}`);
}

describe('What went back to the card', () => {
  it('agrees with Dintero at closing when the till gave it back', async () => {
    await soldTwo();
    await giveBackOne(shop, 1, '1', 25_980);
    await shop.until('the refund', (view) => view.refunds.some(({ state }) => state.kind === 'refunded'));
    await shop.ask('day.close', { number: 1, reason: null });
    const { match, report } = lastReport(shop, 'report.z').body;
    expect(match).toMatchObject({ kind: 'matched', transactions: 1, differences: 0 });
    expect(report.payments).toEqual([
      { means: 'card', number: 2, amount: 12_990, returned: { number: 1, amount: -12_990 } },
    ]);
  });

  it('agrees when Dintero’s list lags behind: a difference is read once more before it is one', async () => {
    let lists = 0;
    await soldTwo({
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        const { pathname } = new URL(input instanceof Request ? input.url : input);
        if (!pathname.endsWith('/transactions')) return answer;
        lists += 1;
        const withoutRefunds = (await answer.text()).replaceAll('"REFUND"', '"SETTLE"');
        return new Response(withoutRefunds, { status: answer.status, headers: answer.headers });
      },
    });
    await giveBackOne(shop, 1, '1', 25_980);
    await shop.until('the refund', (view) => view.refunds.some(({ state }) => state.kind === 'refunded'));
    await shop.ask('day.close', { number: 1, reason: null });
    expect(lists).toBeGreaterThan(0);
    expect(lastReport(shop, 'report.z').body.match).toMatchObject({ kind: 'matched', differences: 0 });
  });

  it('is a case when it went back at Dintero only, and the day waits until that is settled', async () => {
    const transactionId = await soldTwo();
    await refundedElsewhere(transactionId, 1_000);
    expect(await shop.refused('day.close', { number: 1, reason: null })).toBe('DAY-UNSETTLED');
    expect(shop.journal().read.openCases()).toMatchObject([
      { case: 1, kind: 'refund-differs', transactionId, amountHere: 0, amountThere: 1_000 },
    ]);
    await shop.ask('case.settle', { case: 1, how: 'handled-elsewhere', reason: 'Given back by the office' });
    await shop.ask('day.close', { number: 1, reason: null });
    expect(lastReport(shop, 'report.z').body.match).toMatchObject({ kind: 'matched', differences: 1 });
  });
});

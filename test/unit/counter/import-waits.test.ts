import { afterEach, expect, it } from 'vitest';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

it('no list of articles is laid down while a customer is asked for a card', async () => {
  shop = await openShop();
  const imported = { importId: 'not-staged' };
  await shop.ask('sale.enter', { text: '1001' });
  shop.simulator.chooseAnswer({ kind: 'ignored' });
  await shop.ask('payment.card', { total: 3_900 });
  await shop.until(
    'the prompt',
    ({ counter }) => counter.kind === 'paying' && counter.payment.state.kind === 'present-card',
  );
  expect(await shop.refused('catalogue.acceptImport', imported)).toBe('PAYMENT-UNDER-WAY');
  shop.simulator.terminal('T0292').tapNow('approved');
  await shop.until('the approval', ({ counter }) => counter.kind === 'done');
  expect(await shop.refused('catalogue.acceptImport', imported)).toBe('IMPORT-GONE');
});

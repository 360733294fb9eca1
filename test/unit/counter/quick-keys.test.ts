import { afterEach, expect, it } from 'vitest';
import { calls } from '../../../preload/contract/calls.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop | null = null;
afterEach(() => shop?.close());

const beer = {
  id: '2001',
  name: 'Pils 0,5',
  price: 3_990,
  vatRate: 2500,
  group: 'Øl',
  barcode: null,
  ageLimit: 18,
  deposit: 300,
};

it('are the articles that were kept, in their order, with today’s price; what is gone is named without one', async () => {
  shop = await openShop();
  expect(await shop.ask('catalogue.quickKeys', {})).toEqual([]);
  await shop.ask('catalogue.change', beer);
  await shop.ask('settings.change', { section: 'quickKeys', value: { articles: ['4711', '2001'] } });
  await shop.ask('catalogue.change', { ...beer, price: 4_290 });
  expect(await shop.ask('catalogue.quickKeys', {})).toEqual([
    { articleId: '4711', article: null },
    { articleId: '2001', article: { ...beer, price: 4_290 } },
  ]);
});

it('are each kept once, and no more than a shelf holds', () => {
  const { asks } = calls['settings.change'];
  const taken = (articles: string[]): boolean =>
    asks.safeParse({ section: 'quickKeys', value: { articles } }).success;
  const many = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at));
  expect([taken(many(60)), taken(many(61)), taken(['1', '1']), taken([''])]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

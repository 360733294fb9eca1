import { afterEach, describe, expect, it } from 'vitest';
import type { TillView } from '../../../preload/contract/view.ts';
import { type Sound, soundOf } from '../../../renderer/sound.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop;
let heard: Sound[];
afterEach(() => shop.close());

async function waitingForCard(answer: Parameters<Shop['simulator']['chooseAnswer']>[0]): Promise<void> {
  shop = await openShop();
  heard = [];
  let before: TillView = shop.view();
  shop.till().onView((view) => {
    const sound = soundOf(before, view);
    if (sound !== null) heard.push(sound);
    before = view;
  });
  shop.simulator.chooseAnswer(answer);
  await shop.ask('sale.enter', { text: 'sku-coffee-001' });
  await shop.ask('payment.card', { total: 19_950 });
}

const payment = (view: TillView): string =>
  view.counter.kind === 'paying' ? view.counter.payment.state.kind : '';

describe('What a cashier hears who looks at the goods', () => {
  it('is an approved card, once', async () => {
    await waitingForCard({ kind: 'approved' });
    await shop.until('the approval', (view) => view.counter.kind === 'done');
    expect(heard).toEqual(['approved']);
  });

  it('is a declined card', async () => {
    await waitingForCard({ kind: 'declined' });
    await shop.until('the decline', (view) => payment(view) === 'declined');
    expect(heard).toEqual(['refused']);
  });

  it('is not what the cashier cancelled', async () => {
    await waitingForCard({ kind: 'ignored' });
    await shop.until('the terminal', (view) => payment(view) === 'present-card');
    await shop.ask('payment.cancel', {});
    await shop.until('the end', (view) => payment(view) === 'cancelled');
    expect(heard).toEqual([]);
  });

  it('is nothing where the shop wants a silent till', async () => {
    await waitingForCard({ kind: 'ignored' });
    expect(shop.view().sounds).toBe(true);
    await shop.ask('settings.change', { section: 'sounds', value: { on: false } });
    expect(shop.view().sounds).toBe(false);
  });
});

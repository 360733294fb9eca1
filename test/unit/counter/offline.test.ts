import { afterEach, describe, expect, it } from 'vitest';
import type { TillView } from '../../../preload/contract/view.ts';
import { eventually } from '../../helpers/eventually.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop;
afterEach(() => shop.close());

const total = 3_900;

/** What stands between the till and Dintero; null when the way is free. */
type Way = (() => Promise<Response>) | null;

const thrown = (code: string) => () => Promise.reject(new Error(`net::${code}`));
const signIn = () =>
  Promise.resolve(
    new Response('<!doctype html><title>Free Wi-Fi</title>', { headers: { 'content-type': 'text/html' } }),
  );

async function shopBehind(way: Way): Promise<(next: Way) => void> {
  let now = way;
  shop = await openShop({
    times: 10,
    fetch: (input, init) => (now === null ? globalThis.fetch(input, init) : now()),
  });
  return (next) => {
    now = next;
  };
}

const offline = ({ network }: TillView): boolean => network.state === 'offline';
const said = () => {
  const { network } = shop.view();
  return network.state === 'offline' ? network.sentence : '';
};

const ways: readonly (readonly [why: string, Way, says: string])[] = [
  ['there is no network', thrown('ERR_INTERNET_DISCONNECTED'), 'This machine has no network'],
  ['no name can be looked up', thrown('ERR_NAME_NOT_RESOLVED'), 'cannot be looked up'],
  ['a firewall turns it away', thrown('ERR_CONNECTION_REFUSED'), 'check the firewall'],
  ['the machine’s clock is wrong', thrown('ERR_CERT_DATE_INVALID'), 'check the date and clock'],
  ['the proxy does not let it through', thrown('ERR_PROXY_CONNECTION_FAILED'), 'check the proxy settings'],
  ['the network wants a sign-in first', signIn, 'open a web browser'],
  ['the machine has slept', thrown('ERR_NETWORK_IO_SUSPENDED'), 'This machine was asleep'],
  ['the network is another one now', thrown('ERR_NETWORK_CHANGED'), 'network has just changed'],
  ['connections break', thrown('ERR_CONNECTION_RESET'), 'was broken off'],
  ['nothing answers', thrown('ERR_TIMED_OUT'), 'does not answer in time'],
];

describe('A till that cannot reach Dintero', () => {
  it.each(ways)(
    'because %s says so, asks for no card, sells for cash, and comes back',
    async (_why, way, says) => {
      const put = await shopBehind(way);
      const { network } = await shop.until('offline', offline);
      expect(network).toMatchObject({ state: 'offline', sentence: expect.stringContaining(says) as string });
      await shop.ask('sale.enter', { text: '1001' });
      const reply = await shop.till().handle('payment.card', { total });
      expect(reply).toMatchObject({ ok: false, error: { code: 'OFFLINE', sentence: said() } });
      expect(shop.simulator.requests()).toEqual([]);
      await shop.ask('payment.cash', { total, given: total });
      put(null);
      await shop.until('online', ({ network }) => network.state === 'online');
      await shop.ask('sale.startNew', {});
      await shop.ask('sale.enter', { text: '1001' });
      await shop.ask('payment.card', { total });
      await shop.until('the receipt', ({ counter }) => counter.kind === 'done');
      expect(shop.simulator.books().totals).toMatchObject([{ captured: total }]);
    },
  );

  it('says since when, and not later each time it asks in vain', async () => {
    await shopBehind(thrown('ERR_INTERNET_DISCONNECTED'));
    const first = (await shop.until('offline', offline)).network;
    await shop.ask('sale.enter', { text: '1001' });
    expect(await shop.refused('payment.card', { total })).toBe('OFFLINE');
    expect(await shop.refused('payment.cardPart', { total, amount: 1_000 })).toBe('OFFLINE');
    expect(shop.view().network).toEqual(first);
  });

  it('asks again and again whether it is back, with the token it has', async () => {
    const asked: string[] = [];
    shop = await openShop({
      fetch: (input, init) => {
        asked.push(new URL(new Request(input).url).pathname);
        return globalThis.fetch(input, init);
      },
    });
    const times = (what: RegExp): number => asked.filter((path) => what.test(path)).length;
    await eventually(() => {
      shop.till().lookNow();
      expect(times(/\/terminals\/T0292$/)).toBeGreaterThan(3);
    });
    expect(times(/\/auth\/token$/)).toBe(1);
  });

  it('takes cards where only the terminals cannot be looked up', async () => {
    const refusals: string[] = [];
    shop = await openShop({
      times: 10,
      fetch: (input, init) => {
        const { pathname } = new URL(new Request(input).url);
        if (!pathname.includes('/terminals/')) return globalThis.fetch(input, init);
        refusals.push(pathname);
        return Promise.resolve(new Response('{}', { status: 503 }));
      },
    });
    await eventually(() => expect(refusals.length).toBeGreaterThan(1));
    expect(shop.view().network).toEqual({ state: 'online' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await shop.until('the receipt', ({ counter }) => counter.kind === 'done');
  });
});

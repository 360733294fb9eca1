import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TillView } from '../../../preload/contract/view.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

let one: Shop;
let other: Shop;

beforeEach(async () => {
  one = await openShop();
  other = await openShop({ beside: { simulator: one.simulator, tillId: 'THER33' } });
});
afterEach(async () => {
  await other.close();
  await one.close();
});

const total = 3_900;

async function charge(shop: Shop): Promise<void> {
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.card', { total });
}

const comesTo =
  (kind: string) =>
  ({ counter }: TillView): boolean =>
    counter.kind === 'paying' && counter.payment.state.kind === kind;

const saysShared = ({ notices }: TillView): boolean => notices.some(({ code }) => code === 'TERMINAL-SHARED');

describe('Two installs that were given the same terminal', () => {
  it('says so at the till that found the terminal busy', async () => {
    one.simulator.chooseAnswer({ kind: 'ignored' });
    await charge(one);
    await one.until('the prompt', comesTo('present-card'));
    await charge(other);
    await other.until('the refusal', comesTo('failed'));
    await other.until('the notice', saysShared);
    // By what was met at the terminal, before any list of Dintero's told.
    expect(other.view().cases).toEqual([]);
    expect(saysShared(one.view())).toBe(false);
    one.simulator.terminal('T0292').tapNow('approved');
    await one.until('the approval', ({ counter }) => counter.kind === 'done');
    expect(one.simulator.books().totals.map(({ captured }) => captured)).toEqual([total]);
  });

  it('are told of each other by Dintero’s list, with a case for each other till and not for each sale', async () => {
    for (const shop of [one, other, one, other]) {
      await charge(shop);
      await shop.until('the approval', ({ counter }) => counter.kind === 'done');
      await shop.ask('sale.startNew', {});
    }
    for (const shop of [one, other]) {
      expect(await shop.ask('cases.lookNow', {})).toMatchObject({ opened: 1 });
      expect(saysShared(shop.view())).toBe(true);
    }
    expect(one.view().cases[0]?.sentence).toContain('THER33');
    expect(other.view().cases[0]?.sentence).toContain('TEST22');
  });

  it('go on saying so after a start, until a person has settled it', async () => {
    await charge(other);
    await other.until('the approval', ({ counter }) => counter.kind === 'done');
    await one.ask('cases.lookNow', {});
    one.cutPower();
    one.switchOn();
    expect(saysShared(one.view())).toBe(true);
    await one.ask('case.settle', { case: 1, how: 'handled-elsewhere', reason: 'Another terminal' });
    expect(saysShared(one.view())).toBe(false);
  });
});

import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isOfLaterInstall } from '../../../main/day/later-install.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

const shops: Shop[] = [];
afterEach(async () => {
  for (const shop of shops.splice(0).reverse()) await shop.close();
});

async function opened(...options: Parameters<typeof openShop>): Promise<Shop> {
  const shop = await openShop(...options);
  shops.push(shop);
  return shop;
}

/** As the restore from a second copy leaves the journal. */
function restored(shop: Shop): void {
  const written = shop.journal().write(null, (tx) =>
    tx.append('till.restored', {
      machine: 'the new one',
      copiedFrom: 'the old one',
      copiedTo: 1,
      copiedAt: null,
      closed: false,
      taken: { sale: 10_000_000, attempt: 100, refund: 100_000, receipt: 1 },
    }),
  );
  if (!written.ok) throw new Error(written.error.detail);
}

async function sellByCard(shop: Shop): Promise<void> {
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.card', { total: 3_900 });
  await shop.until('the approval', ({ counter }) => counter.kind === 'done');
  await shop.ask('sale.startNew', {});
}

/** The old till has sold one, and the new one sells the next at the same terminal. */
async function oldAndNew(): Promise<{ old: Shop; fresh: Shop }> {
  const old = await opened({ rules: { answerAfterMs: 100 } });
  await sellByCard(old);
  const fresh = await opened({ beside: { simulator: old.simulator, tillId: 'TEST22' } });
  restored(fresh);
  await sellByCard(fresh);
  const references = old.simulator.books().sessions.map(({ order }) => order.merchant_reference);
  expect(references).toEqual(['TEST22-1-1', 'TEST22-10000001-101']);
  return { old, fresh };
}

const kinds = (shop: Shop): string[] => entriesIn(shop.journalPath).map(({ kind }) => kind);

describe('A till that was restored elsewhere, out of sight of its copy', () => {
  it('hears of it from Dintero when it is started again, and gives no number any more', async () => {
    const { old } = await oldAndNew();
    old.cutPower();
    old.switchOn();
    const { stopped } = await old.until('the stop', (view) => view.stopped !== null);
    expect(stopped).toMatchObject({ code: 'TILL-MOVED' });
    expect(stopped?.sentence).toContain('TEST22-10000001-101');
    expect(await old.refused('sale.enter', { text: '1001' })).toBe('TILL-MOVED');
    expect(old.journal().read.openCases()).toEqual([]);
    expect(kinds(old)).not.toContain('till.attempts-lost');
    expect(kinds(old).filter((kind) => kind === 'sale.completed')).toHaveLength(1);
    // It does not forget.
    old.simulator.inject({ on: 'findTransactions', kind: 'status', status: 503, lasts: 'always' });
    old.cutPower();
    old.switchOn();
    expect(old.view().stopped).toMatchObject({ code: 'TILL-MOVED' });
  });

  it('hears of it while it runs, when it compares its payments with Dintero’s', async () => {
    const { old } = await oldAndNew();
    await old.ask('sale.enter', { text: '1001' });
    expect(await old.ask('cases.lookNow', {})).toEqual({ opened: 0 });
    expect(old.view().stopped).toMatchObject({ code: 'TILL-MOVED' });
    expect(await old.refused('payment.cash', { total: 3_900, given: 4_000 })).toBe('TILL-MOVED');
  });

  it('sells when it is restored in its turn', async () => {
    const { old } = await oldAndNew();
    await old.ask('cases.lookNow', {});
    restored(old);
    old.cutPower();
    old.switchOn();
    expect(old.view().stopped).toBeNull();
    await sellByCard(old);
  });

  it('is not what the new one takes itself for, which sees the old one’s payments', async () => {
    const { old, fresh } = await oldAndNew();
    await sellByCard(old);
    fresh.cutPower();
    fresh.switchOn();
    await fresh.until('the old one’s payments', ({ cases }) => cases.length > 0);
    expect(fresh.view().stopped).toBeNull();
  });
});

describe('A reference', () => {
  it('is of a later install only where no till comes by selling', () => {
    const sale = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(sale, sale, fc.integer({ min: 0, max: 9 }), (mine, other, restores) => {
        const read = { nextSaleNumber: () => mine + restores * 10_000_000 };
        const of = (generation: number, till = 'TEST22'): boolean =>
          isOfLaterInstall(read, 'TEST22', `${till}-${String(other + generation * 10_000_000)}-1`);
        expect([of(restores), of(restores + 1), of(restores + 1, 'OTHER2')]).toEqual([false, true, false]);
        expect(isOfLaterInstall(read, 'TEST22', 'anything else')).toBe(false);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { command } from './command.ts';
import type { Operation } from './dintero.ts';
import { answers, mishap, refunds } from './mishaps.ts';
import { completeExchange, giveBackPart, nextCustomer, takeBack, total } from './presses.ts';
import type { ModelShop } from './shop.ts';

/** A sale by card in which something goes wrong: most of what matters happens around these. */
export const troubledSale = fc
  .record({
    answer: fc.constantFrom(...answers),
    on: fc.constantFrom<Operation>('create', 'create', 'cancel', 'read', 'find'),
    what: fc.option(mishap),
    cancelAfterMs: fc.option(fc.constantFrom(5, 50, 900, 1_600, 30_000)),
    part: fc.constantFrom(null, null, 1_900, 3_000),
  })
  .map(({ answer, on, what, cancelAfterMs, part }) =>
    command(`a sale by card: ${JSON.stringify({ answer, on, what, cancelAfterMs, part })}`, async (shop) => {
      shop.control.chooseAnswer(answer);
      if (what !== null) shop.network.mishaps.set(on, [what]);
      await shop.press('payment.backToSale', {});
      await shop.press('sale.startNew', {});
      await shop.press('sale.enter', { text: '1001' });
      if (part === null) await shop.press('payment.card', { total: total(shop) });
      else await shop.press('payment.cardPart', { total: total(shop), amount: part });
      if (cancelAfterMs === null) return;
      await shop.clock.advance(cancelAfterMs);
      await shop.press('payment.cancel', {});
    }),
  );

/** A payment that is given up and comes after all, and what is done about its alarm. */
export const lateApproval = fc
  .record({
    how: fc.constantFrom('attach' as const, 'refund' as const, 'refund' as const),
    answer: fc.constantFrom(...refunds),
    what: fc.option(mishap),
    cut: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ how, answer, what, cut }) =>
    command(`a late approval: ${JSON.stringify({ how, answer, what, cut })}`, async (shop) => {
      shop.control.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 8_000 });
      shop.control.chooseRefund(answer);
      await shop.press('payment.setAside', {});
      await shop.press('payment.backToSale', {});
      await shop.press('sale.startNew', {});
      await shop.press('sale.enter', { text: '1001' });
      await shop.press('payment.card', { total: total(shop) });
      await shop.clock.advance(900);
      await shop.press('payment.cancel', {});
      await shop.clock.advance(40_000);
      if (what !== null) shop.network.mishaps.set('refund', [what]);
      const [alarm] = shop.view().alarms;
      if (alarm === undefined) return;
      if (cut !== null) shop.cutPowerAtWrite(cut, 'after');
      await shop.press('alarm.settle', { alarm: alarm.alarm, how, reason: 'done' });
      await shop.clock.advance(3_000);
    }),
  );

/** What may go wrong with a card payment, and when the cashier or the power ends it. */
const trouble = fc.record({
  answer: fc.constantFrom(...answers),
  on: fc.constantFrom<Operation>('create', 'create', 'cancel', 'read', 'find'),
  what: fc.option(mishap),
  cancelAfterMs: fc.option(fc.constantFrom(5, 50, 900, 1_600, 30_000)),
  cut: fc.option(fc.integer({ min: 1, max: 4 })),
});
type Trouble = typeof trouble extends fc.Arbitrary<infer T> ? T : never;

async function meet(shop: ModelShop, met: Trouble, pay: () => Promise<void>): Promise<void> {
  shop.control.chooseAnswer(met.answer);
  if (met.what !== null) shop.network.mishaps.set(met.on, [met.what]);
  if (met.cut !== null) shop.cutPowerAtWrite(met.cut, 'after');
  await pay();
  if (met.cancelAfterMs !== null) {
    await shop.clock.advance(met.cancelAfterMs);
    await shop.press('payment.cancel', {});
  }
  await shop.clock.advance(8_000);
  if (!shop.powerIsOn()) await shop.restart();
}

/** Two buns: a part is paid by card, a second meets trouble, and the first may go back meanwhile or after. */
export const saleInParts = fc
  .record({
    first: fc.constantFrom(1_900, 3_000),
    second: fc.constantFrom(null, 1_900, 4_800),
    met: trouble,
    refund: fc.constantFrom(...refunds),
    lost: fc.option(mishap),
    goesBack: fc.boolean(),
    again: fc.boolean(),
  })
  .map((asked) =>
    command(`a sale in parts: ${JSON.stringify(asked)}`, async (shop) => {
      await nextCustomer(shop);
      await shop.press('sale.enter', { text: '2*1001' });
      shop.control.chooseAnswer({ kind: 'approved', afterMs: 0 });
      await shop.press('payment.cardPart', { total: total(shop), amount: asked.first });
      await shop.clock.advance(7_000);
      await meet(shop, asked.met, () =>
        asked.second === null
          ? shop.press('payment.card', { total: total(shop) })
          : shop.press('payment.cardPart', { total: total(shop), amount: asked.second }),
      );
      await shop.press('payment.backToSale', {});
      if (asked.goesBack) {
        shop.control.chooseRefund(asked.refund);
        if (asked.lost !== null) shop.network.mishaps.set('refund', [asked.lost]);
        await giveBackPart(shop);
        await shop.clock.advance(3_000);
      }
      if (!asked.again) return;
      shop.control.chooseAnswer({ kind: 'approved', afterMs: 0 });
      await shop.press('payment.card', { total: total(shop) });
    }),
  );

/** Buns come back for more, for fewer or for as many; what is to be paid or given back meets trouble. */
export const exchange = fc
  .record({
    byCard: fc.boolean(),
    back: fc.constantFrom(1, 2),
    bought: fc.constantFrom(1, 1, 2, 3),
    part: fc.constantFrom(null, null, 1_900),
    met: trouble,
    refund: fc.constantFrom(...refunds),
    lost: fc.option(mishap),
    how: fc.constantFrom('as-paid' as const, 'as-paid' as const, 'cash' as const),
    fewerAfter: fc.boolean(),
  })
  .map((asked) =>
    command(`an exchange: ${JSON.stringify(asked)}`, async (shop) => {
      await nextCustomer(shop);
      await shop.press('sale.enter', { text: '2*1001' });
      shop.control.chooseAnswer({ kind: 'approved', afterMs: 0 });
      if (asked.byCard) await shop.press('payment.card', { total: total(shop) });
      else await shop.press('payment.cash', { total: total(shop), given: total(shop) });
      await shop.clock.advance(7_000);
      await shop.press('sale.startNew', {});
      await takeBack(shop, asked.back);
      await shop.press('sale.enter', { text: `${String(asked.bought)}*1001` });
      if (total(shop) > 0) {
        await meet(shop, asked.met, () =>
          asked.part === null
            ? shop.press('payment.card', { total: total(shop) })
            : shop.press('payment.cardPart', { total: total(shop), amount: asked.part }),
        );
        await shop.press('payment.backToSale', {});
        // Another one comes back instead: what was to be paid is to be given back, or nothing.
        if (asked.fewerAfter) await takeBack(shop, 1);
      }
      shop.control.chooseRefund(asked.refund);
      if (asked.lost !== null) shop.network.mishaps.set('refund', [asked.lost]);
      if (asked.met.cut !== null) shop.cutPowerAtWrite(asked.met.cut, 'after');
      await completeExchange(shop, asked.how);
      await shop.clock.advance(3_000);
    }),
  );

import type { Asks } from '../../../preload/contract/calls.ts';
import type { Shop } from '../../helpers/shop.ts';
import { type Cashier, price } from './cashier.ts';
import { givenBack, paidOnce, type Row, unpaid } from './row.ts';

/** The customer taps after the cashier cancelled; Dintero says `meanwhile` of the transaction in between. */
function tapAfterCancel(meanwhile: 'INITIATED' | 'AUTHORIZATION_VOIDED'): Row {
  return {
    fault: `approved ten minutes after “cancelled” (${meanwhile} meanwhile); attached to its sale`,
    options: { times: 200 },
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 600_000, meanwhile });
      await cashier.charge();
      await cashier.reads('Present card');
      await cashier.press('payment.cancel', {});
      await cashier.reads('Cancelled');
      await cashier.press('payment.backToSale', {});
      const { alarms } = await cashier.reads('Paid after all');
      await cashier.press('payment.cash', { total: price, given: price + 50 });
      await cashier.reads('Refused');
      const asks = { alarm: alarms[0]?.alarm ?? 0, how: 'attach' as const, reason: 'The goods went out' };
      await cashier.press('alarm.settle', asks);
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Cancelled', 'Paid after all', 'Refused', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  };
}

/** The payment is cancelled, and the customer taps a minute later. */
async function cancelledAndPaid(cashier: Cashier, shop: Shop): Promise<void> {
  shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 60_000 });
  await cashier.charge();
  await cashier.reads('Present card');
  await cashier.press('payment.cancel', {});
  await cashier.reads('Cancelled');
  await cashier.reads('Paid after all');
}

function refundOf(shop: Shop): Asks<'alarm.settle'> {
  return { alarm: shop.view().alarms[0]?.alarm ?? 0, how: 'refund', reason: 'No goods went out' };
}

/** The cashier or time ends the payment, and the customer may tap all the same. */
export const cancelRows: readonly Row[] = [
  {
    fault: 'approved a minute after it expired; handled outside the till',
    options: { rules: { sessionLifetimeMs: 60_000 }, times: 40 },
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'expiry', afterMs: 60_000 });
      await cashier.charge();
      await cashier.reads('Expired');
      const { alarms } = await cashier.reads('Paid after all');
      const asks = { alarm: alarms[0]?.alarm ?? 0, how: 'handled-elsewhere' as const, reason: 'Refunded' };
      await cashier.press('alarm.settle', asks);
      await shop.until('no alarm', (view) => view.alarms.length === 0);
    },
    sees: ['Expired', 'Paid after all'],
    ends: ['expired'],
    held: paidOnce,
  },
  {
    fault: 'approved after the cancel, when the sale was given up already',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 60_000 });
      await cashier.charge();
      await cashier.reads('Present card');
      await cashier.press('payment.cancel', {});
      await cashier.reads('Cancelled');
      await cashier.press('sale.clear', { reason: 'The customer left' });
      const { alarms } = await cashier.reads('Paid after all');
      const alarm = alarms[0]?.alarm ?? 0;
      await cashier.press('alarm.settle', { alarm, how: 'attach', reason: 'Try' });
      await cashier.reads('Refused');
      await cashier.press('alarm.settle', { alarm, how: 'handled-elsewhere', reason: 'Refunded' });
      await shop.until('no alarm', (view) => view.alarms.length === 0);
    },
    sees: ['Cancelled', 'Paid after all', 'Refused'],
    ends: ['cancelled'],
    held: paidOnce,
  },
  {
    fault: 'approved one second after the cancel',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 1_000 });
      await cashier.charge();
      await cashier.reads('Present card');
      await cashier.press('payment.cancel', {});
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Cancelling', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  {
    fault: 'the cancel’s answer is lost',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      shop.simulator.inject({ on: 'cancel', kind: 'answer-lost', effect: 'done' });
      await cashier.charge();
      await cashier.reads('Present card');
      await cashier.press('payment.cancel', {});
      await cashier.reads('Cancelled');
    },
    sees: ['Present card', 'Cancelling', 'Cancelled'],
    ends: ['cancelled'],
    held: unpaid,
  },
  {
    fault: 'the cancel fails with 500 and is pressed again',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      shop.simulator.inject({ on: 'cancel', kind: 'status', status: 500 });
      await cashier.charge();
      await cashier.reads('Present card');
      await cashier.press('payment.cancel', {});
      await cashier.reads('Cancelling');
      await cashier.reads('Present card');
      await cashier.press('payment.cancel', {});
      await cashier.reads('Cancelled');
    },
    sees: ['Present card', 'Cancelling', 'Present card', 'Cancelled'],
    ends: ['cancelled'],
    held: unpaid,
  },
  {
    fault: 'cancelled between the approval and its capture',
    options: { rules: { captureAfterMs: 60_000 } },
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.charge();
      await cashier.reads('Present card');
      // The card is approved in the same moment in which the cashier presses.
      shop.simulator.terminal('T0292').tapNow('approved');
      await cashier.press('payment.cancel', {});
      await cashier.reads('Cancelled');
    },
    sees: ['Present card', 'Cancelled'],
    ends: ['cancelled'],
    held: unpaid,
  },
  {
    fault: 'approved a minute after “cancelled”, and refunded from its alarm',
    play: async (cashier, shop) => {
      await cancelledAndPaid(cashier, shop);
      shop.simulator.chooseRefund({ kind: 'done', reply: 'accepted', afterMs: 4_000 });
      await cashier.press('alarm.settle', refundOf(shop));
      await cashier.reads('Refunding');
      await shop.until('no alarm', (view) => view.alarms.length === 0);
    },
    sees: ['Cancelled', 'Paid after all', 'Refunding'],
    ends: ['cancelled'],
    held: givenBack,
  },
  {
    fault: 'approved a minute after “cancelled”, refunded from its alarm, and the answer is lost',
    play: async (cashier, shop) => {
      await cancelledAndPaid(cashier, shop);
      shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'done' });
      await cashier.press('alarm.settle', refundOf(shop));
      await shop.until('no alarm', (view) => view.alarms.length === 0);
    },
    sees: ['Cancelled', 'Paid after all', 'Refunding'],
    ends: ['cancelled'],
    held: givenBack,
  },
  {
    fault: 'only authorised after “cancelled”, captured later, and then refunded',
    options: { rules: { captureAfterMs: 120_000 } },
    play: async (cashier, shop) => {
      await cancelledAndPaid(cashier, shop);
      await cashier.press('alarm.settle', refundOf(shop));
      await cashier.reads('Refused');
      await shop.until('Refund', ({ alarms }) => alarms[0]?.canRefund === true);
      await cashier.press('alarm.settle', refundOf(shop));
      await shop.until('no alarm', (view) => view.alarms.length === 0);
    },
    sees: ['Cancelled', 'Paid after all', 'Refunding'],
    ends: ['cancelled'],
    held: givenBack,
  },
  {
    fault: 'only authorised after “cancelled”, and let go by Dintero',
    options: { rules: { captureAfterMs: 86_400_000 } },
    play: async (cashier, shop) => {
      await cancelledAndPaid(cashier, shop);
      shop.simulator.settle(shop.simulator.books().transactions[0]?.id ?? '', 'AUTHORIZATION_VOIDED');
      await shop.until('no alarm', (view) => view.alarms.length === 0);
    },
    sees: ['Cancelled', 'Paid after all'],
    ends: ['cancelled'],
    held: unpaid,
  },
  tapAfterCancel('INITIATED'),
  tapAfterCancel('AUTHORIZATION_VOIDED'),
];

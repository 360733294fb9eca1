import { createDintero } from '../../../main/dintero/index.ts';
import type { TerminalAnswerChoice } from '../../../main/simulator/index.ts';
import type { Shop } from '../../helpers/shop.ts';
import { price } from './cashier.ts';
import { nothing, paidOnce, type Row, unpaid } from './row.ts';
import type { Word } from './screen.ts';

/** The terminal answers so, and the till says this word. */
function answers(fault: string, answer: TerminalAnswerChoice, word: Word, ends: string): Row {
  return {
    fault,
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer(answer);
      await cashier.charge();
      await cashier.reads(word);
    },
    sees: ['Present card', word],
    ends: [ends],
    held: unpaid,
  };
}

/** Another till on the same terminal has a payment under way. */
async function occupy({ simulator }: Shop): Promise<void> {
  const other = createDintero({
    accountId: simulator.merchant.accountId,
    clientId: simulator.merchant.clientId,
    clientSecret: () => simulator.merchant.clientSecret,
    checkoutUrl: simulator.baseUrl,
    apiUrl: simulator.baseUrl,
    systemName: 'Other',
    systemVersion: '0',
    fetch,
    now: Date.now,
  });
  simulator.chooseAnswer({ kind: 'ignored' });
  const made = await other.createSession({
    profile_id: 'T12345678.inperson',
    url: { return_url: 'https://example.com/return' },
    order: {
      amount: 5_000,
      currency: 'NOK',
      merchant_reference: 'THER33-1-1',
      items: [
        { id: '1', line_id: '1', description: 'Te', quantity: 1, amount: 5_000, vat_amount: 652, vat: 15 },
      ],
      store: { id: 'oslo-center', terminal_id: 'T0292', payout_destination_id: 'seller-1' },
    },
  });
  if (!made.ok) throw new Error('The other till got no session');
}

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

function unplugged(says: 'refused' | 'failed-transaction' | 'publish-failed' | 'silent'): Row {
  const refused = says === 'refused';
  const told = refused || says === 'failed-transaction';
  return {
    fault: `terminal offline (${says})`,
    options: { rules: { offlineTerminal: says, sessionLifetimeMs: 200_000 }, times: 60 },
    play: async (cashier, shop) => {
      shop.simulator.terminal('T0292').unplug();
      await cashier.charge();
      await cashier.reads(told ? 'Failed' : 'Expired');
    },
    sees: told ? ['Failed'] : ['Present card', 'Undecided', 'Expired'],
    ends: [told ? 'failed' : 'expired'],
    held: refused ? nothing : { ...unpaid, transactions: says === 'failed-transaction' ? 1 : 0 },
  };
}

/** An answer that decides nothing, and how Dintero resolves it later. */
function resolvedLater(fault: string, answer: TerminalAnswerChoice, status: 'CAPTURED' | 'DECLINED'): Row {
  const paid = status === 'CAPTURED';
  return {
    fault: `${fault}; later ${status}`,
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer(answer);
      await cashier.charge();
      await cashier.reads('Undecided');
      shop.simulator.settle(shop.simulator.books().transactions[0]?.id ?? '', status);
      await cashier.press('payment.lookNow', {});
      await cashier.reads(paid ? 'Approved' : 'Declined');
    },
    sees: ['Undecided', paid ? 'Approved' : 'Declined'],
    ends: [paid ? 'completed' : 'declined'],
    held: paid ? paidOnce : unpaid,
  };
}

/** The terminal or the customer does something else than pay. */
export const terminalRows: readonly Row[] = [
  {
    fault: 'busy with another till’s payment',
    play: async (cashier, shop) => {
      await occupy(shop);
      await cashier.charge();
      await cashier.reads('Failed');
    },
    sees: ['Failed'],
    ends: ['failed'],
    held: unpaid,
  },
  unplugged('refused'),
  unplugged('failed-transaction'),
  unplugged('publish-failed'),
  unplugged('silent'),
  ...(['wrong store', 'wrong payout destination'] as const).map((fault): Row => ({
    fault,
    options: {
      settings: {
        store:
          fault === 'wrong store'
            ? { id: 'bergen-city', terminalId: 'T0292', payoutDestinationId: 'seller-2' }
            : { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-2' },
      },
    },
    play: async (cashier) => {
      await cashier.charge();
      await cashier.reads('Failed');
    },
    sees: ['Failed'],
    ends: ['failed'],
    held: nothing,
  })),
  {
    fault: 'prompt ignored until it expires',
    options: { rules: { sessionLifetimeMs: 60_000 }, times: 40 },
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.charge();
      await cashier.reads('Expired');
    },
    sees: ['Present card', 'Expired'],
    ends: ['expired'],
    held: unpaid,
  },
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
  answers('declined', { kind: 'declined' }, 'Declined', 'declined'),
  answers('wrong PIN', { kind: 'wrong-pin' }, 'Declined', 'declined'),
  answers('card pulled', { kind: 'card-pulled' }, 'Failed', 'failed'),
  answers('cancelled on the terminal', { kind: 'customer-cancels' }, 'Failed', 'failed'),
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
  tapAfterCancel('INITIATED'),
  tapAfterCancel('AUTHORIZATION_VOIDED'),
  {
    fault: 'approved for another amount; decided “not paid” all the same',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'approved-for', amount: price + 1_000 });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.press('payment.decide', { paid: false, reason: 'Wrong amount' });
      await cashier.reads('Paid after all');
    },
    sees: ['Undecided', 'Failed', 'Paid after all'],
    ends: ['failed'],
    held: { ...paidOnce, captured: price + 1_000 },
  },
  resolvedLater('UNKNOWN', { kind: 'unknown' }, 'CAPTURED'),
  resolvedLater('a status never seen before', { kind: 'strange-status', status: 'SETTLING' }, 'DECLINED'),
  resolvedLater('ON_HOLD', { kind: 'on-hold' }, 'CAPTURED'),
  {
    fault: 'decided “paid” by hand, and then declined at Dintero',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'unknown' });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.press('payment.decide', { paid: true, reason: 'The terminal printed Approved' });
      await cashier.reads('Approved, not yet captured');
      shop.simulator.settle(shop.simulator.books().transactions[0]?.id ?? '', 'DECLINED');
      await cashier.reads('Not paid after all');
    },
    sees: ['Undecided', 'Approved, not yet captured', 'Not paid after all'],
    ends: ['completed'],
    held: unpaid,
  },
  {
    fault: 'AUTHORIZED and captured a minute later',
    options: { rules: { captureAfterMs: 60_000 }, times: 40 },
    play: async (cashier) => {
      await cashier.charge();
      await cashier.reads('Approved, not yet captured');
      await cashier.reads('Approved');
    },
    sees: ['Approved, not yet captured', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  {
    fault: 'AUTHORIZED and never CAPTURED, then voided',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'authorized-only' });
      await cashier.charge();
      await cashier.reads('Approved, not yet captured');
      shop.simulator.settle(shop.simulator.books().transactions[0]?.id ?? '', 'AUTHORIZATION_VOIDED');
      await cashier.reads('Not paid after all');
    },
    sees: ['Approved, not yet captured', 'Not paid after all'],
    ends: ['completed'],
    held: unpaid,
  },
];

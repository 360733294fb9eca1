import Database from 'better-sqlite3';
import type { TillView } from '../../../preload/contract/view.ts';
import type { Shop } from '../../helpers/shop.ts';
import { price, soon } from './cashier.ts';
import { paidOnce, type Row, unpaid } from './row.ts';

const hour = 3_600_000;

/** The counter's clock jumps while the terminal waits, and again before the till is started anew. */
function clockJumps(name: string, ms: number): Row {
  return {
    fault: `the clock jumps ${name}, twice, with a power cut between`,
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.charge();
      await cashier.reads('Present card');
      shop.moveClock(ms);
      await cashier.press('payment.lookNow', {});
      shop.cutPower();
      shop.moveClock(ms);
      const before = looksAt(shop);
      cashier.switchOn();
      await cashier.reads('Present card');
      // The customer taps only after the till has looked more than once since.
      await soon('looks after the restart', () => looksAt(shop) >= before + 3);
      shop.simulator.terminal('T0292').tapNow('approved');
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  };
}

function looksAt({ simulator }: Shop): number {
  return simulator.requests().filter((one) => one.operation?.startsWith('read') === true).length;
}

/** Paid, not paid, not begun, or undecided about something that Dintero never heard of. */
function restsAt({ counter }: TillView, { simulator }: Shop): boolean {
  if (counter.kind !== 'paying') return counter.kind === 'done' || counter.sale.total > 0;
  const { attemptId, state } = counter.payment;
  if (state.kind === 'failed') return true;
  const known = simulator.books().sessions.some((one) => one.order.merchant_reference === attemptId);
  return state.kind === 'undecided' && !known;
}

/** The till itself is what fails. */
export const tillRows: readonly Row[] = [
  {
    fault: 'killed before and after every write of a sale paid by card',
    play: async (cashier, shop) => {
      for (const moment of ['before', 'after'] as const) {
        // Prepared, creating, waiting, approved and completed.
        for (const write of [1, 2, 3, 4]) {
          await shop.ask('sale.enter', { text: 'sku-coffee-001' });
          shop.cutPowerAtWrite(write, moment);
          void shop.till().handle('payment.card', { total: price });
          await shop.dark();
          cashier.switchOn();
          const { counter } = await shop.until('an end, or nothing to wait for', (view) =>
            restsAt(view, shop),
          );
          if (counter.kind === 'paying' && counter.payment.state.kind === 'undecided') {
            await cashier.press('payment.decide', { paid: false, reason: 'The terminal never asked' });
          }
          if (counter.kind !== 'done') await cashier.press('payment.card', { total: price });
          await shop.until('the receipt', ({ counter }) => counter.kind === 'done');
        }
      }
    },
    sees: ['Failed', 'Approved', 'Undecided', 'Approved', 'Failed', 'Approved', 'Undecided', 'Approved'],
    // Killed between `prepared` and the POST: never sent, and paid by a second attempt.
    ends: [
      ['completed'],
      ['failed', 'completed'],
      ['completed'],
      ['completed'],
      ['failed', 'completed'],
      ['failed', 'completed'],
      ['completed'],
      ['completed'],
    ].flat(),
    held: { sessions: 8, transactions: 8, captured: 8 * price, refunded: 0 },
  },
  {
    fault: 'approved after the till crashed',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.charge();
      await cashier.reads('Present card');
      shop.cutPower();
      shop.simulator.terminal('T0292').tapNow('approved');
      cashier.switchOn();
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  {
    fault: 'power cut while a cancel is on its way',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 3_600_000 });
      shop.simulator.inject({ on: 'cancel', kind: 'silent', effect: 'done' });
      await cashier.charge();
      await cashier.reads('Present card');
      await cashier.press('payment.cancel', {});
      await soon('the cancel', () => shop.simulator.books().sessions[0]?.cancelled_at !== undefined);
      shop.cutPower();
      // Whether the cancel arrived is not known before the session can be read again.
      shop.simulator.inject({ on: 'readSession', kind: 'status', status: 503, lasts: 'always' });
      cashier.switchOn();
      await cashier.reads('Cancelling');
      shop.simulator.clearFaults();
      await cashier.reads('Cancelled');
    },
    sees: ['Present card', 'Cancelling', 'Cancelled'],
    ends: ['cancelled'],
    held: unpaid,
  },
  {
    fault: 'power cut while undecided, and the session listed only after the restart',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
      shop.simulator.inject({ on: 'findSessions', kind: 'status', status: 503, lasts: 'always' });
      shop.simulator.inject({ on: 'findTransactions', kind: 'status', status: 503, lasts: 'always' });
      await cashier.charge();
      await cashier.reads('Undecided');
      shop.cutPower();
      cashier.switchOn();
      await cashier.reads('Undecided');
      await cashier.press('payment.card', { total: price });
      shop.simulator.clearFaults();
      await cashier.reads('Present card');
      shop.simulator.terminal('T0292').tapNow('approved');
      await cashier.reads('Approved');
    },
    sees: ['Undecided', 'Present card', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  {
    fault: 'power cut after a cancel, and the customer taps before the restart',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 30 * 60_000 });
      await cashier.charge();
      await cashier.reads('Present card');
      await cashier.press('payment.cancel', {});
      await cashier.reads('Cancelled');
      shop.cutPower();
      shop.simulator.terminal('T0292').tapNow('approved');
      cashier.switchOn();
      await cashier.reads('Paid after all');
    },
    sees: ['Cancelled', 'Paid after all'],
    ends: ['cancelled'],
    held: paidOnce,
  },
  {
    fault: 'the network goes while the terminal waits, the machine sleeps, and both come back',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.charge();
      await cashier.reads('Present card');
      await shop.simulator.refuseConnections();
      await cashier.reads('Offline');
      shop.simulator.terminal('T0292').tapNow('approved');
      await shop.simulator.acceptConnections();
      shop.till().lookNow();
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Offline', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  {
    fault: 'the token expires in the middle of the polling',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.charge();
      await cashier.reads('Present card');
      shop.simulator.expireTokens();
      await cashier.press('payment.lookNow', {});
      shop.simulator.terminal('T0292').tapNow('approved');
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  {
    fault: 'Dintero answers every question with 429 and Retry-After for a while',
    play: async (cashier, shop) => {
      for (const on of ['readSession', 'readTransaction', 'findTransactions'] as const) {
        shop.simulator.inject({ on, kind: 'status', status: 429, retryAfterSeconds: 20, lasts: 'always' });
      }
      await cashier.charge();
      await shop.until('the first refusal', () =>
        shop.simulator.requests().some((one) => one.status === 429),
      );
      shop.simulator.clearFaults();
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  {
    fault: 'the journal is locked by another program when the approval comes',
    alone: true,
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.charge();
      await cashier.reads('Present card');
      const other = new Database(shop.journalPath);
      other.exec('BEGIN IMMEDIATE');
      shop.simulator.terminal('T0292').tapNow('approved');
      await cashier.reads('Stopped');
      other.exec('COMMIT');
      other.close();
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Stopped', 'Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  clockJumps('an hour ahead', hour),
  clockJumps('an hour back', -hour),
  clockJumps('a day ahead', 24 * hour),
  clockJumps('a day back', -24 * hour),
];

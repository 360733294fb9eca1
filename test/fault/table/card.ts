import type { TerminalAnswerChoice } from '../../../main/simulator/index.ts';
import { price } from './cashier.ts';
import { paidOnce, type Row, unpaid } from './row.ts';
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

/** The card is used, and something else than a captured payment comes of it. */
export const cardRows: readonly Row[] = [
  answers('declined', { kind: 'declined' }, 'Declined', 'declined'),
  answers('wrong PIN', { kind: 'wrong-pin' }, 'Declined', 'declined'),
  answers('card pulled', { kind: 'card-pulled' }, 'Failed', 'failed'),
  answers('cancelled on the terminal', { kind: 'customer-cancels' }, 'Failed', 'failed'),
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

import type { Simulator } from '../../../main/simulator/index.ts';
import type { Asks } from '../../../preload/contract/calls.ts';
import type { Shop, ShopOptions } from '../../helpers/shop.ts';
import { type Cashier, price } from './cashier.ts';
import { givenBack, type Held, paidOnce, type Row } from './row.ts';
import type { Word } from './screen.ts';

type Played = {
  readonly fault: string;
  readonly options?: ShopOptions;
  /** What goes wrong once the sale is paid. */
  readonly arrange: (simulator: Simulator) => void;
  /** What the cashier reads of the refund, waited for in this order. */
  readonly reads: readonly Word[];
  /** What happens when all that was read. */
  readonly then?: (cashier: Cashier, shop: Shop) => Promise<void>;
  readonly sees?: readonly Word[];
  readonly held: Held;
};

const everything: Asks<'refund.begin'> = {
  receiptNumber: 1,
  wanted: { kind: 'all' },
  how: 'as-paid',
  reason: 'Angret',
  left: price,
};
const refundId = 'TEST22-F1';

/** A bag of coffee is paid by card, and given back. */
function refunded({ fault, options, arrange, reads, then, sees = reads, held }: Played): Row {
  return {
    fault,
    ...(options !== undefined && { options }),
    play: async (cashier, shop) => {
      await cashier.charge();
      await cashier.reads('Approved');
      arrange(shop.simulator);
      await cashier.press('refund.begin', everything);
      for (const word of reads) await cashier.reads(word);
      await then?.(cashier, shop);
    },
    sees,
    ends: ['completed'],
    held,
  };
}

/** The money is to go back, and something goes wrong. */
export const refundRows: readonly Row[] = [
  refunded({
    fault: 'answered 200, and done',
    arrange: (simulator) => simulator.chooseRefund({ kind: 'done', reply: 'finished' }),
    reads: ['Refunded'],
    held: givenBack,
  }),
  refunded({
    fault: 'answered 200, and refused',
    arrange: (simulator) => simulator.chooseRefund({ kind: 'refused', reply: 'finished' }),
    reads: ['Refund refused'],
    held: paidOnce,
  }),
  refunded({
    fault: 'answered 202, then done',
    arrange: (simulator) => simulator.chooseRefund({ kind: 'done', reply: 'accepted', afterMs: 4_000 }),
    reads: ['Refunding', 'Refunded'],
    held: givenBack,
  }),
  refunded({
    fault: 'answered 202, then refused',
    arrange: (simulator) => simulator.chooseRefund({ kind: 'refused', reply: 'accepted', afterMs: 4_000 }),
    reads: ['Refunding', 'Refund refused'],
    held: paidOnce,
  }),
  refunded({
    fault: '400 wanting terminal_id; made again at the terminal',
    options: { rules: { refundRule: 'terminal' } },
    arrange: () => undefined,
    reads: ['Refund refused'],
    then: async (cashier) => {
      await cashier.press('refund.atTerminal', { refundId });
      await cashier.reads('Refunded');
    },
    sees: ['Refund refused', 'Refunded'],
    held: givenBack,
  }),
  refunded({
    fault: '503, carried out all the same',
    arrange: (simulator) => simulator.inject({ on: 'refund', kind: 'status', status: 503, effect: 'done' }),
    reads: ['Refund undecided', 'Refunded'],
    held: givenBack,
  }),
  refunded({
    fault: '503, not carried out; a person decides that nothing went back, and it is made again',
    arrange: (simulator) => simulator.inject({ on: 'refund', kind: 'status', status: 503 }),
    reads: ['Refund undecided'],
    then: async (cashier) => {
      await cashier.press('refund.decide', { refundId, refunded: false, reason: 'Not in Dintero' });
      await cashier.reads('Refund refused');
      await cashier.press('refund.begin', everything);
      await cashier.reads('Refunded');
    },
    sees: ['Refund undecided', 'Refund refused', 'Refunded'],
    held: givenBack,
  }),
  refunded({
    fault: 'answer lost, carried out',
    arrange: (simulator) => simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'done' }),
    reads: ['Refund undecided', 'Refunded'],
    held: givenBack,
  }),
  refunded({
    fault: 'answer lost, not carried out',
    arrange: (simulator) => simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' }),
    reads: ['Refund undecided'],
    held: paidOnce,
  }),
  refunded({
    fault: 'the cardholder is not there, and comes later',
    options: { rules: { refundRule: 'terminal' }, dintero: { refundAtTerminal: true }, times: 60 },
    arrange: (simulator) => {
      simulator.setRules({ sessionLifetimeMs: 3_600_000 });
      simulator.chooseRefund({ kind: 'absent' });
    },
    reads: ['Refunding', 'Refund undecided'],
    then: async (cashier, shop) => {
      shop.simulator.terminal('T0292').tapNow('approved');
      await cashier.reads('Refunded');
    },
    sees: ['Refunding', 'Refund undecided', 'Refunded'],
    held: givenBack,
  }),
  refunded({
    fault: 'a terminal of another payout destination',
    options: { dintero: { refundAtTerminal: true } },
    arrange: (simulator) =>
      simulator.inject({
        on: 'refund',
        kind: 'status',
        status: 400,
        message: 'Terminal T0292 is not active on payout destination seller-2',
      }),
    reads: ['Refund refused'],
    held: paidOnce,
  }),
];

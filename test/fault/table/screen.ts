import { wordsFor } from '../../../main/words/index.ts';
import type { TillView } from '../../../preload/contract/view.ts';

/** The words that the cashier reads, in the order in which they may come. */
export type Word =
  | 'Sending'
  | 'Present card'
  | 'Cancelling'
  | 'Undecided'
  | 'Approved'
  | 'Approved, not yet captured'
  | 'Declined'
  | 'Cancelled'
  | 'Expired'
  | 'Failed'
  | 'Refused'
  | 'Paid after all'
  | 'Not paid after all'
  | 'Refunding'
  | 'Refunded'
  | 'Refund refused'
  | 'Refund undecided'
  | 'Offline'
  | 'Stopped'
  | 'Receipt waits'
  | 'Receipt at the printer'
  | 'Receipt in doubt'
  | 'Drawer stuck';

export type Seen = { readonly word: Word; readonly sentence: string };

/** Words of one group take each other's place on the screen. */
export function groupOf(
  word: Word,
): 'payment' | 'alarm' | 'refund' | 'network' | 'till' | 'paper' | 'drawer' {
  switch (word) {
    case 'Paid after all':
    case 'Not paid after all':
      return 'alarm';
    case 'Refunding':
    case 'Refunded':
    case 'Refund refused':
    case 'Refund undecided':
      return 'refund';
    case 'Offline':
      return 'network';
    case 'Stopped':
      return 'till';
    case 'Receipt waits':
    case 'Receipt at the printer':
    case 'Receipt in doubt':
      return 'paper';
    case 'Drawer stuck':
      return 'drawer';
    default:
      return 'payment';
  }
}

const states = {
  sending: 'Sending',
  'present-card': 'Present card',
  cancelling: 'Cancelling',
  undecided: 'Undecided',
  declined: 'Declined',
  cancelled: 'Cancelled',
  expired: 'Expired',
  failed: 'Failed',
} as const satisfies Record<string, Word>;

const refundStates = {
  sending: 'Refunding',
  accepted: 'Refunding',
  undecided: 'Refund undecided',
  refunded: 'Refunded',
  refused: 'Refund refused',
} as const satisfies Record<string, Word>;

const prints = {
  waiting: 'Receipt waits',
  printing: 'Receipt at the printer',
  unknown: 'Receipt in doubt',
} as const satisfies Record<string, Word>;

/** Every word that stands on the screen now, with its sentence. */
export function wordsOn(view: TillView): Seen[] {
  const said: Seen[] = [];
  if (view.counter.kind === 'paying') {
    const { state, sentence } = view.counter.payment;
    said.push({ word: states[state.kind], sentence });
  }
  if (view.counter.kind === 'done') {
    said.push(
      view.counter.notYetCaptured
        ? { word: 'Approved, not yet captured', sentence: wordsFor('en').payment.notYetCaptured }
        : { word: 'Approved', sentence: '' },
    );
  }
  for (const { sentence } of view.alarms) {
    said.push({ word: sentence.startsWith('Not paid') ? 'Not paid after all' : 'Paid after all', sentence });
  }
  // One that an alarm set going stands in the alarm, also when it is over.
  const refunds = [...view.refunds, ...view.alarms.flatMap(({ refund }) => refund ?? [])];
  for (const { state, sentence } of refunds.slice(-1))
    said.push({ word: refundStates[state.kind], sentence });
  if (view.network.state === 'offline') said.push({ word: 'Offline', sentence: view.network.sentence });
  if (view.stopped !== null) said.push({ word: 'Stopped', sentence: view.stopped.sentence });
  for (const { state, sentence } of view.printing.prints) said.push({ word: prints[state], sentence });
  if (view.printing.drawer?.includes('key') === true) {
    said.push({ word: 'Drawer stuck', sentence: view.printing.drawer });
  }
  return said;
}

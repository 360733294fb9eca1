import type { AccessView } from '../../preload/contract/operator.ts';
import type { CounterView, TillView } from '../../preload/contract/view.ts';
import type { JournalReads } from '../journal/index.ts';
import type { Operators } from '../operator/operators.ts';
import type { Words } from '../words/index.ts';
import { emptySale } from './view.ts';

type Locked = Extract<AccessView, { kind: 'locked' }>;

/** Who may use the till now. Alarms and the counter are told of without amounts where it is locked. */
export function accessView(
  operators: Operators,
  counter: CounterView,
  read: Pick<JournalReads, 'openAlarms' | 'openRefundAlarms'>,
  words: Words,
): AccessView {
  const staff = operators.roster.staff();
  if (staff.length === 0) return { kind: 'free' };
  const now = operators.now();
  if (now !== null) return { kind: 'logged-in', name: now.name, role: now.role };
  return {
    kind: 'locked',
    operators: staff.map(({ name, role }) => ({ name, role })),
    last: operators.last(),
    counter: lockedCounter(counter),
    alarms: [
      ...read.openAlarms().map(({ kind }) => words.operator.alarm[kind]),
      ...read
        .openRefundAlarms()
        .map(({ refunded }) => words.operator.refundAlarm[refunded ? 'refunded' : 'not-refunded']),
    ],
  };
}

function lockedCounter(counter: CounterView): Locked['counter'] {
  switch (counter.kind) {
    case 'selling':
      return { kind: counter.sale.saleId === null ? 'nothing' : 'sale' };
    case 'refunding':
      return { kind: 'sale' };
    case 'paying': {
      const { state, sentence } = counter.payment;
      return { kind: 'payment', state: state.kind, sentence };
    }
    case 'done':
      return { kind: 'paid', receiptNumber: counter.receipt.receiptNumber };
  }
}

/** What a locked till shows: nothing that was sold, and no amount. Anybody may stand before it. */
export function whileLocked(view: TillView): TillView {
  if (view.access.kind !== 'locked') return view;
  return {
    ...view,
    counter: { kind: 'selling', sale: emptySale },
    parked: [],
    refunds: [],
    alarms: [],
    cases: [],
    printing: { ...view.printing, prints: [], drawer: null, qr: null },
  };
}

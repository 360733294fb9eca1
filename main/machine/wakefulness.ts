import type { CardPaymentView, TillView } from '../../preload/contract/view.ts';

/** What must not sleep: the screen, which tells the customer what to do; the machine, which asks Dintero; or nothing. */
export type Awake = 'screen' | 'machine' | 'nothing';

/** Nothing sleeps while money is on its way. */
export function whatStaysAwake(view: TillView): Awake {
  const state = paymentState(view);
  const refunds = view.refunds.map((refund) => refund.state.kind);
  if (state === 'sending' || state === 'present-card' || state === 'cancelling') return 'screen';
  if (refunds.includes('sending') || refunds.includes('accepted')) return 'screen';
  if (state === 'undecided' || refunds.includes('undecided')) return 'machine';
  return view.parked.some(({ undecided }) => undecided) ? 'machine' : 'nothing';
}

function paymentState({ access, counter }: TillView): CardPaymentView['state']['kind'] | null {
  if (access.kind === 'locked') return access.counter.kind === 'payment' ? access.counter.state : null;
  return counter.kind === 'paying' ? counter.payment.state.kind : null;
}

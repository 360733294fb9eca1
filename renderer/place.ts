import { create } from 'zustand';
import { followRefund } from './following.ts';
import { clearNotice } from './notices.ts';
import type { Asks } from '../preload/contract/calls.ts';
import type { OperatorView } from '../preload/contract/operator.ts';
import type { AlarmView, CaseView, LineView, SaleView, TillView } from '../preload/contract/view.ts';

/** What may be done about an alarm. */
export type AlarmHow = Asks<'alarm.settle'>['how'];

/** What the window asks the cashier about, on top of a screen. */
export type Question =
  | { readonly kind: 'help' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'replace-secret' }
  | { readonly kind: 'start-training' }
  | { readonly kind: 'add-operator'; readonly first: boolean }
  | { readonly kind: 'change-operator'; readonly of: OperatorView }
  | { readonly kind: 'new-pin'; readonly name: string }
  | { readonly kind: 'remove-operator'; readonly name: string; readonly last: boolean }
  | { readonly kind: 'install-update'; readonly sentence: string }
  | { readonly kind: 'remove-line'; readonly line: LineView }
  | { readonly kind: 'fewer'; readonly line: LineView; readonly quantity: number }
  | { readonly kind: 'quantity'; readonly line: LineView }
  | { readonly kind: 'discount'; readonly line: LineView | null }
  | { readonly kind: 'free-amount' }
  /** `code`: one that was scanned already, or empty. */
  | { readonly kind: 'gift-card'; readonly code: string }
  | { readonly kind: 'park' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'line'; readonly line: LineView }
  | { readonly kind: 'look-up' }
  | { readonly kind: 'code' }
  | { readonly kind: 'buyer' }
  | { readonly kind: 'split' }
  | { readonly kind: 'give-back-part'; readonly part: SaleView['paid'][number] }
  | { readonly kind: 'cancel-payment' }
  | { readonly kind: 'decide' }
  | { readonly kind: 'decide-refund'; readonly refundId: string }
  | { readonly kind: 'float'; readonly registered: boolean }
  | { readonly kind: 'move-cash'; readonly move: 'pay-in' | 'pay-out' | 'drop' }
  | { readonly kind: 'open-drawer' }
  | { readonly kind: 'export' }
  | { readonly kind: 'mail'; readonly receiptNumber: number }
  | { readonly kind: 'case'; readonly of: CaseView; readonly how: 'handled-elsewhere' | 'nothing-to-do' }
  | { readonly kind: 'alarm'; readonly alarm: AlarmView; readonly how: AlarmHow };

export type Screen = 'counter' | 'cash' | 'receipts' | 'day' | 'settings' | 'set-up';

interface Place {
  readonly screen: Screen;
  /** The section that the settings open on; null for their first. */
  readonly section: 'differences' | null;
  /** What the receipts are searched for when they are opened; empty for all. */
  readonly receipt: string;
  readonly question: Question | null;
  /** The line that the basket's buttons act on; the last one when it is not there. */
  readonly lineId: string | null;
}

/** Where the cashier is in the window. Nothing that the till must know is kept here. */
export const usePlace = create<Place>(() => ({
  screen: firstScreen(),
  section: null,
  receipt: '',
  question: null,
  lineId: null,
}));

/** Where the page begins: where it left off when the till behind it was opened again, else at the counter. */
function firstScreen(): Screen {
  const after = new URLSearchParams(location.search).get('after');
  return after === 'set-up' || after === 'settings' ? after : 'counter';
}

/** Whether changed settings made the page begin anew. Asked once: a page that is loaded again later begins at the counter. */
export function cameFromSettings(): boolean {
  const { search, pathname } = location;
  if (search !== '') history.replaceState(null, '', pathname);
  return new URLSearchParams(search).get('after') === 'settings';
}

/** Goes to a screen; whatever was being asked or said is dropped. */
export function go(screen: Screen): void {
  clearNotice();
  followRefund(null);
  usePlace.setState({ screen, section: null, receipt: '', question: null });
}

/** Looks for a receipt by what was scanned. */
export function findReceipt(text: string): void {
  go('receipts');
  usePlace.setState({ receipt: text });
}

/** Goes to the differences with Dintero, where each is settled. */
export function goToDifferences(): void {
  go('settings');
  usePlace.setState({ section: 'differences' });
}

/** Asks the cashier something. */
export function ask(question: Question): void {
  clearNotice();
  usePlace.setState({ question });
}

/** Closes what was asked. */
export function closeQuestion(): void {
  usePlace.setState({ question: null });
}

/** Chooses the line that the basket's buttons act on. */
export function chooseLine(lineId: string | null): void {
  usePlace.setState({ lineId });
}

function counterAt(view: TillView): string {
  const { counter } = view;
  switch (counter.kind) {
    case 'paying':
      return `paying ${counter.payment.state.kind}`;
    case 'refunding':
      return `refunding ${counter.refund.state.kind}`;
    case 'selling':
    case 'done':
      return counter.kind;
  }
}

/** When the till moves on, the window follows: a payment's answer is never behind another screen or a question. */
export function settle(before: TillView, next: TillView): void {
  if (counterAt(before) === counterAt(next)) return;
  const { question } = usePlace.getState();
  const stays = question?.kind === 'alarm' || question?.kind === 'case' || question?.kind === 'help';
  usePlace.setState({ question: stays ? question : null });
  if (before.counter.kind === next.counter.kind) return;
  clearNotice();
  usePlace.setState({ screen: 'counter', lineId: null });
}

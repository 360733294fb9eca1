import { actOnce } from './acts.ts';
import { sayInfo } from './notices.ts';
import { useManagerAsked } from './manager.ts';
import { ask, go, usePlace } from './place.ts';
import { focusAsked, focusSearch } from './focus.ts';
import { keyActOf, type KeyAct } from './key-table.ts';
import { stringsFor } from './strings/index.ts';
import { tillNow } from './till.ts';
import type { SaleView, TillView } from '../preload/contract/view.ts';

/** Starts a card payment of the sale as the cashier sees it. */
export function payByCard(sale: SaleView): void {
  void actOnce('payment.card', { total: sale.due }).then((begun) => {
    if (!begun && sale.ageCheck !== null) focusAsked();
  });
}

/** Opens the cash screen, from the sale or from a card payment that was not paid. */
export async function payCash(view: TillView): Promise<void> {
  if (view.counter.kind === 'paying' && !(await actOnce('payment.backToSale', {}))) return;
  go('cash');
}

/** Goes back from a card payment that was not paid to its sale. */
export function backToSale(): void {
  void actOnce('payment.backToSale', {});
}

/** Puts away a finished sale. */
export function newSale(): void {
  void actOnce('sale.startNew', {});
}

function hasLines(sale: SaleView, view: TillView): boolean {
  if (sale.saleId !== null) return true;
  sayInfo(stringsFor(view.language).sale.noLines);
  return false;
}

/** Whether something is left to pay: of an exchange the difference may go the other way. */
function mayPay(sale: SaleView, view: TillView): boolean {
  return hasLines(sale, view) && (sale.exchange === null || sale.total > 0);
}

function onSale(act: KeyAct, sale: SaleView, view: TillView): boolean {
  switch (act) {
    case 'search':
      focusSearch();
      return true;
    case 'lookUp':
      ask({ kind: 'look-up' });
      return true;
    case 'buyer':
      if (hasLines(sale, view)) ask({ kind: 'buyer' });
      return true;
    case 'park':
      if (hasLines(sale, view)) ask({ kind: 'park' });
      return true;
    case 'resume':
      ask({ kind: 'resume' });
      return true;
    case 'split':
      if (hasLines(sale, view)) ask({ kind: 'split' });
      return true;
    case 'discount':
      if (hasLines(sale, view)) ask({ kind: 'discount', line: null });
      return true;
    case 'card':
      if (mayPay(sale, view)) payByCard(sale);
      return true;
    case 'cash':
      if (mayPay(sale, view)) go('cash');
      return true;
    default:
      return false;
  }
}

function onPayment(act: KeyAct, view: TillView): boolean {
  if (view.counter.kind !== 'paying') return false;
  const { sale, payment } = view.counter;
  switch (payment.state.kind) {
    case 'sending':
    case 'present-card':
      if (act !== 'back') return false;
      ask({ kind: 'cancel-payment' });
      return true;
    case 'undecided':
      if (act !== 'back' || payment.state.cancelling) return false;
      ask({ kind: 'cancel-payment' });
      return true;
    case 'cancelling':
      return false;
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'failed':
      if (act === 'back') backToSale();
      else if (act === 'card') payByCard(sale);
      else if (act === 'cash') void payCash(view);
      else return false;
      return true;
  }
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'text' && target.value !== '';
}

function press(event: KeyboardEvent, view: TillView): boolean {
  const { screen } = usePlace.getState();
  // Whatever is typed there belongs in its fields.
  if (screen === 'set-up') return false;
  const { counter } = view;
  const act = keyActOf(event, 'till');
  if (act === null || (event.key === '?' && typing(event.target))) return false;
  if (act === 'help') {
    ask({ kind: 'help' });
    return true;
  }
  if (act === 'receipts') {
    go(screen === 'receipts' ? 'counter' : 'receipts');
    return true;
  }
  if (screen !== 'counter') {
    if (act !== 'back') return false;
    go('counter');
    return true;
  }
  switch (counter.kind) {
    case 'selling':
      return onSale(act, counter.sale, view);
    case 'paying':
      return onPayment(act, view);
    case 'refunding':
      return false;
    case 'done':
      if (act !== 'confirm' || event.target instanceof HTMLButtonElement) return false;
      newSale();
      return true;
  }
}

/**
 * Whether a key repeats itself that must be pressed for each thing it does: held since the last screen, it would carry the
 * change away, and ask for another payment when the first is declined.
 */
function heldDown({ key, repeat, target }: KeyboardEvent): boolean {
  if (!repeat) return false;
  return /^F\d+$/.test(key) || (key === 'Enter' && !(target instanceof HTMLTextAreaElement));
}

/** The till's keys, wherever the focus is; a dialog keeps the keys to itself. */
export function listenForKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (heldDown(event)) {
      event.preventDefault();
      return;
    }
    const view = tillNow();
    const { question } = usePlace.getState();
    if (view === null || view.access.kind === 'locked') return;
    if (keyActOf(event, 'till') === 'lock' && view.access.kind === 'logged-in') {
      event.preventDefault();
      void actOnce('operator.lock', {});
      return;
    }
    if (view.stopped !== null || event.defaultPrevented || event.altKey) return;
    const asked = question !== null || useManagerAsked.getState().asked !== null;
    const ours = asked ? /^F\d+$/.test(event.key) : press(event, view);
    if (ours) event.preventDefault();
  });
}

import { create } from 'zustand';
import type { Reply } from '../preload/contract/api.ts';
import type { Answers, Asks, CallName } from '../preload/contract/calls.ts';
import { askManager } from './manager.ts';
import { clearedWhenRight, clearNotice, sayError, sayInfo } from './notices.ts';
import { stringsFor } from './strings/index.ts';
import { tillNow } from './till.ts';

interface UnderWay {
  readonly calls: ReadonlySet<CallName>;
}

const useUnderWay = create<UnderWay>(() => ({ calls: new Set() }));

function mark(name: CallName, on: boolean): void {
  const calls = new Set(useUnderWay.getState().calls);
  if (on) calls.add(name);
  else calls.delete(name);
  useUnderWay.setState({ calls });
}

/** Whether one of these calls is on its way. */
export function useBusy(...names: CallName[]): boolean {
  return useUnderWay((state) => names.some((name) => state.calls.has(name)));
}

/** Calls the till. What needs a manager is asked for once more when one has let it through. */
export async function call<N extends CallName>(name: N, asks: Asks<N>): Promise<Reply<N>> {
  let reply = await send(name, asks);
  // One press may need a manager for two things, and each is asked for by its name.
  while (!reply.ok && reply.error.approval !== undefined) {
    clearNotice();
    if (!(await askManager(reply.error.approval, reply.error.sentence))) return reply;
    reply = await send(name, asks);
  }
  return reply;
}

/** A bridge that is gone is an answer like any other. */
async function send<N extends CallName>(name: N, asks: Asks<N>): Promise<Reply<N>> {
  try {
    return await window.till.call(name, asks);
  } catch {
    const { noAnswer } = stringsFor(tillNow()?.language ?? 'en');
    return { ok: false, error: { code: 'INTERNAL', sentence: noAnswer } };
  }
}

/** Does what the cashier pressed, and says so when it went wrong. Null when it did. */
export async function act<N extends CallName>(name: N, asks: Asks<N>): Promise<Answers<N> | null> {
  const right = clearedWhenRight();
  const reply = await call(name, asks);
  if (!reply.ok) {
    sayError(reply.error.sentence);
    return null;
  }
  right();
  return reply.value;
}

/** Asks for what is to be shown. What is being said to the cashier stays, unless this goes wrong. */
export async function read<N extends CallName>(name: N, asks: Asks<N>): Promise<Answers<N> | null> {
  const reply = await call(name, asks);
  if (reply.ok) return reply.value;
  sayError(reply.error.sentence);
  return null;
}

/** As `act`, for what must not be pressed twice: a second press is dropped. Whether it was done. */
export async function actOnce<N extends CallName>(name: N, asks: Asks<N>): Promise<boolean> {
  return (await replyOnce(name, asks))?.ok ?? false;
}

/** As `actOnce`, with what came back; null for a press that was dropped. */
export async function replyOnce<N extends CallName>(name: N, asks: Asks<N>): Promise<Reply<N> | null> {
  if (useUnderWay.getState().calls.has(name)) return null;
  mark(name, true);
  const right = clearedWhenRight();
  try {
    const reply = await call(name, asks);
    if (reply.ok) right();
    else sayError(reply.error.sentence);
    return reply;
  } finally {
    mark(name, false);
  }
}

/** Prints a receipt that is in the journal. */
export async function printReceipt(receiptNumber: number): Promise<void> {
  const reply = await replyOnce('receipt.print', { receiptNumber });
  // What waits for the printer is said above every screen.
  if (reply?.ok === true && reply.value.printed) {
    sayInfo(stringsFor(tillNow()?.language ?? 'en').done.printed);
  }
}

/** Prints a gift card once more. */
export async function printGiftCard(code: string): Promise<void> {
  const reply = await replyOnce('giftCard.print', { text: code });
  if (reply?.ok === true && reply.value.printed) {
    sayInfo(stringsFor(tillNow()?.language ?? 'en').giftCard.printed);
  }
}

/** Shows a receipt as a QR code, here and to the customer at the counter. Whether it was drawn. */
export function showQr(receiptNumber: number): Promise<boolean> {
  return actOnce('receipt.qr', { receiptNumber });
}

/** Saves a receipt as PDF where the person chooses. */
export async function saveReceipt(receiptNumber: number): Promise<void> {
  const answer = await act('receipt.savePdf', { receiptNumber });
  if (answer?.saved === true) sayInfo(stringsFor(tillNow()?.language ?? 'en').done.saved);
}

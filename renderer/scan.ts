import type { TillView } from '../preload/contract/view.ts';
import { call } from './acts.ts';
import { useManagerAsked } from './manager.ts';
import { clearedWhenRight, sayError, sayInfo } from './notices.ts';
import { ask, chooseLine, findReceipt, usePlace } from './place.ts';
import { endsOnceMore, hear, isScanWithoutEnd, longestPause, writtenBy } from './scanner.ts';
import type { Burst } from './scanner.ts';
import { play } from './sound.ts';
import { stringsFor } from './strings/index.ts';
import { tillNow } from './till.ts';
import { isTextField, timesIn, type TextField, typeInto, writeInto } from './typed.ts';

interface FieldBefore {
  readonly field: TextField;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

function restore({ field, value, start, end }: FieldBefore): void {
  writeInto(field, value);
  if (start !== null) field.setSelectionRange(start, end);
}

function fieldWithFocus(): FieldBefore | null {
  const field = document.activeElement;
  if (!isTextField(field)) return null;
  return { field, value: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Sends a code to the sale and chooses its line; offers a gift card; says what was scanned when nothing has that code. */
export async function enterCode(text: string): Promise<boolean> {
  const right = clearedWhenRight();
  const reply = await call('sale.enter', { text });
  if (reply.ok) {
    right();
    chooseLine(reply.value.lineId);
  } else if (reply.error.code === 'GIFT-CARD-SCANNED') {
    ask({ kind: 'gift-card', code: text });
  } else {
    sayError(reply.error.sentence, text);
    soundRefused();
  }
  return reply.ok;
}

/** Scanners beep for whatever they read: that the till did not take it must be heard, too. */
function soundRefused(): void {
  if (tillNow()?.sounds === true) play('refused');
}

const receiptSearch = new EventTarget();
const priceLookUp = new EventTarget();
const giftCards = new EventTarget();

/** Calls back with each code scanned while a gift card is being looked at. Returns a function that ends it. */
export function onGiftCardScanned(listener: (text: string) => void): () => void {
  return listenTo(giftCards, listener);
}

/** Calls back with each code scanned while a price is being looked up. Returns a function that ends it. */
export function onLookedUp(listener: (text: string) => void): () => void {
  return listenTo(priceLookUp, listener);
}

/** Calls back with each code scanned on the receipts screen. Returns a function that ends it. */
export function onReceiptScanned(listener: (text: string) => void): () => void {
  return listenTo(receiptSearch, listener);
}

function listenTo(target: EventTarget, listener: (text: string) => void): () => void {
  const heard = (event: Event): void => {
    if (event instanceof CustomEvent) listener(String(event.detail));
  };
  target.addEventListener('scan', heard);
  return () => target.removeEventListener('scan', heard);
}

/** The bar code or QR code of a receipt, this till's or another's: see main/counter/receipt-clues.ts. */
function isReceiptCode(text: string): boolean {
  return /^[A-Z0-9]{4,12}-R\d{1,9}(\.\d{1,9}-\d{1,4})?$/i.test(text);
}

function refuseScan({ language }: TillView): void {
  sayInfo(stringsFor(language).sale.scanIgnored);
  soundRefused();
}

async function bring(text: string): Promise<void> {
  const view = tillNow();
  if (view === null || view.stopped !== null || view.access.kind === 'locked') return;
  const { screen, question } = usePlace.getState();
  // What a manager is shown is what a manager lets through.
  if (useManagerAsked.getState().asked !== null) {
    refuseScan(view);
    return;
  }
  if (question?.kind === 'look-up') {
    priceLookUp.dispatchEvent(new CustomEvent('scan', { detail: text }));
    return;
  }
  if (question?.kind === 'gift-card') {
    giftCards.dispatchEvent(new CustomEvent('scan', { detail: text }));
    return;
  }
  if (screen === 'receipts') {
    receiptSearch.dispatchEvent(new CustomEvent('scan', { detail: text }));
    return;
  }
  if (screen !== 'counter' || view.counter.kind === 'paying' || view.counter.kind === 'refunding') {
    refuseScan(view);
    return;
  }
  const entered = await enterCode(text);
  // A receipt is handed over to be given something back of. What is being asked is answered first.
  if (!entered && question === null && isReceiptCode(text)) findReceipt(text);
}

/** Characters that came too fast for a person, until it is known whether they end as a scan. */
function createHeld(onPause: () => void): {
  readonly take: (key: string) => void;
  /** Holds this in place of what was held. */
  readonly replace: (all: string) => void;
  readonly isAll: (of: string) => boolean;
  readonly drop: () => void;
  readonly type: () => void;
} {
  let text = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = (): void => {
    clearTimeout(timer);
    text = '';
  };
  const replace = (all: string): void => {
    text = all;
    clearTimeout(timer);
    timer = setTimeout(onPause, longestPause);
  };
  return {
    take: (key) => replace(text + key),
    replace,
    isAll: (of) => text === of,
    drop,
    type: () => {
      const typed = text;
      drop();
      if (typed !== '') typeInto(document.activeElement, typed);
    },
  };
}

function keepFrom(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * Listens for a scanner wherever the focus is. What it types reaches no field, but for its first character, and that is
 * taken out again before the code ends: what changes on the screen at the scanner's Enter would take the frame that the
 * line is to be drawn in, and the line would wait for the next.
 */
export function listenForScans(): void {
  let burst: Burst | null = null;
  let before: FieldBefore | null = null;
  /** When the last scan ended, until another key or a press. */
  let endedAt = -Infinity;
  const take = (text: string): void => {
    // `3*` typed by hand goes with what is scanned after it.
    const times = before === null ? '' : timesIn(before.value);
    if (before !== null && times !== '') restore({ ...before, value: '', start: 0, end: 0 });
    else if (before !== null && !held.isAll(text)) restore(before);
    burst = null;
    before = null;
    held.drop();
    void bring(`${times}${text}`);
  };
  const held = createHeld(() => {
    if (burst !== null && isScanWithoutEnd(burst)) take(burst.text);
    else held.type();
  });
  window.addEventListener(
    'pointerdown',
    () => {
      endedAt = -Infinity;
      held.type();
    },
    { capture: true },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (burst === null && endsOnceMore(event, event.timeStamp - endedAt)) {
        keepFrom(event);
        return;
      }
      endedAt = -Infinity;
      const key = writtenBy(event);
      if (key === null || event.isComposing) return;
      // A password manager types as fast as a scanner.
      if (usePlace.getState().screen === 'set-up') return;
      const heard = hear(burst, key, event.timeStamp);
      if (heard.kind === 'scan') {
        endedAt = event.timeStamp;
        keepFrom(event);
        take(heard.text);
        return;
      }
      const known = burst?.text ?? '';
      burst = heard.burst;
      if (heard.kind === 'collecting' && (heard.as === 'rolled' || heard.as === 'scanned')) {
        keepFrom(event);
        if (heard.as === 'scanned' && before !== null && !held.isAll(known)) {
          restore(before);
          held.replace(heard.burst.text);
        } else held.take(key);
        return;
      }
      // Keys that only change what the next one writes come in the middle of a scan.
      if (heard.kind === 'collecting' || burst === null) held.type();
      if (heard.kind === 'collecting' && heard.as === 'first') before = fieldWithFocus();
    },
    { capture: true },
  );
}

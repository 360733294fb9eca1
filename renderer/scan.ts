import { call } from './acts.ts';
import { clearNotice, sayError, sayInfo } from './notices.ts';
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
}

function restore({ field, value, start }: FieldBefore): void {
  writeInto(field, value);
  if (start !== null) field.setSelectionRange(start, start);
}

function fieldWithFocus(): FieldBefore | null {
  const field = document.activeElement;
  return isTextField(field) ? { field, value: field.value, start: field.selectionStart } : null;
}

/** Sends a code to the sale and chooses its line; offers a gift card; says what was scanned when nothing has that code. */
export async function enterCode(text: string): Promise<boolean> {
  const reply = await call('sale.enter', { text });
  if (reply.ok) {
    clearNotice();
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

async function bring(text: string): Promise<void> {
  const view = tillNow();
  if (view === null || view.stopped !== null || view.access.kind === 'locked') return;
  const { screen, question } = usePlace.getState();
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
    sayInfo(stringsFor(view.language).sale.scanIgnored);
    soundRefused();
    return;
  }
  const entered = await enterCode(text);
  // A receipt is handed over to be given something back of. What is being asked is answered first.
  if (!entered && question === null && isReceiptCode(text)) findReceipt(text);
}

/** Characters that came too fast for a person, until it is known whether they end as a scan. */
function createHeld(onPause: () => void): {
  readonly take: (key: string) => void;
  readonly drop: () => void;
  readonly type: () => void;
} {
  let text = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = (): void => {
    clearTimeout(timer);
    text = '';
  };
  return {
    take: (key) => {
      text += key;
      clearTimeout(timer);
      timer = setTimeout(onPause, longestPause);
    },
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

/** Listens for a scanner wherever the focus is: what it types reaches no field, but for a first character that is taken out. */
export function listenForScans(): void {
  let burst: Burst | null = null;
  let before: FieldBefore | null = null;
  let endedAt = -Infinity;
  const take = (text: string): void => {
    burst = null;
    held.drop();
    // `3*` typed by hand goes with what is scanned after it.
    const times = before === null ? '' : timesIn(before.value);
    if (before !== null) restore(times === '' ? before : { ...before, value: '', start: 0 });
    before = null;
    void bring(`${times}${text}`);
  };
  const held = createHeld(() => {
    if (burst !== null && isScanWithoutEnd(burst)) take(burst.text);
    else held.type();
  });
  window.addEventListener('pointerdown', held.type, { capture: true });
  window.addEventListener(
    'keydown',
    (event) => {
      if (burst === null && endsOnceMore(event, event.timeStamp - endedAt)) {
        keepFrom(event);
        return;
      }
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
      burst = heard.burst;
      if (heard.kind === 'collecting' && heard.as === 'scanned') {
        keepFrom(event);
        held.take(key);
        return;
      }
      // Keys that only change what the next one writes come in the middle of a scan.
      if (heard.kind === 'collecting' || burst === null) held.type();
      if (heard.kind === 'collecting' && heard.as === 'first') before = fieldWithFocus();
    },
    { capture: true },
  );
}

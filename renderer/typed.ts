import { keyActOf } from './key-table.ts';
import { focusSearch, searchField } from './focus.ts';
import { readMultiplied } from './numbers.ts';
import { usePlace } from './place.ts';
import { tillNow } from './till.ts';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Whether something that is typed goes into it. */
export function isTextField(element: unknown): element is TextField {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Sets a field's text the way typing does, so that React hears of it. */
export function writeInto(field: TextField, text: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts text where the caret is, as typing does; where nothing takes text it is gone, as keys are. */
export function typeInto(element: Element | null, text: string): void {
  if (!isTextField(element) || element.readOnly || element.disabled) return;
  const { selectionStart: start, selectionEnd: end } = element;
  // A date and a choice have no caret, and no text would be right in them.
  if (start === null || end === null) return;
  const room = element.maxLength < 0 ? text.length : element.maxLength - element.value.length + end - start;
  const fits = text.slice(0, Math.max(0, room));
  writeInto(element, element.value.slice(0, start) + fits + element.value.slice(end));
  element.setSelectionRange(start + fits.length, start + fits.length);
}

/** Takes out what is chosen in a field, or the character before the caret, as Backspace does. */
export function eraseFrom(field: TextField): void {
  if (field.readOnly || field.disabled) return;
  const end = field.selectionEnd ?? field.value.length;
  const chosen = field.selectionStart ?? end;
  // A sign outside the first plane is two units of one character.
  const last = Array.from(field.value.slice(0, chosen)).at(-1)?.length ?? 0;
  const start = chosen === end ? chosen - last : chosen;
  writeInto(field, field.value.slice(0, start) + field.value.slice(end));
  field.setSelectionRange(start, start);
}

/** `3*` without anything after it: how many of what is scanned or touched next. Empty for any other text. */
export function timesIn(text: string): string {
  return /^\s*\d+([.,]\d+)?\s*\*\s*$/.test(text) ? text.trim() : '';
}

/**
 * How many (thousandths) were typed into the search field before an article is touched; one when nothing was. It goes with
 * that article alone: a second touch is one more.
 */
export function takeTimes(): number {
  const field = searchField();
  const times = timesIn(field?.value ?? '');
  if (field !== null && times !== '') writeInto(field, '');
  return readMultiplied(times).quantity;
}

/** Whether a key typed now, wherever the focus is, belongs to the search field. */
function isForSearch(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  // The bar presses the button that has the focus, and `?` asks for the keys.
  if (event.key.length !== 1 || event.key === ' ' || event.key === '?') return false;
  if (isTextField(event.target)) return false;
  const view = tillNow();
  const { screen, question } = usePlace.getState();
  if (view === null || view.access.kind === 'locked' || screen !== 'counter' || question !== null)
    return false;
  const inBasket = event.target instanceof HTMLElement && event.target.role === 'listbox';
  return !inBasket || keyActOf(event, 'basket') === null;
}

/** What is typed while a button or the basket has the focus is typed into **Search or scan**. */
export function listenForTyping(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (isForSearch(event)) focusSearch();
    },
    { capture: true },
  );
}

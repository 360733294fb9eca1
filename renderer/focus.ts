let field: HTMLInputElement | null = null;
let basket: HTMLElement | null = null;

/** Remembers the field **Search or scan** while it is on screen. */
export function holdSearch(element: HTMLInputElement | null): void {
  field = element;
}

/** Remembers the basket's list while it is on screen. */
export function holdBasket(element: HTMLElement | null): void {
  basket = element;
}

/** The field **Search or scan**; null on other screens. */
export function searchField(): HTMLInputElement | null {
  return field;
}

/** Puts the focus where the next article is typed. Does nothing on other screens. */
export function focusSearch(): void {
  field?.focus();
}

/** Puts the focus on the basket's lines. */
export function focusBasket(): void {
  basket?.focus();
}

/** Puts the focus on what a place is there for: what is marked `data-first`, else the place itself. */
export function focusFirst(place: HTMLElement | null): void {
  const marked = [...(place?.querySelectorAll<HTMLElement>('[data-first]') ?? [])];
  (marked.find((element) => element.checkVisibility()) ?? place)?.focus();
}

/** Puts the focus on what the cashier must answer before the sale goes on, where the screen asks for it. */
export function focusAsked(): void {
  document.querySelector<HTMLElement>('main [data-asked]')?.focus();
}

function topDialog(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1) ?? null;
}

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/**
 * Puts the focus where a person goes on when something on top of the screen has closed: `opener` had it before. On the
 * sale screen that is the next article, or the basket for who was in it.
 */
export function returnFocus(opener: Element | null): void {
  const dialog = topDialog();
  const within = dialog ?? document.body;
  const back = opener instanceof HTMLElement && opener !== document.body && within.contains(opener);
  if (dialog === null && field !== null && opener !== basket) field.focus();
  else if (back) opener.focus();
  if (!hasFocus()) settleFocus();
}

/** Puts the focus somewhere sensible when it is nowhere. */
function settleFocus(): void {
  if (hasFocus()) return;
  const dialog = topDialog();
  if (dialog === null && field !== null) field.focus();
  else focusFirst(dialog ?? document.querySelector('main'));
}

/** Sees to it that the focus is never nowhere: not when the button that had it is gone, nor when a finger missed. */
export function keepFocus(): void {
  let waiting = false;
  const look = (): void => {
    if (waiting || hasFocus()) return;
    waiting = true;
    // What comes instead may take the focus itself.
    requestAnimationFrame(() => {
      waiting = false;
      settleFocus();
    });
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  window.addEventListener('focusout', () => queueMicrotask(look));
}

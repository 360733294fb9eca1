let list: HTMLElement | null = null;

/** Remembers the basket's list while it is on screen. */
export function holdBasket(element: HTMLElement | null): void {
  list = element;
}

/** Puts the focus on the basket's lines. */
export function focusBasket(): void {
  list?.focus();
}

let field: HTMLInputElement | null = null;

/** Remembers the field **Search or scan** while it is on screen. */
export function holdSearch(element: HTMLInputElement | null): void {
  field = element;
}

/** Puts the focus where the next article is typed. Does nothing on other screens. */
export function focusSearch(): void {
  field?.focus();
}

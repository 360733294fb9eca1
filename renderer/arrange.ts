/** The same things with one of them at another place; a place outside of the list is its nearest end. */
export function movedTo<T>(things: readonly T[], from: number, to: number): readonly T[] {
  const thing = things[from];
  if (thing === undefined) return things;
  const rest = things.filter((_, at) => at !== from);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), thing, ...rest.slice(place)];
}

/** How many places an arrow key leads on, where so many stand beside each other; null for any other key. */
export function stepOf(key: string, across: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return -1;
    case 'ArrowRight':
      return 1;
    case 'ArrowUp':
      return -across;
    case 'ArrowDown':
      return across;
    default:
      return null;
  }
}

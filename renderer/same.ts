/**
 * The next value with every part that did not change taken from the previous one. Each push of the till's view is a
 * fresh copy; keeping what is equal lets everything on screen that did not change stay as it is.
 */
export function keepSame<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(next)) {
    if (!Array.isArray(previous)) return next;
    const before: unknown[] = previous;
    const kept = next.map((item: unknown, index) => keepSame(before[index], item));
    const equal =
      before.length === kept.length && kept.every((item, index) => Object.is(item, before[index]));
    return (equal ? previous : kept) as T;
  }
  if (isRecord(next) && isRecord(previous)) {
    // Entries, not assignments: a key of any name is a part like the others.
    const before = new Map(Object.entries(previous));
    const kept = Object.entries(next).map(([key, value]) => [key, keepSame(before.get(key), value)] as const);
    const equal =
      before.size === kept.length &&
      kept.every(([key, value]) => before.has(key) && Object.is(value, before.get(key)));
    return (equal ? previous : Object.fromEntries(kept)) as T;
  }
  return next;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

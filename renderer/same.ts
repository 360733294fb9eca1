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
    const equal = before.length === kept.length && kept.every((item, index) => item === before[index]);
    return (equal ? previous : kept) as T;
  }
  if (isRecord(next) && isRecord(previous)) {
    const kept: Record<string, unknown> = {};
    let equal = Object.keys(previous).length === Object.keys(next).length;
    for (const [key, value] of Object.entries(next)) {
      kept[key] = keepSame(previous[key], value);
      equal &&= kept[key] === previous[key] && key in previous;
    }
    return (equal ? previous : kept) as T;
  }
  return next;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

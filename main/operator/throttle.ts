/** Wrong PINs that cost nothing: anybody slips. */
const free = 2;
/** Seconds to wait after the third wrong PIN in a row, the fourth and so on; the last one holds from there on. */
const waits = [5, 15, 30, 60, 120, 300, 900] as const;

/** How long (ms) the same name has to wait after so many wrong PINs in a row: ten thousand PINs are months. */
export function waitAfter(refused: number): number {
  if (refused <= free) return 0;
  const step = Math.min(refused - free, waits.length) - 1;
  return (waits[step] ?? 0) * 1000;
}

/**
 * What is left (ms) of the wait, at `now` (ms). A clock that was set back makes it no longer than the whole wait, and
 * one that was set forward cannot be told from time that went by.
 */
export function waitLeft(refused: number, refusedAt: string | null, now: number): number {
  if (refusedAt === null) return 0;
  const whole = waitAfter(refused);
  const gone = now - Date.parse(refusedAt);
  return gone < 0 ? whole : Math.max(0, whole - gone);
}

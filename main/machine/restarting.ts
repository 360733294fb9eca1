/** What tells the program that another one keeps it running. */
export const keptSwitch = 'kept-running';

/** Deaths within this long (ms) of one another are one trouble. */
const troubleMs = 5 * 60_000;
/** After so many of them the trouble is not going away by itself at once. */
const quickRestarts = 3;
const soonMs = 1_000;
const laterMs = 60_000;

/** What is done about a till that ended. */
export type AfterEnd =
  { readonly kind: 'end'; readonly code: number } | { readonly kind: 'again'; readonly afterMs: number };

/**
 * Started again unless it was ended on purpose (0) or does not start by its own word (2). A till that keeps dying is
 * tried once a minute. `deaths`: when it died before (ms), this time included; `code` null: it was ended by a signal.
 */
export function afterEnd(code: number | null, deaths: readonly number[], nowMs: number): AfterEnd {
  if (code === 0 || code === 2) return { kind: 'end', code };
  return { kind: 'again', afterMs: isInTrouble(deaths, nowMs) ? laterMs : soonMs };
}

/** Whether so many deaths have come so close together that starting at once does not help. */
export function isInTrouble(deaths: readonly number[], nowMs: number): boolean {
  return deaths.filter((at) => nowMs - at < troubleMs).length > quickRestarts;
}

import type { Refund } from './refund.ts';

const second = 1_000;
const minute = 60 * second;

/** How long (ms) the till waits for an accepted refund before it says undecided. The looking goes on. */
export const patienceMs = 150 * second;

/**
 * Pause (ms) before the next look at a refund, given how long it has been in its state and how many looks in a row went
 * wrong. `retryAfterMs` is what Dintero asked for, and is honoured.
 */
export function pauseBeforeLook(
  refund: Refund,
  inStateMs: number,
  failures: number,
  retryAfterMs: number | null,
): number {
  const backoff = failures === 0 ? 0 : Math.min(10 * second, second * 2 ** Math.min(failures - 1, 4));
  return Math.max(regular(refund, inStateMs), backoff, Math.min(retryAfterMs ?? 0, 10 * minute));
}

function regular(refund: Refund, inStateMs: number): number {
  if (refund.state === 'accepted') return inStateMs < minute ? 1_050 : 2 * second;
  if (inStateMs < 10 * second) return 1_500;
  if (inStateMs < minute) return 3 * second;
  return inStateMs < 60 * minute ? 30 * second : 5 * minute;
}

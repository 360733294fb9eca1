import type { Clock } from '../../main/clock.ts';
import { usualTimeouts } from '../../main/dintero/connection.ts';

/** How long (ms of the clock) the till waits for the answer: as main/dintero does by the machine's clock. */
function patienceWith(url: string): number {
  const { createMs, readMs, refundMs } = usualTimeouts;
  if (/\/(sessions-profile|cancel)$/.test(url)) return createMs;
  return url.endsWith('/refund') ? refundMs : readMs;
}

/** The same fetch, which gives up on an answer by a clock of the test's. */
export function patientFetch(fetch: typeof globalThis.fetch, clock: Clock): typeof globalThis.fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const over = new AbortController();
    const callOff = clock.after(patienceWith(pathname), () =>
      over.abort(Object.assign(new Error('Nobody answered'), { code: 'ETIMEDOUT' })),
    );
    const signals = [over.signal, ...(init?.signal ? [init.signal] : [])];
    try {
      return await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    } finally {
      callOff();
    }
  };
}

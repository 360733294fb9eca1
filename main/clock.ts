/** Time as it is handed to every part: nothing reads the system's clock or sets a timer by itself. */
export interface Clock {
  /** Milliseconds since 1970, UTC. It may jump; order never comes from it. */
  now(): number;
  /** Milliseconds that only go forward, from any start: for durations, which a jump of the clock must not change. */
  ticks(): number;
  /** Calls `work` once after `ms` milliseconds; the function given back calls it off. */
  after(ms: number, work: () => void): () => void;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** UTC, ISO 8601 with milliseconds, as everything on disk is dated. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** The shop's zone: reports and receipts show Norwegian time, summer time included (kassasystemforskrifta § 2-5). */
export const shopZone = 'Europe/Oslo';

const shopFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: shopZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A UTC instant as the shop's calendar date (YYYY-MM-DD) and clock (HH:MM:SS, 24 hours). */
export function shopTime(at: string): { readonly date: string; readonly time: string } {
  const parts = Object.fromEntries(shopFormat.formatToParts(new Date(at)).map((p) => [p.type, p.value]));
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}:${parts['second']}`,
  };
}

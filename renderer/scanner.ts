/** Tells a scanner from a person by the pace of the keys. */

/** A scanner types a character every 7 to 8 ms; people stay above this many milliseconds a character on average. */
const fastest = 25;
/** A busy machine may hold one key of a scan back this long (ms); after a longer pause something new begins. */
const longestPause = 120;
/** Shorter bursts are two keys rolling under one hand. */
const shortest = 3;

export interface Burst {
  readonly text: string;
  readonly beganAt: number;
  readonly lastAt: number;
}

export type Heard =
  | { readonly kind: 'other'; readonly burst: Burst | null }
  /** `begins`: this is the first character of what may become a scan. */
  | { readonly kind: 'collecting'; readonly burst: Burst; readonly begins: boolean }
  | { readonly kind: 'scan'; readonly text: string };

/** Takes one key at a time (`at` in milliseconds) and says whether it ended a scan. */
export function hear(burst: Burst | null, key: string, at: number): Heard {
  const goesOn = burst !== null && at - burst.lastAt < longestPause;
  if (key === 'Enter' && goesOn && isScan(burst, at)) return { kind: 'scan', text: burst.text };
  // Scanners that send capitals press Shift in between.
  if (key === 'Shift') return { kind: 'other', burst };
  if (key.length !== 1) return { kind: 'other', burst: null };
  return goesOn
    ? { kind: 'collecting', burst: { ...burst, text: burst.text + key, lastAt: at }, begins: false }
    : { kind: 'collecting', burst: { text: key, beganAt: at, lastAt: at }, begins: true };
}

function isScan(burst: Burst, endedAt: number): boolean {
  return burst.text.length >= shortest && endedAt - burst.beganAt < fastest * burst.text.length;
}

/** Tells a scanner from a person by the pace of the keys. */

/** A scanner types a character every 7 to 8 ms; people stay above this many milliseconds. */
const fastest = 25;
/** Shorter bursts are two keys rolling under one hand. */
const shortest = 3;

export interface Burst {
  readonly text: string;
  readonly lastAt: number;
}

export type Heard =
  | { readonly kind: 'other'; readonly burst: Burst | null }
  /** `begins`: this is the first character of what may become a scan. */
  | { readonly kind: 'collecting'; readonly burst: Burst; readonly begins: boolean }
  | { readonly kind: 'scan'; readonly text: string };

/** Takes one key at a time (`at` in milliseconds) and says whether it ended a scan. */
export function hear(burst: Burst | null, key: string, at: number): Heard {
  const quick = burst !== null && at - burst.lastAt < fastest;
  if (key === 'Enter' && quick && burst.text.length >= shortest) return { kind: 'scan', text: burst.text };
  // Scanners that send capitals press Shift in between.
  if (key === 'Shift') return { kind: 'other', burst };
  if (key.length !== 1) return { kind: 'other', burst: null };
  return quick
    ? { kind: 'collecting', burst: { text: burst.text + key, lastAt: at }, begins: false }
    : { kind: 'collecting', burst: { text: key, lastAt: at }, begins: true };
}

/** Tells a scanner from a person by the pace of the keys. */

/** A scanner types a character every 7 to 8 ms; people stay above this many milliseconds a character on average. */
const fastest = 25;
/** Nobody keeps this pace (ms a character): what comes so fast is kept out of the field until it is known what it is. */
const surely = 15;
/** A busy machine may hold one key of a scan back this long (ms); after a longer pause something new begins. */
export const longestPause = 120;
/** Shorter bursts are two keys rolling under one hand. */
const shortest = 3;

export interface Burst {
  readonly text: string;
  readonly beganAt: number;
  readonly lastAt: number;
}

/** The first character of what may become a scan, one that only a scanner types so soon, or one that anybody may. */
export type Part = 'first' | 'scanned' | 'any';

export type Heard =
  | { readonly kind: 'other'; readonly burst: Burst | null }
  | { readonly kind: 'collecting'; readonly burst: Burst; readonly as: Part }
  | { readonly kind: 'scan'; readonly text: string };

/** Takes one key at a time (`at` in milliseconds) and says whether it ended a scan. */
export function hear(burst: Burst | null, key: string, at: number): Heard {
  const goesOn = burst !== null && at - burst.lastAt < longestPause;
  if (key === 'Enter' && goesOn && isScan(burst, at)) return { kind: 'scan', text: burst.text };
  // Scanners that send capitals press Shift in between.
  if (key === 'Shift') return { kind: 'other', burst };
  if (key.length !== 1) return { kind: 'other', burst: null };
  if (!goesOn) return { kind: 'collecting', burst: { text: key, beganAt: at, lastAt: at }, as: 'first' };
  const grown = { ...burst, text: burst.text + key, lastAt: at };
  const scanned = at - burst.beganAt < surely * burst.text.length;
  return { kind: 'collecting', burst: grown, as: scanned ? 'scanned' : 'any' };
}

function isScan(burst: Burst, endedAt: number): boolean {
  return burst.text.length >= shortest && endedAt - burst.beganAt < fastest * burst.text.length;
}

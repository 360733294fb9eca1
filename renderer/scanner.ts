/** Tells a scanner from a person by the pace of the keys. */

/** A scanner types a character every 7 to 8 ms; people stay above this many milliseconds a character on average. */
const fastest = 25;
/** Nobody keeps this pace (ms a character): what comes so fast is kept out of the field until it is known what it is. */
const surely = 15;
/** A busy machine may hold one key of a scan back this long (ms); after a longer pause something new begins. */
export const longestPause = 120;
/** Shorter bursts are two keys rolling under one hand. */
const shortest = 3;
/** A burst of figures as long as the shortest article code is a scan, also of a scanner that ends with nothing. */
const figuresAlone = /^\d{8,}$/;

/** What scanners end a code with, once or twice, the second time so soon (ms) after the first. */
const ends: readonly string[] = ['Enter', 'Tab'];
const onceMoreWithin = 50;
/** What they press in between to write a sign. */
const modifiers: readonly string[] = ['Shift', 'AltGraph', 'CapsLock', 'NumLock'];

/** The separator inside GS1 codes, which stands for FNC1. */
const separator = '\u001d';

export interface Burst {
  readonly text: string;
  readonly beganAt: number;
  readonly lastAt: number;
}

/**
 * The first character of what may become a scan; the next one so soon that two keys may have rolled under one hand; one
 * so soon after more of them that only a scanner types it; or one that anybody may.
 */
export type Part = 'first' | 'rolled' | 'scanned' | 'any';

export type Heard =
  | { readonly kind: 'other'; readonly burst: Burst | null }
  | { readonly kind: 'collecting'; readonly burst: Burst; readonly as: Part }
  | { readonly kind: 'scan'; readonly text: string };

/** A key press, as a keyboard event names it. */
export interface Key {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key writes; null for a shortcut. A scanner writes the separator as Ctrl and `]`, wherever its layout has that;
 * Ctrl and Alt together are AltGr.
 */
export function writtenBy({ key, code, ctrlKey, altKey, metaKey }: Key): string | null {
  if (ctrlKey === altKey && !metaKey) return key;
  return ctrlKey && !metaKey && (key === ']' || code === 'BracketRight') ? separator : null;
}

/** Whether this is the rest of what a scanner ends a code with, `after` milliseconds: Enter twice, or Enter and a line feed. */
export function endsOnceMore({ key, ctrlKey }: Key, after: number): boolean {
  if (after < 0 || after >= onceMoreWithin) return false;
  return ctrlKey ? key.toLowerCase() === 'j' : ends.includes(key);
}

/** Takes one key at a time (`at` in milliseconds) and says whether it ended a scan. */
export function hear(burst: Burst | null, key: string, at: number): Heard {
  const goesOn = burst !== null && at - burst.lastAt < longestPause;
  if (ends.includes(key) && goesOn && isScan(burst, at)) return { kind: 'scan', text: burst.text };
  if (modifiers.includes(key)) return { kind: 'other', burst };
  if (key.length !== 1) return { kind: 'other', burst: null };
  if (!goesOn) return { kind: 'collecting', burst: { text: key, beganAt: at, lastAt: at }, as: 'first' };
  const grown = { ...burst, text: burst.text + key, lastAt: at };
  if (at - burst.beganAt >= surely * burst.text.length)
    return { kind: 'collecting', burst: grown, as: 'any' };
  return { kind: 'collecting', burst: grown, as: grown.text.length < shortest ? 'rolled' : 'scanned' };
}

/** Whether a burst that nothing followed was a scan, too. */
export function isScanWithoutEnd(burst: Burst): boolean {
  return figuresAlone.test(burst.text) && burst.lastAt - burst.beganAt < surely * (burst.text.length - 1);
}

function isScan(burst: Burst, endedAt: number): boolean {
  return burst.text.length >= shortest && endedAt - burst.beganAt < fastest * burst.text.length;
}

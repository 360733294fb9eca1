/** Numbers from 0 up to 1 that are the same for the same seed. */
export type Chance = {
  readonly below: (limit: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (cases: number) => boolean;
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T;
};

/** Mulberry32: small, and good enough to choose what happens next. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    percent: (cases) => below(100) < cases,
    oneOf: (choices) => choices[below(choices.length)] ?? choices[0],
  };
}

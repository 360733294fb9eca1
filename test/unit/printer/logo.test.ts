import { expect, it } from 'vitest';
import { logo } from '../../../preload/contract/printer.ts';
import { toDots } from '../../../main/printer/logo.ts';

/** A picture of one colour: red, green, blue, opaque. */
function sheet(width: number, height: number, colour: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: width * height * 4 }, (_, at) => colour[at % 4] ?? 0);
}

function blackDots(bits: string): number {
  return [...Buffer.from(bits, 'base64')].reduce(
    (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
    0,
  );
}

it('makes black of black, white of white, and paper of what is seen through', () => {
  const black = toDots({ width: 16, height: 4, rgba: sheet(16, 4, [0, 0, 0, 255]) }, 384);
  expect(black).toEqual({ width: 16, height: 4, bits: Buffer.alloc(8, 0xff).toString('base64') });
  const white = toDots({ width: 16, height: 4, rgba: sheet(16, 4, [255, 255, 255, 255]) }, 384);
  expect(blackDots(white.bits)).toBe(0);
  const clear = toDots({ width: 16, height: 4, rgba: sheet(16, 4, [0, 0, 0, 0]) }, 384);
  expect(blackDots(clear.bits)).toBe(0);
});

it('makes a grey of as many dots as it is dark', () => {
  const grey = toDots({ width: 64, height: 64, rgba: sheet(64, 64, [191, 191, 191, 255]) }, 384);
  expect(blackDots(grey.bits) / (64 * 64)).toBeCloseTo(0.25, 1);
});

it.each([
  [3000, 1000, 384],
  [100, 4000, 576],
  [5, 3, 384],
  [1, 1, 576],
])('makes a picture of %d × %d fit paper of %d dots, as the settings take it', (width, height, widest) => {
  const made = toDots({ width, height, rgba: sheet(width, height, [0, 0, 0, 255]) }, widest);
  expect(made.width).toBeLessThanOrEqual(widest);
  expect(logo.parse({ picture: made })).toEqual({ picture: made });
  expect(blackDots(made.bits)).toBeGreaterThan(0);
});

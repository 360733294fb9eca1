import type { Qr } from '../../main/receipt/qr.ts';

/** Blocks of error correction at level L, by version: how many correction bytes each has, and the blocks' data bytes. */
const levelL: readonly (readonly [
  correction: number,
  ...groups: (readonly [blocks: number, data: number])[],
])[] = [
  [0],
  [7, [1, 19]],
  [10, [1, 34]],
  [15, [1, 55]],
  [20, [1, 80]],
  [26, [1, 108]],
  [18, [2, 68]],
  [20, [2, 78]],
  [24, [2, 97]],
  [30, [2, 116]],
  [18, [2, 68], [2, 69]],
  [20, [4, 81]],
  [24, [2, 92], [2, 93]],
  [26, [4, 107]],
  [30, [3, 115], [1, 116]],
  [22, [5, 87], [1, 88]],
  [24, [5, 98], [1, 99]],
  [28, [1, 107], [5, 108]],
  [30, [5, 120], [1, 121]],
  [28, [3, 113], [4, 114]],
  [28, [3, 107], [5, 108]],
  [28, [4, 116], [4, 117]],
  [28, [2, 111], [7, 112]],
  [30, [4, 121], [5, 122]],
  [30, [6, 117], [4, 118]],
  [26, [8, 106], [4, 107]],
  [28, [10, 114], [2, 115]],
  [30, [8, 122], [4, 123]],
  [30, [3, 117], [10, 118]],
  [30, [7, 116], [7, 117]],
  [30, [5, 115], [10, 116]],
  [30, [13, 115], [3, 116]],
  [30, [17, 115]],
];

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_r, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** Where the small squares' middles are, of a version. */
function alignment(version: number): number[] {
  if (version === 1) return [];
  const size = version * 4 + 17;
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((size - 13) / (count - 1) / 2) * 2;
  const rest = Array.from({ length: count - 1 }, (_, at) => size - 7 - at * step);
  return [6, ...rest.reverse()];
}

/** Reads a QR code of level L as a camera does, but for the correction of errors: a screen makes none. */
export function readQr({ size, dark }: Qr): string {
  const bytes = Buffer.from(dark, 'base64');
  const across = Math.ceil(size / 8);
  const isDark = (row: number, column: number): boolean =>
    ((bytes[row * across + (column >> 3)] ?? 0) & (0x80 >> (column & 7))) !== 0;
  const version = (size - 17) / 4;
  const format = [0, 1, 2, 3, 4].reduce((sum, column) => sum * 2 + (isDark(8, column) ? 1 : 0), 0) ^ 0b10101;
  if (format >> 3 !== 1) throw new Error('The QR code is not of level L');
  const mask = masks[format & 7];

  const middles = alignment(version);
  const last = middles.at(-1);
  const isFixed = (row: number, column: number): boolean => {
    const corner = (r: number, c: number): boolean => r <= 8 && c <= 8;
    if (corner(row, column) || corner(size - 1 - row, column) || corner(row, size - 1 - column)) {
      // The corners at the far ends are one square narrower.
      if (row <= 8 && column <= 8) return true;
      if (row <= 8 && column >= size - 8) return true;
      if (column <= 8 && row >= size - 8) return true;
    }
    if (row === 6 || column === 6) return true;
    if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
    return middles.some((r) =>
      middles.some(
        (c) =>
          !((r === 6 && c === 6) || (r === 6 && c === last) || (r === last && c === 6)) &&
          Math.abs(row - r) <= 2 &&
          Math.abs(column - c) <= 2,
      ),
    );
  };

  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isFixed(row, column)) continue;
        bits.push(isDark(row, column) !== mask?.(row, column) ? 1 : 0);
      }
    }
    upwards = !upwards;
  }
  return textOf(dataOf(bits, version), version);
}

/** Takes the blocks apart again, whose bytes lie one by one beside each other. */
function dataOf(bits: readonly number[], version: number): number[] {
  const [, ...groups] = levelL[version] ?? [0];
  const lengths = groups.flatMap(([blocks, data]) => Array.from({ length: blocks }, () => data));
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  );
  const blocks: number[][] = lengths.map(() => []);
  let next = 0;
  for (let at = 0; at < Math.max(...lengths); at += 1) {
    for (const [block, length] of lengths.entries()) {
      if (at >= length) continue;
      blocks[block]?.push(words[next] ?? 0);
      next += 1;
    }
  }
  return blocks.flat();
}

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Digits, capitals and bytes in turn, as each is shortest. */
function textOf(data: readonly number[], version: number): string {
  const bits = data.flatMap((word) => Array.from({ length: 8 }, (_, at) => (word >> (7 - at)) & 1));
  let at = 0;
  const take = (count: number): number => {
    at += count;
    return bits.slice(at - count, at).reduce((sum, bit) => sum * 2 + bit, 0);
  };
  const wide = version < 10 ? 0 : version < 27 ? 1 : 2;
  const bytes: number[] = [];
  const add = (text: string): void => void bytes.push(...Buffer.from(text, 'latin1'));
  for (let mode = take(4); mode !== 0; mode = at + 4 > bits.length ? 0 : take(4)) {
    if (mode === 1) {
      let left = take([10, 12, 14][wide] ?? 0);
      for (; left >= 3; left -= 3) add(String(take(10)).padStart(3, '0'));
      if (left > 0) add(String(take(left * 3 + 1)).padStart(left, '0'));
    } else if (mode === 2) {
      let left = take([9, 11, 13][wide] ?? 0);
      for (; left >= 2; left -= 2) {
        const pair = take(11);
        add((alphanumeric[Math.floor(pair / 45)] ?? '') + (alphanumeric[pair % 45] ?? ''));
      }
      if (left > 0) add(alphanumeric[take(6)] ?? '');
    } else if (mode === 4) {
      const length = take(version < 10 ? 8 : 16);
      for (let byte = 0; byte < length; byte += 1) bytes.push(take(8));
    } else throw new Error(`The QR code has a part of kind ${mode}`);
  }
  return Buffer.from(bytes).toString('utf8');
}

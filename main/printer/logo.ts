import type { Logo, PrinterSettings } from '../../preload/contract/printer.ts';

/** A picture in memory: four bytes a dot (red, green, blue, and how opaque), from the upper left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Dots across the paper, at the usual 203 an inch. */
const across = { 32: 384, 42: 576, 48: 576 } as const;

/** The widest a logo may be on that paper, in dots. */
export function dotsAcross(columns: PrinterSettings['columns']): number {
  return across[columns];
}

/** No more paper than this (dots down, some 37 mm), so that a tall picture is made smaller and not cut. */
const mostDown = 300;

/**
 * A picture in black dots on white paper, no wider than `widest` dots, made smaller where it must be. Greys become dots
 * by spreading what each dot is off by over its neighbours (Floyd and Steinberg), so that photographs stay readable.
 */
export function toDots({ width, height, rgba }: Picture, widest: number): Logo {
  const scale = Math.min(1, widest / width, mostDown / height);
  const wide = Math.max(8, Math.ceil(Math.floor(width * scale) / 8) * 8);
  const high = Math.max(1, Math.floor(height * scale));
  const grey = new Float64Array(wide * high).fill(255);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < Math.min(wide, Math.floor(width * scale)); x += 1) {
      grey[y * wide + x] = meanGrey(
        rgba,
        width,
        height,
        [x, y, x + 1, y + 1].map((at) => at / scale),
      );
    }
  }
  const bits = new Uint8Array((wide / 8) * high);
  const spread = (x: number, y: number, off: number): void => {
    if (x >= 0 && x < wide && y < high) grey[y * wide + x] = (grey[y * wide + x] ?? 255) + off;
  };
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const value = grey[y * wide + x] ?? 255;
      const black = value < 128;
      if (black) bits[y * (wide / 8) + (x >> 3)] = (bits[y * (wide / 8) + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
      const off = value - (black ? 0 : 255);
      spread(x + 1, y, (off * 7) / 16);
      spread(x - 1, y + 1, (off * 3) / 16);
      spread(x, y + 1, (off * 5) / 16);
      spread(x + 1, y + 1, off / 16);
    }
  }
  return { width: wide, height: high, bits: Buffer.from(bits).toString('base64') };
}

/** How light a part of the picture is on white paper, 0 to 255. */
function meanGrey(rgba: Uint8Array, width: number, height: number, edges: readonly number[]): number {
  const [left = 0, top = 0, right = 0, bottom = 0] = edges.map(Math.floor);
  let sum = 0;
  let dots = 0;
  for (let y = top; y < Math.max(top + 1, Math.min(height, bottom)); y += 1) {
    for (let x = left; x < Math.max(left + 1, Math.min(width, right)); x += 1) {
      const at = (y * width + x) * 4;
      const [red = 255, green = 255, blue = 255, opaque = 255] = rgba.subarray(at, at + 4);
      const light = 0.299 * red + 0.587 * green + 0.114 * blue;
      sum += 255 + ((light - 255) * opaque) / 255;
      dots += 1;
    }
  }
  return sum / dots;
}

import { drawingSVG, qrcode } from 'bwip-js/generic';

/** A QR code as squares: `dark` is base64, a bit a square, from the upper left, each row beginning with a byte of its own. */
export interface Qr {
  readonly size: number;
  readonly dark: string;
}

/** Beyond this (bytes of UTF-8) a phone's camera has a hard time with a screen. */
const most = 1_800;

/** The drawing's units to a square. */
const unit = 2;

/** A text as a QR code; null when it is too long for one that a phone reads. */
export function qrOf(text: string): Qr | null {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > most) return null;
  // The drawing takes bytes as letters of one byte each.
  const latin = bytes.toString('latin1');
  const wanted = { bcid: 'qrcode', text: latin, binarytext: true, eclevel: 'L', scale: 1 };
  const svg = qrcode(wanted, drawingSVG());
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? 0) / unit;
  const outlines = /<path d="([^"]+)"/.exec(svg)?.[1] ?? '';
  return { size, dark: squares(outlines, size).toString('base64') };
}

/** The drawing has outlines only: a square is dark when an odd number of their upright edges lie to its left. */
function squares(outlines: string, size: number): Buffer {
  const edges = new Uint8Array(size * (size + 1));
  for (const outline of outlines.split('Z')) {
    const points = [...outline.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => [
      Number(x) / unit,
      Number(y) / unit,
    ]);
    points.forEach(([x = 0, y = 0], at) => {
      const [nextX = 0, nextY = 0] = points[(at + 1) % points.length] ?? [];
      if (x !== nextX) return;
      for (let row = Math.min(y, nextY); row < Math.max(y, nextY); row += 1) {
        const place = row * (size + 1) + x;
        edges[place] = (edges[place] ?? 0) ^ 1;
      }
    });
  }
  const across = Math.ceil(size / 8);
  const bits = Buffer.alloc(across * size);
  for (let y = 0; y < size; y += 1) {
    let dark = 0;
    for (let x = 0; x < size; x += 1) {
      dark ^= edges[y * (size + 1) + x] ?? 0;
      const place = y * across + (x >> 3);
      if (dark === 1) bits[place] = (bits[place] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bits;
}

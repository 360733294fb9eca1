import { crc32, deflateSync } from 'node:zlib';
import type { Logo } from '../../preload/contract/printer.ts';

/** Dots to a millimetre of a receipt printer: on a page the logo is as large as on its paper. */
export const dotsAMillimetre = 8;

/** The shop's logo as a picture within a page: PNG (RFC 2083), one bit a dot. */
export function logoPicture({ width, height, bits }: Logo): string {
  const across = width / 8;
  const dots = Buffer.from(bits, 'base64');
  const rows = Buffer.alloc((across + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // Each row begins with how it is filtered: not at all. In the logo 1 is black, in a grey PNG it is white.
    for (let x = 0; x < across; x += 1) rows[y * (across + 1) + 1 + x] = ~(dots[y * across + x] ?? 0) & 0xff;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `<img class="logo" alt="" src="data:image/png;base64,${png.toString('base64')}">`;
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

import { readFile, rename, writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

/**
 * Reads an Xvfb framebuffer: the XWD format, a header of big-endian words and then rows of blue, green, red, unused.
 * @param {string} file
 * @returns {Promise<{ width: number, height: number, rowLength: number, pixels: Buffer }>}
 */
async function readFramebuffer(file) {
  const data = await readFile(file);
  /** @param {number} index */
  const word = (index) => data.readUInt32BE(index * 4);
  const bytesPerColour = 12;
  return {
    width: word(4),
    height: word(5),
    rowLength: word(12),
    pixels: data.subarray(word(0) + word(19) * bytesPerColour),
  };
}

/**
 * @param {string} type
 * @param {Buffer} body
 * @returns {Buffer}
 */
function chunk(type, body) {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

/**
 * Keeps a PNG of a private screen fresh, until stopped.
 * @param {string} framebuffer
 * @param {string} png
 * @param {() => void} onFirst called once, when the screen shows something
 * @returns {() => Promise<void>} stops
 */
export function keepScreenshot(framebuffer, png, onFirst) {
  /** @type {Buffer} */
  let last = Buffer.alloc(0);
  let seen = false;
  /** @type {Promise<void>} */
  let working = Promise.resolve();

  async function take() {
    const { width, height, rowLength, pixels } = await readFramebuffer(framebuffer);
    const blank = pixels.subarray(0, rowLength * height).every((byte, index) => byte === pixels[index % 4]);
    if (blank || pixels.equals(last)) return;
    last = pixels;
    const rows = Buffer.alloc((width * 3 + 1) * height);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const from = y * rowLength + x * 4;
        const to = y * (width * 3 + 1) + 1 + x * 3;
        rows[to] = pixels[from + 2] ?? 0;
        rows[to + 1] = pixels[from + 1] ?? 0;
        rows[to + 2] = pixels[from] ?? 0;
      }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const body = [
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows, { level: 3 })),
      chunk('IEND', Buffer.alloc(0)),
    ];
    await writeFile(`${png}.part`, Buffer.concat([signature, ...body]));
    await rename(`${png}.part`, png);
    if (!seen) onFirst();
    seen = true;
  }

  const timer = setInterval(() => {
    working = working.then(take);
  }, 2000);
  return async () => {
    clearInterval(timer);
    await working;
  };
}

/** Sizes in a Windows icon; larger ones are not read. */
const icoSizes = [16, 24, 32, 48, 64, 128, 256];

/** The names that macOS gives to its sizes (pixels); those with two names are also another's picture for dense screens. */
const icnsNames = /** @type {const} */ ([
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * A Windows icon that holds PNGs, as Windows reads them since Vista.
 * @param {ReadonlyMap<number, Buffer>} pictures PNGs by size in pixels
 * @returns {Buffer}
 */
export function icoFile(pictures) {
  const chosen = icoSizes.map((size) => ({ size, png: pictureOf(pictures, size) }));
  const head = Buffer.alloc(6 + 16 * chosen.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(chosen.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of chosen.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...chosen.map(({ png }) => png)]);
}

/**
 * A macOS icon that holds PNGs.
 * @param {ReadonlyMap<number, Buffer>} pictures PNGs by size in pixels
 * @returns {Buffer}
 */
export function icnsFile(pictures) {
  const parts = icnsNames.map(([name, size]) => part(name, pictureOf(pictures, size)));
  return part('icns', Buffer.concat(parts));
}

/**
 * @param {string} name
 * @param {Buffer} content
 */
function part(name, content) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

/**
 * @param {ReadonlyMap<number, Buffer>} pictures
 * @param {number} size
 */
function pictureOf(pictures, size) {
  const png = pictures.get(size);
  if (png === undefined) throw new Error(`There is no picture of ${String(size)} pixels.`);
  return png;
}

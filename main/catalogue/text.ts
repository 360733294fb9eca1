import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

const sliceBytes = 16 * 1024;

/**
 * What Windows-1252 has where Latin-1 has control characters, from 0x80; a space where it has nothing. Written out since
 * several Node versions decode `windows-1252` as Latin-1.
 */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/gu, (c) => windows1252.charAt(c.charCodeAt(0) - 0x80));
}

/** UTF-8 when the bytes are that, otherwise what Norwegian spreadsheets on Windows save. */
function decoderFor(bytes: Uint8Array): (bytes: Buffer) => string {
  if (!isUtf8(bytes)) return fromWindows1252;
  const decoder = new StringDecoder('utf8');
  return (slice) => decoder.write(slice);
}

/** Whether bytes are something else than text: no text has a zero byte, UTF-16 and nearly every other file has. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0);
}

/** One piece of a file's text, and how many bytes of the file have been read with it. */
export interface Slice {
  readonly text: string;
  readonly bytesRead: number;
}

/** The text of a file in pieces of some kilobytes, with `\n` at every line's end. */
export function* slicesOf(bytes: Uint8Array): Generator<Slice> {
  const decode = decoderFor(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let heldBack = '';
  for (let from = 0; from < buffer.length; from += sliceBytes) {
    const bytesRead = Math.min(from + sliceBytes, buffer.length);
    let text = heldBack + decode(buffer.subarray(from, bytesRead));
    // A carriage return at the end may be the first half of a line's end.
    heldBack = bytesRead < buffer.length && text.endsWith('\r') ? '\r' : '';
    if (heldBack !== '') text = text.slice(0, -1);
    yield { text: text.replace(/\r\n?/gu, '\n'), bytesRead };
  }
}

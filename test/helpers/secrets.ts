import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** The ways in which a secret may stand in a file: as it is, in UTF-16, in base64, in hexadecimal, in an address. */
function forms(secret: string): Buffer[] {
  const plain = Buffer.from(secret);
  return [
    plain,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(plain.toString('base64').replace(/=+$/, '')),
    Buffer.from(plain.toString('hex')),
    Buffer.from(encodeURIComponent(secret)),
  ];
}

/** Whether some bytes hold a secret in plain sight. */
export function holds(bytes: Buffer, secret: string): boolean {
  return forms(secret).some((form) => bytes.includes(form));
}

/** Every file below a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Every file of a folder that holds a secret in plain sight. */
export function holding(folder: string, secret: string): string[] {
  return filesUnder(folder).filter((file) => holds(readFileSync(file), secret));
}

/** The files of a zip archive, by name. */
export function unpacked(file: string): Map<string, string> {
  const archive = readFileSync(file);
  const files = new Map<string, string>();
  let at = 0;
  while (archive.readUInt32LE(at) === 0x04034b50) {
    const packed = archive.readUInt32LE(at + 18);
    const title = archive.readUInt16LE(at + 26);
    const name = archive.toString('utf8', at + 30, at + 30 + title);
    const body = at + 30 + title;
    files.set(name, inflateRawSync(archive.subarray(body, body + packed)).toString('utf8'));
    at = body + packed;
  }
  return files;
}

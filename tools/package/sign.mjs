import { sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Signs the lists that say what an update consists of (latest.yml, latest-linux.yml, latest-mac.yml): beside each comes
 * a file with the Ed25519 signature of its bytes, in base64. The lists hold the SHA-512 of every file they name.
 * @param {string} folder
 * @param {import('node:crypto').KeyObject} privateKey
 */
export function signUpdateLists(folder, privateKey) {
  for (const name of readdirSync(folder).filter((file) => /^latest(-\w+)?\.yml$/.test(file))) {
    const list = path.join(folder, name);
    const signature = sign(null, readFileSync(list), privateKey);
    writeFileSync(`${list}.sig`, `${signature.toString('base64')}\n`);
  }
}

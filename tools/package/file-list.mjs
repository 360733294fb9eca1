import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';

/**
 * Every file of a packaged application with its SHA-256, those inside the archive as well: what two builds of the same
 * sources must agree on.
 * @param {string} folder
 * @returns {string[]} lines as sha256sum writes them, ordered by path
 */
export function fileList(folder) {
  const lines = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file);
      const own = { name, hash: hashOf(readFileSync(file)) };
      return entry.name.endsWith('.asar') ? [own, ...inside(file, name)] : [own];
    });
  return lines
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, hash }) => `${hash}  ${name.split(path.sep).join('/')}`);
}

/**
 * @param {string} archive
 * @param {string} name
 */
function inside(archive, name) {
  return asarFiles(archive).map((file) => ({
    name: `${name}/${file}`,
    hash: hashOf(extractFile(archive, file)),
  }));
}

/** @typedef {{ files?: Record<string, Node>, unpacked?: boolean }} Node */

/**
 * The files in an archive, without those that only lie beside it.
 * @param {string} archive
 * @returns {string[]}
 */
export function asarFiles(archive) {
  return filesBelow(/** @type {Node} */ (getRawHeader(archive).header), '');
}

/**
 * @param {Node} node
 * @param {string} name
 * @returns {string[]}
 */
function filesBelow(node, name) {
  if (node.files === undefined) return node.unpacked === true ? [] : [name];
  return Object.entries(node.files).flatMap(([inside, below]) =>
    filesBelow(below, name === '' ? inside : `${name}/${inside}`),
  );
}

/** @param {Buffer} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dist as electronDist } from '../setup/electron.mjs';
import { modules, root, SetupError } from '../setup/process.mjs';

/** @typedef {{ name: string, version: string, licence: string, text: string }} Shipped */

/** Texts of licences that a package names without bringing them along. */
const standard = path.join(root, 'tools', 'package', 'standard-licences');

/**
 * The packages whose files the build took in, by their folders.
 * @returns {string[]}
 */
function bundledFolders() {
  const notes = path.join(root, 'out', 'bundled');
  const files = readdirSync(notes).flatMap((name) => {
    const noted = /** @type {string[]} */ (JSON.parse(readFileSync(path.join(notes, name), 'utf8')));
    return noted;
  });
  return [...new Set(files.map(folderOf))];
}

/**
 * The package's folder of a file in it: below the innermost node_modules, two levels deep for a scoped name.
 * @param {string} file
 * @returns {string}
 */
export function folderOf(file) {
  const mark = '/node_modules/';
  const start = file.lastIndexOf(mark) + mark.length;
  const inside = file.slice(start).split('/');
  return file.slice(0, start) + inside.slice(0, inside[0]?.startsWith('@') === true ? 2 : 1).join('/');
}

/**
 * @param {string} folder
 * @returns {Shipped}
 */
function shippedFrom(folder) {
  const about =
    /** @type {{ name: string, version: string, license?: string, author?: string | { name: string } }} */ (
      JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    );
  const licence = about.license ?? '';
  const found = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$|-)/i.test(name));
  if (found !== undefined) {
    return {
      name: about.name,
      version: about.version,
      licence,
      text: readFileSync(path.join(folder, found), 'utf8').trim(),
    };
  }
  const author = typeof about.author === 'object' ? about.author.name : (about.author ?? about.name);
  return {
    name: about.name,
    version: about.version,
    licence,
    text: standardText(about.name, licence, author),
  };
}

/**
 * @param {string} name
 * @param {string} licence
 * @param {string} author
 * @returns {string}
 */
function standardText(name, licence, author) {
  try {
    const text = readFileSync(path.join(standard, `${licence}.txt`), 'utf8').trim();
    return text.replace('{author}', author);
  } catch {
    throw new SetupError(
      `${name} is shipped, and neither its package nor ${standard} has the text of its licence "${licence}".`,
    );
  }
}

/**
 * Everything from other makers that an installed till consists of, ordered by name.
 * @returns {Shipped[]}
 */
export function shipped() {
  const driver = shippedFrom(path.join(modules, 'better-sqlite3'));
  return [...bundledFolders().map(shippedFrom), driver].toSorted((a, b) =>
    `${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1,
  );
}

/**
 * The text that lies beside an installed till.
 * @param {string} electronVersion
 * @returns {string}
 */
export function licencesText(electronVersion) {
  const line = '-'.repeat(80);
  const electron = {
    name: 'Electron',
    version: electronVersion,
    licence: 'MIT',
    text: readFileSync(path.join(electronDist, 'LICENSE.electron.txt'), 'utf8').trim(),
  };
  const parts = [electron, ...shipped()].map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n\n${text}\n`,
  );
  return [
    'Kvitt is made with the work of others. These are their licences.',
    'Those of Chromium and of what it is made of are in LICENSES.chromium.html.',
    'SQLite, which better-sqlite3 brings along, is in the public domain.',
    '',
    ...parts,
  ].join('\n');
}

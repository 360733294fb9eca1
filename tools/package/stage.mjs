import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modules, root } from '../setup/process.mjs';
import { licencesText } from './licences.mjs';

/** @typedef {'linux' | 'win' | 'mac'} Platform */
/**
 * What distinguishes one build from another: `updateKey` is the public key (PEM) that updates must be signed with.
 * @typedef {{ platform: Platform, testing: boolean, electronVersion: string, updateKey: string | null }} Build
 */

export const stage = path.join(root, 'dist', 'app');

/** The journal's drivers that a platform's installer holds. */
const drivers = {
  linux: ['prebuilds/linux-x64.node'],
  win: ['prebuilds/win32-x64.node'],
  mac: ['prebuilds/darwin-x64.node', 'prebuilds/darwin-arm64.node'],
};
/** The driver for the stand-in, which cannot load the package's own. */
const builtDriver = 'build/Release/better_sqlite3.node';

/**
 * The files of better-sqlite3 that are used at run time.
 * @param {Build} build
 * @param {boolean} standIn
 * @returns {string[]}
 */
function driverFiles({ platform }, standIn) {
  const lib = ['binding', 'database', 'index', 'sqlite-error', 'util'].map((name) => `lib/${name}.js`);
  const native = standIn ? [builtDriver] : drivers[platform];
  return ['LICENSE', ...lib, 'lib/methods', ...native];
}

/**
 * Lays out in dist/app what is shipped, and nothing else.
 * @param {Build} build
 * @param {boolean} standIn
 */
export function layOut(build, standIn) {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const part of ['main', 'preload', 'renderer']) {
    cpSync(path.join(root, 'out', part), path.join(stage, 'out', part), { recursive: true });
  }
  copy(root, stage, 'assets/demo-catalogue.csv');
  // What the rules ask to follow the system; the About page shows it.
  for (const language of ['system-description', 'systembeskrivelse'])
    copy(root, stage, `docs/${language}.md`);

  const driver = path.join(modules, 'better-sqlite3');
  const placed = path.join(stage, 'node_modules', 'better-sqlite3');
  for (const file of driverFiles(build, standIn)) copy(driver, placed, file);
  const { name, version, main, license } = about(driver);
  write(path.join(placed, 'package.json'), { name, version, main, license });

  const till = about(root);
  write(path.join(stage, 'package.json'), {
    name: till.name,
    productName: till.productName,
    version: till.version,
    description: till.description,
    author: till.author,
    license: till.license,
    type: till.type,
    main: till.main,
    desktopName: `${till.name}.desktop`,
    // electron-builder takes along what is named here, and looks further up for it when it finds nothing.
    dependencies: { [name]: version },
    testing: build.testing,
    updateKey: build.updateKey,
  });
  writeFileSync(path.join(stage, 'THIRD-PARTY-LICENCES.txt'), licencesText(build.electronVersion));
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} file
 */
function copy(from, to, file) {
  cpSync(path.join(from, file), path.join(to, file), { recursive: true });
}

/** @typedef {Record<'name' | 'productName' | 'version' | 'description' | 'author' | 'license' | 'type' | 'main', string>} About */

/**
 * @param {string} folder
 * @returns {About}
 */
function about(folder) {
  const said = /** @type {About} */ (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  return said;
}

/**
 * @param {string} file
 * @param {unknown} content
 */
function write(file, content) {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { modules, run, say, SetupError, till24, versionOf } from './process.mjs';

const home = path.join(modules, 'electron');
export const dist = path.join(home, 'dist');
export const pathFile = path.join(home, 'path.txt');
/** Its presence says that this Electron is for development and tests only; packaging refuses it. */
export const standInMark = path.join(dist, 'STAND-IN');

/** Where the stand-in can take Electron's place, a download that hangs is given up. */
const officialLimitMs = 40_000;

/** @returns {boolean} whether the stand-in could take Electron's place on this machine */
function standInPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {'official' | 'stand-in' | 'none'} */
export function electronInPlace() {
  if (!existsSync(pathFile)) return 'none';
  if (!existsSync(path.join(dist, readFileSync(pathFile, 'utf8')))) return 'none';
  if (existsSync(standInMark)) return 'stand-in';
  const wanted = versionOf('electron');
  const found = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  return found === wanted ? 'official' : 'none';
}

/** @returns {string} */
export function electronProgram() {
  return path.join(dist, readFileSync(pathFile, 'utf8'));
}

/**
 * Fetches Electron with its own installer.
 * @returns {Promise<boolean>} false where only the stand-in is left
 */
export async function fetchOfficialElectron() {
  say('fetching Electron');
  const limit = standInPossible() ? { limitMs: officialLimitMs } : {};
  const { code, output } = await run(till24(), [path.join(home, 'install.js')], limit);
  if (code === 0 && electronInPlace() === 'official') return true;
  if (standInPossible()) return false;
  throw new SetupError(
    `Electron could not be downloaded: run this once with an internet connection, or through a proxy named in HTTPS_PROXY.\n${output
      .split('\n')
      .slice(0, 3)
      .join('\n')}`,
  );
}

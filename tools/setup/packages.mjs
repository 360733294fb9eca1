import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { modules, mustRun, npm, root, say } from './process.mjs';

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock */

/** @param {string} file */
function lockedPackages(file) {
  const lock = /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8')));
  return lock.packages;
}

/**
 * Whether node_modules holds what the lock file asks for. npm leaves its own account of what it installed.
 * @returns {boolean}
 */
export function packagesReady() {
  const installedFile = path.join(modules, '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = lockedPackages(installedFile);
  return Object.entries(lockedPackages(path.join(root, 'package-lock.json'))).every(([where, wanted]) => {
    if (where === '') return true;
    const found = installed[where];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

export async function installPackages() {
  if (packagesReady()) return;
  say('installing the npm packages');
  await mustRun('npm ci', ...npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']));
}

// Everything a fresh clone needs, each step skipped in milliseconds when it is done. Runs on any Node from 18.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './child.mjs';
import { installDebianPackages, missingDebianPackages } from './setup/debian.mjs';
import { electronInPlace } from './setup/electron.mjs';
import { installPackages, packagesReady } from './setup/packages.mjs';
import { root, say, SetupError, till24 } from './setup/process.mjs';
import { driverBuilt } from './setup/sqlite.mjs';

/** @returns {boolean} */
function electronReady() {
  const found = electronInPlace();
  return found !== 'none' && driverBuilt() === (found === 'stand-in');
}

/**
 * Does what is missing.
 * @returns {Promise<boolean>} false when something could not be done; a sentence has said what
 */
export async function setUp() {
  if (packagesReady() && electronReady() && missingDebianPackages().length === 0) return true;
  const started = Date.now();
  const steps = await Promise.allSettled([installDebianPackages(), installPackages()]);
  let done = true;
  for (const step of steps) {
    if (step.status === 'fulfilled') continue;
    if (!(step.reason instanceof SetupError)) throw step.reason;
    say(step.reason.message);
    done = false;
  }
  if (!done || !(await installElectron())) return false;
  say(`done in ${String(Math.round((Date.now() - started) / 1000))} s`);
  return true;
}

/** @returns {Promise<boolean>} */
async function installElectron() {
  if (electronReady()) return true;
  const program = path.join(root, 'tools', 'setup', 'install-electron.mjs');
  return (await runToEnd(till24(), [program], { cwd: root })) === 0;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = (await setUp()) ? 0 : 1;
}

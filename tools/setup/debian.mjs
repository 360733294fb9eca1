import { readFileSync } from 'node:fs';
import { mustRun, run, say, SetupError } from './process.mjs';

/** What Electron links to, a screen without a screen, a key store, and what the tests read files with. */
const needed = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'dbus',
  'gnome-keyring',
  'libsecret-1-0',
  'libxml2-utils',
  'sqlite3',
  'python3',
  'make',
  'g++',
];

/** Libraries that Debian 13 and Ubuntu 24.04 renamed when time_t grew. */
const renamed = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0']);

/** @returns {boolean} */
function isDebian() {
  if (process.platform !== 'linux') return false;
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * The installed packages, read from dpkg's own file: asking dpkg-query costs a process at every start.
 * @returns {Set<string>}
 */
function installedPackages() {
  /** @type {Set<string>} */
  const names = new Set();
  for (const block of readFileSync('/var/lib/dpkg/status', 'utf8').split('\n\n')) {
    const name = /^Package: (.+)$/m.exec(block)?.[1];
    if (name !== undefined && /^Status: \S+ \S+ installed$/m.test(block)) names.add(name);
  }
  return names;
}

/** @returns {string[]} */
export function missingDebianPackages() {
  if (!isDebian()) return [];
  const installed = installedPackages();
  return needed.filter((name) => !installed.has(name) && !(renamed.has(name) && installed.has(`${name}t64`)));
}

export async function installDebianPackages() {
  const missing = missingDebianPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `these Debian packages are missing; install them and try again:\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`,
    );
  }
  say(`installing Debian packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await mustRun('apt-get update', 'apt-get', ['update', '-q'], { env });
  const names = await Promise.all(missing.map(currentName));
  await mustRun('apt-get install', 'apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
    env,
  });
}

/**
 * @param {string} name
 * @returns {Promise<string>}
 */
async function currentName(name) {
  if (!renamed.has(name)) return name;
  const { code } = await run('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return code === 0 ? `${name}t64` : name;
}

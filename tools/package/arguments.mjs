/** @typedef {import('./stage.mjs').Platform} Platform */
/**
 * What a person asked to be packaged. `updateKey`: a file with the private key that updates are signed with.
 * @typedef {{ platform: Platform, testing: boolean, updateKey: string | null }} Wish
 */

export const usage =
  'usage: npm run package -- [--linux | --win | --mac] [--update-key=FILE]\n' +
  '       npm run package -- --testing';

/** @type {Record<string, Platform>} */
const machines = { linux: 'linux', win32: 'win', darwin: 'mac' };

/**
 * Reads the command line; null when it cannot be understood.
 * @param {readonly string[]} args
 * @param {string} machine process.platform
 * @returns {Wish | null}
 */
export function wishOf(args, machine) {
  /** @type {Wish} */
  const wish = { platform: machines[machine] ?? 'linux', testing: false, updateKey: null };
  for (const arg of args) {
    if (arg === '--testing') wish.testing = true;
    else if (arg === '--linux' || arg === '--win' || arg === '--mac') {
      wish.platform = /** @type {Platform} */ (arg.slice(2));
    } else if (arg.startsWith('--update-key=') && arg.length > '--update-key='.length) {
      wish.updateKey = arg.slice('--update-key='.length);
    } else return null;
  }
  // A testing build is never handed out: it is what this machine can run, and takes no updates of its own.
  return wish.testing && (wish.platform !== 'linux' || wish.updateKey !== null) ? null : wish;
}

/**
 * What stands in the way of packaging, as a sentence; null when nothing does.
 * @param {Wish} wish
 * @param {'official' | 'stand-in' | 'none'} electron
 * @returns {string | null}
 */
export function refusal(wish, electron) {
  if (wish.testing || electron === 'official') return null;
  return (
    'No release was made: the Electron on this machine is a stand-in for development and tests. ' +
    'Build a release where Electron itself can be downloaded, or try the packaging with --testing.'
  );
}

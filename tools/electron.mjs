export { electronProgram } from './setup/electron.mjs';

/**
 * The switches that Electron needs on a developer's or a test machine, and that no launcher of a shipped till has.
 * @returns {string[]}
 */
export function developmentSwitches() {
  if (process.platform !== 'linux') return [];
  return [
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // Xvfb has no graphics card, and the process that looks for one ends with an error.
    '--disable-gpu',
    ...(process.env['KVITT_PRIVATE_KEYRING'] ? ['--password-store=gnome-libsecret'] : []),
  ];
}

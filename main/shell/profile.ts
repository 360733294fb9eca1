import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * The folder of this install, by `--user-data-dir` or Electron's own choice, for this user's eyes only. Must come
 * before anything is written.
 */
export function prepareProfile(): string {
  process.umask(0o077);
  const folder = profileFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  app.setPath('userData', folder);
  return folder;
}

/**
 * Leaves the install's folder as it is: what Electron itself writes down goes to a folder that ends with the program.
 * For a run that installs nothing. Gives the install's folder, which may not be there.
 */
export function passingProfile(): { readonly folder: string; readonly end: () => void } {
  process.umask(0o077);
  const folder = profileFolder();
  const passing = mkdtempSync(join(tmpdir(), 'kvitt-'));
  app.setPath('userData', passing);
  return { folder, end: () => rmSync(passing, { recursive: true, force: true }) };
}

/** The keeper's own folder within the install's: what Chromium writes down there is not the till's. Gives the install's. */
export function keeperProfile(): string {
  const folder = prepareProfile();
  app.setPath('userData', join(folder, 'keeper'));
  return folder;
}

function profileFolder(): string {
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  return asked === '' ? app.getPath('userData') : resolve(asked);
}

import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';

/**
 * The folder of this install, by `--user-data-dir` or Electron's own choice, for this user's eyes only. Must come
 * before anything is written.
 */
export function prepareProfile(): string {
  process.umask(0o077);
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  const folder = asked === '' ? app.getPath('userData') : resolve(asked);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  app.setPath('userData', folder);
  return folder;
}

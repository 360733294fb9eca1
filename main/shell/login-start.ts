import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { autostartEntry, type LoginStart } from '../install/autostart.ts';
import { replaceFile } from '../install/file.ts';
import type { Log } from '../log.ts';

/** Starts this install when its user logs in, and keeps it running; or does not any more. */
export function startAtLogin(on: boolean, tillId: string, folder: string, log: Log): void {
  const name = `Kvitt ${tillId}`;
  const start: LoginStart = {
    // An AppImage runs from a place that is another at each start.
    program: process.env['APPIMAGE'] ?? process.execPath,
    args: [...(app.isPackaged ? [] : [app.getAppPath()]), '--keep-running', `--user-data-dir=${folder}`],
  };
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, name, path: start.program, args: [...start.args] });
    return;
  }
  const autostart = join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'autostart');
  const file = join(autostart, `kvitt-${tillId}.desktop`);
  if (!on) {
    if (existsSync(file)) rmSync(file);
    return;
  }
  mkdirSync(autostart, { recursive: true });
  const written = replaceFile(file, autostartEntry(name, start));
  if (!written.ok) log.warn('the till will not start when the user logs in', { why: written.error });
}

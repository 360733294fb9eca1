import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { argumentsAgain } from '../install/autostart.ts';
import { replaceFile } from '../install/file.ts';
import type { Log } from '../log.ts';
import { isInTrouble, keptSwitch } from '../machine/restarting.ts';
import type { Redactor } from './redact.ts';

/**
 * What nobody foresaw ends the till after it was written down: going on with half a state could pay twice. What was
 * committed to the journal is safe and is taken up by the program that is started again, unless it keeps ending.
 */
export function endOnFaults(log: Log, redactor: Redactor, folder: string): void {
  const end = (thrown: unknown): void => {
    log.error('the till ended on a fault', { thrown });
    if (app.commandLine.hasSwitch(keptSwitch)) {
      app.exit(1);
      return;
    }
    if (isInTrouble(noteDeath(join(folder, 'deaths.json'), Date.now()), Date.now())) {
      const said = redactor.redact(thrown instanceof Error ? thrown.message : String(thrown));
      if (app.isReady()) dialog.showErrorBox('Kvitt', said);
      else process.stderr.write(`${said}\n`);
    } else {
      const execPath = process.env['APPIMAGE'] ?? process.execPath;
      app.relaunch({ execPath, args: argumentsAgain(process.argv.slice(1)) });
    }
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** Remembers over the restart when the till died. A file that cannot be read or written holds nothing up. */
function noteDeath(file: string, nowMs: number): readonly number[] {
  let before: unknown = null;
  try {
    before = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The first time there is none.
  }
  const known = Array.isArray(before) ? before.filter((at) => typeof at === 'number') : [];
  const deaths = [...known.slice(-9), nowMs];
  replaceFile(file, JSON.stringify(deaths));
  return deaths;
}

/** A page that dies oftener than this within a minute makes the machine, or the program, suspect. */
const revivals = 3;
const minuteMs = 60_000;
/** How long (ms) a page that hangs may come to itself. */
const hungMs = 5_000;

/** The page holds nothing of its own: one that died, or hangs, is loaded again and asks for the state it missed. */
export function revivePage(window: BrowserWindow, log: Log): void {
  let deaths: number[] = [];
  let hung: NodeJS.Timeout | undefined;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    clearTimeout(hung);
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < minuteMs), now];
    log.error('the page died', { reason, exitCode, deaths: deaths.length });
    if (deaths.length > revivals) throw new Error(`The window's process keeps ending (${reason}).`);
    window.webContents.reload();
  });
  window.on('unresponsive', () => {
    log.warn('the page does not respond');
    clearTimeout(hung);
    hung = setTimeout(() => window.webContents.forcefullyCrashRenderer(), hungMs);
  });
  window.on('responsive', () => clearTimeout(hung));
}

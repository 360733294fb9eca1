import { app, type BrowserWindow, dialog } from 'electron';
import type { Log } from '../log.ts';
import type { Redactor } from './redact.ts';

/**
 * What nobody foresaw ends the till after it was written down: going on with half a state could pay twice. What was
 * committed to the journal is safe and is taken up at the next start.
 */
export function endOnFaults(log: Log, redactor: Redactor): void {
  const end = (thrown: unknown): void => {
    log.error('the till ended on a fault', { thrown });
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    if (app.isReady()) dialog.showErrorBox('Kvitt', redactor.redact(said));
    else process.stderr.write(`${redactor.redact(said)}\n`);
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** How often a page that dies is loaded again before the machine is taken to be at fault. */
const revivals = 3;

/** The page holds nothing of its own: one that died is loaded again and asks for the state it missed. */
export function revivePage(window: BrowserWindow, log: Log): void {
  let died = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    died += 1;
    log.error('the page died', { reason, exitCode, died });
    if (died > revivals) throw new Error(`The window's process keeps ending (${reason}).`);
    window.webContents.reload();
  });
  window.on('unresponsive', () => log.warn('the page does not respond'));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { app } from 'electron';
import { argumentsAgain } from '../install/autostart.ts';
import type { Log } from '../log.ts';
import { afterEnd, keptSwitch } from '../machine/restarting.ts';

/** Starts the till as a process of its own and starts it again whenever it dies. It has no window and opens no files. */
export function keepRunning(log: Log): void {
  let args = process.argv.slice(1).filter((one) => one !== '--keep-running');
  let child: ChildProcess | null = null;
  let leaving = false;
  const deaths: number[] = [];
  app.dock?.hide();

  function begin(): void {
    child = spawn(process.execPath, [...args, `--${keptSwitch}`], { stdio: 'inherit' });
    args = argumentsAgain(args);
    child.once('error', (thrown) => {
      log.error('the till could not be started', { thrown });
      app.exit(1);
    });
    child.once('exit', (code, signal) => {
      child = null;
      if (leaving) {
        app.exit(0);
        return;
      }
      const now = Date.now();
      deaths.push(now);
      const next = afterEnd(code, deaths, now);
      if (next.kind === 'end') {
        app.exit(next.code);
        return;
      }
      log.error('the till died and is started again', { code, signal, ...next });
      setTimeout(begin, next.afterMs);
    });
  }

  // Whoever ends the keeper means the till.
  app.on('before-quit', (event) => {
    if (child === null) return;
    event.preventDefault();
    leaving = true;
    child.kill();
  });
  begin();
}

import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { News } from './orders.ts';

type End = { readonly code: number | null; readonly signal: string | null; readonly said: string };

/** A till in a process of its own. */
export type Living = {
  readonly process: ChildProcess;
  readonly ended: Promise<End>;
  /** True when the till says so; false when it ends before. */
  readonly news: (kind: News['kind']) => Promise<boolean>;
  /** Resolves when something was pressed so many times from now on, or the till has ended. */
  readonly presses: (times: number) => Promise<void>;
};

/** Starts a till's process, which then waits for its order. */
export async function standBy(compiled: string): Promise<Living> {
  const child = fork(path.join(import.meta.dirname, 'till.ts'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString('utf8');
  });
  const ended = new Promise<End>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal, said }));
  });
  const news = (kind: News['kind']): Promise<boolean> =>
    new Promise((resolve) => {
      child.on('message', (message: News) => {
        if (message.kind === kind) resolve(true);
      });
      void ended.then(() => resolve(false));
    });
  const presses = (times: number): Promise<void> =>
    new Promise((resolve) => {
      let left = times;
      if (left === 0) resolve();
      child.on('message', (message: News) => {
        if (message.kind === 'pressed') left -= 1;
        if (left === 0) resolve();
      });
      void ended.then(() => resolve());
    });
  if (!(await news('ready'))) throw new Error(`A till could not start: ${said}`);
  return { process: child, ended, news, presses };
}

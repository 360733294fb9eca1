import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { FromHelper, HelperProcess } from '../second-copy/messages.ts';

/** Starts the process that copies. `out`: the folder of what was built. */
export function startHelper(out: string): HelperProcess {
  const child = utilityProcess.fork(join(out, 'main', 'helper.js'), [], { serviceName: 'Kvitt copies' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromHelper) => listener(message)),
    onGone: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}

import { setPriority } from 'node:os';
import { systemClock } from '../clock.ts';
import type { ToHelper } from './messages.ts';
import { serve } from './serve.ts';

/**
 * The program of the process that copies: beside the till, so that no slow disk, no share that hangs and no journal of
 * gigabytes can hold a sale up. It ends with the till.
 */
const port = process.parentPort;
// Whatever it does, the till comes first.
setPriority(10);
serve(
  {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data as ToHelper)),
  },
  systemClock,
);

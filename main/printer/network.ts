import { connect } from 'node:net';
import { err, ok } from '../result.ts';
import type { Line, OpenLine } from './line.ts';

/** The port that receipt printers listen on. */
const usualPort = 9100;

/** A printer on the network: `host` or `host:port`. It has `patienceMs` to answer the door. */
export function networkLine(address: string, patienceMs: number): OpenLine {
  const [host = '', port] = address.split(':');
  return () =>
    new Promise((resolve) => {
      const socket = connect({ host, port: port === undefined ? usualPort : Number(port), noDelay: true });
      socket.setKeepAlive(true, 5_000);
      const ended = new Promise<void>((gone) => socket.once('close', () => gone()));
      let lastError = 'the connection was closed';
      socket.on('error', (error) => {
        lastError = error.message;
      });
      socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer')));
      void ended.then(() => resolve(err(lastError)));
      const line: Line = {
        write: (bytes) =>
          new Promise((taken) => {
            void ended.then(() => taken(err(lastError)));
            if (socket.destroyed) return;
            socket.write(bytes, (error) =>
              taken(error === null || error === undefined ? ok(undefined) : err(error.message)),
            );
          }),
        onBytes: (listener) => {
          socket.on('data', listener);
          return () => socket.off('data', listener);
        },
        ended,
        close: async () => {
          socket.end();
          socket.setTimeout(patienceMs, () => socket.destroy());
          await ended;
        },
        drop: () => {
          socket.destroy();
        },
      };
      socket.once('connect', () => {
        socket.setTimeout(0);
        resolve(ok(line));
      });
    });
}

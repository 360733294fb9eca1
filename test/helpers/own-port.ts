import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems give away by themselves, to servers that ask for any port and to connections that go out. */
const lowest = 20_000;
const many = 12_000;

/**
 * A free port on loopback that nobody is given by chance: a server that stops listening for a while finds it free when it
 * listens again, and until then nobody answers there.
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.trunc(Math.random() * many);
    const server = createServer();
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return port;
    } catch {
      // Somebody has that one.
    } finally {
      await new Promise((closed) => server.close(closed));
    }
  }
}

import { session } from 'electron';

/**
 * fetch with the machine's own proxy and certificates, in a session apart from the window's: what the window may not
 * reach, the till must, and nothing of it is kept on disk.
 */
export function machineFetch(): typeof globalThis.fetch {
  const apart = session.fromPartition('dintero', { cache: false });
  return (input, init) => apart.fetch(input instanceof URL ? input.href : input, init);
}

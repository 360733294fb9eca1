import { session } from 'electron';
import { type Lane, sendOnce } from '../dintero/index.ts';

/**
 * fetch with the machine's own proxy and certificates, in sessions apart from the window's: what the window may not
 * reach, the till must, and nothing of it is kept on disk. What changes something at Dintero is sent once.
 */
export function machineFetch(): typeof globalThis.fetch {
  return sendOnce(openLane('dintero').fetch, (n) => openLane(`dintero-once-${String(n)}`));
}

function openLane(partition: string): Lane {
  const apart = session.fromPartition(partition, { cache: false });
  return {
    fetch: (input, init) => apart.fetch(input instanceof URL ? input.href : input, init),
    closeAllConnections: () => apart.closeAllConnections(),
  };
}

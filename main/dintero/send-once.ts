import { boundedFetch } from './bounded-fetch.ts';

type Fetch = typeof globalThis.fetch;

/** A network stack of its own: in the app, an Electron session with a partition that nothing else uses. */
export type Lane = { readonly fetch: Fetch; readonly closeAllConnections: () => Promise<void> };

/**
 * A fetch for Electron that sends each POST and PUT once. Chromium sends a request again by itself, a POST too, when
 * the kept-alive connection that carried it is cut before an answer; on a terminal that is a second charge, and it
 * may end as "connection refused" though the first copy arrived. It never does so on a new connection. So what
 * changes something goes out on a lane whose connections have just been closed, and one lane carries one request.
 * @param reads carries everything else; may keep its connections
 * @param openLane makes lane number n (from 1); lanes are kept and used again
 */
export function sendOnce(reads: Fetch, openLane: (n: number) => Lane): Fetch {
  const free: Lane[] = [];
  let opened = 0;
  return async (input, init) => {
    const method = init?.method ?? 'GET';
    if (method === 'GET') return reads(input, init);
    const lane = free.pop() ?? openLane(++opened);
    try {
      await lane.closeAllConnections();
      // Read to its end in here, so that the lane is free only when nothing of this answer is on its way.
      return await boundedFetch(lane.fetch)(input, init);
    } finally {
      free.push(lane);
    }
  };
}

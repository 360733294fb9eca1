import { AnswerTooLarge } from './failure.ts';

type Fetch = typeof globalThis.fetch;

/** A hundred transactions with their receipt texts are about 2 MB. */
const limitBytes = 8 * 1024 * 1024;

const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A fetch that reads the whole answer itself, gives up on one larger than 8 MiB, and stops reading the moment the
 * caller's deadline passes, so that an answer that trickles in for ever holds neither memory nor the till.
 */
export function boundedFetch(fetch: Fetch): Fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    const body = await readWhole(answer, init?.signal ?? undefined);
    return new Response(bodiless.has(answer.status) ? null : body, {
      status: answer.status,
      statusText: answer.statusText,
      headers: answer.headers,
    });
  };
}

async function readWhole(answer: Response, signal: AbortSignal | undefined): Promise<string> {
  if (answer.body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = answer.body.getReader();
  const stop = (): void => {
    reader.cancel().catch(() => undefined);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      // A cancelled reader ends as if the answer were complete; it is not.
      signal?.throwIfAborted();
      if (done) return Buffer.concat(parts).toString('utf8');
      size += value.byteLength;
      if (size > limitBytes) {
        stop();
        throw new AnswerTooLarge(`more than ${String(limitBytes)} bytes`);
      }
      parts.push(value);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ModelRun } from './run.ts';

/** What a worker tells: how many sequences it has played so far, or its end. */
export type WorkerNews =
  { readonly played: number } | { readonly ended: true; readonly failure: string | null };

/**
 * As `runModel`, on every core: each worker plays its share with a seed of its own (the given one and those after it),
 * which a failure's report names.
 */
export async function runModelSideBySide(run: Omit<ModelRun, 'path'>): Promise<string | null> {
  const workers = Math.min(availableParallelism(), run.sequences);
  const played = new Map<number, number>();
  const failures = await Promise.all(
    Array.from({ length: workers }, (_, at) =>
      playShare(
        {
          sequences: Math.ceil((run.sequences - at) / workers),
          seed: run.seed + at,
        },
        (count) => {
          played.set(at, count);
          run.onProgress?.([...played.values()].reduce((sum, one) => sum + one, 0));
        },
      ),
    ),
  );
  return failures.find((failure) => failure !== null) ?? null;
}

function playShare(
  share: Pick<ModelRun, 'sequences' | 'seed'>,
  onPlayed: (played: number) => void,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share });
    worker.on('message', (news: WorkerNews) => {
      if ('played' in news) onPlayed(news.played);
      else resolve(news.failure);
    });
    worker.on('error', reject);
    // A worker that has told its end has resolved this before.
    worker.on('exit', (code) => reject(new Error(`A worker ended with ${String(code)} before its share`)));
  });
}

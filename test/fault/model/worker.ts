import { parentPort, workerData } from 'node:worker_threads';
import { type ModelRun, runModel } from './run.ts';
import type { WorkerNews } from './side-by-side.ts';

const share = workerData as Pick<ModelRun, 'sequences' | 'seed'>;

function tell(news: WorkerNews): void {
  parentPort?.postMessage(news);
}

tell({ ended: true, failure: await runModel({ ...share, onProgress: (played) => tell({ played }) }) });

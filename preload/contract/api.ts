import type { Answers, Asks, CallName } from './calls.ts';
import type { TillError } from './errors.ts';
import type { ExportProgressView } from './export.ts';
import type { ImportProgressView, TillView } from './view.ts';

/** One channel for all calls, one for each thing the main process tells without being asked. */
export const channels = {
  call: 'till:call',
  view: 'till:view',
  importProgress: 'till:import-progress',
  exportProgress: 'till:export-progress',
} as const;

/** What a call comes back with: errors cross as data, since Electron keeps only an error's message. */
export type Reply<N extends CallName> =
  { readonly ok: true; readonly value: Answers<N> } | { readonly ok: false; readonly error: TillError };

/** All that the window has of the outside world, as `window.till`. */
export interface TillApi {
  call<N extends CallName>(name: N, asks: Asks<N>): Promise<Reply<N>>;
  /** Calls back with every new state of the till, whole. Returns a function that ends it. */
  onView(listener: (view: TillView) => void): () => void;
  onImportProgress(listener: (progress: ImportProgressView) => void): () => void;
  onExportProgress(listener: (progress: ExportProgressView) => void): () => void;
}

import type { TillApi } from '../preload/contract/api.ts';

declare global {
  interface Window {
    /** Put there by the preload file. */
    readonly till: TillApi;
  }
}

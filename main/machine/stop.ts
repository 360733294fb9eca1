import type { JournalError } from '../journal/index.ts';

/** Why the till stops. `newSales`: what is open may still be finished; `all`: nothing can be written down. */
export type Stop = {
  readonly error: JournalError | { readonly code: 'TILL-MOVED'; readonly detail: string };
  readonly of: 'new-sales' | 'all';
};

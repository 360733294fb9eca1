import type { Result } from '../result.ts';

/** Why an update did not come. `detail`: the updater's own words, for the log. */
export type UpdateFailure = {
  readonly kind: 'unreachable' | 'not-signed' | 'not-whole' | 'not-installed';
  readonly detail: string;
};

/** What knows how to fetch a newer program and put it in the place of this one. */
export type UpdateEngine = {
  /** The version that lies at this address, if it is newer than this program; null otherwise. */
  readonly look: (address: string) => Promise<Result<string | null, UpdateFailure>>;
  /** Fetches what was found, and checks it. */
  readonly fetch: () => Promise<Result<void, UpdateFailure>>;
  /** Puts it in place and ends this program in good order; the new one starts by itself. */
  readonly install: () => Result<void, UpdateFailure>;
};

/** Why this program takes no updates: it was not packaged, it trusts no key, or it was put there by hand. */
export type NoUpdates = { readonly none: 'development' | 'no-key' | 'by-hand' };

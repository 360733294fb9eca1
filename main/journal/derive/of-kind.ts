import type { Entry, EntryKind } from '../entries/index.ts';

/** The entries of some kinds: what a derived table is kept from. */
export type EntryOf<K extends EntryKind> = Extract<Entry, { readonly kind: K }>;

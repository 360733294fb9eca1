import type { z } from 'zod';
import { attemptEntries } from './attempt.ts';
import { booksEntries } from './books.ts';
import { caseEntries } from './case.ts';
import { credentialsEntries } from './credentials.ts';
import { dayEntries } from './day.ts';
import { drawerEntries } from './drawer.ts';
import { printEntries } from './print.ts';
import { operatorEntries } from './operator.ts';
import { exchangeEntries } from './exchange.ts';
import { refundEntries } from './refund.ts';
import { refundWatchEntries } from './refund-watch.ts';
import { saleEntries } from './sale.ts';
import { settingEntries } from './setting.ts';
import { tillEntries } from './till.ts';

/**
 * Every kind of entry the journal holds, with the shape of its body. Shapes are part of the file format: a shipped one
 * is never changed but by fields that may be left out, together with a step of the file's version that keeps older programs
 * away; any other need gets a new kind or a new version of a kind. Old entries stay readable for ever.
 */
export const entryKinds = {
  ...tillEntries,
  ...saleEntries,
  ...attemptEntries,
  ...caseEntries,
  ...dayEntries,
  ...refundEntries,
  ...settingEntries,
  ...printEntries,
  ...operatorEntries,
  ...credentialsEntries,
  ...booksEntries,
  ...exchangeEntries,
  ...refundWatchEntries,
  ...drawerEntries,
} as const;

export type EntryKind = keyof typeof entryKinds;
export type EntryBody<K extends EntryKind> = z.infer<(typeof entryKinds)[K]>;

/** Something to be written down. */
export type NewEntry = { [K in EntryKind]: { readonly kind: K; readonly body: EntryBody<K> } }[EntryKind];

/** Something that was written down. `seq` orders entries; `at` is UTC and only informs. */
export type Entry = NewEntry & {
  readonly seq: number;
  readonly at: string;
  readonly operator: string | null;
};

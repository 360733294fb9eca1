import type { Column } from './row.ts';

/** Why a whole file is refused. `reason` is the key that the sentence for `IMPORT-FILE` is chosen by. */
export type FileProblem =
  | { readonly reason: 'unreadable'; readonly detail: string }
  | { readonly reason: 'empty' }
  | { readonly reason: 'too-big'; readonly limitMegabytes: number }
  | { readonly reason: 'too-many-rows'; readonly limit: number }
  /** Pictures, spreadsheets and the like: bytes that are no text. */
  | { readonly reason: 'not-text' }
  /** The first line does not name the columns; `missing` are those it lacks in its best reading. */
  | { readonly reason: 'no-header'; readonly missing: readonly Column[] };

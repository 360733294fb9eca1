import type { Copied, CopyOrder } from '../journal/copy/index.ts';
import type { Result } from '../result.ts';

/** What the till says to the process that copies. */
export type ToHelper =
  /** From now on this is kept up to date; null: nothing. */
  | { readonly kind: 'keep'; readonly order: CopyOrder | null }
  /** Something was written: copy it now. */
  | { readonly kind: 'now' }
  /** The till ends: copy what is left, and say `done`. */
  | { readonly kind: 'last' }
  /** Read this journal through. */
  | { readonly kind: 'check'; readonly journal: string };

/** What a reading of the whole journal found; `wrong` is null when nothing is. */
export interface Checked {
  readonly entries: number;
  readonly receipts: number;
  readonly lastSeq: number;
  readonly wrong: string | null;
}

/** What the process that copies says. */
export type FromHelper =
  /** How much of the first, whole copy is made, in percent. */
  | { readonly kind: 'making'; readonly percent: number }
  | { readonly kind: 'copied'; readonly copied: Copied }
  | { readonly kind: 'done' }
  | { readonly kind: 'checked'; readonly checked: Result<Checked, string> };

/** One end of the line between the two. */
export interface Line<Out, In> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
}

/** The process that copies, as the till has it. */
export interface HelperProcess extends Line<ToHelper, FromHelper> {
  onGone(listener: () => void): void;
  kill(): void;
}

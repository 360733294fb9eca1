import type { AboutText } from '../../preload/contract/about.ts';
import type { Language } from '../../preload/contract/view.ts';

/** What the program and the machine know of themselves; the shell gives it. */
export interface About {
  /** The programs that the till is made of, with their versions. */
  readonly parts: readonly { readonly name: string; readonly version: string }[];
  /** A text that ships with the till; null when it is not there. */
  text(text: AboutText, language: Language): Promise<string | null>;
  /** What support wants to know of the machine: small facts, nothing of the shop's. */
  facts(): Readonly<Record<string, string | number>>;
  /** The logs as they are, by name. */
  logs(): Promise<readonly { readonly name: string; readonly text: string }[]>;
  /** Strikes out secrets that are known, and whatever looks like one. */
  redact(text: string): string;
}

/** This install of the till. */
export interface Install {
  readonly installId: string;
  /** UTC ISO 8601. */
  readonly installedAt: string;
}

export const model = 'Kvitt';

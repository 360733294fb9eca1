import type { Language } from '../../preload/contract/view.ts';

/** `centred` and `title` are as long as they are: whoever draws them wraps and centres them. */
export interface StripLine {
  readonly text: string;
  readonly look: 'plain' | 'centred' | 'strong' | 'title';
}

/** What stands on a strip of paper of a given width in columns, whatever draws it. Every text is printable. */
export interface Strip {
  readonly language: Language;
  /** To be drawn at least 50 % larger than the amounts (kassasystemforskrifta § 2-8-6). */
  readonly marking: readonly string[];
  /** Groups of lines with space between them. */
  readonly blocks: readonly (readonly StripLine[])[];
  /** What a scanner reads to find the receipt again; null where there is nothing to find. */
  readonly code: string | null;
}

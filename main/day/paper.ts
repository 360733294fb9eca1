import type { Language } from '../../preload/contract/view.ts';

/** A line of a report: what it is, how many of it where that is counted, and how much. */
export interface PaperRow {
  readonly label: string;
  readonly number: string | null;
  readonly value: string;
  /** Belongs to the row above. */
  readonly under?: true;
}

export interface PaperSection {
  readonly heading: string | null;
  readonly rows: readonly PaperRow[];
}

/** A report as it is printed, whatever it is printed on. Every text in it is printable. */
export interface Paper {
  readonly language: Language;
  readonly title: string;
  /** Larger than the rest; empty when there is nothing to mark. */
  readonly marking: string;
  readonly head: readonly string[];
  readonly sections: readonly PaperSection[];
  /** Lines for a person to write on. */
  readonly sign: readonly string[];
}

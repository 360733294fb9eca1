/** What was looked at in an export and what was found, for people. */
export interface CheckReport {
  /** What was checked, a sentence each. */
  readonly checked: readonly string[];
  /** What is wrong, the first first; a sentence each, no more than a page of them. */
  readonly wrong: readonly string[];
}

const mostSentences = 25;

/** Collects what is wrong. */
export class Findings {
  readonly #wrong: string[] = [];

  get wrong(): readonly string[] {
    return this.#wrong;
  }

  add(sentence: string): void {
    if (this.#wrong.length < mostSentences) this.#wrong.push(sentence);
  }

  /** Adds the sentence when `fits` is false. */
  expect(fits: boolean, sentence: () => string): void {
    if (!fits) this.add(sentence());
  }
}

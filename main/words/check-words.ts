import type { Finding } from '../install/checks/index.ts';
import type { Expected, MistakeProblem } from './words.ts';

/** What is said while a till is set up. Apart from the other words, since a till that sells needs none of them. */
export interface CheckWords {
  /** What a test found, and what to do about it. */
  finding(finding: Finding): string;
  /** The same on a line of its own, as `--check-provision` prints it: begins with the outcome. */
  line(finding: Finding): string;
  /** What is wrong with a field of a form. */
  field(problem: MistakeProblem, expected: Expected): string;
  /** The last line of `--check-provision`. */
  summary(outcome: 'right' | 'wrong' | 'out-of-reach'): string;
}

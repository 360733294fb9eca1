import type { TerminalSharing } from '../day/terminal-sharing.ts';
import type { Journal } from '../journal/index.ts';
import type { Runner } from '../payment/runner.ts';
import type { Counter } from './counter.ts';

/** Whether the attempt on the counter is a new sign that the terminal is busy though nothing of this till's is on it. */
export function isBusyForAnother(
  journal: Journal,
  counter: Counter,
  runner: Runner,
  sharing: TerminalSharing,
): boolean {
  const shown = counter.shown();
  const standing = shown.kind === 'attempt' ? counter.attempt(shown.attemptId) : null;
  if (standing === null) return false;
  const others = journal.read.watchedAttempts().filter((one) => one.attemptId !== standing.attempt.attemptId);
  const open = others.some((one) => one.sessionId !== null && runner.standing(one.attemptId) !== null);
  return sharing.noticed(standing.attempt, open);
}

import type { RefundRunner } from '../refund/runner.ts';
import type { Counter } from './counter.ts';
import { isTerminalTaken } from './refund-calls.ts';

/** Whether a customer stands at the terminal for what is on the counter, so that somebody may have to act at once. */
export function isCustomerAtTerminal(counter: Counter, refunds: RefundRunner): boolean {
  if (isTerminalTaken(refunds)) return true;
  const shown = counter.shown();
  if (shown.kind !== 'attempt') return false;
  switch (counter.attempt(shown.attemptId)?.attempt.state) {
    case 'prepared':
    case 'creating':
    case 'waiting':
    case 'approved':
      return true;
    // It may be undecided for hours; the locked till goes on showing it.
    case 'undecided':
    case 'completed':
    case 'declined':
    case 'failed':
    case 'cancelled':
    case 'expired':
    case undefined:
      return false;
  }
}

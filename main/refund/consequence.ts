import type { RefundUndecidedWhy } from '../journal/entries/refund.ts';
import { assertNever } from '../result.ts';
import type { Verdict } from './reading.ts';
import type { Refund } from './refund.ts';
import { patienceMs } from './schedule.ts';

/** What the till does about a verdict. Every one but `keep-looking` is written down. */
export type Consequence =
  | { readonly kind: 'keep-looking' }
  | { readonly kind: 'finish'; readonly eventId: string | null }
  | { readonly kind: 'refuse'; readonly code: string; readonly detail: string }
  | { readonly kind: 'become-undecided'; readonly why: RefundUndecidedWhy; readonly detail: string };

const keepLooking: Consequence = { kind: 'keep-looking' };

/** What follows from a look at a refund in its present state. `inStateMs`: how long it has been in that state. */
export function consequence(refund: Refund, verdict: Verdict, inStateMs: number): Consequence {
  switch (refund.state) {
    case 'prepared':
    case 'done':
    case 'refused':
      return keepLooking;
    case 'sending':
    case 'accepted':
    case 'undecided':
      return whileOpen(refund, verdict, inStateMs);
  }
}

function whileOpen(refund: Refund, verdict: Verdict, inStateMs: number): Consequence {
  switch (verdict.kind) {
    case 'done':
      return { kind: 'finish', eventId: verdict.eventId };
    case 'refused':
      return { kind: 'refuse', code: 'refused-by-dintero', detail: verdict.detail };
    case 'unclear':
      if (refund.state === 'undecided' && refund.why === verdict.why) return keepLooking;
      return { kind: 'become-undecided', why: verdict.why, detail: verdict.detail };
    case 'under-way':
    case 'absent':
      if (refund.state === 'accepted' && inStateMs > patienceMs) {
        return { kind: 'become-undecided', why: 'patience-over', detail: '' };
      }
      return keepLooking;
    default:
      return assertNever(verdict);
  }
}

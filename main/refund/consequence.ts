import type { RefundUndecidedWhy } from '../journal/entries/refund.ts';
import { watchMs } from '../payment/schedule.ts';
import { assertNever } from '../result.ts';
import type { Verdict } from './reading.ts';
import type { Refund } from './refund.ts';
import { patienceMs } from './schedule.ts';

/** What the till does about a verdict. Every one but `keep-looking` is written down. */
export type Consequence =
  | { readonly kind: 'keep-looking' }
  | { readonly kind: 'finish'; readonly eventId: string | null }
  | { readonly kind: 'refuse'; readonly code: string; readonly detail: string }
  | { readonly kind: 'become-undecided'; readonly why: RefundUndecidedWhy; readonly detail: string }
  /** Dintero says otherwise than the person who decided. */
  | {
      readonly kind: 'contradict';
      readonly refunded: boolean;
      readonly eventId: string | null;
      readonly detail: string;
    }
  | { readonly kind: 'end-watch'; readonly confirmed: boolean };

/** Time as far as it matters, in ms: in its present state as this till has looked, and watched since a person decided it. */
export type RefundElapsed = { readonly inStateMs: number; readonly watchedMs: number };

const keepLooking: Consequence = { kind: 'keep-looking' };

/** What follows from a look at a refund in its present state. */
export function consequence(refund: Refund, verdict: Verdict, elapsed: RefundElapsed): Consequence {
  switch (refund.state) {
    case 'prepared':
      return keepLooking;
    case 'done':
    case 'refused':
      return refund.watchedSince === null ? keepLooking : whileWatched(refund.state, verdict, elapsed);
    case 'sending':
    case 'accepted':
    case 'undecided':
      return whileOpen(refund, verdict, elapsed.inStateMs);
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
      // While it is being sent nobody looks: it is over, and the journal could not take what came of it.
      if (refund.state !== 'undecided' && inStateMs > patienceMs) {
        return { kind: 'become-undecided', why: 'patience-over', detail: '' };
      }
      return keepLooking;
    default:
      return assertNever(verdict);
  }
}

/** A person's word is acted on, and Dintero's is still waited for. */
function whileWatched(
  decided: 'done' | 'refused',
  verdict: Verdict,
  { watchedMs }: RefundElapsed,
): Consequence {
  switch (verdict.kind) {
    case 'done':
      if (decided === 'done') return { kind: 'end-watch', confirmed: true };
      return { kind: 'contradict', refunded: true, eventId: verdict.eventId, detail: '' };
    case 'refused':
      if (decided === 'refused') return { kind: 'end-watch', confirmed: true };
      return { kind: 'contradict', refunded: false, eventId: null, detail: verdict.detail };
    case 'unclear':
      // Another amount than was asked for went back: money moved, whoever decided what.
      if (verdict.why === 'amount-differs' && decided === 'refused') {
        return { kind: 'contradict', refunded: true, eventId: null, detail: verdict.detail };
      }
      return watchedMs > watchMs ? { kind: 'end-watch', confirmed: false } : keepLooking;
    case 'under-way':
    case 'absent':
      return watchedMs > watchMs ? { kind: 'end-watch', confirmed: false } : keepLooking;
    default:
      return assertNever(verdict);
  }
}

import { type DinteroError, mayHaveHappened } from '../dintero/index.ts';
import { describe } from '../payment/create-answer.ts';

/** What a refund that Dintero did not take means: `lost` when the money may have gone back all the same. */
export type SendFailure =
  | { readonly kind: 'lost'; readonly detail: string }
  | { readonly kind: 'never-happened'; readonly code: RefusedCode; readonly detail: string };

/** Codes of `refund.refused` that the till gives by itself or reads out of an answer. */
export const refusedCodes = [
  'not-sent',
  'terminal-needed',
  'terminal-busy',
  'refused',
  'refused-by-dintero',
  'more-than-held',
  'currency-differs',
  'reference-taken',
  'earlier-there',
  'unreadable',
  'decided-not-refunded',
] as const;
export type RefusedCode = (typeof refusedCodes)[number];

/** Tells a refund that certainly did nothing from one whose answer was lost. Only the first frees its lines. */
export function endingOfFailedSend(error: DinteroError, terminalId: string | null): SendFailure {
  const detail = describe(error);
  if (mayHaveHappened(error)) return { kind: 'lost', detail };
  if (error.kind !== 'refused') return { kind: 'never-happened', code: 'not-sent', detail };
  const said = [error.message, ...(error.details ?? [])].join(' ');
  if (terminalId === null && /\bterminal_?id\b/i.test(said)) {
    return { kind: 'never-happened', code: 'terminal-needed', detail };
  }
  if (/\bbusy\b/i.test(said)) return { kind: 'never-happened', code: 'terminal-busy', detail };
  return { kind: 'never-happened', code: 'refused', detail };
}

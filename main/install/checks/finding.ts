import type { OfflineReason } from '../../words/index.ts';

/** What is tested of an install before it takes its first payment, in the order in which a person sets it up. */
export const checkNames = ['credentials', 'profile', 'store', 'payout', 'terminal'] as const;
export type CheckName = (typeof checkNames)[number];

/** Dintero's answer contradicts what was filled in. */
export type Wrong =
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' }
  /** A terminal that stands in another store. */
  | { readonly kind: 'elsewhere'; readonly store: string }
  /** A store whose takings go to somebody else. */
  | { readonly kind: 'paid-out-to'; readonly to: string }
  | { readonly kind: 'not-active'; readonly status: string; readonly reason: string | null };

/** Nothing is known: Dintero did not say, or could not be asked. */
export type Unchecked =
  /** The client may not ask that (403). It says nothing about whether what was filled in is right. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-told' }
  | { readonly kind: 'asked-to-wait' }
  | { readonly kind: 'out-of-reach'; readonly reason: OfflineReason }
  /** It could not be asked without a token. */
  | { readonly kind: 'no-token' }
  | { readonly kind: 'no-secret' };

/** What a test found. `about` is the id that was tested. */
export type Finding = { readonly check: CheckName; readonly about: string } & (
  | { readonly outcome: 'ok' }
  | { readonly outcome: 'wrong'; readonly why: Wrong }
  | { readonly outcome: 'unchecked'; readonly why: Unchecked }
);

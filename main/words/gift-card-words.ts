import type { ErrorCode } from '../../preload/contract/errors.ts';

/** The errors about gift cards. */
export type GiftCardError = Extract<ErrorCode, `GIFT-CARD-${string}` | 'LINE-IS-GIFT-CARD'>;

/** What the till says about gift cards. `until` is a day of the shop's, YYYY-MM-DD. */
export interface GiftCardWords {
  /** What its line and its slip are called. */
  readonly name: string;
  good(until: string): string;
  empty(until: string): string;
  expired(until: string): string;
  elsewhere(till: string): string;
}

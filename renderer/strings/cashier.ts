import type { Strings } from './en.ts';

/**
 * What the shop's owner reads: settings, the day's figures, exports, setting up. In Swedish and Danish these stay in
 * bokmål, which is understood; everything else is a cashier's, and a string of it that has no translation does not compile.
 */
type OwnersSection =
  | 'articles'
  | 'books'
  | 'care'
  | 'day'
  | 'exporting'
  | 'firstStart'
  | 'giftCardLimits'
  | 'operatorSettings'
  | 'quickKeys'
  | 'refundOrder'
  | 'settings'
  | 'update';

export type CashierStrings = Omit<Strings, OwnersSection>;

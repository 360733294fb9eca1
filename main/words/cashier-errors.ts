import type { ErrorCode } from '../../preload/contract/errors.ts';

/**
 * Errors that only the shop's owner meets, in settings, books and setting up. In Swedish and Danish they stay in bokmål;
 * every other code is a cashier's, and one without its translation does not compile.
 */
type OwnersCode =
  | 'ARTICLE-WRONG'
  | 'IMPORT-FILE'
  | 'IMPORT-ROW'
  | 'IMPORT-GONE'
  | 'OPERATOR-UNKNOWN'
  | 'OPERATOR-EXISTS'
  | 'OPERATOR-LAST-MANAGER'
  | 'SETTINGS-NOT-KEPT'
  | 'SECRET-REFUSED'
  | 'SECRET-UNTESTED'
  | 'SECRET-IN-FILE'
  | 'LOGO-FILE'
  | 'MAIL-NONE'
  | 'MAIL-PASSWORD'
  | 'REPORT-UNKNOWN'
  | 'REPORT-NOT-PRINTED'
  | 'EXPORT-EMPTY'
  | 'EXPORT-EXISTS'
  | 'EXPORT-NO-ACCOUNT'
  | 'EXPORT-FULL'
  | 'EXPORT-NOT-WRITABLE'
  | 'COPY-PLACE'
  | 'UPDATE-NOT-NOW'
  | 'UPDATE-FAILED'
  | 'PROVISION-FILE'
  | 'PROVISION-FIELD'
  | 'CREDENTIALS-MISSING'
  | `SET-UP-${string}`;

export type CashiersCode = Exclude<ErrorCode, OwnersCode>;

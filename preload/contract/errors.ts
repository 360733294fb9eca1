/**
 * Every error a person can meet has one of these codes; the manual explains each. A code is never renamed or reused.
 * The sentence that goes with it is made in the main process, in the cashier's language.
 */
export const errorCodes = [
  'ARTICLE-UNKNOWN',
  'ENTRY-UNREADABLE',
  'QUANTITY-WRONG',
  'AMOUNT-WRONG',
  'REASON-MISSING',
  'LINE-UNKNOWN',
  'SALE-EMPTY',
  'SALE-LOCKED',
  'SALE-PART-PAID',
  'PART-WRONG',
  'SALE-UNKNOWN',
  'SALE-TOO-LARGE',
  'DISCOUNT-TOO-LARGE',
  'TOTAL-CHANGED',
  'CASH-TOO-LITTLE',
  'NO-PAYMENT',
  'PAYMENT-UNDER-WAY',
  'PAYMENT-UNDECIDED',
  'SALE-HAS-CASE',
  'TERMINAL-TAKEN',
  'OFFLINE',
  'NOT-ALLOWED-NOW',
  'IMPORT-FILE',
  'IMPORT-ROW',
  'IMPORT-GONE',
  'RECEIPT-UNKNOWN',
  'REFUND-NOTHING',
  'REFUND-TOO-MUCH',
  'REFUND-CHANGED',
  'REFUND-NO-TRANSACTION',
  'REFUND-UNKNOWN',
  'MANAGER-NEEDED',
  'LOCKED',
  'PIN-WRONG',
  'PIN-WAIT',
  'NOT-A-MANAGER',
  'APPROVAL-GONE',
  'OPERATOR-UNKNOWN',
  'OPERATOR-EXISTS',
  'OPERATOR-LAST-MANAGER',
  'SETTINGS-NOT-KEPT',
  'PRINT-FAILED',
  'PRINT-WAITING',
  'PRINT-SETTLED',
  'COPY-MADE',
  'PRINTER-NONE',
  'LOGO-FILE',
  'DAY-UNSETTLED',
  'COUNT-MISSING',
  'COUNT-INCOMPLETE',
  'COUNT-UNEXPLAINED',
  'FLOAT-REGISTERED',
  'REPORT-UNKNOWN',
  'REPORT-NOT-PRINTED',
  'EXPORT-EMPTY',
  'EXPORT-EXISTS',
  'EXPORT-NO-ACCOUNT',
  'EXPORT-FULL',
  'EXPORT-NOT-WRITABLE',
  'JOURNAL-NOT-WRITABLE',
  'JOURNAL-FULL',
  'JOURNAL-BROKEN',
  'JOURNAL-NEWER',
  'PROVISION-FILE',
  'PROVISION-FIELD',
  'CREDENTIALS-MISSING',
  'MESSAGE-WRONG',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error as the window gets it: a stable code and one sentence that says what, where and what to do. */
export interface TillError {
  readonly code: ErrorCode;
  readonly sentence: string;
  /** With MANAGER-NEEDED: what a manager may let through by it, once. */
  readonly approval?: string;
}

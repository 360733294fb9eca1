import type { OpenPrint } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import type { SaleRefusal } from '../sale/refusal.ts';

/** What is known of a receipt's prints. */
export interface Issued {
  readonly receiptNumber: number;
  /** How often it left the till. A print that failed does not count. */
  readonly times: number;
  /** Prints of it that nobody knows the end of yet. */
  readonly open: readonly OpenPrint[];
}

/**
 * What the next print of a receipt is: the original once, then one copy (kassasystemforskrifta § 2-8-6), and no third.
 * While a print of it is open, nobody knows what the next one would be.
 */
export function nextIssue({ receiptNumber, times, open }: Issued): Result<'original' | 'copy', SaleRefusal> {
  if (open.length > 0) return err({ code: 'PRINT-WAITING', detail: { receipt: receiptNumber } });
  if (times === 0) return ok('original');
  return times === 1 ? ok('copy') : err({ code: 'COPY-MADE', detail: { receipt: receiptNumber } });
}

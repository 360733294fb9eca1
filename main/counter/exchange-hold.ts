import type { JournalReads } from '../journal/index.ts';
import { isSettled, type Refund, refundFrom } from '../refund/refund.ts';

/** The latest refund of an exchange's difference; null when none was begun. */
export function refundOfExchange(read: JournalReads, saleId: string): Refund | null {
  const refundId = read.refundOfExchange(saleId);
  return refundId === null ? null : refundFrom(read.refundEntries(refundId));
}

/**
 * The refund that holds an exchange: while it is not settled, nothing in that basket may change and nothing of it be paid.
 * So does one that Dintero tells otherwise than the person who decided it.
 */
export function holdingRefund(read: JournalReads, saleId: string): Refund | null {
  const refund = refundOfExchange(read, saleId);
  if (refund === null) return null;
  const contradicted = read.openRefundAlarms().some(({ refundId }) => refundId === refund.refundId);
  return isSettled(refund) && !contradicted ? null : refund;
}

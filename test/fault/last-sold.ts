import { leftOf } from '../../main/counter/return-plan.ts';
import type { Journal } from '../../main/journal/index.ts';

/** The newest receipt with something sold on it, and what may still come back of it (øre); null before the first. */
export function lastSold(journal: Journal): { readonly receiptNumber: number; readonly left: number } | null {
  for (let receiptNumber = journal.read.nextReceiptNumber() - 1; receiptNumber > 0; receiptNumber -= 1) {
    const left = leftOf(journal, receiptNumber);
    if (left !== null) return { receiptNumber, left };
  }
  return null;
}

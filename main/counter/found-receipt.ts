import type { Language } from '../../preload/contract/view.ts';
import type { CompletedSaleRead, JournalReads, ReturnedSaleRead } from '../journal/index.ts';
import { closingLines } from '../receipt/closing.ts';
import { type Receipt, receiptOf, returnReceiptOf } from '../receipt/index.ts';
import { ok, type Result } from '../result.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A receipt of either kind. */
export type FoundReceipt =
  | { readonly kind: 'sale'; readonly read: CompletedSaleRead }
  | { readonly kind: 'return'; readonly read: ReturnedSaleRead };

/** The receipt of a number. */
export function findReceipt(read: JournalReads, receiptNumber: number): Result<FoundReceipt, Refusal> {
  const sale = read.completedSale(receiptNumber);
  if (sale !== null) return ok({ kind: 'sale', read: sale });
  const returned = read.returnedSale(receiptNumber);
  if (returned !== null) return ok({ kind: 'return', read: returned });
  return refuse('RECEIPT-UNKNOWN', { receipt: receiptNumber });
}

/** What stands on it. `closing` is what the shop says below every receipt, with line feeds. */
export function receiptFrom(
  found: FoundReceipt,
  language: Language,
  closing: string,
  issue: 'original' | 'copy',
): Receipt {
  const receipt =
    found.kind === 'sale'
      ? receiptOf(found.read, language, issue)
      : returnReceiptOf(found.read, language, issue);
  return { ...receipt, closing: closingLines(closing) };
}

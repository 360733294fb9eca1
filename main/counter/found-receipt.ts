import type { Language } from '../../preload/contract/view.ts';
import type {
  CompletedSaleRead,
  ExchangedSaleRead,
  JournalReads,
  ReturnedSaleRead,
} from '../journal/index.ts';
import { closingLines } from '../receipt/closing.ts';
import { exchangeReceiptOf, type Receipt, receiptOf, returnReceiptOf } from '../receipt/index.ts';
import { ok, type Result } from '../result.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A receipt of any kind. */
export type FoundReceipt =
  | { readonly kind: 'sale'; readonly read: CompletedSaleRead }
  | { readonly kind: 'return'; readonly read: ReturnedSaleRead }
  | { readonly kind: 'exchange'; readonly read: ExchangedSaleRead };

/** The receipt of a number. */
export function findReceipt(read: JournalReads, receiptNumber: number): Result<FoundReceipt, Refusal> {
  const sale = read.completedSale(receiptNumber);
  if (sale !== null) return ok({ kind: 'sale', read: sale });
  const returned = read.returnedSale(receiptNumber);
  if (returned !== null) return ok({ kind: 'return', read: returned });
  const exchanged = read.exchangedSale(receiptNumber);
  if (exchanged !== null) return ok({ kind: 'exchange', read: exchanged });
  return refuse('RECEIPT-UNKNOWN', { receipt: receiptNumber });
}

/** What stands on it. `closing` is what the shop says below every receipt, with line feeds. */
export function receiptFrom(
  found: FoundReceipt,
  language: Language,
  closing: string,
  issue: 'original' | 'copy',
): Receipt {
  return { ...paperOf(found, language, issue), closing: closingLines(closing) };
}

function paperOf(found: FoundReceipt, language: Language, issue: 'original' | 'copy'): Receipt {
  switch (found.kind) {
    case 'sale':
      return receiptOf(found.read, language, issue);
    case 'return':
      return returnReceiptOf(found.read, language, issue);
    case 'exchange':
      return exchangeReceiptOf(found.read, language, issue);
  }
}

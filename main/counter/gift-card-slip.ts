import type { Language } from '../../preload/contract/view.ts';
import type { JournalReads } from '../journal/index.ts';
import { giftCardOf, type Receipt } from '../receipt/index.ts';

/** A gift card that this till sold, as it is handed over; null for another. */
export function giftCardSlip(read: JournalReads, code: string, language: Language): Receipt | null {
  const card = read.giftCard(code);
  const sold = card === null ? null : read.completedSale(card.receiptNumber);
  return card === null || sold === null ? null : giftCardOf(card, sold.sale, language);
}

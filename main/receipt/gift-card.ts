import type { Language } from '../../preload/contract/view.ts';
import type { CompletedSale } from '../journal/entries/sale.ts';
import type { SoldGiftCard } from '../journal/index.ts';
import { day } from '../words/detail.ts';
import { wordsFor } from '../words/index.ts';
import { sellerLines } from './parts.ts';
import { plain } from './plain.ts';
import type { Receipt } from './receipt.ts';

/**
 * A gift card as it is handed over: what it is worth, its code, and how long it is good. It is no receipt, and on one of
 * training that stands first.
 */
export function giftCardOf(
  card: SoldGiftCard,
  sale: Pick<CompletedSale, 'training' | 'seller' | 'currency'>,
  language: Language,
): Receipt {
  const words = wordsFor(language);
  const { receipt: said, format } = words;
  return {
    language,
    marking: sale.training ? [`${said.trainingReceipt} –`, said.notAReceipt] : [],
    title: sale.training ? null : said.giftCard,
    seller: sellerLines(sale.seller, words),
    facts: [],
    lines: [],
    totals: [
      { label: `${said.worth} ${sale.currency}`, value: plain(format.amount(card.amount)) },
      { label: said.goodUntil, value: plain(day(card.expires, format)) },
      { label: said.giftCode, value: card.code },
      { label: said.soldOn, value: String(card.receiptNumber) },
    ],
    vat: null,
    payments: [],
    foot: [],
    blanks: [],
    closing: [said.giftTerms],
    barcode: card.code,
    qr: card.code,
  };
}

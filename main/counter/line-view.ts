import type { LineView } from '../../preload/contract/view.ts';
import type { SoldLine } from '../journal/entries/sale.ts';

/** A line of the basket as the window shows it. */
export function lineView(line: SoldLine): LineView {
  const { lineId, articleId, description, unitPrice, quantity, vatRate, discount, reduction, amount } = line;
  const known = { lineId, articleId, description, unitPrice, quantity, vatRate, discount, reduction, amount };
  return {
    ...known,
    note: line.note ?? null,
    listPrice: line.listPrice ?? null,
    isDeposit: line.depositOf !== undefined,
    giftCard: line.giftCard ?? null,
  };
}

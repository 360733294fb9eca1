import type { NewEntry } from '../journal/entries/index.ts';
import type { BasketLine, Buyer } from '../journal/entries/sale.ts';
import { err, ok, type Result } from '../result.ts';
import type { Ore } from './money.ts';
import { refused, type SaleRefusal } from './refusal.ts';
import { sizeRefusal } from './ring-up.ts';
import type { Sale } from './sale.ts';

type Decision = Result<NewEntry[], SaleRefusal>;

function goodsLine(sale: Sale | null, lineId: string): BasketLine | null {
  const line = sale?.state === 'open' ? sale.lines.find((other) => other.lineId === lineId) : undefined;
  return line === undefined || line.depositOf !== undefined ? null : line;
}

/**
 * Gives a line another price (øre, including VAT), zero for what is given away, with the reason for it. Refuses with
 * LINE-UNKNOWN, LINE-IS-GIFT-CARD, AMOUNT-WRONG, REASON-MISSING or SALE-TOO-LARGE.
 */
export function setPrice(
  sale: Sale | null,
  asks: { readonly lineId: string; readonly unitPrice: Ore; readonly reason: string },
): Decision {
  const { lineId, unitPrice } = asks;
  const line = goodsLine(sale, lineId);
  if (sale === null || line === null) return err(refused('LINE-UNKNOWN', { lineId }));
  if (line.giftCard !== undefined) return err(refused('LINE-IS-GIFT-CARD'));
  if (unitPrice < 0) return err(refused('AMOUNT-WRONG', { amount: unitPrice }));
  const reason = asks.reason.trim();
  if (reason === '') return err(refused('REASON-MISSING'));
  if (unitPrice === line.unitPrice) return ok([]);
  const priced = sale.lines.map((other) => (other === line ? { ...other, unitPrice } : other));
  const refusal = sizeRefusal(priced);
  if (refusal !== null) return err(refusal);
  return ok([{ kind: 'sale.line-priced', body: { saleId: sale.saleId, lineId, unitPrice, reason } }]);
}

/** Writes something beside a line; an empty note takes it off. Refuses with LINE-UNKNOWN. */
export function setNote(
  sale: Sale | null,
  asks: { readonly lineId: string; readonly note: string },
): Decision {
  const { lineId } = asks;
  const line = goodsLine(sale, lineId);
  if (sale === null || line === null) return err(refused('LINE-UNKNOWN', { lineId }));
  const note = asks.note.trim();
  if (note === (line.note ?? '')) return ok([]);
  return ok([{ kind: 'sale.line-noted', body: { saleId: sale.saleId, lineId, note } }]);
}

/** Names the buyer on the receipt; null takes the name off. Refuses with SALE-EMPTY. */
export function nameBuyer(sale: Sale | null, buyer: Buyer | null): Decision {
  if (sale?.state !== 'open' || sale.lines.length === 0) return err(refused('SALE-EMPTY'));
  if (buyer === null && sale.buyer === null) return ok([]);
  return ok([{ kind: 'sale.buyer-named', body: { saleId: sale.saleId, buyer } }]);
}

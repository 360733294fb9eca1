import type { NewEntry } from '../journal/entries/index.ts';
import type { RefundOf } from '../journal/entries/refund.ts';
import type { SoldLine } from '../journal/entries/sale.ts';
import { err, ok, type Result } from '../result.ts';
import { refused, type SaleRefusal } from './refusal.ts';
import type { Opening } from './ring-up.ts';
import type { Sale } from './sale.ts';

/**
 * Puts lines of an earlier receipt into the basket, to come back against what is rung up there; opens a sale when none is
 * open. `lines` are negative, as they go back. A basket takes back of one receipt: what is given back must be told by
 * one sale and its payments. Refuses with REASON-MISSING, EXCHANGE-OTHER-RECEIPT or
 * GIFT-CARD-EXCHANGE: a gift card neither comes back for goods nor is bought with them.
 */
export function takeBack(
  sale: Sale | null,
  asks: { readonly of: RefundOf; readonly lines: readonly SoldLine[]; readonly reason: string },
  opening: Opening,
): Result<NewEntry[], SaleRefusal> {
  const reason = asks.reason.trim();
  if (reason === '') return err(refused('REASON-MISSING'));
  const open = sale?.state === 'open' ? sale : null;
  if ([...asks.lines, ...(open?.lines ?? [])].some((line) => line.giftCard !== undefined)) {
    return err(refused('GIFT-CARD-EXCHANGE'));
  }
  const before = open?.exchange?.of ?? null;
  if (before !== null && before.saleId !== asks.of.saleId) {
    return err(refused('EXCHANGE-OTHER-RECEIPT', { receipt: before.receiptNumber ?? before.saleId }));
  }
  const saleId = open?.saleId ?? `${opening.tillId}-${opening.nextSaleNumber}`;
  const first = (open?.lastLine ?? 0) + 1;
  // What comes back stands by itself, also the deposit of what does not.
  const lines = asks.lines.map(({ depositOf: _depositOf, ...line }, index) => ({
    ...line,
    lineId: String(first + index),
    ofLineId: line.lineId,
  }));
  const added: NewEntry = { kind: 'sale.return-added', body: { saleId, of: asks.of, reason, lines } };
  if (open !== null) return ok([added]);
  const opened: NewEntry = {
    kind: 'sale.opened',
    body: { saleId, number: opening.nextSaleNumber, currency: opening.currency },
  };
  return ok([opened, added]);
}

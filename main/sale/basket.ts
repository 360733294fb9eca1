import type { NewEntry } from '../journal/entries/index.ts';
import type { BasketLine, Discount } from '../journal/entries/sale.ts';
import { err, ok, type Result } from '../result.ts';
import { sum, type Ore, type Thousandths } from './money.ts';
import { afterOwnDiscount, grossOf, priceSale } from './price.ts';
import { refused, type SaleRefusal } from './refusal.ts';
import { quantityEntries, quantityRefusal, raise, withDeposit } from './ring-up.ts';
import { isEmpty, type Sale } from './sale.ts';

type Decision = Result<NewEntry[], SaleRefusal>;

interface Found {
  readonly sale: Sale;
  readonly line: BasketLine;
}

function find(sale: Sale | null, lineId: string): Result<Found, SaleRefusal> {
  const line = sale?.state === 'open' ? sale.lines.find((other) => other.lineId === lineId) : undefined;
  if (sale === null || line === undefined) return err(refused('LINE-UNKNOWN', { lineId }));
  // A deposit follows its line, and is nothing of its own.
  return line.depositOf === undefined ? ok({ sale, line }) : err(refused('LINE-IS-DEPOSIT'));
}

/** The same for what is done to goods: a gift card is one card, for what is on it. */
function findGoods(sale: Sale | null, lineId: string): Result<Found, SaleRefusal> {
  const found = find(sale, lineId);
  if (found.ok && found.value.line.giftCard !== undefined) return err(refused('LINE-IS-GIFT-CARD'));
  return found;
}

/**
 * Sets a line's quantity (thousandths). A smaller one is a correction and needs its reason (bokføringsforskriften
 * § 5-3-7). Refuses with LINE-UNKNOWN, LINE-IS-DEPOSIT, LINE-IS-GIFT-CARD,
 * QUANTITY-WRONG (also for zero or less: that is a removal),
 * REASON-MISSING or SALE-TOO-LARGE.
 */
export function changeQuantity(
  sale: Sale | null,
  asks: { readonly lineId: string; readonly quantity: Thousandths; readonly reason: string | null },
): Decision {
  const found = findGoods(sale, asks.lineId);
  if (!found.ok) return found;
  const { line } = found.value;
  const { lineId, quantity } = asks;
  const refusal = quantityRefusal(quantity);
  if (refusal !== null) return err(refusal);
  if (quantity === line.quantity) return ok([]);
  if (quantity > line.quantity) return raise(found.value.sale, line, quantity);

  const reason = asks.reason?.trim() ?? '';
  if (reason === '') return err(refused('REASON-MISSING'));
  return ok(quantityEntries(found.value.sale, lineId, quantity, reason));
}

/**
 * Takes a line off. With the last line goes the sale's discount, so that what is rung up next is not reduced unseen.
 * Refuses with LINE-UNKNOWN or REASON-MISSING.
 */
export function removeLine(
  sale: Sale | null,
  asks: { readonly lineId: string; readonly reason: string },
): Decision {
  const reason = asks.reason.trim();
  const back = sale?.exchange?.lines.some(({ lineId }) => lineId === asks.lineId) === true;
  if (sale?.state === 'open' && back) {
    if (reason === '') return err(refused('REASON-MISSING'));
    return ok([{ kind: 'sale.return-removed', body: { saleId: sale.saleId, lineId: asks.lineId, reason } }]);
  }
  const found = find(sale, asks.lineId);
  if (!found.ok) return found;
  if (reason === '') return err(refused('REASON-MISSING'));
  const { saleId, lines, discount } = found.value.sale;
  const removed = withDeposit(found.value.sale, asks.lineId).map((lineId): NewEntry => ({
    kind: 'sale.line-removed',
    body: { saleId, lineId, reason },
  }));
  if (lines.length > removed.length || discount === null) return ok(removed);
  return ok([...removed, { kind: 'sale.discounted', body: { saleId, lineId: null, discount: null } }]);
}

function discountRefusal(discount: Discount, of: Ore): SaleRefusal | null {
  switch (discount.kind) {
    case 'amount':
      if (discount.amount <= 0) return refused('AMOUNT-WRONG', { amount: discount.amount });
      return discount.amount > of ? refused('DISCOUNT-TOO-LARGE', { amount: discount.amount, of }) : null;
    case 'percent':
      if (discount.rate <= 0) return refused('AMOUNT-WRONG', { rate: discount.rate });
      return discount.rate > 10_000 ? refused('DISCOUNT-TOO-LARGE', { rate: discount.rate }) : null;
  }
}

function same(a: Discount | null, b: Discount | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'amount') return b.kind === 'amount' && a.amount === b.amount;
  return b.kind === 'percent' && a.rate === b.rate;
}

/**
 * Gives a line, or with `lineId` null the whole sale, a discount in the place of the one it had; null takes it off.
 * Refuses with LINE-UNKNOWN, LINE-IS-DEPOSIT, LINE-IS-GIFT-CARD, SALE-EMPTY, AMOUNT-WRONG, or DISCOUNT-TOO-LARGE for more than what is to be paid.
 */
export function setDiscount(
  sale: Sale | null,
  asks: { readonly lineId: string | null; readonly discount: Discount | null },
): Decision {
  const { lineId, discount } = asks;
  if (sale?.state !== 'open' || sale.lines.length === 0) return err(refused('SALE-EMPTY'));
  let before = sale.discount;
  const goods = sale.lines.filter(({ giftCard }) => giftCard === undefined);
  if (goods.length === 0) return err(refused('LINE-IS-GIFT-CARD'));
  let of = sum(goods.map(afterOwnDiscount));
  if (lineId !== null) {
    const found = findGoods(sale, lineId);
    if (!found.ok) return found;
    before = found.value.line.discount;
    of = grossOf(found.value.line);
  }
  const refusal = discount === null ? null : discountRefusal(discount, of);
  if (refusal !== null) return err(refusal);
  if (same(before, discount)) return ok([]);
  return ok([{ kind: 'sale.discounted', body: { saleId: sale.saleId, lineId, discount } }]);
}

/** Gives the sale up. Refuses with SALE-EMPTY when none is open, or REASON-MISSING. */
export function clear(sale: Sale | null, asks: { readonly reason: string }): Decision {
  if (sale?.state !== 'open') return err(refused('SALE-EMPTY'));
  const reason = asks.reason.trim();
  if (reason === '') return err(refused('REASON-MISSING'));
  // What was to come back stays with the customer: given up is what was rung up.
  return ok([{ kind: 'sale.aborted', body: { saleId: sale.saleId, reason, total: priceSale(sale).sold } }]);
}

/** Puts the sale aside under a name, which may be empty. Refuses with SALE-EMPTY. */
export function park(sale: Sale | null, asks: { readonly name: string }): Decision {
  if (sale?.state !== 'open' || isEmpty(sale)) return err(refused('SALE-EMPTY'));
  return ok([{ kind: 'sale.parked', body: { saleId: sale.saleId, name: asks.name.trim() } }]);
}

/**
 * Takes a parked sale up again. An open sale without lines gives way to it (its reason, `empty`, is the till's own word);
 * one with lines must be paid, parked or cleared first. Refuses with SALE-UNKNOWN or NOT-ALLOWED-NOW.
 */
export function resume(open: Sale | null, parked: Sale | null): Decision {
  if (parked?.state !== 'parked') return err(refused('SALE-UNKNOWN'));
  const resumed: NewEntry = { kind: 'sale.resumed', body: { saleId: parked.saleId } };
  if (open?.state !== 'open') return ok([resumed]);
  if (!isEmpty(open)) return err(refused('NOT-ALLOWED-NOW', { saleId: open.saleId }));
  const gaveWay = clear(open, { reason: 'empty' });
  return gaveWay.ok ? ok([...gaveWay.value, resumed]) : gaveWay;
}

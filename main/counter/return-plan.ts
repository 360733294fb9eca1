import type { SoldLine } from '../journal/entries/sale.ts';
import type { Journal, JournalReads, SoldSale } from '../journal/index.ts';
import { type How, type PayBack, amountOf, payBack } from '../refund/pay-back.ts';
import { amountLeft, linesLeft, type Wanted, whatGoesBack } from '../refund/returnable.ts';
import type { RefundOrder } from '../refund/sources.ts';
import { splitLines } from '../refund/split-lines.ts';
import { ok, type Result } from '../result.ts';
import { ore, sum, type Ore } from '../sale/money.ts';
import { knownPayments } from './known-payments.ts';
import { refuse, type Refusal } from './refusal.ts';

/** What would go back of a receipt: its lines (negative), what they come to, and what was left before. */
export type Returning = {
  readonly sale: SoldSale;
  readonly lines: SoldLine[];
  readonly amount: Ore;
  readonly left: Ore;
};

/** A refund of it: one for each card payment that the money goes back through. */
export type PlannedRefund = { readonly lines: SoldLine[]; readonly amount: Ore; readonly back: PayBack };

export type ReturnPlan = Returning & {
  readonly refunds: readonly [PlannedRefund, ...PlannedRefund[]];
};

/** What would go back of a receipt; read anew each time, so that nothing stands in a window. */
export function returning(
  read: JournalReads,
  receiptNumber: number,
  wanted: Wanted,
): Result<Returning, Refusal> {
  const sale = read.soldSale(receiptNumber);
  if (sale === null) return refuse('RECEIPT-UNKNOWN', { receipt: receiptNumber });
  // Dintero says that money went back which a person decided had not: what is left is not known before that is settled.
  if (read.openRefundAlarms().some(({ saleId }) => saleId === sale.saleId)) return refuse('REFUND-WAITS');
  const left = linesLeft(sale.lines, read.returnedLines(sale.saleId), read.giftCardBalance);
  const lines = whatGoesBack(left, wanted);
  if (!lines.ok) return lines;
  const amount = ore(0 - sum(lines.value.map((line) => line.amount)));
  return ok({ sale, lines: lines.value, amount, left: amountLeft(left) });
}

/** What would go back of a receipt, and how. */
export function planReturn(
  { read }: Journal,
  receiptNumber: number,
  wanted: Wanted,
  how: How,
  order: RefundOrder,
): Result<ReturnPlan, Refusal> {
  const found = returning(read, receiptNumber, wanted);
  if (!found.ok) return found;
  const { sale, lines, amount } = found.value;
  const back = payBack(knownPayments(read, sale), read.gone(sale.saleId), amount, how, order);
  if (!back.ok) return back;
  const [first, ...others] = back.value;
  const shares = splitLines(lines, back.value.map(amountOf));
  const refund = (one: PayBack, index: number): PlannedRefund => ({
    lines: shares[index] ?? [],
    amount: amountOf(one),
    back: one,
  });
  const refunds = [refund(first, 0), ...others.map((one, index) => refund(one, index + 1))] as const;
  return ok({ ...found.value, refunds });
}

/** What may still go back of a receipt, in øre; null when there is no such sale. */
export function leftOf({ read }: Journal, receiptNumber: number): Ore | null {
  const sale = read.soldSale(receiptNumber);
  if (sale === null) return null;
  return amountLeft(linesLeft(sale.lines, read.returnedLines(sale.saleId), read.giftCardBalance));
}

/** What went back of a sale's money or is going back, in øre, each by itself. */
export function goneOf({ read }: Journal, saleId: string): Ore[] {
  return read
    .refundsOf(saleId)
    .filter(({ state }) => state !== 'refused')
    .map(({ amount }) => amount);
}

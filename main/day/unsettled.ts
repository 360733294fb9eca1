import type { JournalReads } from '../journal/index.ts';
import { assertNever } from '../result.ts';
import { type Currency, type Ore, sum } from '../sale/money.ts';
import { priceSale } from '../sale/price.ts';
import { applyToSale, isEmpty, type Sale } from '../sale/sale.ts';
import type { Words } from '../words/index.ts';

/** One thing that must be settled before the day can be closed (kassasystemforskrifta § 2-8-3). Amounts in øre. */
export type Unsettled =
  | { readonly kind: 'open-sale'; readonly total: Ore }
  | { readonly kind: 'parked-sale'; readonly saleId: string; readonly name: string; readonly total: Ore }
  | { readonly kind: 'payment'; readonly saleId: string; readonly amount: Ore }
  | { readonly kind: 'refund'; readonly refundId: string; readonly amount: Ore }
  | { readonly kind: 'alarm'; readonly alarm: number; readonly amount: Ore }
  | { readonly kind: 'case'; readonly case: number };

type Reads = Pick<
  JournalReads,
  | 'currentSaleId'
  | 'saleEntries'
  | 'parkedSales'
  | 'unfinishedAttempts'
  | 'openAlarms'
  | 'openRefundAlarms'
  | 'openCases'
>;
type OpenRefund = { readonly refundId: string; readonly amount: Ore };

/** All that stands in the way of the Z report. A sale without lines does not: it is given up with the day. */
export function unsettled(read: Reads, refunds: readonly OpenRefund[]): Unsettled[] {
  const current = read.currentSaleId();
  const open = current === null ? null : saleOf(read, current);
  const payments = read.unfinishedAttempts();
  const paying = new Set(payments.map(({ saleId }) => saleId));
  return [
    ...payments.map(({ saleId, amount }) => ({ kind: 'payment' as const, saleId, amount })),
    ...refunds.map(({ refundId, amount }) => ({ kind: 'refund' as const, refundId, amount })),
    ...(open === null || isEmpty(open) || paying.has(open.saleId)
      ? []
      : [{ kind: 'open-sale' as const, total: priceSale(open).total }]),
    ...read
      .parkedSales()
      .filter(({ saleId }) => !paying.has(saleId))
      .map(({ saleId, name }) => {
        const sale = saleOf(read, saleId);
        const total = sale === null ? (0 as Ore) : priceSale(sale).total;
        return { kind: 'parked-sale' as const, saleId, name, total };
      }),
    ...[...read.openAlarms(), ...read.openRefundAlarms()].map(({ alarm, amount }) => ({
      kind: 'alarm' as const,
      alarm,
      amount,
    })),
    ...read.openCases().map((one) => ({ kind: 'case' as const, case: one.case })),
  ];
}

/** What customers paid and Dintero has not captured yet. It is told, and stands in nobody's way: it is being followed. */
export function notYetCaptured(read: Pick<JournalReads, 'uncapturedAttempts'>): {
  readonly number: number;
  readonly amount: Ore;
} {
  const attempts = read.uncapturedAttempts();
  return { number: attempts.length, amount: sum(attempts.map(({ amount }) => amount)) };
}

function saleOf(read: Reads, saleId: string): Sale | null {
  return read.saleEntries(saleId).reduce<Sale | null>(applyToSale, null);
}

/** What stands in the way and what to do about it, in a sentence. */
export function unsettledSentence(one: Unsettled, currency: Currency, { day, format }: Words): string {
  const money = (amount: Ore): string => format.money(amount, currency);
  switch (one.kind) {
    case 'open-sale':
      return day.unsettled.openSale(money(one.total));
    case 'parked-sale':
      return day.unsettled.parkedSale(one.name, money(one.total));
    case 'payment':
      return day.unsettled.payment(money(one.amount));
    case 'refund':
      return day.unsettled.refund(money(one.amount));
    case 'alarm':
      return day.unsettled.alarm(money(one.amount));
    case 'case':
      return day.unsettled.case(one.case);
    default:
      return assertNever(one);
  }
}

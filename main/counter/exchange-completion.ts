import { shopTime } from '../clock.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { PaidBack } from '../journal/entries/refund.ts';
import type { Payment } from '../journal/entries/sale.ts';
import type { JournalWriter } from '../journal/index.ts';
import { type RefundOrder, sourcesOf, takeFrom } from '../refund/sources.ts';
import { ore, sum } from '../sale/money.ts';
import { priceSale } from '../sale/price.ts';
import type { Sale } from '../sale/sale.ts';
import type { Issuer } from './completion.ts';
import { knownPayments } from './known-payments.ts';

/** How the difference was settled: paid by the customer, given back, or neither where there is none. */
export type Settled = {
  readonly payments: readonly Payment[];
  readonly paidBack: readonly PaidBack[];
  /** The refund that gave it back. */
  readonly refundId: string | null;
};

/**
 * Completes an exchange: one receipt for both sides, in the series and the chain of all receipts, in the caller's journal
 * transaction. What the customer paid or got back must be the difference. Signed is that difference before cash rounding.
 */
export function completeExchange(
  tx: JournalWriter,
  issuer: Issuer,
  sale: Sale,
  settled: Settled,
  order: RefundOrder,
): Entry {
  const { saleId, exchange, currency } = sale;
  if (exchange === null) throw new Error(`Sale ${saleId} takes nothing back`);
  const priced = priceSale(sale);
  const { payments, paidBack, refundId } = settled;
  const moved = [...payments, ...paidBack];
  const paid = sum(moved.map(({ amount }) => amount));
  if (paid !== priced.total)
    throw new Error(`Exchange ${saleId} comes to ${String(priced.total)}, paid is ${String(paid)}`);
  const receiptNumber = tx.read.nextReceiptNumber();
  const { date, time } = shopTime(tx.at);
  const entry = tx.append('sale.exchanged', {
    saleId,
    receiptNumber,
    of: exchange.of,
    reason: exchange.reason,
    tillId: issuer.tillId,
    training: issuer.training,
    seller: issuer.seller,
    currency,
    lines: priced.lines,
    returned: [...priced.returned],
    vat: priced.vat,
    total: priced.total,
    rounding: sum(moved.map((payment) => (payment.kind === 'cash' ? payment.rounding : ore(0)))),
    payments: [...payments],
    paidBack: [...paidBack],
    refundId,
    carried: carried(tx, sale, order),
    ...(sale.buyer !== null && { buyer: sale.buyer }),
    signature: issuer.signer.sign({
      previous: tx.read.lastSignature(),
      date,
      time,
      nr: String(receiptNumber),
      amountIncludingVat: priced.total,
      amountExcludingVat: ore(priced.total - sum(priced.vat.map((rate) => rate.vat))),
    }),
  });
  // On paper it is a return: the customer signs it.
  const cash = moved.some(({ kind }) => kind === 'cash');
  issuer.follow(tx, { receiptNumber, kind: 'return', cash, giftCards: [] });
  return entry;
}

/** What the goods that come back had been paid with, as far as it pays for the new ones. */
function carried(tx: JournalWriter, sale: Sale, order: RefundOrder): ReturnType<typeof sourcesOf> {
  const { sold, returned } = priceSale(sale);
  const credit = 0 - sum(returned.map(({ amount }) => amount));
  const of = sale.exchange === null ? null : tx.read.soldSaleOf(sale.exchange.of.saleId);
  if (of === null) throw new Error(`Nothing was sold that exchange ${sale.saleId} takes back`);
  const sources = sourcesOf(knownPayments(tx.read, of), tx.read.gone(of.saleId), order);
  const taken = takeFrom(sources, ore(Math.min(sold, credit)));
  if (taken === null) throw new Error(`Exchange ${sale.saleId} takes back more than was paid`);
  return taken;
}

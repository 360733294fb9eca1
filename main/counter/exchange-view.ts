import type { SaleView } from '../../preload/contract/view.ts';
import type { JournalReads } from '../journal/index.ts';
import { cashBackOf, payBack } from '../refund/pay-back.ts';
import type { RefundOrder } from '../refund/sources.ts';
import { ore, sum } from '../sale/money.ts';
import type { PricedSale } from '../sale/price.ts';
import type { Sale } from '../sale/sale.ts';
import { knownPayments } from './known-payments.ts';
import { lineView } from './line-view.ts';

/** What comes back in the sale, and how the difference would go back as it was paid; null when nothing comes back. */
export function exchangeView(
  read: JournalReads,
  { exchange }: Sale,
  { returned, total }: PricedSale,
  order: RefundOrder,
): SaleView['exchange'] {
  if (exchange === null) return null;
  const sold = read.soldSaleOf(exchange.of.saleId);
  const back =
    sold === null || total >= 0
      ? null
      : payBack(knownPayments(read, sold), read.gone(sold.saleId), ore(0 - total), 'as-paid', order);
  const refunds = back?.ok === true ? back.value : null;
  return {
    receiptNumber: exchange.of.receiptNumber,
    lines: returned.map(lineView),
    credit: 0 - sum(returned.map(({ amount }) => amount)),
    paidByCard: sold?.payments.some(({ kind }) => kind !== 'cash') ?? false,
    back:
      refunds === null
        ? null
        : {
            card: sum(refunds.map(({ card }) => card?.amount ?? ore(0))),
            cash: sum(refunds.map(cashBackOf)),
            giftCard: sum(refunds.map(({ giftCard }) => giftCard?.amount ?? ore(0))),
          },
  };
}

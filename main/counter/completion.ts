import { shopTime } from '../clock.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { Payment, Seller } from '../journal/entries/sale.ts';
import type { JournalWriter } from '../journal/index.ts';
import type { Completion } from './printing.ts';
import type { Signer } from '../journal/signature.ts';
import { ore, sum } from '../sale/money.ts';
import { priceSale } from '../sale/price.ts';
import type { Sale } from '../sale/sale.ts';

/** What a receipt says of the till and the shop. */
export type Issuer = {
  readonly tillId: string;
  readonly training: boolean;
  readonly seller: Seller;
  readonly signer: Signer;
  /** Writes down what follows a completion on paper and at the drawer, in the same transaction. */
  readonly follow: (tx: JournalWriter, done: Completion) => void;
};

/**
 * Completes a sale: takes the next receipt number, signs, and writes the whole content of the receipt, all in the
 * caller's journal transaction. The payments must sum to the sale's total. Signed is the amount before cash rounding
 * (norway.md 8).
 */
export function completeSale(
  tx: JournalWriter,
  issuer: Issuer,
  sale: Sale,
  payments: readonly Payment[],
): Entry {
  const priced = priceSale(sale);
  const paid = sum(payments.map((payment) => payment.amount));
  if (paid !== priced.total)
    throw new Error(`Sale ${sale.saleId} costs ${String(priced.total)}, paid is ${String(paid)}`);
  const receiptNumber = tx.read.nextReceiptNumber();
  const rounding = sum(payments.map((payment) => (payment.kind === 'cash' ? payment.rounding : ore(0))));
  const excludingVat = ore(priced.total - sum(priced.vat.map((rate) => rate.vat)));
  const { date, time } = shopTime(tx.at);
  const entry = tx.append('sale.completed', {
    saleId: sale.saleId,
    receiptNumber,
    tillId: issuer.tillId,
    training: issuer.training,
    seller: issuer.seller,
    currency: sale.currency,
    lines: priced.lines,
    vat: priced.vat,
    total: priced.total,
    rounding,
    payments: [...payments],
    ...(sale.buyer !== null && { buyer: sale.buyer }),
    signature: issuer.signer.sign({
      previous: tx.read.lastSignature(),
      date,
      time,
      nr: String(receiptNumber),
      amountIncludingVat: priced.total,
      amountExcludingVat: excludingVat,
    }),
  });
  const cash = payments.some(({ kind }) => kind === 'cash');
  const giftCards = priced.lines.flatMap(({ giftCard }) => giftCard?.code ?? []);
  issuer.follow(tx, { receiptNumber, kind: 'sale', cash, giftCards });
  return entry;
}

import type { Transaction } from '../dintero/index.ts';
import type { TransactionSeen } from '../journal/entries/attempt.ts';
import type { SoldLine } from '../journal/entries/sale.ts';
import { spread } from '../sale/discount.ts';
import { type Currency, multiplyAndRound, ore, sum, thousandths, vatRate, type Ore } from '../sale/money.ts';
import { vatOf } from '../sale/vat.ts';
import { heldByDintero } from './reading.ts';

/** What names another till's payment, as its receipt has it. */
export type OtherTillCode = {
  readonly tillId: string;
  /** Where the text says it. */
  readonly receiptNumber: number | null;
  readonly by:
    | { readonly kind: 'attempt'; readonly attemptId: string }
    | { readonly kind: 'sale'; readonly saleId: string };
};

/** Whether a merchant_reference is the one that was looked for; a search may find more than was meant. */
export function isMeant({ by }: OtherTillCode, reference: string): boolean {
  return by.kind === 'attempt' ? reference === by.attemptId : reference.startsWith(`${by.saleId}-`);
}

/** The sale and till in an attempt's name; null for a reference that no till of this kind has given. */
export function namesIn(reference: string): { readonly tillId: string; readonly saleId: string } | null {
  const [, saleId, tillId] = /^(([A-Z0-9]{4,12})-\d{1,9})-\d{1,4}$/.exec(reference) ?? [];
  return saleId === undefined || tillId === undefined ? null : { saleId, tillId };
}

/** A payment of another till as Dintero has it; null when money cannot be given back of it here. */
export type OtherTillPayment = {
  readonly seen: TransactionSeen;
  readonly saleId: string;
  readonly tillId: string;
  /** Captured, less refunded, less what is being refunded, in øre. */
  readonly held: Ore;
};

/** Reads a transaction as another till's payment; null when it is no till's, or nothing of it was captured. */
export function otherTillPayment(transaction: Transaction): OtherTillPayment | null {
  const reference = transaction.merchant_reference ?? '';
  const names = namesIn(reference);
  const captured = transaction.events.some(({ event, success }) => event === 'CAPTURE' && success === true);
  if (names === null || !captured) return null;
  const { card } = transaction;
  return {
    ...names,
    held: heldByDintero(transaction),
    seen: {
      transactionId: transaction.id,
      status: transaction.status,
      amount: ore(transaction.amount),
      currency: transaction.currency,
      reference,
      captured,
      card: {
        brand: card?.brand ?? null,
        maskedPan: card?.masked_pan ?? null,
        entryMethod: card?.entry_method ?? null,
        customerReceipt: null,
      },
    },
  };
}

/**
 * A part of the price (øre) of what Dintero says was sold, as lines that go back without goods (negative): the till that
 * sold it knows what of each line is left, this one only what of the payment is. Null where Dintero names no line.
 */
export function partOfPrice(
  transaction: Transaction,
  amount: Ore,
  groupOf: (articleId: string) => string | null,
): SoldLine[] | null {
  const items = transaction.items.filter((item) => (item.amount ?? 0) > 0);
  const amounts = items.map((item) => ore(item.amount ?? 0));
  if (items.length === 0 || sum(amounts) < amount) return null;
  const shares = spread(amount, amounts);
  const lines = items.map((item, index): SoldLine => {
    const back = shares[index] ?? ore(0);
    const rate = vatRate(Math.round((item.vat ?? 0) * 100));
    const articleId = item.id === null || item.id === 'free-amount' ? null : item.id;
    const quantity = item.quantity ?? 1;
    return {
      lineId: /^\d{1,6}$/.test(item.line_id ?? '') ? (item.line_id ?? '') : String(index + 1),
      articleId,
      description: item.description?.trim() === '' ? '?' : (item.description ?? '?'),
      group: articleId === null ? '' : (groupOf(articleId) ?? ''),
      unitPrice: ore(
        quantity === 0 ? back : multiplyAndRound(item.amount ?? 0, 1000, Math.round(quantity * 1000) || 1000),
      ),
      quantity: thousandths(0),
      vatRate: rate,
      discount: null,
      reduction: back,
      amount: ore(0 - back),
      vatAmount: vatOf(ore(0 - back), rate),
    };
  });
  return lines.filter((line) => line.amount !== 0);
}

/** Whether this till may give back of it: its shop's money, in its currency, and not this till's own. */
export function isOtherTills(
  { seen, tillId }: OtherTillPayment,
  transaction: Transaction,
  own: { readonly tillId: string; readonly storeId: string; readonly currency: Currency },
): boolean {
  return tillId !== own.tillId && seen.currency === own.currency && transaction.store?.id === own.storeId;
}

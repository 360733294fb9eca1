import type { JournalReads, PaidWith, SoldSale } from '../journal/index.ts';

/** What a sale was paid with, with the transactions that became known after a person had decided. */
export function knownPayments(read: JournalReads, { payments }: SoldSale): PaidWith[] {
  return payments.map((payment) => {
    if (payment.kind !== 'card' || payment.transactionId !== null) return payment;
    return { ...payment, transactionId: read.attemptNamed(payment.attemptId)?.transactionId ?? null };
  });
}

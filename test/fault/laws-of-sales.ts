import type { PaidBack } from '../../main/journal/entries/refund.ts';
import type { Payment } from '../../main/journal/entries/sale.ts';
import type { JournalReads } from '../../main/journal/index.ts';
import { attemptFrom, moneySeen } from '../../main/payment/attempt.ts';
import { refundFrom } from '../../main/refund/refund.ts';
import { linesLeft } from '../../main/refund/returnable.ts';
import { priceSale } from '../../main/sale/price.ts';
import { applyToSale, type Sale } from '../../main/sale/sale.ts';
import type { Evidence, Moment } from './evidence.ts';

export const moneyMoved: ReadonlySet<string> = new Set(['AUTHORIZED', 'CAPTURED', 'PARTIALLY_CAPTURED']);

/** Was paid, and part of it or all went back later. */
const givenBack: ReadonlySet<string> = new Set([
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
  'REFUNDED',
]);

/** Every law of sales and their receipts that the evidence breaks, a sentence each. `saleIds`: those that asked for a card. */
export function brokenSaleLaws(evidence: Evidence, saleIds: ReadonlySet<string>, moment: Moment): string[] {
  return [
    ...[...saleIds].flatMap((saleId) => aboutSale(evidence, saleId, moment)),
    ...aboutReceipts(evidence, moment),
  ];
}

/** Nobody knows yet whether it is paid. */
const isOpen = ({ state }: { readonly state: string }): boolean =>
  ['prepared', 'creating', 'waiting', 'undecided'].includes(state);

/**
 * Never more is kept for a sale, approved on cards and paid otherwise, than it costs, less what went back of it, unless an alarm
 * says otherwise; each part that counts as paid is; and none is completed before it is known what became of its payments.
 */
function aboutSale(evidence: Evidence, saleId: string, moment: Moment): string[] {
  const { read } = evidence;
  const sale = read.saleEntries(saleId).reduce<Sale | null>(applyToSale, null);
  if (sale === null) return [`Sale ${saleId} has attempts and no entry`];
  const approved = read.attemptsOfSale(saleId).flatMap(({ attemptId, amount }) => {
    const entries = read.attemptEntries(attemptId);
    const attempt = attemptFrom(entries);
    const isPaid = attempt !== null && ('transaction' in attempt || moneySeen(attempt) !== null);
    return isPaid && !entries.some(({ kind }) => alarms.has(kind)) ? [{ attemptId, amount }] : [];
  });
  const names = approved.map((one) => one.attemptId);
  const back = read
    .refundsOf(saleId)
    .filter(({ state, attemptId }) => state === 'done' && attemptId !== null && names.includes(attemptId));
  const otherwise = paymentsOf(read, sale).filter(({ kind }) => kind !== 'card');
  const kept = total(approved) + total(otherwise) - back.reduce((sum, { card }) => sum + card, 0);
  // An exchange may come to less than nothing; then nothing is to be paid.
  const costs = Math.max(0, priceSale(sale).total);
  const undecided = read.receiptOf(saleId) === null ? [] : read.attemptsOfSale(saleId).filter(isOpen);
  return [
    ...undecided.map(({ attemptId, state }) => `Sale ${saleId} is completed while ${attemptId} is ${state}`),
    ...(kept > costs ? [`Sale ${saleId} costs ${String(costs)}, and ${String(kept)} is kept for it`] : []),
    ...sale.paid.flatMap(({ part, payment }) =>
      aboutPayment(evidence, `Part ${String(part)} of sale ${saleId}`, payment, moment),
    ),
  ];
}

/** What was paid for a sale: what its receipt says or, before there is one, its parts. */
function paymentsOf(read: JournalReads, sale: Sale): readonly Payment[] {
  const receipt = read.receiptOf(sale.saleId);
  if (receipt === null) return sale.paid.map(({ payment }) => payment);
  return (read.completedSale(receipt)?.sale ?? read.exchangedSale(receipt)?.exchanged)?.payments ?? [];
}

/** The sale whose attempt, or whose session, has this reference. */
export function saleOf(reference: string): string {
  return reference.slice(0, reference.lastIndexOf('-'));
}

function total(amounts: readonly { readonly amount: number }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}

const alarms: ReadonlySet<string> = new Set(['attempt.paid-after-all', 'attempt.contradicted']);

/** No sale is completed without its money, and none of its goods comes back twice. */
function aboutReceipts(evidence: Evidence, moment: Moment): string[] {
  const { read } = evidence;
  const broken: string[] = [];
  for (let number = 1; number < read.nextReceiptNumber(); number += 1) {
    const receipt = `Receipt ${String(number)}`;
    const found = moneyOf(read, number);
    if (found === null) {
      if (read.returnedSale(number) === null) broken.push(`${receipt} is missing`);
      continue;
    }
    const { costs, payments, paidBack } = found;
    const moved = total(payments) + total(paidBack);
    if (moved !== costs) broken.push(`${receipt} is for ${String(costs)}, moved is ${String(moved)}`);
    broken.push(
      ...payments.flatMap((payment) => [
        ...aboutPayment(evidence, receipt, payment, moment),
        ...aboutGivenUp(read, receipt, payment),
      ]),
      ...aboutGoods(read, number),
    );
  }
  return broken;
}

function moneyOf(
  read: JournalReads,
  receipt: number,
): {
  readonly costs: number;
  readonly payments: readonly Payment[];
  readonly paidBack: readonly PaidBack[];
} | null {
  const sale = read.completedSale(receipt)?.sale;
  if (sale !== undefined) return { costs: sale.total, payments: sale.payments, paidBack: [] };
  const exchanged = read.exchangedSale(receipt)?.exchanged;
  if (exchanged === undefined) return null;
  return { costs: exchanged.total, payments: exchanged.payments, paidBack: exchanged.paidBack };
}

/** A payment that counts: cash, an approved transaction, or a person's word until Dintero objects. */
function aboutPayment(
  { read, transactions }: Evidence,
  where: string,
  payment: Payment,
  moment: Moment,
): string[] {
  if (payment.kind !== 'card') return [];
  const { attemptId, amount } = payment;
  const entries = read.attemptEntries(attemptId);
  const attempt = attemptFrom(entries);
  const transaction = transactions.find((one) => one.merchant_reference === attemptId);
  const money =
    transaction !== undefined && (moneyMoved.has(transaction.status) || givenBack.has(transaction.status));
  const byHand = attempt !== null && 'transaction' in attempt && attempt.transaction === null;
  const objected = entries.some((entry) => entry.kind === 'attempt.contradicted');
  const watched = moment === 'running' && attempt !== null && 'captured' in attempt && !attempt.captured;
  return [
    ...(attempt?.state === 'completed' ? [] : [`${where}: ${attemptId} is not approved`]),
    ...(money || byHand || objected || watched ? [] : [`${where}: Dintero has no money for ${attemptId}`]),
    // A person may decide over another amount; the matching with Dintero then opens a case.
    ...(money && !byHand && transaction.amount !== amount
      ? [`${where}: Dintero has ${String(transaction.amount)}, not ${String(amount)}`]
      : []),
  ];
}

/** What went back before there was a receipt, as a part or from an alarm, pays for nothing on one. */
function aboutGivenUp(read: JournalReads, receipt: string, payment: Payment): string[] {
  if (payment.kind !== 'card') return [];
  const { attemptId } = payment;
  const refunds = read.refundsOf(saleOf(attemptId)).filter((one) => one.attemptId === attemptId);
  const back = refunds.filter(({ refundId, state }) => {
    const refund = refundFrom(read.refundEntries(refundId));
    return state === 'done' && refund?.of.receiptNumber === null;
  });
  return back.map(({ refundId }) => `${receipt}: ${attemptId} had gone back by ${refundId}`);
}

/** No more comes back of a receipt than was sold on it, by refunds and exchanges together. */
function aboutGoods(read: JournalReads, receipt: number): string[] {
  const sold = read.soldSale(receipt);
  if (sold === null) return [];
  return linesLeft(sold.lines, read.returnedLines(sold.saleId), read.giftCardBalance)
    .filter(({ quantity, amount }) => quantity < 0 || amount < 0)
    .map((line) => `Receipt ${String(receipt)}: more of line ${line.sold.lineId} came back than was sold`);
}

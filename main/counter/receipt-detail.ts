import type { ReceiptDetailView } from '../../preload/contract/refund.ts';
import type { ReceiptSummaryView } from '../../preload/contract/view.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { PaidBack } from '../journal/entries/refund.ts';
import type { Payment, SoldLine } from '../journal/entries/sale.ts';
import type {
  CompletedSaleRead,
  ExchangedSaleRead,
  JournalReads,
  ReturnedSaleRead,
} from '../journal/index.ts';
import { amountLeft, linesLeft } from '../refund/returnable.ts';
import { paidByOf } from '../sale/means.ts';

/** A return in a few words. */
export function returnSummary({ returned, at }: ReturnedSaleRead): ReceiptSummaryView {
  const { receiptNumber, total, lines } = returned;
  return {
    receiptNumber,
    kind: 'return',
    at,
    total,
    change: 0,
    lines: lines.length,
    ...meansOf(returned.payments),
  };
}

/** An exchange in a few words; its total is the difference. */
export function exchangeSummary({ exchanged, at }: ExchangedSaleRead): ReceiptSummaryView {
  const { receiptNumber, total, lines, returned, payments, paidBack } = exchanged;
  return {
    receiptNumber,
    kind: 'exchange',
    at,
    total,
    change: handedOut(payments, paidBack),
    lines: lines.length + returned.length,
    ...meansOf([...payments, ...paidBack]),
  };
}

/** Notes and coins for the customer: change, or the difference of an exchange. */
function handedOut(payments: readonly Payment[], paidBack: readonly PaidBack[]): number {
  const change = payments.map((payment) => (payment.kind === 'cash' ? payment.change : 0));
  const back = paidBack.map((payment) =>
    payment.kind === 'cash' ? 0 - payment.amount - payment.rounding : 0,
  );
  return [...change, ...back].reduce((sum, amount) => sum + amount, 0);
}

function meansOf(
  payments: readonly (Payment | PaidBack)[],
): Pick<ReceiptSummaryView, 'paidBy' | 'cardEnding'> {
  const pan = payments.flatMap((one) => (one.kind === 'card' ? [one.card.maskedPan] : []))[0] ?? null;
  return {
    paidBy: paidByOf(payments),
    cardEnding: pan === null ? null : pan.slice(-4),
  };
}

/** Everything about a sale: what may go back, its attempts, its refunds, and all that was written down about it. */
export function saleDetail(read: JournalReads, { sale }: CompletedSaleRead): ReceiptDetailView {
  return {
    saleId: sale.saleId,
    returnOf: null,
    ...whatIsLeft(read, sale.saleId, sale.lines),
    ...history(read, sale.saleId),
  };
}

/** The same of an exchange: its new goods may come back as well, what came back on it may not. */
export function exchangeDetail(read: JournalReads, { exchanged }: ExchangedSaleRead): ReceiptDetailView {
  const { saleId, of, lines, returned } = exchanged;
  const left = whatIsLeft(read, saleId, lines);
  const back = returned.map((line) => ({ ...lineView(line), quantityLeft: 0, amountLeft: 0 }));
  return {
    saleId,
    returnOf: of.receiptNumber,
    ...left,
    lines: [...left.lines, ...back],
    ...history(read, saleId),
  };
}

function whatIsLeft(
  read: JournalReads,
  saleId: string,
  lines: readonly SoldLine[],
): Pick<ReceiptDetailView, 'lines' | 'left'> {
  const left = linesLeft(lines, read.returnedLines(saleId), read.giftCardBalance);
  return {
    lines: left.map((line) => ({
      ...lineView(line.sold),
      quantityLeft: line.quantity,
      amountLeft: line.amount,
    })),
    left: amountLeft(left),
  };
}

/** The same of a return: what went back, and the history of the sale that it went back of. */
export function returnDetail(read: JournalReads, { returned }: ReturnedSaleRead): ReceiptDetailView {
  const { of } = returned;
  return {
    saleId: of.saleId,
    returnOf: of.tillId === returned.tillId ? of.receiptNumber : null,
    lines: returned.lines.map((line) => ({ ...lineView(line), quantityLeft: 0, amountLeft: 0 })),
    left: 0,
    ...history(read, of.saleId),
  };
}

function lineView(line: SoldLine): Omit<ReceiptDetailView['lines'][number], 'quantityLeft' | 'amountLeft'> {
  const { lineId, description, quantity, amount, vatRate, vatAmount } = line;
  return { lineId, description, quantity, amount, vatRate, vatAmount };
}

function history(
  read: JournalReads,
  saleId: string,
): Pick<ReceiptDetailView, 'attempts' | 'refunds' | 'exchanges' | 'entries'> {
  const refunds = read.refundsOf(saleId);
  const entries = [
    ...read.saleEntries(saleId),
    ...refunds.flatMap(({ refundId }) => read.refundEntries(refundId)),
  ].sort((a, b) => a.seq - b.seq);
  return {
    attempts: read
      .attemptsOfSale(saleId)
      .map(({ attemptId, state, amount, preparedAt, sessionId, transactionId }) => ({
        attemptId,
        state,
        amount,
        at: preparedAt,
        sessionId,
        transactionId,
      })),
    refunds: refunds.map(({ refundId, state, amount, preparedAt, receiptNumber }) => ({
      refundId,
      state,
      amount,
      at: preparedAt,
      receiptNumber,
    })),
    exchanges: read.exchangesOf(saleId),
    entries: entries.map(({ seq, at, kind, operator }: Entry) => ({ seq, at, kind, operator })),
  };
}

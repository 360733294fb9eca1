import type { ReceiptDetailView, RefundView } from '../../preload/contract/refund.ts';
import type { ReceiptSummaryView } from '../../preload/contract/view.ts';
import { instant } from '../clock.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { SoldLine } from '../journal/entries/sale.ts';
import type { CompletedSaleRead, JournalReads, ReturnedSaleRead } from '../journal/index.ts';
import { cashBackOf } from '../refund/pay-back.ts';
import type { Refund } from '../refund/refund.ts';
import { amountLeft, linesLeft } from '../refund/returnable.ts';
import type { RefundStanding } from '../refund/runner-parts.ts';
import type { RefundRunner } from '../refund/runner.ts';
import { ore } from '../sale/money.ts';
import type { Words } from '../words/index.ts';

/** The refunds that are not settled, the oldest first, and the one that the window follows. */
export function refundViews(refunds: RefundRunner, shown: string | null, words: Words): RefundView[] {
  const open = refunds.open();
  const followed = shown === null ? null : refunds.standing(shown);
  const isOpen = open.some(({ refund }) => refund.refundId === shown);
  return [...open, ...(followed === null || isOpen ? [] : [followed])].map((one) => refundView(one, words));
}

/** One refund and how it stands, with its sentence. */
export function refundView(standing: RefundStanding, words: Words): RefundView {
  const { refund } = standing;
  return {
    refundId: refund.refundId,
    saleId: refund.of.saleId,
    receiptNumber: refund.of.receiptNumber,
    amount: refund.amount,
    startedAt: refund.preparedAt,
    ...stateView(standing, refund, words),
  };
}

function stateView(
  standing: RefundStanding,
  refund: Refund,
  { refund: said }: Words,
): Pick<RefundView, 'state' | 'sentence'> {
  switch (refund.state) {
    case 'prepared':
    case 'sending':
      return { state: { kind: 'sending' }, sentence: said.sending };
    case 'accepted': {
      const atTerminal = refund.card !== null && refund.card.terminalId !== null;
      return {
        state: { kind: 'accepted', atTerminal },
        sentence: atTerminal ? said.atTerminal : said.accepted,
      };
    }
    case 'undecided': {
      const nextLookAt = standing.nextLookAt === null ? null : instant(standing.nextLookAt);
      return {
        state: { kind: 'undecided', why: refund.why, nextLookAt },
        sentence: said.undecided(refund.why),
      };
    }
    case 'done': {
      const { currency, card, receiptNumber: returnReceipt } = refund;
      const back = { card: card?.amount ?? ore(0), cash: cashBackOf(refund), currency };
      return { state: { kind: 'refunded', returnReceipt }, sentence: said.refunded(back) };
    }
    case 'refused':
      return {
        state: { kind: 'refused', code: refund.code, offerTerminal: refund.code === 'terminal-needed' },
        sentence: said.refused(refund.code, refund.detail),
      };
  }
}

/** A return in a few words. */
export function returnSummary({ returned, at }: ReturnedSaleRead): ReceiptSummaryView {
  const kinds = new Set(returned.payments.map(({ kind }) => kind));
  const pan =
    returned.payments.flatMap((one) => (one.kind === 'card' ? [one.card.maskedPan] : []))[0] ?? null;
  return {
    receiptNumber: returned.receiptNumber,
    kind: 'return',
    at,
    total: returned.total,
    paidBy: kinds.size > 1 ? 'mixed' : kinds.has('card') ? 'card' : 'cash',
    change: 0,
    cardEnding: pan === null ? null : pan.slice(-4),
    lines: returned.lines.length,
  };
}

/** Everything about a sale: what may go back, its attempts, its refunds, and all that was written down about it. */
export function saleDetail(read: JournalReads, { sale }: CompletedSaleRead): ReceiptDetailView {
  const left = linesLeft(sale.lines, read.returnedLines(sale.saleId));
  return {
    saleId: sale.saleId,
    returnOf: null,
    lines: left.map((line) => ({
      ...lineView(line.sold),
      quantityLeft: line.quantity,
      amountLeft: line.amount,
    })),
    left: amountLeft(left),
    ...history(read, sale.saleId),
  };
}

/** The same of a return: what went back, and the history of the sale that it went back of. */
export function returnDetail(read: JournalReads, { returned }: ReturnedSaleRead): ReceiptDetailView {
  const { of } = returned;
  return {
    saleId: of.saleId,
    returnOf: of.receiptNumber,
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
): Pick<ReceiptDetailView, 'attempts' | 'refunds' | 'entries'> {
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
    entries: entries.map(({ seq, at, kind, operator }: Entry) => ({ seq, at, kind, operator })),
  };
}

import { cashBackOf } from '../refund/pay-back.ts';
import type { Journal } from '../journal/index.ts';
import type { CompletedSale, SoldLine } from '../journal/entries/sale.ts';
import { type How, type PayBack, payBack } from '../refund/pay-back.ts';
import { refundRequest } from '../refund/request.ts';
import { amountLeft, linesLeft, type Wanted, whatGoesBack } from '../refund/returnable.ts';
import type { RefundRunner } from '../refund/runner.ts';
import { ok, type Result } from '../result.ts';
import { ore, sum, type Ore } from '../sale/money.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type RefundCallParts = {
  readonly journal: Journal;
  readonly refunds: RefundRunner;
  readonly tillId: string;
  readonly terminalId: string;
  /** Whether refunds to cards are made at the terminal, with the cardholder there. */
  readonly atTerminal: boolean;
  /** A payment is on the terminal now. */
  readonly terminalTaken: () => boolean;
  /** Remembers the refund that the window shows. */
  readonly show: (refundId: string) => void;
  /** Resolves when receipts can be signed. */
  readonly ready: () => Promise<void>;
  readonly stopped: () => Refusal | null;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
};

type RefundCall = Extract<keyof Handlers, `refund.${string}`>;

type Plan = {
  readonly sale: CompletedSale;
  readonly lines: SoldLine[];
  readonly amount: Ore;
  readonly left: Ore;
  readonly back: PayBack;
};

/** What the cashier does about giving money back. */
export function refundCalls(parts: RefundCallParts): Pick<Handlers, RefundCall> {
  const { journal, refunds } = parts;

  /** What would go back of a receipt, and how; read anew each time, so that nothing stands in a window. */
  function plan(receiptNumber: number, wanted: Wanted, how: How): Result<Plan, Refusal> {
    const completed = journal.read.completedSale(receiptNumber);
    if (completed === null) return refuse('RECEIPT-UNKNOWN', { receipt: receiptNumber });
    const { sale } = completed;
    const left = linesLeft(sale.lines, journal.read.returnedLines(sale.saleId));
    const lines = whatGoesBack(left, wanted);
    if (!lines.ok) return lines;
    const amount = ore(0 - sum(lines.value.map((line) => line.amount)));
    const before = journal.read.refundsOf(sale.saleId).filter(({ state }) => state !== 'refused');
    const back = payBack(knownPayments(sale), before, amount, how);
    if (!back.ok) return back;
    return ok({ sale, lines: lines.value, amount, left: amountLeft(left), back: back.value });
  }

  /** The sale's payments, with the transactions that became known after a person had decided. */
  function knownPayments(sale: CompletedSale): CompletedSale['payments'] {
    const attempts = journal.read.attemptsOfSale(sale.saleId);
    return sale.payments.map((payment) => {
      if (payment.kind === 'cash' || payment.transactionId !== null) return payment;
      const attempt = attempts.find(({ attemptId }) => attemptId === payment.attemptId);
      return { ...payment, transactionId: attempt?.transactionId ?? null };
    });
  }

  function begin(
    { sale, lines, amount, back }: Plan,
    reason: string,
    terminalId: string | null,
  ): Result<{ refundId: string }, Refusal> {
    const { card, cash } = back;
    if (card !== null && terminalId !== null && (parts.terminalTaken() || isTerminalTaken(refunds))) {
      return refuse('TERMINAL-TAKEN', { terminal: terminalId });
    }
    const whole = card !== null && amount === sale.total && card.amount === amount;
    const begun = refunds.begin(
      {
        of: { tillId: parts.tillId, saleId: sale.saleId, receiptNumber: sale.receiptNumber },
        lines,
        amount,
        currency: sale.currency,
        reason,
        card:
          card === null
            ? null
            : {
                ...card,
                terminalId,
                request: (refundId) =>
                  refundRequest({ refundId, amount: card.amount, reason, lines, terminalId, whole }),
              },
        cash,
      },
      parts.operator(),
    );
    if (!begun.ok) return notWritten(begun.error);
    parts.show(begun.value);
    return ok({ refundId: begun.value });
  }

  return {
    'refund.quote': ({ receiptNumber, wanted, how }) => {
      const planned = plan(receiptNumber, wanted, how);
      if (!planned.ok) return planned;
      const { amount, back } = planned.value;
      return ok({ amount, card: back.card?.amount ?? 0, cash: cashBackOf(back) });
    },

    'refund.begin': async ({ receiptNumber, wanted, how, reason, left }) => {
      await parts.ready();
      // Everything is asked after the last wait, so that a second press finds what the first one wrote down.
      const stopped = parts.stopped();
      if (stopped !== null) return { ok: false, error: stopped };
      const planned = plan(receiptNumber, wanted, how);
      const seen = planned.ok ? planned.value.left : leftOf(journal, receiptNumber);
      if (seen !== null && seen !== left) return refuse('REFUND-CHANGED');
      if (!planned.ok) return planned;
      const paidByCard = planned.value.sale.payments.some((payment) => payment.kind === 'card');
      const { sale, amount } = planned.value;
      const before = journal.read.refundsOf(sale.saleId).filter(({ state }) => state !== 'refused');
      const refusal = parts.authorise({
        kind: 'refund',
        of: `receipt ${String(receiptNumber)}`,
        amount,
        together: sum([amount, ...before.map((one) => one.amount)]),
        cashForCard: how === 'cash' && paidByCard,
        elsewhere: false,
      });
      if (refusal !== null) return { ok: false, error: refusal };
      return begin(planned.value, reason, parts.atTerminal ? parts.terminalId : null);
    },

    'refund.atTerminal': async ({ refundId }) => {
      await parts.ready();
      const stopped = parts.stopped();
      if (stopped !== null) return { ok: false, error: stopped };
      const refund = refunds.standing(refundId)?.refund;
      if (refund?.state !== 'refused' || refund.card === null || refund.of.receiptNumber === null) {
        return refuse('REFUND-UNKNOWN');
      }
      const planned = plan(refund.of.receiptNumber, wantedAgain(refund.lines), 'as-paid');
      if (!planned.ok) return planned;
      if (planned.value.amount !== refund.amount) return refuse('REFUND-CHANGED');
      return begin(planned.value, refund.reason, parts.terminalId);
    },

    'refund.decide': async ({ refundId, refunded, reason }) => {
      await parts.ready();
      if (refunds.standing(refundId)?.refund.state !== 'undecided') return refuse('REFUND-UNKNOWN');
      const what = refunded ? 'refunded' : 'not refunded';
      const refusal = parts.authorise({ kind: 'manual-decision', of: `refund ${refundId}; ${what}` });
      if (refusal !== null) return { ok: false, error: refusal };
      const decided = refunds.decide(refundId, refunded, reason, parts.operator());
      return decided.ok ? ok(null) : notWritten(decided.error);
    },

    'refund.lookNow': () => {
      refunds.lookNow();
      return ok(null);
    },
  };
}

/** A refund has the terminal, or may get it at any moment. */
export function isTerminalTaken(refunds: RefundRunner): boolean {
  return refunds
    .open()
    .some(
      ({ refund }) =>
        refund.card?.terminalId !== null && refund.card !== null && refund.state !== 'undecided',
    );
}

function leftOf(journal: Journal, receiptNumber: number): Ore | null {
  const completed = journal.read.completedSale(receiptNumber);
  if (completed === null) return null;
  const { sale } = completed;
  return amountLeft(linesLeft(sale.lines, journal.read.returnedLines(sale.saleId)));
}

/** What a refused refund wanted, as it would be asked for again. */
function wantedAgain(lines: readonly SoldLine[]): Wanted {
  const pieces = lines.filter(({ quantity }) => quantity !== 0);
  return pieces.length === 0
    ? { kind: 'amount', amount: 0 - sum(lines.map(({ amount }) => amount)) }
    : { kind: 'lines', lines: pieces.map(({ lineId, quantity }) => ({ lineId, quantity: 0 - quantity })) };
}

import type { Payment } from '../journal/entries/sale.ts';
import type { NotPaidOutcome } from '../journal/entries/attempt.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { Journal, JournalReads, JournalWriter } from '../journal/index.ts';
import type { Attempt } from '../payment/attempt.ts';
import type { Runner } from '../payment/runner.ts';
import type { Refund } from '../refund/refund.ts';
import { refundRequest } from '../refund/request.ts';
import type { RefundRunner } from '../refund/runner.ts';
import { err, ok, type Result } from '../result.ts';
import { applyToSale, type PaidPart, type Sale } from '../sale/sale.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { type Counter, isUnfinished } from './counter.ts';
import { isTerminalTaken } from './refund-calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type PartCallParts = {
  readonly counter: Counter;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly refunds: RefundRunner;
  readonly tillId: string;
  readonly terminalId: string;
  /** Whether refunds to cards are made at the terminal, with the cardholder there. */
  readonly atTerminal: boolean;
  readonly stopped: () => Refusal | null;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
};

type Contradiction = Extract<Entry, { kind: 'attempt.contradicted' }>;

function isContradiction(entry: Entry): entry is Contradiction {
  return entry.kind === 'attempt.contradicted';
}

type CardPart = Extract<Payment, { kind: 'card' }>;

/** What the cashier does about a part of a sale that is paid while the rest is not. */
export function partCalls(parts: PartCallParts): Pick<Handlers, 'payment.giveBackPart'> {
  const { counter, journal, runner, refunds } = parts;

  /** The part is out of the sale once its money did go back; until then the sale waits. */
  function toCard(sale: Sale, payment: CardPart, reason: string): Result<null, Refusal> {
    const { amount, attemptId, transactionId } = payment;
    if (transactionId === null) return refuse('REFUND-NO-TRANSACTION');
    const terminalId = parts.atTerminal ? parts.terminalId : null;
    if (terminalId !== null && isTerminalTaken(refunds)) {
      return refuse('TERMINAL-TAKEN', { terminal: terminalId });
    }
    const begun = refunds.begin(
      {
        of: { tillId: parts.tillId, saleId: sale.saleId, receiptNumber: null },
        lines: [],
        amount,
        currency: sale.currency,
        reason,
        card: {
          attemptId,
          transactionId,
          amount,
          terminalId,
          request: (refundId) =>
            refundRequest({ refundId, amount, reason, lines: [], terminalId, whole: true }),
        },
        cash: null,
        exchange: null,
        ofOtherTill: null,
      },
      parts.operator(),
    );
    return begun.ok ? ok(null) : notWritten(begun.error);
  }

  /** What Dintero said of a part that it has no money for: its refund would be refused. */
  function contradicted({ payment }: PaidPart): Contradiction | null {
    if (payment.kind !== 'card') return null;
    return journal.read.attemptEntries(payment.attemptId).findLast(isContradiction) ?? null;
  }

  /** Out of the drawer, or onto the gift card again: nobody else has to answer. */
  function fromTill(sale: Sale, { part }: PaidPart, reason: string): Result<null, Refusal> {
    const body = { saleId: sale.saleId, part, refundId: null, reason };
    const back = counter.apply(ok([{ kind: 'sale.part-given-back', body }]), parts.operator());
    return back.ok ? ok(null) : back;
  }

  return {
    'payment.giveBackPart': ({ part: number, reason }) => {
      const stopped = parts.stopped();
      if (stopped !== null) return err(stopped);
      const sale = counter.sale();
      const part = sale?.paid.find((one) => one.part === number);
      if (sale === null || part === undefined) return refuse('NO-PAYMENT');
      // Pressed twice: the money is on its way already.
      if (isPartGoingBack(journal.read, sale.saleId)) return ok(null);
      if (runner.holding()?.saleId === sale.saleId) return refuse('PAYMENT-UNDER-WAY');
      const lost = contradicted(part);
      if (lost !== null) {
        const { attemptId, outcome, code } = lost.body;
        const body = { saleId: sale.saleId, part: number, attemptId, outcome, code };
        const gone = counter.apply(ok([{ kind: 'sale.part-lost', body }]), parts.operator());
        return gone.ok ? ok(null) : gone;
      }
      const { amount } = part.payment;
      const refusal = parts.authorise({
        kind: 'refund',
        of: `part ${String(number)} of sale ${sale.saleId}`,
        amount,
        together: amount,
        cashForCard: false,
        elsewhere: false,
      });
      if (refusal !== null) return err(refusal);
      return part.payment.kind === 'card' ? toCard(sale, part.payment, reason) : fromTill(sale, part, reason);
    },
  };
}

/** Whether money of a sale that is not completed is on its way back, or may be. */
export function isPartGoingBack(read: JournalReads, saleId: string): boolean {
  return read.refundsOf(saleId).some(({ state }) => state !== 'done' && state !== 'refused');
}

/** Takes the part that an attempt paid out of its sale, when Dintero has no money for it. See RunnerParts. */
export function partLost(
  tx: JournalWriter,
  { saleId, attemptId }: Attempt,
  { outcome, code }: { readonly outcome: NotPaidOutcome; readonly code: string },
): Entry | null {
  const sale = tx.read.saleEntries(saleId).reduce<Sale | null>(applyToSale, null);
  const part = sale?.paid.find(({ payment }) => payment.kind === 'card' && payment.attemptId === attemptId);
  if (sale === null || part === undefined || !isUnfinished(sale) || isPartGoingBack(tx.read, saleId))
    return null;
  return tx.append('sale.part-lost', { saleId, part: part.part, attemptId, outcome, code });
}

/** Takes the part that a refund gave back out of its sale; null when the refund is of no such part. */
export function partGivenBack(tx: JournalWriter, { refundId, of, card, reason }: Refund): Entry | null {
  const sale = tx.read.saleEntries(of.saleId).reduce<Sale | null>(applyToSale, null);
  const part = sale?.paid.find(
    ({ payment }) => payment.kind === 'card' && payment.attemptId === card?.attemptId,
  );
  if (sale === null || part === undefined) return null;
  return tx.append('sale.part-given-back', { saleId: sale.saleId, part: part.part, refundId, reason });
}

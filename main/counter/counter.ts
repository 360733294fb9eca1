import type { Entry, NewEntry } from '../journal/entries/index.ts';
import type { Payment } from '../journal/entries/sale.ts';
import type { Journal, JournalError, JournalReads, JournalWriter } from '../journal/index.ts';
import { type Attempt, attemptFrom, isFinal, moneySeen } from '../payment/attempt.ts';
import type { AttemptStanding } from '../payment/runner-parts.ts';
import { type Refund, refundFrom } from '../refund/refund.ts';
import { ok, type Result } from '../result.ts';
import type { Currency } from '../sale/money.ts';
import { owedOf } from '../sale/due.ts';
import type { Opening } from '../sale/ring-up.ts';
import type { RefundOrder } from '../refund/sources.ts';
import { applyToSale, type Sale } from '../sale/sale.ts';
import type { Words } from '../words/index.ts';
import { completeSale, type Issuer } from './completion.ts';
import { completeExchange } from './exchange-completion.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';
import { paidBack } from './return-completion.ts';

/** What stands on the counter: the basket, a card payment or an exchange's refund and how it ended, or a sale just paid. */
export type Shown =
  | { readonly kind: 'selling' }
  | { readonly kind: 'attempt'; readonly attemptId: string }
  | { readonly kind: 'refund'; readonly refundId: string }
  | { readonly kind: 'done'; readonly receiptNumber: number };

export type CounterParts = {
  readonly journal: Journal;
  readonly tillId: string;
  readonly currency: Currency;
  readonly words: () => Words;
  readonly issuer: () => Issuer | null;
  readonly refundOrder: () => RefundOrder;
  readonly standing: (attemptId: string) => AttemptStanding | null;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** The sale being rung up and what the window shows of it. Everything in it is folded from the journal. */
export type Counter = {
  readonly sale: () => Sale | null;
  readonly shown: () => Shown;
  readonly opening: () => Opening;
  /** Writes a decision down and folds it in; null is an empty decision. */
  readonly apply: (
    decision: Result<readonly NewEntry[], Refusal>,
    operator: string | null,
  ) => Result<readonly Entry[], Refusal>;
  readonly show: (shown: Shown) => void;
  /** Completes the sale on the counter with what is paid of it and these, which sum to what is due. */
  readonly complete: (payments: readonly Payment[], operator: string | null) => Result<number, Refusal>;
  /**
   * Takes a part of what is due from what this till itself keeps, and completes the sale where nothing is left to pay.
   * `decide` says what is taken, or why nothing is, in the transaction that writes it down.
   */
  readonly takePart: (
    decide: (read: JournalReads) => Result<Payment, Refusal>,
    operator: string | null,
  ) => Result<null, Refusal>;
  /** Completes the exchange on the counter whose difference a refund gave back, within that refund's transaction. */
  readonly completeForRefund: (tx: JournalWriter, refund: Refund) => Entry | null;
  /**
   * Counts an attempt's payment in its sale within the runner's transaction: completes the sale, or leaves the rest of it
   * to be paid. Null when that sale cannot take the payment.
   */
  readonly completeForAttempt: (tx: JournalWriter, attempt: Attempt) => Entry | null;
  /** Reads the journal again after something else wrote to it. */
  readonly refresh: () => void;
  readonly attempt: (attemptId: string) => AttemptStanding | null;
  /** Receipts can be signed, so that sales can be completed. */
  readonly canComplete: () => boolean;
};

/** Makes the counter with what the journal says is open. */
export function createCounter(parts: CounterParts): Counter {
  const { journal } = parts;
  let sale = openSale();
  let shown: Shown = { kind: 'selling' };

  function saleFrom(saleId: string): Sale | null {
    return journal.read.saleEntries(saleId).reduce<Sale | null>(applyToSale, null);
  }

  function openSale(): Sale | null {
    const saleId = journal.read.currentSaleId();
    return saleId === null ? null : saleFrom(saleId);
  }

  function attempt(attemptId: string): AttemptStanding | null {
    const live = parts.standing(attemptId);
    if (live !== null) return live;
    const past = attemptFrom(journal.read.attemptEntries(attemptId));
    return past === null ? null : { attempt: past, cancelling: false, nextLookAt: null };
  }

  function completed(tx: JournalWriter, issuer: Issuer, of: Sale, payments: readonly Payment[]): Entry {
    const all = [...of.paid.map(({ payment }) => payment), ...payments];
    if (of.exchange === null) return completeSale(tx, issuer, of, all);
    const settled = { payments: all, paidBack: [], refundId: null };
    return completeExchange(tx, issuer, of, settled, parts.refundOrder());
  }

  return {
    sale: () => sale,
    shown: () => shown,
    opening: () => ({
      tillId: parts.tillId,
      nextSaleNumber: journal.read.nextSaleNumber(),
      currency: parts.currency,
      depositName: parts.words().deposit,
    }),

    apply: (decision, operator) => {
      if (!decision.ok) return decision;
      if (decision.value.length === 0) return ok([]);
      const written = journal.write(operator, (tx) =>
        decision.value.map((entry) => tx.append(entry.kind, entry.body)),
      );
      if (!written.ok) {
        parts.onJournalError(written.error);
        return notWritten(written.error);
      }
      const resumed = written.value.some((entry) => entry.kind === 'sale.resumed');
      sale = resumed ? openSale() : stillOpen(written.value.reduce<Sale | null>(applyToSale, sale));
      parts.onChange();
      return written;
    },

    show: (next) => {
      shown = next;
      parts.onChange();
    },

    complete: (payments, operator) => {
      const issuer = parts.issuer();
      const open = sale;
      if (issuer === null || open === null) return refuse('NOT-ALLOWED-NOW');
      const written = journal.write(operator, (tx) => completed(tx, issuer, open, payments));
      if (!written.ok) {
        parts.onJournalError(written.error);
        return notWritten(written.error);
      }
      const receiptNumber = receiptNumberOf(written.value);
      sale = null;
      shown = { kind: 'done', receiptNumber };
      parts.onChange();
      return ok(receiptNumber);
    },

    takePart: (decide, operator) => {
      const issuer = parts.issuer();
      const open = sale;
      if (issuer === null || open === null) return refuse('NOT-ALLOWED-NOW');
      const written = journal.write(operator, (tx): Result<Sale | Entry, Refusal> => {
        const payment = decide(tx.read);
        if (!payment.ok) return payment;
        const body = { saleId: open.saleId, part: open.lastPart + 1, payment: payment.value };
        const paid = applyToSale(open, tx.append('sale.part-paid', body));
        if (paid === null) throw new Error(`Sale ${open.saleId} is gone`);
        return ok(owedOf(paid).due > 0 ? paid : completed(tx, issuer, paid, []));
      });
      if (!written.ok) {
        parts.onJournalError(written.error);
        return notWritten(written.error);
      }
      if (!written.value.ok) return written.value;
      const after = written.value.value;
      if ('kind' in after) {
        sale = null;
        shown = { kind: 'done', receiptNumber: receiptNumberOf(after) };
      } else {
        sale = after;
        shown = { kind: 'selling' };
      }
      parts.onChange();
      return ok(null);
    },

    completeForAttempt: (tx, paid) => {
      const issuer = parts.issuer();
      const of = saleFrom(paid.saleId);
      if (issuer === null || of === null || !isUnfinished(of)) return null;
      const { due } = owedOf(of);
      if (paid.amount > due) return null;
      const payment = cardPayment(paid);
      if (paid.amount === due) return completed(tx, issuer, of, [payment]);
      return tx.append('sale.part-paid', { saleId: of.saleId, part: of.lastPart + 1, payment });
    },

    completeForRefund: (tx, refund) => {
      const issuer = parts.issuer();
      const of = refund.exchange === null ? null : saleFrom(refund.exchange);
      if (issuer === null || of === null || !givesDifference(refund, of)) return null;
      const settled = { payments: [], paidBack: paidBack(tx.read, refund), refundId: refund.refundId };
      return completeExchange(tx, issuer, of, settled, parts.refundOrder());
    },

    refresh: () => {
      sale = openSale();
      if (shown.kind === 'attempt') {
        const standing = attempt(shown.attemptId);
        const receipt =
          standing?.attempt.state === 'completed' ? journal.read.receiptOf(standing.attempt.saleId) : null;
        if (receipt !== null) shown = { kind: 'done', receiptNumber: receipt };
        // Part of the sale is paid; the rest is still to be.
        else if (standing?.attempt.state === 'completed') shown = { kind: 'selling' };
      }
      if (shown.kind === 'refund') {
        const refund = refundFrom(journal.read.refundEntries(shown.refundId));
        const receipt = refund?.state === 'done' ? refund.receiptNumber : null;
        if (receipt !== null) shown = { kind: 'done', receiptNumber: receipt };
      }
    },

    attempt,
    canComplete: () => parts.issuer() !== null,
  };
}

/** Neither completed nor given up: it can still take a payment. */
export function isUnfinished(sale: Sale): boolean {
  return sale.state === 'open' || sale.state === 'parked';
}

/** Whether the refund gives back what the exchange still comes to. */
export function givesDifference(refund: Refund, sale: Sale): boolean {
  return isUnfinished(sale) && sale.exchange !== null && owedOf(sale).due === 0 - refund.amount;
}

function receiptNumberOf(entry: Entry): number {
  if (entry.kind === 'sale.completed' || entry.kind === 'sale.exchanged') return entry.body.receiptNumber;
  throw new Error('A completed sale wrote another entry');
}

function stillOpen(sale: Sale | null): Sale | null {
  return sale?.state === 'open' ? sale : null;
}

function cardPayment(paid: Attempt): Payment {
  const transaction = moneySeen(paid);
  return {
    kind: 'card',
    amount: paid.amount,
    attemptId: paid.attemptId,
    transactionId: transaction?.transactionId ?? null,
    card: transaction?.card ?? { brand: null, maskedPan: null, entryMethod: null, customerReceipt: null },
  };
}

/** Whether the attempt on the counter holds the sale: while it does, nothing in the basket may change. */
export function holdsSale(standing: AttemptStanding | null, sale: Sale | null): boolean {
  return (
    standing !== null &&
    sale !== null &&
    standing.attempt.saleId === sale.saleId &&
    !isFinal(standing.attempt)
  );
}

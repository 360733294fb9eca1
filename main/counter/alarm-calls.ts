import type { TransactionSeen } from '../journal/entries/attempt.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { Journal, JournalError, JournalWriter, OpenAlarm } from '../journal/index.ts';
import { type Attempt, attemptFrom } from '../payment/attempt.ts';
import type { Runner } from '../payment/runner.ts';
import { isSettled, type Refund } from '../refund/refund.ts';
import { refundRequest } from '../refund/request.ts';
import type { RefundStanding } from '../refund/runner-parts.ts';
import type { RefundRunner } from '../refund/runner.ts';
import { err, ok, type Result } from '../result.ts';
import { owedOf } from '../sale/due.ts';
import { applyToSale, isEmpty, type Sale } from '../sale/sale.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { type Counter, isUnfinished } from './counter.ts';
import { isPartGoingBack } from './part-calls.ts';
import { settleRefundAlarm } from './refund-alarm.ts';
import { isTerminalTaken } from './refund-calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type AlarmCallParts = {
  readonly counter: Counter;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly refunds: RefundRunner;
  readonly tillId: string;
  readonly terminalId: string;
  /** Whether refunds to cards are made at the terminal, with the cardholder there. */
  readonly atTerminal: boolean;
  /** Resolves when sales can be signed. */
  readonly ready: () => Promise<void>;
  readonly stopped: () => Refusal | null;
  /** Writes what follows from money that went back. */
  readonly conclude: (tx: JournalWriter, refund: Refund) => Entry;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  readonly onJournalError: (error: JournalError) => void;
};

/** What the cashier does about a payment that turned out otherwise than the till held it. */
export function alarmCalls(parts: AlarmCallParts): Pick<Handlers, 'alarm.settle'> {
  const { counter, journal, runner, refunds } = parts;

  /** Gives the whole transaction back. The alarm stays until the money did go back, and is settled with it. */
  function giveBack(open: OpenAlarm, attempt: Attempt, reason: string): Result<null, Refusal> {
    const stopped = parts.stopped();
    if (stopped !== null) return err(stopped);
    const before = refundOfAlarm(journal, refunds, open)?.refund ?? null;
    // Pressed twice: the money is on its way already.
    if (before !== null && !isSettled(before)) return ok(null);
    const seen = refundable(open, attempt, before);
    if (seen === null) return refuse('NOT-ALLOWED-NOW');
    const terminalId = parts.atTerminal || needsTerminal(before) ? parts.terminalId : null;
    if (terminalId !== null && (runner.holding() !== null || isTerminalTaken(refunds))) {
      return refuse('TERMINAL-TAKEN', { terminal: terminalId });
    }
    const { amount, transactionId } = seen;
    const refusal = parts.authorise({
      kind: 'refund',
      of: `alarm ${String(open.alarm)}`,
      amount,
      together: amount,
      cashForCard: false,
      elsewhere: false,
    });
    if (refusal !== null) return err(refusal);
    const begun = refunds.begin(
      {
        of: { tillId: parts.tillId, saleId: open.saleId, receiptNumber: null },
        lines: [],
        amount,
        currency: attempt.currency,
        reason,
        card: {
          attemptId: open.attemptId,
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

  return {
    'alarm.settle': async ({ alarm, how, reason }) => {
      await parts.ready();
      // Everything is asked after the last wait, so that a second press finds what the first one wrote down.
      const ofRefund = journal.read.openRefundAlarms().find((one) => one.alarm === alarm);
      if (ofRefund !== undefined) {
        const settled = settleRefundAlarm(parts, ofRefund, how, reason);
        counter.refresh();
        counter.show(counter.shown());
        return settled;
      }
      const open = journal.read.openAlarms().find((one) => one.alarm === alarm);
      if (open === undefined) return refuse('NO-PAYMENT');
      const attempt = attemptFrom(journal.read.attemptEntries(open.attemptId));
      if (attempt === null) throw new Error(`Alarm ${String(alarm)} is about no attempt`);
      if (how === 'refund') return giveBack(open, attempt, reason);
      if (isGoingBack(refundOfAlarm(journal, refunds, open))) return refuse('NOT-ALLOWED-NOW');
      if (how === 'attach' && !(counter.canComplete() && canAttach(journal, open.attemptId, runner)))
        return refuse('NOT-ALLOWED-NOW');
      if (how === 'handled-elsewhere') {
        const refusal = parts.authorise({ kind: 'manual-decision', of: `alarm ${String(alarm)}` });
        if (refusal !== null) return err(refusal);
      }
      const settled = journal.write(parts.operator(), (tx) => {
        tx.append('attempt.alarm-settled', {
          attemptId: open.attemptId,
          how: how === 'attach' ? 'attached' : 'handled-elsewhere',
          reason,
        });
        // Checked just above, in the same turn of the process: nothing can have come between.
        if (how === 'attach' && counter.completeForAttempt(tx, attempt) === null) {
          throw new Error(`Sale ${open.saleId} did not take its payment`);
        }
      });
      if (!settled.ok) {
        parts.onJournalError(settled.error);
        return notWritten(settled.error);
      }
      counter.refresh();
      // What was only authorised is not captured yet.
      if (how === 'attach') runner.follow(open.attemptId);
      const receipt = how === 'attach' ? journal.read.receiptOf(open.saleId) : null;
      const sale = counter.sale();
      const free = sale === null || isEmpty(sale);
      if (receipt !== null && free) counter.show({ kind: 'done', receiptNumber: receipt });
      else counter.show(counter.shown());
      return ok(null);
    },
  };
}

/** The latest refund of the payment that an alarm is about; null when none was tried. */
export function refundOfAlarm(
  journal: Journal,
  refunds: RefundRunner,
  { saleId, attemptId }: OpenAlarm,
): RefundStanding | null {
  const latest = journal.read.refundsOf(saleId).findLast((one) => one.attemptId === attemptId);
  return latest === undefined ? null : refunds.standing(latest.refundId);
}

/** Whether the money of the payment is on its way back, or may be. */
export function isGoingBack(standing: RefundStanding | null): boolean {
  return standing !== null && !isSettled(standing.refund);
}

/** Whether the till may give the payment of an alarm back now. */
export function canRefund(journal: Journal, open: OpenAlarm, before: RefundStanding | null): boolean {
  const attempt = attemptFrom(journal.read.attemptEntries(open.attemptId));
  return attempt !== null && refundable(open, attempt, before?.refund ?? null) !== null;
}

/** The transaction whose money the shop has and no sale explains; null when there is nothing to give back. */
function refundable(open: OpenAlarm, attempt: Attempt, before: Refund | null): TransactionSeen | null {
  if (open.kind !== 'paid-after-all' || !('paidAfterAll' in attempt)) return null;
  if (before !== null && before.state !== 'refused') return null;
  const seen = attempt.paidAfterAll;
  return seen?.captured === true && seen.currency === attempt.currency ? seen : null;
}

function needsTerminal(before: Refund | null): boolean {
  if (before?.state !== 'refused') return false;
  return before.code === 'terminal-needed' || (before.card !== null && before.card.terminalId !== null);
}

/** Whether the sale of a payment that came after all still lacks as much money, and is free. */
export function canAttach(journal: Journal, attemptId: string, runner: Runner): boolean {
  const attempt = attemptFrom(journal.read.attemptEntries(attemptId));
  if (attempt === null || !('paidAfterAll' in attempt) || attempt.paidAfterAll === null) return false;
  if (attempt.paidAfterAll.amount !== attempt.amount || attempt.paidAfterAll.currency !== attempt.currency)
    return false;
  // What went back, or may have, pays for nothing.
  const refunds = journal.read.refundsOf(attempt.saleId);
  if (refunds.some((one) => one.attemptId === attemptId && one.state !== 'refused')) return false;
  const sale = journal.read.saleEntries(attempt.saleId).reduce<Sale | null>(applyToSale, null);
  if (sale === null || !isUnfinished(sale) || runner.holding()?.saleId === sale.saleId) return false;
  return attempt.amount <= owedOf(sale).due && !isPartGoingBack(journal.read, sale.saleId);
}

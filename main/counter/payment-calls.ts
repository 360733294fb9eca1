import type { DinteroError } from '../dintero/index.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { isFinal } from '../payment/attempt.ts';
import type { PayRefusal, Runner } from '../payment/runner.ts';
import { sessionRequest, type SessionSettings } from '../payment/request.ts';
import { assertNever, err, ok, type Result } from '../result.ts';
import { park } from '../sale/basket.ts';
import { ore, type Ore } from '../sale/money.ts';
import type { Sale } from '../sale/sale.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { type Counter, holdsSale } from './counter.ts';
import { holdingRefund } from './exchange-hold.ts';
import { payable, type Payable } from './payable.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';
import { offlineReason, type Reach } from './reach.ts';

export type PaymentCallParts = {
  readonly counter: Counter;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly settings: SessionSettings;
  readonly reach: () => Reach;
  /** Asks Dintero whether it is there, quickly; null when it is. */
  readonly probe: () => Promise<DinteroError | null>;
  /** Resolves when sales can be signed. */
  readonly ready: () => Promise<void>;
  /** Makes sure that no reference is given twice; null when none is. Asks Dintero once in a run. */
  readonly lostTail: () => Promise<DinteroError | null>;
  readonly stopped: () => Refusal | null;
  /** A refund asks for a card at the terminal now. */
  readonly refundAtTerminal: () => boolean;
  readonly onJournalError: (error: JournalError) => void;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
};

type PaymentCall = Exclude<Extract<keyof Handlers, `payment.${string}`>, 'payment.giveBackPart'>;

/** What the cashier does about being paid. */
export function paymentCalls(parts: PaymentCallParts): Pick<Handlers, PaymentCall> {
  const { counter, journal, runner } = parts;

  /** Puts an amount on the terminal: all that is due, or a part of it. */
  function askForCard({ sale, owed }: Payable, amount: Ore): Result<null, Refusal> {
    if (amount < 1) return refuse('AMOUNT-WRONG');
    // Nothing is charged that could not be given a receipt.
    if (!counter.canComplete()) return refuse('NOT-ALLOWED-NOW');
    if (parts.refundAtTerminal()) {
      return refuse('TERMINAL-TAKEN', { terminal: parts.settings.store.terminalId });
    }
    const { currency, saleId } = sale;
    const started = runner.pay({
      saleId,
      amount,
      currency,
      operator: parts.operator(),
      request: (attemptId) =>
        sessionRequest(parts.settings, { saleId, attemptId, amount, currency, lines: owed.lines }),
    });
    if (!started.ok) return refusalOf(started.error, sale);
    counter.show({ kind: 'attempt', attemptId: started.value });
    return ok(null);
  }

  /** Why the terminal may not be asked: known at once, or asked quickly where the till was offline; null when it may. */
  async function outOfReach(): Promise<Refusal | null> {
    const error = parts.reach().state === 'offline' ? await parts.probe() : null;
    const why = error ?? (await parts.lostTail());
    return why === null ? null : { code: 'OFFLINE', detail: { reason: offlineReason(why) ?? 'server' } };
  }

  /** The attempt on the counter. */
  function shownAttempt(): string | null {
    const shown = counter.shown();
    return shown.kind === 'attempt' ? shown.attemptId : null;
  }

  function refusalOf(refusal: PayRefusal, sale: Sale): Result<null, Refusal> {
    switch (refusal.kind) {
      case 'journal':
        parts.onJournalError(refusal.error);
        return notWritten(refusal.error);
      case 'terminal-taken': {
        // Pressed twice: the payment is under way already.
        if (runner.holding()?.saleId === sale.saleId) return ok(null);
        return refuse('TERMINAL-TAKEN', { terminal: parts.settings.store.terminalId });
      }
      default:
        return assertNever(refusal);
    }
  }

  return {
    'payment.card': async ({ total }) => {
      await parts.ready();
      const offline = await outOfReach();
      if (offline !== null) return err(offline);
      // Everything is asked after the last wait, so that a second press finds the first one's attempt.
      const found = payable(parts, total);
      return found.ok ? askForCard(found.value, found.value.owed.due) : found;
    },

    'payment.cardPart': async ({ total, amount }) => {
      await parts.ready();
      const offline = await outOfReach();
      if (offline !== null) return err(offline);
      const found = payable(parts, total);
      if (!found.ok) return found;
      if (amount >= found.value.owed.due) return refuse('PART-WRONG');
      return askForCard(found.value, ore(amount));
    },

    'payment.cash': async ({ total, given }) => {
      await parts.ready();
      const found = payable(parts, total);
      if (!found.ok) return found;
      const { sale, owed } = found.value;
      if (runner.holding()?.saleId === sale.saleId) return refuse('PAYMENT-UNDER-WAY');
      if (given < owed.cashDue)
        return refuse('CASH-TOO-LITTLE', { due: owed.cashDue, currency: sale.currency });
      const done = counter.complete(
        [
          {
            kind: 'cash',
            amount: owed.due,
            rounding: ore(owed.cashDue - owed.due),
            given: ore(given),
            change: ore(given - owed.cashDue),
          },
        ],
        parts.operator(),
      );
      return done.ok ? ok(null) : done;
    },

    'payment.cashPart': ({ total, amount }) => {
      const found = payable(parts, total);
      if (!found.ok) return found;
      const { sale, owed } = found.value;
      if (runner.holding()?.saleId === sale.saleId) return refuse('PAYMENT-UNDER-WAY');
      // Notes and coins are whole kroner; what is rounded is rounded once, when the sale is completed.
      if (amount >= owed.due || amount % 100 !== 0) return refuse('PART-WRONG');
      const taken = ore(amount);
      const payment = {
        kind: 'cash',
        amount: taken,
        rounding: ore(0),
        given: taken,
        change: ore(0),
      } as const;
      const body = { saleId: sale.saleId, part: sale.lastPart + 1, payment };
      const paid = counter.apply(ok([{ kind: 'sale.part-paid', body }]), parts.operator());
      if (!paid.ok) return paid;
      counter.show({ kind: 'selling' });
      return ok(null);
    },

    'payment.cancel': () => {
      const attemptId = shownAttempt();
      if (attemptId === null) return refuse('NO-PAYMENT');
      runner.cancel(attemptId, parts.operator());
      return ok(null);
    },

    'payment.backToSale': () => {
      const attemptId = shownAttempt();
      const sale = counter.sale();
      if (attemptId !== null && holdsSale(counter.attempt(attemptId), sale))
        return refuse('PAYMENT-UNDER-WAY');
      if (sale !== null && holdingRefund(journal.read, sale.saleId) !== null) return refuse('SALE-LOCKED');
      counter.show({ kind: 'selling' });
      return ok(null);
    },

    'payment.lookNow': () => {
      runner.lookNow();
      return ok(null);
    },

    'payment.setAside': () => {
      const attemptId = shownAttempt();
      const sale = counter.sale();
      const standing = attemptId === null ? null : counter.attempt(attemptId);
      const paying = standing?.attempt.state === 'undecided' && sale?.saleId === standing.attempt.saleId;
      const refunding = sale === null ? null : holdingRefund(journal.read, sale.saleId);
      if (!paying && refunding?.state !== 'undecided') return refuse('NO-PAYMENT');
      const parked = counter.apply(park(sale, { name: '' }), parts.operator());
      if (!parked.ok) return parked;
      counter.show({ kind: 'selling' });
      return ok(null);
    },

    'payment.decide': async ({ paid, reason }) => {
      await parts.ready();
      const attemptId = shownAttempt();
      const standing = attemptId === null ? null : counter.attempt(attemptId);
      if (attemptId === null || standing === null || isFinal(standing.attempt)) return refuse('NO-PAYMENT');
      // Nobody looks after it yet: the till has just started.
      if (runner.standing(attemptId) === null) return refuse('NOT-ALLOWED-NOW');
      if (standing.attempt.state !== 'undecided') return refuse('PAYMENT-UNDER-WAY');
      const what = paid ? 'paid' : 'not paid';
      const refusal = parts.authorise({ kind: 'manual-decision', of: `payment ${attemptId}; ${what}` });
      if (refusal !== null) return err(refusal);
      const decided = runner.decide(attemptId, paid, reason, parts.operator());
      return decided.ok ? ok(null) : notWritten(decided.error);
    },
  };
}

import type { Journal } from '../journal/index.ts';
import { payBack } from '../refund/pay-back.ts';
import { refundRequest } from '../refund/request.ts';
import type { RefundRunner } from '../refund/runner.ts';
import type { RefundOrder } from '../refund/sources.ts';
import { err, ok, type Result } from '../result.ts';
import { takeBack } from '../sale/exchange.ts';
import { ore, sum } from '../sale/money.ts';
import { priceSale } from '../sale/price.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import type { Counter } from './counter.ts';
import { holdingRefund } from './exchange-hold.ts';
import { knownPayments } from './known-payments.ts';
import { isTerminalTaken } from './refund-calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';
import { goneOf, leftOf, returning } from './return-plan.ts';
import { saleForMore } from './sale-calls.ts';

export type ExchangeCallParts = {
  readonly journal: Journal;
  readonly counter: Counter;
  readonly refunds: RefundRunner;
  readonly tillId: string;
  readonly terminalId: string;
  readonly atTerminal: boolean;
  readonly authorise: Authorise;
  readonly refundOrder: () => RefundOrder;
  readonly terminalTaken: () => boolean;
  /** Why the basket cannot be changed now; null when it can. */
  readonly locked: () => Refusal | null;
  /** Why no new sale may be begun; null when all is well. */
  readonly noNewSale: () => Refusal | null;
  readonly ready: () => Promise<void>;
  readonly operator: () => string | null;
};

/** What the cashier does about goods that come back for others. */
export function exchangeCalls(
  parts: ExchangeCallParts,
): Pick<Handlers, 'exchange.takeBack' | 'exchange.complete'> {
  const { journal, counter, refunds } = parts;

  /** Gives back what the returned goods were worth more than the new ones; the exchange is completed when that is done. */
  function giveDifference(
    amount: number,
    how: 'as-paid' | 'cash',
    atTerminal: boolean,
  ): Result<null, Refusal> {
    const sale = counter.sale();
    const exchange = sale?.exchange ?? null;
    const sold = exchange === null ? null : journal.read.soldSaleOf(exchange.of.saleId);
    if (sale === null || exchange === null || sold === null) return refuse('SALE-EMPTY');
    const paidByCard = sold.payments.some(({ kind }) => kind !== 'cash');
    const known = knownPayments(journal.read, sold);
    const planned = payBack(known, journal.read.gone(sold.saleId), ore(amount), how, parts.refundOrder());
    if (!planned.ok) return planned;
    const [{ card, cash, giftCard }, another] = planned.value;
    if (another !== undefined) return refuse('EXCHANGE-SEVERAL-CARDS');
    const terminalId = parts.atTerminal || atTerminal ? parts.terminalId : null;
    if (card !== null && terminalId !== null && (parts.terminalTaken() || isTerminalTaken(refunds))) {
      return refuse('TERMINAL-TAKEN', { terminal: terminalId });
    }
    const { of, reason } = exchange;
    const refusal = parts.authorise({
      kind: 'refund',
      of: `receipt ${String(of.receiptNumber ?? of.saleId)}`,
      amount: ore(amount),
      together: sum([ore(amount), ...goneOf(journal, sold.saleId)]),
      cashForCard: how === 'cash' && paidByCard,
      elsewhere: false,
    });
    if (refusal !== null) return err(refusal);
    const begun = refunds.begin(
      {
        of,
        lines: [],
        amount: ore(amount),
        currency: sale.currency,
        reason,
        card:
          card === null
            ? null
            : {
                ...card,
                terminalId,
                request: (refundId) =>
                  refundRequest({
                    refundId,
                    amount: card.amount,
                    reason,
                    lines: [],
                    terminalId,
                    whole: true,
                  }),
              },
        cash,
        ...(giftCard !== null && { giftCard }),
        exchange: sale.saleId,
        ofOtherTill: null,
      },
      parts.operator(),
    );
    if (!begun.ok) return notWritten(begun.error);
    counter.show({ kind: 'refund', refundId: begun.value });
    counter.refresh();
    return ok(null);
  }

  return {
    'exchange.takeBack': ({ receiptNumber, wanted, reason, left }) => {
      const open = saleForMore(parts);
      if (!open.ok) return open;
      const sale = open.value;
      const found = returning(journal.read, receiptNumber, wanted);
      const seen = found.ok ? found.value.left : leftOf(journal, receiptNumber);
      if (seen !== null && seen !== left) return refuse('REFUND-CHANGED');
      if (!found.ok) return found;
      const { saleId } = found.value.sale;
      const of = { tillId: parts.tillId, saleId, receiptNumber };
      const taken = takeBack(sale, { of, lines: found.value.lines, reason }, counter.opening());
      const done = counter.apply(taken, parts.operator());
      if (!done.ok) return done;
      counter.show({ kind: 'selling' });
      return ok(null);
    },

    'exchange.complete': async ({ total, how, atTerminal }) => {
      await parts.ready();
      // Everything is asked after the last wait, so that a second press finds what the first one wrote down.
      const sale = counter.sale();
      if (sale === null || sale.exchange === null) return refuse('SALE-EMPTY');
      // Pressed twice: the difference is on its way already.
      if (holdingRefund(journal.read, sale.saleId) !== null) return ok(null);
      const locked = parts.locked();
      if (locked !== null) return err(locked);
      if (sale.lines.length === 0) return refuse('EXCHANGE-NOTHING-NEW');
      const priced = priceSale(sale);
      if (priced.total !== total) {
        return refuse('TOTAL-CHANGED', { total: priced.total, currency: sale.currency });
      }
      if (priced.total < 0) return giveDifference(0 - priced.total, how, atTerminal);
      const completed = counter.complete([], parts.operator());
      return completed.ok ? ok(null) : completed;
    },
  };
}

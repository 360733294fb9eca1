import type { RefundRequest } from '../dintero/index.ts';
import type { SoldLine } from '../journal/entries/sale.ts';
import type { Journal, SoldSale } from '../journal/index.ts';
import { mostItems } from '../payment/request.ts';
import { cashBackOf } from '../refund/pay-back.ts';
import { refundRequest } from '../refund/request.ts';
import type { Wanted } from '../refund/returnable.ts';
import type { RefundRunner } from '../refund/runner.ts';
import type { RefundOrder } from '../refund/sources.ts';
import { ok, type Result } from '../result.ts';
import { ore, sum } from '../sale/money.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';
import { goneOf, leftOf, type PlannedRefund, planReturn, type ReturnPlan } from './return-plan.ts';

export type RefundCallParts = {
  readonly journal: Journal;
  readonly refunds: RefundRunner;
  readonly tillId: string;
  readonly terminalId: string;
  /** Whether refunds to cards are made at the terminal, with the cardholder there. */
  readonly atTerminal: boolean;
  readonly refundOrder: () => RefundOrder;
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

/** What the cashier does about giving money back. */
export function refundCalls(parts: RefundCallParts): Pick<Handlers, RefundCall> {
  const { journal, refunds } = parts;

  /** At the terminal one card after the other is asked for: only the first refund of several is made. */
  function made({ refunds: planned }: ReturnPlan, terminalId: string | null): readonly PlannedRefund[] {
    return terminalId === null ? planned : planned.slice(0, 1);
  }

  function begin(
    plan: ReturnPlan,
    reason: string,
    terminalId: string | null,
  ): Result<{ refundId: string }, Refusal> {
    const { sale } = plan;
    const now = made(plan, terminalId);
    const byCard = now.some(({ back }) => back.card !== null);
    if (byCard && terminalId !== null && (parts.terminalTaken() || isTerminalTaken(refunds))) {
      return refuse('TERMINAL-TAKEN', { terminal: terminalId });
    }
    let first: string | null = null;
    for (const { lines, amount, back } of now) {
      const { card, cash, giftCard } = back;
      const whole = card !== null && amount === sale.total && card.amount === amount;
      const request = (refundId: string): RefundRequest =>
        refundRequest({
          refundId,
          amount: card?.amount ?? amount,
          reason,
          lines,
          terminalId,
          whole: whole || !isPaidByLines(sale),
        });
      const begun = refunds.begin(
        {
          of: { tillId: parts.tillId, saleId: sale.saleId, receiptNumber: sale.receiptNumber },
          lines,
          amount,
          currency: sale.currency,
          reason,
          card: card === null ? null : { ...card, terminalId, request },
          cash,
          ...(giftCard !== null && { giftCard }),
          exchange: null,
          ofOtherTill: null,
        },
        parts.operator(),
      );
      if (!begun.ok) return notWritten(begun.error);
      first ??= begun.value;
    }
    if (first === null) throw new Error('A return was planned without a refund');
    parts.show(first);
    return ok({ refundId: first });
  }

  return {
    'refund.quote': ({ receiptNumber, wanted, how }) => {
      const planned = planReturn(journal, receiptNumber, wanted, how, parts.refundOrder());
      if (!planned.ok) return planned;
      const now = made(planned.value, parts.atTerminal ? parts.terminalId : null);
      return ok({
        amount: sum(now.map(({ amount }) => amount)),
        card: sum(now.map(({ back }) => back.card?.amount ?? ore(0))),
        cash: sum(now.map(({ back }) => cashBackOf(back))),
        giftCard: sum(now.map(({ back }) => back.giftCard?.amount ?? ore(0))),
      });
    },

    'refund.begin': async ({ receiptNumber, wanted, how, reason, left }) => {
      await parts.ready();
      // Everything is asked after the last wait, so that a second press finds what the first one wrote down.
      const stopped = parts.stopped();
      if (stopped !== null) return { ok: false, error: stopped };
      const planned = planReturn(journal, receiptNumber, wanted, how, parts.refundOrder());
      const seen = planned.ok ? planned.value.left : leftOf(journal, receiptNumber);
      if (seen !== null && seen !== left) return refuse('REFUND-CHANGED');
      if (!planned.ok) return planned;
      const paidByCard = planned.value.sale.payments.some((payment) => payment.kind !== 'cash');
      const { sale, amount } = planned.value;
      const refusal = parts.authorise({
        kind: 'refund',
        of: `receipt ${String(receiptNumber)}`,
        amount,
        together: sum([amount, ...goneOf(journal, sale.saleId)]),
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
      if (refund?.state !== 'refused' || refund.card === null || refund.of.tillId !== parts.tillId) {
        return refuse('REFUND-UNKNOWN');
      }
      const { receiptNumber } = refund.of;
      if (receiptNumber === null || refund.exchange !== null) return refuse('REFUND-UNKNOWN');
      const again = wantedAgain(refund.lines);
      const planned = planReturn(journal, receiptNumber, again, 'as-paid', parts.refundOrder());
      if (!planned.ok) return planned;
      if (planned.value.refunds[0].amount !== refund.amount) return refuse('REFUND-CHANGED');
      return begin(planned.value, refund.reason, parts.terminalId);
    },

    'refund.decide': async ({ refundId, refunded, reason }) => {
      await parts.ready();
      if (refunds.standing(refundId)?.refund.state !== 'undecided') return refuse('REFUND-UNKNOWN');
      const what = refunded ? 'refunded' : 'not refunded';
      const refusal = parts.authorise({ kind: 'manual-decision', of: `refund ${refundId}; ${what}` });
      if (refusal !== null) return { ok: false, error: refusal };
      const decided = refunds.decide(refundId, refunded, reason, parts.operator());
      if (decided === null) return refuse('NOT-ALLOWED-NOW');
      if (!decided.ok) return notWritten(decided.error);
      parts.show(refundId);
      return ok(null);
    },

    'refund.lookNow': () => {
      refunds.lookNow();
      return ok(null);
    },
  };
}

/**
 * Whether Dintero knows the sale's lines by their numbers: where one payment paid for all of them. A payment of a part,
 * of an exchange's difference or of too many lines was made by VAT rate.
 */
function isPaidByLines({ payments, lines, isExchange }: SoldSale): boolean {
  return !isExchange && payments.length === 1 && lines.length <= mostItems;
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

/** What a refused refund wanted, as it would be asked for again. */
function wantedAgain(lines: readonly SoldLine[]): Wanted {
  const pieces = lines.filter(({ quantity }) => quantity !== 0);
  return pieces.length === 0
    ? { kind: 'amount', amount: 0 - sum(lines.map(({ amount }) => amount)) }
    : { kind: 'lines', lines: pieces.map(({ lineId, quantity }) => ({ lineId, quantity: 0 - quantity })) };
}

import type { Matching } from '../day/matching.ts';
import { paidSum } from '../day/payout-sums.ts';
import type { Payouts } from '../day/payouts.ts';
import { isDay } from '../day/shop-days.ts';
import type { MatchedSettlement } from '../journal/entries/books.ts';
import type { Journal } from '../journal/index.ts';
import { ok } from '../result.ts';
import type { Handlers } from './calls.ts';
import type { Reach } from './reach.ts';
import { notWritten, refuse } from './refusal.ts';

export type CardCallParts = {
  readonly journal: Journal;
  readonly matching: Matching;
  readonly payouts: Payouts;
  readonly reach: () => Reach;
  readonly operator: () => string | null;
};

/** Enough for a month of days and payouts. */
const most = 31;

/** The card payments of any period beside Dintero's, and what Dintero paid out. */
export function cardCalls(parts: CardCallParts): Pick<Handlers, Extract<keyof Handlers, `cards.${string}`>> {
  const { journal } = parts;

  function unanswered() {
    const reach = parts.reach();
    return refuse('OFFLINE', { reason: reach.state === 'offline' ? reach.reason : 'server' });
  }

  return {
    'cards.compare': async (period) => {
      if (!isDay(period.from) || !isDay(period.to) || period.from > period.to) return refuse('MESSAGE-WRONG');
      const looked = await parts.matching.lookAt(period, parts.operator());
      if (!looked.ok) {
        return looked.error.kind === 'journal' ? notWritten(looked.error.error) : unanswered();
      }
      const { here, there, differences, opened } = looked.value;
      return ok({ ...period, here, there, differences, opened });
    },

    'cards.payouts': () =>
      ok({ days: journal.read.dayPayouts(most), payouts: journal.read.settlements(most).map(payoutView) }),

    'cards.lookForPayouts': async () => {
      const looked = await parts.payouts.lookNow();
      if (looked.ok) return ok({ available: true, ...looked.value });
      switch (looked.error.kind) {
        case 'not-available':
          return ok({ available: false, matched: 0, opened: 0 });
        case 'journal':
          return notWritten(looked.error.error);
        case 'dintero':
          return unanswered();
      }
    },
  };
}

function payoutView(settlement: MatchedSettlement) {
  const { settlementId, settledAt, amount, captures, refunds, fee, payments, paidBack, others } = settlement;
  const ours = paidSum({ ...settlement, others: none });
  return {
    settlementId,
    settledAt,
    amount,
    captures,
    refunds,
    fee,
    ours,
    others: others.payments.amount - others.refunds.amount,
    unexplained: captures - refunds - paidSum({ payments, paidBack, others }),
  };
}

const zero = { number: 0, amount: 0 as MatchedSettlement['fee'] };
const none: MatchedSettlement['others'] = { payments: zero, refunds: zero };

import type { AlarmView } from '../../preload/contract/view.ts';
import type { Journal } from '../journal/index.ts';
import { attemptFrom, isReserved } from '../payment/attempt.ts';
import type { Runner } from '../payment/runner.ts';
import type { RefundRunner } from '../refund/runner.ts';
import type { Currency } from '../sale/money.ts';
import type { Words } from '../words/index.ts';
import { canAttach, canRefund, isGoingBack, refundOfAlarm } from './alarm-calls.ts';
import { refundView } from './refund-view.ts';

export type AlarmViewParts = {
  readonly journal: Journal;
  readonly runner: Runner;
  readonly refunds: RefundRunner;
  readonly currency: Currency;
};

/** The payments that turned out otherwise than the till held them, until a person settles each. */
export function alarmViews(
  { journal, runner, refunds, currency }: AlarmViewParts,
  words: Words,
): AlarmView[] {
  return journal.read.openAlarms().map((open) => {
    const { alarm, attemptId, saleId, amount, at, kind } = open;
    const standing = refundOfAlarm(journal, refunds, open);
    const attach = canAttach(journal, attemptId, runner);
    const refund = canRefund(journal, open, standing);
    const attempt = attemptFrom(journal.read.attemptEntries(attemptId));
    const reserved = attempt !== null && isReserved(attempt);
    const late = { amount, currency, saleId, canAttach: attach, canRefund: refund, reserved };
    // A part that was taken out of its sale again pays for nothing here.
    const lost = kind === 'contradicted' && attempt?.state !== 'completed';
    const said = words.payment;
    return {
      alarm,
      of: 'payment',
      about: attemptId,
      saleId,
      amount,
      at,
      canAttach: attach,
      canRefund: refund,
      canHandleElsewhere: !isGoingBack(standing),
      refund: standing === null ? null : refundView(standing, words),
      sentence:
        kind === 'contradicted'
          ? lost
            ? said.partLost(late)
            : said.notPaidAfterAll(late)
          : isGoingBack(standing)
            ? said.refundingAfterAll(late)
            : said.paidAfterAll(late),
    };
  });
}

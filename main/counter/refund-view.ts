import type { RefundView } from '../../preload/contract/refund.ts';
import { instant } from '../clock.ts';
import { cashBackOf } from '../refund/pay-back.ts';
import type { Refund } from '../refund/refund.ts';
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
    // A number of another till's is no receipt here.
    receiptNumber: refund.refundId.startsWith(`${refund.of.tillId}-`) ? refund.of.receiptNumber : null,
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
      const giftCard = refund.giftCard?.amount ?? ore(0);
      const back = { card: card?.amount ?? ore(0), cash: cashBackOf(refund), giftCard, currency };
      return { state: { kind: 'refunded', returnReceipt }, sentence: said.refunded(back) };
    }
    case 'refused':
      return {
        state: { kind: 'refused', code: refund.code, offerTerminal: refund.code === 'terminal-needed' },
        sentence: said.refused(refund.code, refund.detail),
      };
  }
}

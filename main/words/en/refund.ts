import type { RefundUndecidedWhy } from '../../journal/entries/refund.ts';
import type { RefusedCode } from '../../refund/send-answer.ts';
import { pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Words } from '../words.ts';

const waysOn =
  'The till keeps asking Dintero, and what is being refunded cannot be refunded again meanwhile. Do not refund it in another way before this is settled.';

const undecided: Readonly<Record<RefundUndecidedWhy, string>> = {
  'answer-lost': 'The refund went out, but Dintero’s answer was lost, so the money may have gone back.',
  'not-in-answer': 'Dintero answered, but does not yet say that the money went back.',
  'patience-over': 'Dintero took the refund, and no result has come for a long time.',
  'amount-differs': 'Dintero refunded another amount than this till asked for.',
  'unknown-outcome': 'Dintero reports an outcome of the refund that this till does not know.',
};

const refused: Readonly<Record<Exclude<RefusedCode, 'refused' | 'refused-by-dintero'>, string>> = {
  'not-sent': 'The refund never left this till, so no money went back: it is safe to try again.',
  'terminal-needed':
    'Dintero wants the cardholder at the terminal for this refund; no money went back. If the customer is here with the card, press Refund at terminal.',
  'terminal-busy':
    'The terminal is busy with something else; no money went back. Finish it there and try again.',
  'more-than-held':
    'Dintero holds less of this payment than is to be refunded, so part of it was refunded elsewhere; no money went back. Look the transaction up in Dintero.',
  'currency-differs': 'Dintero has this payment in another currency; no money went back.',
  'reference-taken':
    'Dintero knows another refund by this one’s reference; no money went back. Try again: it gets a new one.',
  'earlier-there':
    'An earlier refund of this payment, which was held not to have happened, is at Dintero after all; no money went back by this one. Wait for the till to tell of it, and settle that first.',
  unreadable: 'Dintero does not show the card payment, so it cannot be refunded; no money went back.',
  'decided-not-refunded': 'A person decided that this refund did not happen. It can be made again.',
};

/** What the till says about giving money back, in English. */
export function refundWords(format: Format): Words['refund'] {
  return {
    sending: 'Sending the refund to Dintero.',
    accepted: 'Dintero has taken the refund and is finishing it.',
    atTerminal:
      'The terminal asks for the card: the customer can tap, insert or swipe it now to get the money back.',
    undecided: (why) => `${undecided[why]} ${waysOn}`,
    refused: (code, detail) => {
      const because = detail === '' ? '' : ` (${detail})`;
      const general = `Dintero refused the refund${because}; no money went back.`;
      return pick(refused, code, general);
    },
    refunded: ({ card, cash, giftCard, currency }) =>
      [
        ...(card === 0 ? [] : [`${format.money(card, currency)} went back to the card.`]),
        ...(giftCard === 0 ? [] : [`${format.money(giftCard, currency)} went back to the gift card.`]),
        ...(cash === 0 ? [] : [`Give the customer ${format.money(cash, currency)} from the drawer.`]),
        'Print the return receipt for the customer’s signature.',
      ].join(' '),
    elsewhere: (tillId, canLookUp) =>
      canLookUp
        ? `This receipt is from another till of the shop, ${tillId}: refund it at that till, or look its payment up at Dintero.`
        : `This receipt is from another till of the shop, ${tillId}: refund it at that till, or scan its QR code or type the reference printed under the card payment.`,
    unknownHere:
      'This till has no receipt of that transaction: if another till of the shop took the payment, look it up at Dintero.',
    refundedAfterAll: ({ amount, currency, refundId, canBook }) =>
      `Refunded after all: Dintero has given ${format.money(amount, currency)} back by refund ${refundId}, which a person had decided did not happen. ${
        canBook
          ? 'Write its receipt'
          : 'Its receipt can no longer be written, since something else went back meanwhile: claim the money back'
      }, or mark it as handled.`,
    notRefundedAfterAll: ({ amount, currency, refundId }) =>
      `Not refunded after all: Dintero has refused refund ${refundId} of ${format.money(amount, currency)}, which a person had decided did happen, and its receipt is written. Give the customer the money, and mark it as handled.`,
  };
}

import type { NotPaidOutcome, UndecidedWhy } from '../../journal/entries/attempt.ts';
import { pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { LateApproval, NotPaidCode, Words } from '../words.ts';

const waysOn =
  'The till keeps asking Dintero. You can wait, set this sale aside and serve the next customer, or decide by hand. Do not charge the card again.';

const undecided: Readonly<Record<UndecidedWhy, string>> = {
  'create-answer-lost':
    'The request went out, but Dintero’s answer was lost, so the terminal may be asking for the card.',
  'patience-over': 'No result has come from the terminal for a long time.',
  'unknown-status': 'Dintero reports a state that this till does not know.',
  'amount-differs': 'Dintero reports another amount than this till asked for.',
  'currency-differs': 'Dintero reports another currency than the sale’s.',
  'reference-differs': 'Dintero reports a payment with another reference than this one’s.',
  'on-hold': 'Dintero holds the payment back for a check.',
  'several-transactions': 'Dintero has several payments for this one attempt.',
  'session-not-found': 'Dintero does not find this payment yet.',
};

const notPaid: Readonly<Record<Exclude<NotPaidCode, 'refused'>, string>> = {
  'declined-by-card':
    'The customer’s bank declined the payment; nothing was charged. Try another card, or take cash.',
  'wrong-pin':
    'The PIN was wrong and the payment was declined; nothing was charged. Try again, or take cash.',
  'cancelled-at-till':
    'The payment was cancelled here at the till: the sale is not paid. Go back to the sale, or start a new payment.',
  'cancelled-at-terminal':
    'The payment was cancelled on the terminal: the sale is not paid. Try again, or take cash.',
  expired: 'Nobody used a card before the time ran out: the sale is not paid. Try again, or take cash.',
  'not-sent':
    'The payment never left this till, so nothing was charged: it is safe to try again, or take cash.',
  'terminal-busy':
    'The terminal is busy with something else; nothing was charged. Finish it there and try again.',
  'terminal-offline':
    'The terminal has no connection; nothing was charged. Check its power and network and try again, or take cash.',
  'asked-to-wait':
    'Dintero asked this till to wait a moment; nothing was charged. Wait half a minute and try again, or take cash.',
  'transaction-failed':
    'The terminal could not complete the payment, perhaps because the card was taken away early: the sale is not paid. Try again, or take cash.',
  voided:
    'The payment was cancelled and nothing was charged: the sale is not paid. Go back to the sale, or start a new payment.',
  'decided-not-paid':
    'A person decided that this payment did not happen. The till goes on watching and sounds the alarm if Dintero says otherwise.',
  offline:
    'The till cannot reach Dintero, so the card was not asked for; nothing was charged. Take cash, or wait.',
};

const general: Readonly<Record<NotPaidOutcome, string>> = {
  declined: 'The payment was declined; nothing was charged. Try another card, or take cash.',
  failed: 'The payment failed: the sale is not paid. Try again, or take cash.',
  cancelled: 'The payment was cancelled: the sale is not paid. Try again, or take cash.',
  expired: notPaid.expired,
};

function waysOutOf({ canAttach, canRefund, reserved }: LateApproval): string {
  if (reserved) {
    const wait =
      'Dintero has only reserved the money so far: the till follows it, offers Refund when it is taken, and ends this alarm when it is let go. To let it go now, void the payment in Dintero Backoffice';
    return canAttach ? `Complete its sale if the customer has the goods; otherwise wait. ${wait}` : wait;
  }
  if (canAttach) {
    return canRefund
      ? 'Complete its sale if the customer has the goods; otherwise refund it'
      : 'Complete its sale if the customer has the goods; otherwise refund it in Dintero and mark it as handled';
  }
  return canRefund ? 'Refund it' : 'Refund it in Dintero and mark it as handled';
}

/** What the till says about a card payment, in English. */
export function paymentWords(format: Format): Words['payment'] {
  const cameAfterAll = ({ amount, currency, saleId }: LateApproval): string =>
    `Paid after all: the card payment of ${format.money(amount, currency)} for sale ${saleId} was approved after it was given up`;
  return {
    sending: 'Sending the amount to the terminal.',
    presentCard: 'The terminal shows the amount: the customer can tap, insert or swipe now.',
    cancelling:
      'Cancelling. Press the red key on the terminal as well. The till is reading what really happened: if the customer has paid, the sale is paid.',
    undecided: (why) => `${undecided[why]} ${waysOn}`,
    cancelAsked:
      'Cancelling was asked for: Dintero is told as soon as the payment is found, and what really happened is read afterwards.',
    notPaid: (outcome, code, detail = '') => {
      if (code !== 'refused') return pick(notPaid, code, general[outcome]);
      const because = detail === '' ? '' : ` (${detail})`;
      return `Dintero refused the request${because}; nothing was charged. Check the store, terminal and payout destination under Settings, or take cash.`;
    },
    notYetCaptured:
      'The customer has paid, but the money is not yet captured at Dintero: the till follows it until it is.',
    paidAfterAll: (late) => `${cameAfterAll(late)}. ${waysOutOf(late)}.`,
    refundingAfterAll: (late) => `${cameAfterAll(late)}, and is being refunded.`,
    notPaidAfterAll: ({ amount, currency, saleId }) =>
      `Not paid after all: the card payment of ${format.money(amount, currency)} for sale ${saleId} stands as paid here, but Dintero has no money for it. Ask the customer to pay again or claim it, and mark it as handled.`,
    partLost: ({ amount, currency, saleId }) =>
      `Not paid after all: the card payment of ${format.money(amount, currency)} in sale ${saleId} was reserved and then let go at Dintero; nothing was charged. It is out of the sale, and the amount is due again. Mark it as handled when that is done.`,
  };
}

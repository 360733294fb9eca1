import type { OpenCase } from '../../journal/index.ts';
import { anyMoney } from '../any-money.ts';
import type { Format } from '../format.ts';

/** What differs between Dintero's books and the till's, and what to do, in English. */
export function difference(found: OpenCase, format: Format): string {
  const there = anyMoney(found.amountThere, found.currency, format);
  const here = anyMoney(found.amountHere, found.currency, format);
  switch (found.kind) {
    case 'paid-there-only':
      return `Dintero has a card payment of ${there} on this terminal${named(found)} that this till does not hold as paid. Find out what it paid for under Dintero’s transaction ${found.transactionId ?? '-'}, refund it there if it was for nothing, and settle the case.`;
    case 'paid-here-only':
      return `The card payment ${found.reference} of ${here} stands as paid here, but Dintero ${found.detail === '' ? 'has no such payment' : `says ${found.detail}`}. Compare with the terminal’s own receipts, claim the money or correct the accounts, and settle the case.`;
    case 'amount-differs':
      return `The card payment ${found.reference} is ${here} here and ${there} at Dintero. Find out which is right, refund or claim the rest, and settle the case.`;
    case 'refund-differs':
      return `Of the card payment ${found.reference}, ${here} went back here and ${there} at Dintero. Find out which is right, correct the accounts or refund the rest, and settle the case.`;
    case 'settlement-differs':
      return `Dintero’s payout ${found.reference} says that it pays ${there}, and the card payments less refunds that it pays come to ${here}. Ask Dintero what the payout holds, correct the accounts, and settle the case.`;
    case 'terminal-shared':
      return `Till ${found.reference} sends its payments to this till’s terminal. Give each till a terminal of its own, and settle the case.`;
  }
}

function named({ reference }: OpenCase): string {
  return reference === '' ? '' : ` (reference ${reference})`;
}

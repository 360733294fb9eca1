import type { How } from './pay-back.ts';

/**
 * Whether giving back this way is a manager's to do: card money handed out in notes and coins is the oldest way to rob a
 * till. Where the shop has no operators nobody logs in, and nothing needs a manager.
 */
export function needsManager(refund: {
  readonly shopHasOperators: boolean;
  readonly how: How;
  readonly paidByCard: boolean;
}): boolean {
  return refund.shopHasOperators && refund.how === 'cash' && refund.paidByCard;
}

import type { RefundRequest } from '../dintero/index.ts';
import type { SoldLine } from '../journal/entries/sale.ts';
import type { Ore } from '../sale/money.ts';

/** What is given back through Dintero. `lines` are negative, as in the journal. */
export type CardRefund = {
  readonly refundId: string;
  readonly amount: Ore;
  readonly reason: string;
  readonly lines: readonly SoldLine[];
  /** Null: to the original card. */
  readonly terminalId: string | null;
  /** Nothing was given back before, and nothing stays; or Dintero does not know the lines. */
  readonly whole: boolean;
};

/**
 * The body of a refund as the specified page has it (creating-a-terminal-session.txt): all of it by its amount alone, a
 * part with its lines. Lines are named only when they add up to the amount: part of it may have gone back in cash.
 */
export function refundRequest(refund: CardRefund): RefundRequest {
  const items = refund.lines.filter(({ amount }) => amount !== 0);
  const named = 0 - items.reduce((sum, { amount }) => sum + amount, 0) === refund.amount;
  return {
    amount: refund.amount,
    reason: refund.reason,
    refund_reference: refund.refundId,
    ...(refund.terminalId !== null && { terminal_id: refund.terminalId }),
    ...(!refund.whole &&
      named && {
        items: items.map(({ lineId, amount, quantity }) => ({
          line_id: lineId,
          amount: 0 - amount,
          ...(quantity !== 0 && { quantity: (0 - quantity) / 1000 }),
        })),
      }),
  };
}

import type { ManagerTable } from '../../preload/contract/operator.ts';
import { assertNever } from '../result.ts';
import type { Ore, VatRate } from '../sale/money.ts';
import type { Role } from './staff.ts';

/**
 * Something that a shop may want a manager for, with all that the manager says yes to: an approval holds for exactly
 * this and for nothing else.
 */
export type Act =
  | {
      readonly kind: 'refund';
      /** The receipt, the alarm or the other till's payment that it is about, as a person would name it. */
      readonly of: string;
      readonly amount: Ore;
      /** With what went back of the same sale before, so that many small refunds are one large one. */
      readonly together: Ore;
      /** Card money handed out in notes and coins. */
      readonly cashForCard: boolean;
      /** Another till took the money. */
      readonly elsewhere: boolean;
    }
  /** A payment, a refund, an alarm or a case is settled by a person's word. */
  | { readonly kind: 'manual-decision'; readonly of: string }
  /** A gift card is accepted that has expired, or that another till sold. */
  | { readonly kind: 'gift-card'; readonly of: string }
  | { readonly kind: 'price-change'; readonly of: string }
  /** `rate`: the largest part of a line that is taken off, in hundredths of a percent. */
  | { readonly kind: 'discount'; readonly of: string; readonly rate: VatRate }
  | { readonly kind: 'settings'; readonly of: string }
  | { readonly kind: 'export'; readonly of: string }
  | { readonly kind: 'open-drawer'; readonly of: string }
  /** Cash put into the drawer or taken out of it that is no sale's. */
  | { readonly kind: 'move-cash'; readonly of: string; readonly amount: Ore }
  | { readonly kind: 'training'; readonly of: string }
  | { readonly kind: 'update'; readonly of: string }
  /** Who may log in, what needs a manager, and what the till logs in to Dintero with. */
  | { readonly kind: 'operators'; readonly of: string };

/** Whether somebody of this role needs a manager for it. */
export function needsManager(act: Act, table: ManagerTable, role: Role): boolean {
  if (role === 'manager') return false;
  switch (act.kind) {
    case 'refund':
      return (
        (table.refundOver !== null && act.together > table.refundOver) ||
        (table.cashRefundOfCard && act.cashForCard) ||
        (table.refundOfAnotherTill && act.elsewhere)
      );
    case 'manual-decision':
      return table.manualDecision;
    case 'gift-card':
      return table.giftCard;
    case 'price-change':
      return table.priceChange;
    case 'discount':
      return table.discountOver !== null && act.rate > table.discountOver;
    case 'settings':
      return table.settings;
    case 'export':
      return table.export;
    case 'open-drawer':
      return table.openDrawer;
    case 'move-cash':
      return table.moveCashOver !== null && act.amount > table.moveCashOver;
    case 'training':
      return table.training;
    case 'update':
      return table.update;
    case 'operators':
      return true;
    default:
      return assertNever(act);
  }
}

/** Whether two are the same in everything that a manager says yes to. */
export function isSameAct(one: Act, other: Act): boolean {
  return one.kind === other.kind && aboutText(one) === aboutText(other);
}

/** What an act is about, for the journal: as `receipt 12; amount 39900`, amounts in øre. */
export function aboutText(act: Act): string {
  switch (act.kind) {
    case 'refund':
      return [
        act.of,
        `amount ${String(act.amount)}`,
        `together ${String(act.together)}`,
        ...(act.cashForCard ? ['card money in cash'] : []),
        ...(act.elsewhere ? ['of another till'] : []),
      ].join('; ');
    case 'discount':
      return `${act.of}; rate ${String(act.rate)}`;
    case 'move-cash':
      return `${act.of}; amount ${String(act.amount)}`;
    default:
      return act.of;
  }
}

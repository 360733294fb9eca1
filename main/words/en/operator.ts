import { vatRate } from '../../sale/money.ts';
import { fitMoney } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Detail, OperatorWords } from '../words.ts';

/** What is refused for want of a manager, and the way on. */
export function managerNeeded(detail: Detail, format: Format): string {
  return `${what(detail, format)} needs a manager: ask one for a PIN here, and it is done at once.`;
}

function what(detail: Detail, format: Format): string {
  switch (detail['act']) {
    case 'refund':
      return fitMoney(detail, 'amount', format, (sum) => `This refund of ${sum}`, 'This refund');
    case 'manual-decision':
      return 'Deciding this by hand';
    case 'gift-card':
      return 'Accepting this gift card';
    case 'price-change':
      return 'Changing prices';
    case 'discount': {
      const rate = detail['rate'];
      return typeof rate === 'number'
        ? `A discount of ${format.percent(vatRate(rate))}`
        : 'A discount this large';
    }
    case 'settings':
      return 'Changing this setting';
    case 'export':
      return 'Exporting the journal';
    case 'open-drawer':
      return 'Opening the drawer without a sale';
    case 'move-cash':
      return fitMoney(
        detail,
        'amount',
        format,
        (sum) => `Putting ${sum} into the drawer or taking it out`,
        'Putting cash into the drawer or taking it out',
      );
    case 'training':
      return 'Switching training on or off';
    case 'update':
      return 'Updating now';
    case 'operators':
      return 'Changing operators and their rights';
    default:
      return 'This';
  }
}

export const operatorWords: OperatorWords = {
  alarm: {
    'paid-after-all':
      'Paid after all: a card payment that was given up has been paid. Log in and settle it before the customer leaves.',
    contradicted:
      'Not paid after all: a card payment that counted as paid was not. Log in and settle it before the goods leave.',
  },
  refundAlarm: {
    refunded:
      'Refunded after all: a refund that was settled as not made has been made. Log in and settle it.',
    'not-refunded':
      'Not refunded after all: a refund that was settled as made was not made. Log in and settle it.',
  },
};

import { vatRate } from '../../sale/money.ts';
import { fitMoney } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Detail, OperatorWords } from '../words.ts';

/** What needs a manager, and the way on. */
export function managerNeeded(detail: Detail, format: Format): string {
  return `${what(detail, format)} kräver en chef: be en om PIN-koden här, så görs det med en gång.`;
}

function what(detail: Detail, format: Format): string {
  switch (detail['act']) {
    case 'refund':
      return fitMoney(
        detail,
        'amount',
        format,
        (sum) => `Återbetalningen av ${sum}`,
        'Den här återbetalningen',
      );
    case 'manual-decision':
      return 'Att avgöra det här för hand';
    case 'gift-card':
      return 'Att godta det här presentkortet';
    case 'price-change':
      return 'Att ändra priser';
    case 'discount': {
      const rate = detail['rate'];
      return typeof rate === 'number' ? `En rabatt på ${format.percent(vatRate(rate))}` : 'En så stor rabatt';
    }
    case 'settings':
      return 'Att ändra den här inställningen';
    case 'export':
      return 'Att exportera journalen';
    case 'open-drawer':
      return 'Att öppna kassalådan utan köp';
    case 'move-cash':
      return fitMoney(
        detail,
        'amount',
        format,
        (sum) => `Att lägga ${sum} i kassalådan eller ta ut det`,
        'Att lägga pengar i kassalådan eller ta ut dem',
      );
    case 'training':
      return 'Att slå på eller av övning';
    case 'update':
      return 'Att uppdatera nu';
    case 'operators':
      return 'Att ändra operatörer och deras rättigheter';
    default:
      return 'Det här';
  }
}

export const operatorWords: OperatorWords = {
  alarm: {
    'paid-after-all':
      'Betalt ändå: en kortbetalning som var uppgiven är betald. Logga in och red ut den innan kunden går.',
    contradicted:
      'Inte betalt ändå: en kortbetalning som gällde som betald var det inte. Logga in och red ut den innan varorna går.',
  },
  refundAlarm: {
    refunded:
      'Återbetalat ändå: en återbetalning som var avgjord som inte gjord är gjord. Logga in och red ut den.',
    'not-refunded':
      'Inte återbetalat ändå: en återbetalning som var avgjord som gjord är inte gjord. Logga in och red ut den.',
  },
};

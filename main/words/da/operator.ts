import { vatRate } from '../../sale/money.ts';
import { fitMoney } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Detail, OperatorWords } from '../words.ts';

/** What needs a manager, and the way on. */
export function managerNeeded(detail: Detail, format: Format): string {
  return `${what(detail, format)} kræver en leder: bed en om pinkoden her, så gøres det med det samme.`;
}

function what(detail: Detail, format: Format): string {
  switch (detail['act']) {
    case 'refund':
      return fitMoney(
        detail,
        'amount',
        format,
        (sum) => `Tilbagebetalingen på ${sum}`,
        'Denne tilbagebetaling',
      );
    case 'manual-decision':
      return 'At afgøre dette manuelt';
    case 'gift-card':
      return 'At godkende dette gavekort';
    case 'price-change':
      return 'At ændre priser';
    case 'discount': {
      const rate = detail['rate'];
      return typeof rate === 'number' ? `En rabat på ${format.percent(vatRate(rate))}` : 'Så stor en rabat';
    }
    case 'settings':
      return 'At ændre denne indstilling';
    case 'export':
      return 'At eksportere journalen';
    case 'open-drawer':
      return 'At åbne kasseskuffen uden salg';
    case 'move-cash':
      return fitMoney(
        detail,
        'amount',
        format,
        (sum) => `At lægge ${sum} i kasseskuffen eller tage det ud`,
        'At lægge penge i kasseskuffen eller tage dem ud',
      );
    case 'training':
      return 'At slå øvelse til eller fra';
    case 'update':
      return 'At opdatere nu';
    case 'operators':
      return 'At ændre operatører og deres rettigheder';
    default:
      return 'Dette';
  }
}

export const operatorWords: OperatorWords = {
  alarm: {
    'paid-after-all':
      'Betalt alligevel: en kortbetaling, der var opgivet, er betalt. Log ind, og ordn den, før kunden går.',
    contradicted:
      'Ikke betalt alligevel: en kortbetaling, der gjaldt som betalt, var det ikke. Log ind, og ordn den, før varerne går.',
  },
  refundAlarm: {
    refunded:
      'Tilbagebetalt alligevel: en tilbagebetaling, der var afgjort som ikke udført, er udført. Log ind, og ordn den.',
    'not-refunded':
      'Ikke tilbagebetalt alligevel: en tilbagebetaling, der var afgjort som udført, er ikke udført. Log ind, og ordn den.',
  },
};

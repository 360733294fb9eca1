import { vatRate } from '../../sale/money.ts';
import { fitMoney } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Detail, OperatorWords } from '../words.ts';

/** Hva som krever en leder, og veien videre. */
export function managerNeeded(detail: Detail, format: Format): string {
  return `${what(detail, format)} krever en leder: be en om en PIN her, så gjøres det med det samme.`;
}

function what(detail: Detail, format: Format): string {
  switch (detail['act']) {
    case 'refund':
      return fitMoney(detail, 'amount', format, (sum) => `Denne refusjonen på ${sum}`, 'Denne refusjonen');
    case 'manual-decision':
      return 'Å avgjøre dette for hånd';
    case 'gift-card':
      return 'Å godta dette gavekortet';
    case 'price-change':
      return 'Å endre priser';
    case 'discount': {
      const rate = detail['rate'];
      return typeof rate === 'number' ? `En rabatt på ${format.percent(vatRate(rate))}` : 'En så stor rabatt';
    }
    case 'settings':
      return 'Å endre denne innstillingen';
    case 'export':
      return 'Å eksportere journalen';
    case 'open-drawer':
      return 'Å åpne kassaskuffen uten salg';
    case 'move-cash':
      return fitMoney(
        detail,
        'amount',
        format,
        (sum) => `Å legge ${sum} i kassaskuffen eller ta det ut`,
        'Å legge penger i kassaskuffen eller ta dem ut',
      );
    case 'training':
      return 'Å slå trening av eller på';
    case 'update':
      return 'Å oppdatere nå';
    case 'operators':
      return 'Å endre operatører og rettighetene deres';
    default:
      return 'Dette';
  }
}

export const operatorWords: OperatorWords = {
  alarm: {
    'paid-after-all':
      'Betalt likevel: en kortbetaling som var gitt opp, er betalt. Logg inn og ordne den før kunden går.',
    contradicted:
      'Ikke betalt likevel: en kortbetaling som gjaldt som betalt, var det ikke. Logg inn og ordne den før varene går.',
  },
  refundAlarm: {
    refunded: 'Refundert likevel: en refusjon som var ført som ikke gjort, er gjort. Logg inn og ordne den.',
    'not-refunded':
      'Ikke refundert likevel: en refusjon som var ført som gjort, er ikke gjort. Logg inn og ordne den.',
  },
};

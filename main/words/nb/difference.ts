import type { OpenCase } from '../../journal/index.ts';
import { anyMoney } from '../any-money.ts';
import type { Format } from '../format.ts';

/** What differs between Dintero's books and the till's, and what to do, in bokmål. */
export function difference(found: OpenCase, format: Format): string {
  const there = anyMoney(found.amountThere, found.currency, format);
  const here = anyMoney(found.amountHere, found.currency, format);
  switch (found.kind) {
    case 'paid-there-only':
      return `Dintero har en kortbetaling på ${there} på denne terminalen${named(found)} som kassen ikke regner som betalt. Finn ut hva den gjaldt, under Dinteros transaksjon ${found.transactionId ?? '-'}, betal den tilbake der hvis den ikke gjaldt noe, og avslutt saken.`;
    case 'paid-here-only':
      return `Kortbetalingen ${found.reference} på ${here} står som betalt her, men Dintero ${found.detail === '' ? 'har ingen slik betaling' : `sier ${found.detail}`}. Sammenlign med terminalens egne kvitteringer, krev inn pengene eller rett regnskapet, og avslutt saken.`;
    case 'amount-differs':
      return `Kortbetalingen ${found.reference} er på ${here} her og ${there} hos Dintero. Finn ut hva som er riktig, betal tilbake eller krev inn resten, og avslutt saken.`;
    case 'refund-differs':
      return `Av kortbetalingen ${found.reference} er ${here} betalt tilbake her og ${there} hos Dintero. Finn ut hva som er riktig, rett regnskapet eller refunder resten, og avgjør avviket.`;
    case 'settlement-differs':
      return `Utbetalingen ${found.reference} fra Dintero sier at den gjelder ${there}, mens kortbetalingene den gjelder, fratrukket refusjoner, er ${here}. Spør Dintero hva utbetalingen består av, rett regnskapet, og avslutt saken.`;
    case 'terminal-shared':
      return `Kasse ${found.reference} sender betalingene sine til terminalen til denne kassen. Gi hver kasse sin egen terminal, og avslutt saken.`;
  }
}

function named({ reference }: OpenCase): string {
  return reference === '' ? '' : ` (referanse ${reference})`;
}

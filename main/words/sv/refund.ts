import type { RefundUndecidedWhy } from '../../journal/entries/refund.ts';
import type { RefusedCode } from '../../refund/send-answer.ts';
import { pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Words } from '../words.ts';

const waysOn =
  'Kassan fortsätter att fråga Dintero, och det som återbetalas kan inte återbetalas en gång till under tiden. Återbetala inte på något annat sätt innan det här är klart.';

const undecided: Readonly<Record<RefundUndecidedWhy, string>> = {
  'answer-lost': 'Återbetalningen skickades, men Dinteros svar kom bort, så pengarna kan ha gått tillbaka.',
  'not-in-answer': 'Dintero svarade, men säger ännu inte att pengarna har gått tillbaka.',
  'patience-over': 'Dintero tog emot återbetalningen, och det har inte kommit något resultat på länge.',
  'amount-differs': 'Dintero återbetalade ett annat belopp än kassan bad om.',
  'unknown-outcome': 'Dintero anger ett utfall av återbetalningen som kassan inte känner till.',
};

const refused: Readonly<Record<Exclude<RefusedCode, 'refused' | 'refused-by-dintero'>, string>> = {
  'not-sent':
    'Återbetalningen lämnade aldrig kassan, så inga pengar gick tillbaka: det är säkert att försöka igen.',
  'terminal-needed':
    'Dintero vill ha kortinnehavaren vid terminalen för den här återbetalningen; inga pengar gick tillbaka. Är kunden här med kortet, tryck Återbetala vid terminalen.',
  'terminal-busy':
    'Terminalen är upptagen med något annat; inga pengar gick tillbaka. Gör klart det där och försök igen.',
  'more-than-held':
    'Dintero har mindre kvar av betalningen än det som ska återbetalas, så något är återbetalt någon annanstans; inga pengar gick tillbaka. Slå upp transaktionen hos Dintero.',
  'currency-differs': 'Dintero har betalningen i en annan valuta; inga pengar gick tillbaka.',
  'reference-taken':
    'Dintero känner till en annan återbetalning under den här referensen; inga pengar gick tillbaka. Försök igen: den får en ny.',
  'earlier-there':
    'En tidigare återbetalning av betalningen, som räknades som inte utförd, finns hos Dintero ändå; inga pengar gick tillbaka med den här. Vänta tills kassan berättar om den, och gör upp den först.',
  unreadable: 'Dintero visar inte kortbetalningen, så den kan inte återbetalas; inga pengar gick tillbaka.',
  'decided-not-refunded': 'En person avgjorde att återbetalningen inte skedde. Den kan göras igen.',
};

/** What the till says about giving money back, in Swedish. */
export function refundWords(format: Format): Words['refund'] {
  return {
    sending: 'Skickar återbetalningen till Dintero.',
    accepted: 'Dintero har tagit emot återbetalningen och gör den klar.',
    atTerminal:
      'Terminalen frågar efter kortet: kunden kan hålla fram, sätta in eller dra det nu för att få pengarna tillbaka.',
    undecided: (why) => `${undecided[why]} ${waysOn}`,
    refused: (code, detail) => {
      const because = detail === '' ? '' : ` (${detail})`;
      const general = `Dintero nekade återbetalningen${because}; inga pengar gick tillbaka.`;
      return pick(refused, code, general);
    },
    refunded: ({ card, cash, giftCard, currency }) =>
      [
        ...(card === 0 ? [] : [`${format.money(card, currency)} gick tillbaka till kortet.`]),
        ...(giftCard === 0 ? [] : [`${format.money(giftCard, currency)} gick tillbaka till presentkortet.`]),
        ...(cash === 0 ? [] : [`Ge kunden ${format.money(cash, currency)} ur kassalådan.`]),
        'Skriv ut returkvittot för kundens underskrift.',
      ].join(' '),
    elsewhere: (tillId, canLookUp) =>
      canLookUp
        ? `Kvittot är från en annan kassa i butiken, ${tillId}: återbetala det i den kassan, eller slå upp betalningen hos Dintero.`
        : `Kvittot är från en annan kassa i butiken, ${tillId}: återbetala det i den kassan, eller skanna QR-koden eller skriv referensen som står under kortbetalningen.`,
    unknownHere:
      'Kassan har inget kvitto för den transaktionen: tog en annan kassa i butiken betalningen, slå upp den hos Dintero.',
    refundedAfterAll: ({ amount, currency, refundId, canBook }) =>
      `Återbetalt ändå: Dintero har gett ${format.money(amount, currency)} tillbaka med återbetalning ${refundId}, som en person hade avgjort inte skedde. ${
        canBook
          ? 'Skriv kvittot för den'
          : 'Kvittot för den kan inte längre skrivas, eftersom något annat har gått tillbaka under tiden: kräv tillbaka pengarna'
      }, eller märk den som ordnad.`,
    notRefundedAfterAll: ({ amount, currency, refundId }) =>
      `Inte återbetalt ändå: Dintero har nekat återbetalning ${refundId} på ${format.money(amount, currency)}, som en person hade avgjort skedde, och kvittot är skrivet. Ge kunden pengarna, och märk den som ordnad.`,
  };
}

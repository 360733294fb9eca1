import type { RefundUndecidedWhy } from '../../journal/entries/refund.ts';
import type { RefusedCode } from '../../refund/send-answer.ts';
import { pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Words } from '../words.ts';

const waysOn =
  'Kassen fortsetter å spørre Dintero, og det som refunderes, kan ikke refunderes en gang til imens. Ikke refunder på noen annen måte før dette er avklart.';

const undecided: Readonly<Record<RefundUndecidedWhy, string>> = {
  'answer-lost': 'Refusjonen ble sendt, men svaret fra Dintero gikk tapt, så pengene kan ha gått tilbake.',
  'not-in-answer': 'Dintero svarte, men sier ennå ikke at pengene har gått tilbake.',
  'patience-over': 'Dintero tok imot refusjonen, og det har ikke kommet noe resultat på lenge.',
  'amount-differs': 'Dintero refunderte et annet beløp enn kassen ba om.',
  'unknown-outcome': 'Dintero melder et utfall av refusjonen som kassen ikke kjenner.',
};

const refused: Readonly<Record<Exclude<RefusedCode, 'refused' | 'refused-by-dintero'>, string>> = {
  'not-sent': 'Refusjonen forlot aldri kassen, så ingen penger gikk tilbake: det er trygt å prøve igjen.',
  'terminal-needed':
    'Dintero vil ha kortholderen ved terminalen for denne refusjonen; ingen penger gikk tilbake. Er kunden her med kortet, trykk Refunder på terminal.',
  'terminal-busy':
    'Terminalen er opptatt med noe annet; ingen penger gikk tilbake. Gjør det ferdig der og prøv igjen.',
  'more-than-held':
    'Dintero har mindre igjen av denne betalingen enn det som skal refunderes, så noe er refundert et annet sted; ingen penger gikk tilbake. Slå opp transaksjonen hos Dintero.',
  'currency-differs': 'Dintero har denne betalingen i en annen valuta; ingen penger gikk tilbake.',
  'reference-taken':
    'Dintero kjenner en annen refusjon under denne referansen; ingen penger gikk tilbake. Prøv igjen: den får en ny.',
  'earlier-there':
    'En tidligere refusjon av denne betalingen, som ble regnet som ikke utført, er hos Dintero likevel; ingen penger gikk tilbake med denne. Vent til kassen melder fra om den, og gjør opp den først.',
  unreadable: 'Dintero viser ikke kortbetalingen, så den kan ikke refunderes; ingen penger gikk tilbake.',
  'decided-not-refunded': 'En person avgjorde at denne refusjonen ikke skjedde. Den kan gjøres på nytt.',
};

/** What the till says about giving money back, in bokmål. */
export function refundWords(format: Format): Words['refund'] {
  return {
    sending: 'Sender refusjonen til Dintero.',
    accepted: 'Dintero har tatt imot refusjonen og gjør den ferdig.',
    atTerminal:
      'Terminalen ber om kortet: kunden kan holde det over, sette det inn eller dra det nå for å få pengene tilbake.',
    undecided: (why) => `${undecided[why]} ${waysOn}`,
    refused: (code, detail) => {
      const because = detail === '' ? '' : ` (${detail})`;
      const general = `Dintero avslo refusjonen${because}; ingen penger gikk tilbake.`;
      return pick(refused, code, general);
    },
    refunded: ({ card, cash, giftCard, currency }) =>
      [
        ...(card === 0 ? [] : [`${format.money(card, currency)} gikk tilbake til kortet.`]),
        ...(giftCard === 0 ? [] : [`${format.money(giftCard, currency)} gikk tilbake til gavekortet.`]),
        ...(cash === 0 ? [] : [`Gi kunden ${format.money(cash, currency)} fra kassaskuffen.`]),
        'Skriv ut returkvitteringen for kundens underskrift.',
      ].join(' '),
    elsewhere: (tillId, canLookUp) =>
      canLookUp
        ? `Denne kvitteringen er fra en annen kasse i butikken, ${tillId}: refunder den i den kassen, eller slå opp betalingen hos Dintero.`
        : `Denne kvitteringen er fra en annen kasse i butikken, ${tillId}: refunder den i den kassen, eller skann QR-koden eller skriv referansen som står under kortbetalingen.`,
    unknownHere:
      'Denne kassen har ingen kvittering for den transaksjonen: tok en annen kasse i butikken betalingen, slå den opp hos Dintero.',
    refundedAfterAll: ({ amount, currency, refundId, canBook }) =>
      `Refundert likevel: Dintero har gitt ${format.money(amount, currency)} tilbake med refusjon ${refundId}, som en person hadde avgjort ikke skjedde. ${
        canBook
          ? 'Skriv kvitteringen for den'
          : 'Kvitteringen for den kan ikke lenger skrives, siden noe annet er gått tilbake imens: krev pengene tilbake'
      }, eller merk den som ordnet.`,
    notRefundedAfterAll: ({ amount, currency, refundId }) =>
      `Ikke refundert likevel: Dintero har avslått refusjon ${refundId} på ${format.money(amount, currency)}, som en person hadde avgjort at skjedde, og kvitteringen er skrevet. Gi kunden pengene, og merk den som ordnet.`,
  };
}

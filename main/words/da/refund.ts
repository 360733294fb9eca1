import type { RefundUndecidedWhy } from '../../journal/entries/refund.ts';
import type { RefusedCode } from '../../refund/send-answer.ts';
import { pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Words } from '../words.ts';

const waysOn =
  'Kassen bliver ved at spørge Dintero, og det, der tilbagebetales, kan ikke tilbagebetales en gang til imens. Tilbagebetal ikke på nogen anden måde, før dette er afklaret.';

const undecided: Readonly<Record<RefundUndecidedWhy, string>> = {
  'answer-lost':
    'Tilbagebetalingen blev sendt, men Dinteros svar gik tabt, så pengene kan være gået tilbage.',
  'not-in-answer': 'Dintero svarede, men siger endnu ikke, at pengene er gået tilbage.',
  'patience-over': 'Dintero tog imod tilbagebetalingen, og der er længe ikke kommet noget resultat.',
  'amount-differs': 'Dintero tilbagebetalte et andet beløb, end kassen bad om.',
  'unknown-outcome': 'Dintero melder et udfald af tilbagebetalingen, som kassen ikke kender.',
};

const refused: Readonly<Record<Exclude<RefusedCode, 'refused' | 'refused-by-dintero'>, string>> = {
  'not-sent':
    'Tilbagebetalingen forlod aldrig kassen, så ingen penge gik tilbage: det er sikkert at prøve igen.',
  'terminal-needed':
    'Dintero vil have kortholderen ved terminalen til denne tilbagebetaling; ingen penge gik tilbage. Er kunden her med kortet, så tryk Tilbagebetal ved terminalen.',
  'terminal-busy':
    'Terminalen er optaget af noget andet; ingen penge gik tilbage. Gør det færdigt der, og prøv igen.',
  'more-than-held':
    'Dintero har mindre tilbage af betalingen end det, der skal tilbagebetales, så noget er tilbagebetalt et andet sted; ingen penge gik tilbage. Slå transaktionen op hos Dintero.',
  'currency-differs': 'Dintero har betalingen i en anden valuta; ingen penge gik tilbage.',
  'reference-taken':
    'Dintero kender en anden tilbagebetaling under denne reference; ingen penge gik tilbage. Prøv igen: den får en ny.',
  'earlier-there':
    'En tidligere tilbagebetaling af betalingen, som blev regnet for ikke udført, er hos Dintero alligevel; ingen penge gik tilbage med denne. Vent, til kassen fortæller om den, og gør den op først.',
  unreadable: 'Dintero viser ikke kortbetalingen, så den kan ikke tilbagebetales; ingen penge gik tilbage.',
  'decided-not-refunded': 'En person afgjorde, at tilbagebetalingen ikke skete. Den kan gøres igen.',
};

/** What the till says about giving money back, in Danish. */
export function refundWords(format: Format): Words['refund'] {
  return {
    sending: 'Sender tilbagebetalingen til Dintero.',
    accepted: 'Dintero har taget imod tilbagebetalingen og gør den færdig.',
    atTerminal:
      'Terminalen beder om kortet: kunden kan vise, indsætte eller køre det nu for at få pengene tilbage.',
    undecided: (why) => `${undecided[why]} ${waysOn}`,
    refused: (code, detail) => {
      const because = detail === '' ? '' : ` (${detail})`;
      const general = `Dintero afviste tilbagebetalingen${because}; ingen penge gik tilbage.`;
      return pick(refused, code, general);
    },
    refunded: ({ card, cash, giftCard, currency }) =>
      [
        ...(card === 0 ? [] : [`${format.money(card, currency)} gik tilbage til kortet.`]),
        ...(giftCard === 0 ? [] : [`${format.money(giftCard, currency)} gik tilbage til gavekortet.`]),
        ...(cash === 0 ? [] : [`Giv kunden ${format.money(cash, currency)} fra kasseskuffen.`]),
        'Udskriv returbonen til kundens underskrift.',
      ].join(' '),
    elsewhere: (tillId, canLookUp) =>
      canLookUp
        ? `Bonen er fra en anden kasse i butikken, ${tillId}: tilbagebetal den i den kasse, eller slå betalingen op hos Dintero.`
        : `Bonen er fra en anden kasse i butikken, ${tillId}: tilbagebetal den i den kasse, eller scan QR-koden, eller skriv referencen, der står under kortbetalingen.`,
    unknownHere:
      'Kassen har ingen bon for den transaktion: tog en anden kasse i butikken betalingen, så slå den op hos Dintero.',
    refundedAfterAll: ({ amount, currency, refundId, canBook }) =>
      `Tilbagebetalt alligevel: Dintero har givet ${format.money(amount, currency)} tilbage med tilbagebetaling ${refundId}, som en person havde afgjort ikke skete. ${
        canBook
          ? 'Skriv bonen for den'
          : 'Bonen for den kan ikke længere skrives, da noget andet er gået tilbage imens: kræv pengene tilbage'
      }, eller markér den som ordnet.`,
    notRefundedAfterAll: ({ amount, currency, refundId }) =>
      `Ikke tilbagebetalt alligevel: Dintero har afvist tilbagebetaling ${refundId} på ${format.money(amount, currency)}, som en person havde afgjort skete, og bonen er skrevet. Giv kunden pengene, og markér den som ordnet.`,
  };
}

import { formatFor } from './format.ts';
import { errors as inNorwegian } from './nb/errors.ts';
import { nb } from './nb.ts';
import { errors } from './da/errors.ts';
import { giftCardWords } from './da/gift-card.ts';
import { offline } from './da/offline.ts';
import { operatorWords } from './da/operator.ts';
import { paymentWords } from './da/payment.ts';
import { printing } from './da/printing.ts';
import { refundWords } from './da/refund.ts';
import type { StoppedCode, Words } from './words.ts';

const stopped: Readonly<Record<StoppedCode, string>> = {
  'JOURNAL-FULL':
    'Disken er næsten fuld, så kassen tager ingen nye salg: frigør plads på den, så går kassen videre af sig selv. Alle salg hidtil er sikre.',
  'JOURNAL-NOT-WRITABLE':
    'Der kan ikke skrives i journalen, så kassen tager ingen nye salg: tjek, at disken er der, og at denne bruger må skrive på den, så går kassen videre af sig selv.',
  'JOURNAL-BROKEN':
    'Journalen er beskadiget eller ændret, så kassen tager ingen nye salg: lad filen være, som den er, og følg håndbogens side om gendannelse.',
  'JOURNAL-NEWER':
    'Journalen er skrevet af en nyere version af Kvitt, så kassen tager ingen nye salg: installér den version eller en senere.',
  'TILL-MOVED':
    'Kassen er sat op på en anden maskine fra sikkerhedskopien og sælger der, så denne tager ingen nye salg: luk den, eller læs håndbogens side om gendannelse, hvis det var en fejl.',
};

const format = formatFor('da');
const sentences = { ...inNorwegian, ...errors };

/** Danish where a cashier reads it; books, settings and what is printed stay in bokmål. */
export const da: Words = {
  ...nb,
  language: 'da',
  format,
  error: (code, detail = {}) => sentences[code](detail, format),
  payment: paymentWords(format),
  refund: refundWords(format),
  giftCard: giftCardWords(format),
  freeAmount: 'Diverse',
  deposit: 'Pant',
  offline,
  notices: {
    ...nb.notices,
    floatMissing: 'Der er taget imod kontanter, men ingen byttepenge er registreret: se Dagsafslutning.',
    training: 'Øvelse: ingen penge flyttes, og bonerne er mærket som øvelse.',
    trainingOver: (why) =>
      why === 'restarted'
        ? 'Øvelsen er slut, for kassen blev startet igen: fra nu af er alt ægte.'
        : 'Øvelsen kunne ikke åbnes, så dette er den rigtige kasse: prøv igen, og se i loggen, hvis det ikke hjælper.',
    terminalShared: (terminalId) =>
      `En anden kasse bruger også terminal ${terminalId}: giv hver kasse sin egen terminal, ellers kommer betalingerne i vejen for hinanden.`,
    terminalNotActive: (terminalId, status) =>
      `Dintero melder, at terminal ${terminalId} er ${status}, så den tager måske ikke imod betaling: se på terminalens skærm, eller i Dintero Backoffice.`,
  },
  stopped: (code, detail) => (detail === '' ? stopped[code] : `${stopped[code]} (${detail})`),
  operator: operatorWords,
  printing,
};

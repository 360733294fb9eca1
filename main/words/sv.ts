import { formatFor } from './format.ts';
import { errors as inNorwegian } from './nb/errors.ts';
import { nb } from './nb.ts';
import { errors } from './sv/errors.ts';
import { giftCardWords } from './sv/gift-card.ts';
import { offline } from './sv/offline.ts';
import { operatorWords } from './sv/operator.ts';
import { paymentWords } from './sv/payment.ts';
import { printing } from './sv/printing.ts';
import { refundWords } from './sv/refund.ts';
import type { StoppedCode, Words } from './words.ts';

const stopped: Readonly<Record<StoppedCode, string>> = {
  'JOURNAL-FULL':
    'Disken är nästan full, så kassan tar inga nya köp: frigör plats på den, så går kassan vidare av sig själv. Alla köp hittills är säkra.',
  'JOURNAL-NOT-WRITABLE':
    'Det går inte att skriva i journalen, så kassan tar inga nya köp: kontrollera att disken finns och att den här användaren får skriva på den, så går kassan vidare av sig själv.',
  'JOURNAL-BROKEN':
    'Journalen är skadad eller ändrad, så kassan tar inga nya köp: låt filen vara som den är och följ handbokens sida om återställning.',
  'JOURNAL-NEWER':
    'Journalen är skriven av en nyare version av Kvitt, så kassan tar inga nya köp: installera den versionen eller en senare.',
  'TILL-MOVED':
    'Kassan är uppsatt på en annan maskin från säkerhetskopian och säljer där, så den här tar inga nya köp: stäng den, eller läs handbokens sida om återställning om det var ett misstag.',
};

const format = formatFor('sv');
const sentences = { ...inNorwegian, ...errors };

/** Swedish where a cashier reads it; books, settings and what is printed stay in bokmål. */
export const sv: Words = {
  ...nb,
  language: 'sv',
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
    floatMissing: 'Kontanter har tagits emot, men ingen ingående växelkassa är registrerad: se Dagsavslut.',
    training: 'Övning: inga pengar flyttas, och kvittona är märkta som övning.',
    trainingOver: (why) =>
      why === 'restarted'
        ? 'Övningen är slut, för kassan startades om: från och med nu är allt på riktigt.'
        : 'Övningen kunde inte öppnas, så det här är den riktiga kassan: försök igen, och titta i loggen om det inte hjälper.',
    terminalShared: (terminalId) =>
      `En annan kassa använder också terminal ${terminalId}: ge varje kassa en egen terminal, annars kommer betalningarna i vägen för varandra.`,
    terminalNotActive: (terminalId, status) =>
      `Dintero anger att terminal ${terminalId} är ${status}, så den kanske inte tar emot betalning: titta på terminalens skärm, eller i Dintero Backoffice.`,
  },
  stopped: (code, detail) => (detail === '' ? stopped[code] : `${stopped[code]} (${detail})`),
  operator: operatorWords,
  printing,
};

import { formatFor } from './format.ts';
import { catalogueRow } from './nb/catalogue.ts';
import { copyWords } from './nb/copy.ts';
import { day } from './nb/day.ts';
import { difference } from './nb/difference.ts';
import { errors } from './nb/errors.ts';
import { giftCardWords } from './nb/gift-card.ts';
import { offline } from './nb/offline.ts';
import { operatorWords } from './nb/operator.ts';
import { paymentWords } from './nb/payment.ts';
import { mistake } from './nb/provisioning.ts';
import { printing } from './nb/printing.ts';
import { receipt } from './nb/receipt.ts';
import { refundWords } from './nb/refund.ts';
import { update } from './nb/update.ts';
import type { StoppedCode, Words } from './words.ts';

const stopped: Readonly<Record<StoppedCode, string>> = {
  'JOURNAL-FULL':
    'Disken er nesten full, så kassen tar ingen nye salg: frigjør plass på den, så går kassen videre av seg selv. Alle salg hittil er trygge.',
  'JOURNAL-NOT-WRITABLE':
    'Det går ikke å skrive i journalen, så kassen tar ingen nye salg: sjekk at disken er på plass og at denne brukeren kan skrive på den, så går kassen videre av seg selv.',
  'JOURNAL-BROKEN':
    'Journalen er skadet eller endret, så kassen tar ingen nye salg: la filen være som den er og følg håndbokens side om gjenoppretting.',
  'JOURNAL-NEWER':
    'Journalen er skrevet av en nyere versjon av Kvitt, så kassen tar ingen nye salg: installer den versjonen eller en senere.',
  'TILL-MOVED':
    'Kassen er satt opp på en annen maskin fra sikkerhetskopien og selger der, så denne tar ingen nye salg: lukk den, eller les håndbokens side om gjenoppretting hvis det var en feil.',
};

const format = formatFor('nb');

export const nb: Words = {
  language: 'nb',
  format,
  error: (code, detail = {}) => errors[code](detail, format),
  payment: paymentWords(format),
  refund: refundWords(format),
  giftCard: giftCardWords(format),
  freeAmount: 'Diverse',
  deposit: 'Pant',
  difference: (found) => difference(found, format),
  offline,
  notices: {
    noKeyStore: (file) =>
      `Maskinen har ikke noe nøkkellager, så klienthemmeligheten blir liggende i ${file} og leses derfra ved hver start: ha filen der bare denne brukeren kan lese den.`,
    weakKeyStore:
      'Klienthemmeligheten er bare svakt beskyttet, slik --password-store=basic ber om: alle som kan lese denne brukerens filer, kan lese den.',
    floatMissing:
      'Det er tatt imot kontanter, men ingen inngående vekselkasse er registrert: se Dagsoppgjør.',
    dayExportWaiting: ({ zs, why }) =>
      `Regnskapsfilene for Z-rapport ${zs.join(', ')} ligger ikke i mappen sin ennå (${why}): kassen prøver igjen av seg selv. Se etter at mappen eller nettverksdisken er der, eller velg en annen under Innstillinger.`,
    training: 'Trening: ingen penger flyttes, og kvitteringene er merket som trening.',
    trainingOver: (why) =>
      why === 'restarted'
        ? 'Treningen er slutt, for kassen ble startet på nytt: fra nå av er alt ekte.'
        : 'Treningen kunne ikke åpnes, så dette er den ekte kassen: prøv igjen, og se i loggen hvis det ikke hjelper.',
    terminalShared: (terminalId) =>
      `En annen kasse bruker også terminal ${terminalId}: gi hver kasse sin egen terminal, ellers kommer betalingene i veien for hverandre.`,
    terminalNotActive: (terminalId, status) =>
      `Dintero melder at terminal ${terminalId} er ${status}, så den tar kanskje ikke imot betaling: se på terminalens skjerm, eller i Dintero Backoffice.`,
    terminalElsewhere: (terminalId, storeId) =>
      `Dintero melder at terminal ${terminalId} hører til butikken ${storeId}, som ikke er denne kassens: kontroller butikk og terminal under Innstillinger, Dintero.`,
  },
  about: { title: 'Systembeskrivelse Kvitt', noText: 'Denne teksten er ikke med i dette bygget.' },
  copy: copyWords(format),
  stopped: (code, detail) => (detail === '' ? stopped[code] : `${stopped[code]} (${detail})`),
  provisioning: (mistakes) => mistakes.map(mistake),
  catalogueRow: (problem) => catalogueRow(problem, format),
  operator: operatorWords,
  receipt,
  update,
  printing,
  day,
};

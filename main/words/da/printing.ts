import type { PrintOf } from '../../journal/entries/print.ts';
import type { PrintingWords, PrintTrouble } from '../printing-words.ts';

const because: Readonly<Record<PrintTrouble, string>> = {
  gone: 'printeren er der ikke: tjek, at den er tændt og tilsluttet',
  'no-paper': 'printeren er løbet tør for papir: sæt en ny rulle i',
  'cover-open': 'printerens låg er åbent: luk det',
  offline: 'printeren er ikke klar: se på lamperne og fremføringsknappen',
  error: 'printeren siger, at noget er galt med den: se efter papirstop, og sluk og tænd den',
  slow: 'printeren kommer ikke videre: se efter papirstop',
  'cut-off': 'forbindelsen til printeren blev brudt',
  system: 'maskinens udskrift tog ikke imod den: tjek printeren i systemets indstillinger',
  none: 'ingen printer er valgt: vælg en i Indstillinger',
  'till-stopped': 'kassen stoppede, mens der blev udskrevet',
};

function what(of: PrintOf): string {
  switch (of.kind) {
    case 'receipt':
      return of.issue === 'copy' ? `Kopi af bon ${of.receiptNumber}` : `Bon ${of.receiptNumber}`;
    case 'report':
      return 'En rapport';
    case 'figures':
      return 'Butikkens tal';
    case 'gift-card':
      return 'Et gavekort';
    case 'test':
      return 'Prøveudskriften';
  }
}

export const printing: PrintingWords = {
  waiting: (of, why) => `${what(of)} venter på printeren: ${because[why]}.`,
  standing: (of, why) => `${what(of)} er hos printeren: ${because[why]}. Så fortsætter den af sig selv.`,
  unknown: (of, why) =>
    `${what(of)} kan allerede være på papir (${because[why]}). Se på printeren: udskriv kun igen, hvis den ikke kom hel ud.`,
  unknownFile: (of) => `${what(of)} kan være gemt som PDF, da kassen stoppede: se i mappen.`,
  unknownMail: (of) => `${what(of)} kan være sendt på e-mail: spørg kunden, om den kom frem.`,
  mailWaits: (receipt, why) =>
    `Bon ${receipt} er ikke sendt på e-mail endnu og prøves igen i nogle minutter (${why}).`,
  mailAgain: 'Denne e-mail kan være sendt mere end én gang.',
  drawerOpen: 'Kasseskuffen er åben.',
  drawerStuck: 'Kasseskuffen kunne ikke åbnes fra kassen: åbn den med nøglen, og tjek printeren.',
  test: {
    title: 'Prøveudskrift',
    letters: 'æøå ÆØÅ é ö ü ä',
    width: (columns) => `${columns} tegn på linjen`,
  },
};

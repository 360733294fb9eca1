import type { PrintOf } from '../../journal/entries/print.ts';
import type { PrintingWords, PrintTrouble } from '../printing-words.ts';

const because: Readonly<Record<PrintTrouble, string>> = {
  gone: 'skriveren svarer ikke: sjekk at den er slått på og koblet til',
  'no-paper': 'skriveren er tom for papir: sett inn en ny rull',
  'cover-open': 'lokket på skriveren er åpent: lukk det',
  offline: 'skriveren er ikke klar: se på lampene og mateknappen',
  error: 'skriveren sier at noe er galt med den: se etter papirstopp og slå den av og på',
  slow: 'skriveren kommer ikke videre: se etter papirstopp',
  'cut-off': 'forbindelsen til skriveren ble brutt',
  system: 'maskinens utskrift tok den ikke imot: sjekk skriveren i systemets innstillinger',
  none: 'ingen skriver er valgt: velg en i Innstillinger',
  'till-stopped': 'kassen stoppet mens den ble skrevet ut',
};

function what(of: PrintOf): string {
  switch (of.kind) {
    case 'receipt':
      return of.issue === 'copy'
        ? `Kopi av kvittering ${of.receiptNumber}`
        : `Kvittering ${of.receiptNumber}`;
    case 'report':
      return 'En rapport';
    case 'figures':
      return 'Butikkens tall';
    case 'gift-card':
      return 'Et gavekort';
    case 'test':
      return 'Prøveutskriften';
  }
}

export const printing: PrintingWords = {
  waiting: (of, why) => `${what(of)} venter på skriveren: ${because[why]}.`,
  standing: (of, why) => `${what(of)} er hos skriveren: ${because[why]}. Så fortsetter den av seg selv.`,
  unknown: (of, why) =>
    `${what(of)} kan alt være på papir (${because[why]}). Se på skriveren: skriv ut på nytt bare hvis den ikke kom hel ut.`,
  unknownFile: (of) => `${what(of)} kan ha blitt lagret som PDF da kassen stoppet: se i mappen.`,
  unknownMail: (of) => `${what(of)} kan være sendt på e-post: spør kunden om den kom.`,
  mailWaits: (receipt, why) =>
    `Kvittering ${receipt} er ikke sendt på e-post ennå og prøves igjen i noen minutter (${why}).`,
  mailAgain: 'Denne e-posten kan være sendt mer enn én gang.',
  drawerOpen: 'Kassaskuffen er åpen.',
  drawerStuck: 'Kassaskuffen kunne ikke åpnes fra kassen: åpne den med nøkkelen, og sjekk skriveren.',
  test: {
    title: 'Prøveutskrift',
    letters: 'æøå ÆØÅ é ö ü ä',
    width: (columns) => `${columns} tegn på linjen`,
  },
};

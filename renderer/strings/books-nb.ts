import type { Strings } from './en.ts';
import { countedIn } from './plural.ts';

const counted = countedIn('nb');

/** Kortbetalinger i en periode, utbetalinger, og hvor regnskapsfilene havner av seg selv. */
export const books: Strings['books'] = {
  compare: 'Sammenlign med Dintero',
  compareText: 'Kortbetalinger og refusjoner disse dagene, her og hos Dintero, øre for øre.',
  comparing: 'Sammenligner',
  compared: (from, to) => (from === to ? from : `${from} til ${to}`),
  here: 'I kassen',
  there: 'Hos Dintero',
  payments: 'Kortbetalinger',
  refunded: 'Betalt tilbake',
  number: 'Antall',
  agrees: 'Alt stemmer.',
  differs: (differences, opened) =>
    `${differences} avvik, ${opened} av dem nye. De står under Innstillinger, Avvik.`,
  payouts: 'Utbetalt fra Dintero',
  payoutsText:
    'Satt sammen med Z-rapportene de gjelder. Dintero betaler ut en dag eller mer senere; det som ikke er utbetalt ennå, står som ventet.',
  look: 'Se etter utbetalinger',
  looking: 'Spør Dintero',
  notAvailable:
    'Ikke tilgjengelig: Dintero viser ikke utbetalinger til denne kassen. Se i Dintero Backoffice.',
  found: (matched, opened) =>
    matched === 0
      ? 'Ingen nye utbetalinger.'
      : `${counted(matched, 'ny utbetaling', 'nye utbetalinger')}.${opened === 0 ? '' : ` ${opened} av dem går ikke opp: se Innstillinger, Avvik.`}`,
  byDay: 'Per Z-rapport',
  z: 'Z-rapport',
  closed: 'Avsluttet',
  cards: 'Kort, netto',
  paidOut: 'Utbetalt',
  awaited: 'Ventet',
  noDays: 'Ingen dag er avsluttet ennå.',
  byPayout: 'Per utbetaling',
  payout: 'Utbetaling',
  settled: 'Betalt',
  amount: 'Beløp',
  fee: 'Gebyr',
  ours: 'Denne kassen',
  others: 'Andre kasser',
  unexplained: 'Uforklart',
  noPayouts: 'Ingen utbetaling er kjent ennå.',
  closing: 'Slutten av dagen',
  askTerminal: 'Spør kortterminalen om dens egne summer ved hver Z-rapport',
  askTerminalText: 'Terminalen avslutter da sin egen dag. Summene står i rapporten ved siden av kassens.',
  drawers: 'Kassaskuffer',
  drawerKinds: { till: 'Én for kassen', operator: 'Én for hver operatør' },
  drawersText: 'Der hver operatør har sin, har hver sin egen vekselkasse, og telles og forklares for seg.',
  dayExport: 'Regnskapsfiler etter hver Z-rapport',
  dayExportText:
    'Etter hver Z-rapport legger kassen dagens regnskapsfiler i denne mappen, hver dag i sin egen. Den kan ligge på en annen maskin; er den ikke der, prøver kassen igjen til den er det.',
  folder: 'Mappe',
  noFolder: 'Ikke valgt: ingenting eksporteres av seg selv',
  chooseFolder: 'Velg mappe',
  forgetFolder: 'Slutt å eksportere',
  forms: 'Det som legges der',
  accounts: 'Kontoer i bilag',
  accountsText: 'Spør regnskapsføreren før første import. Salg og mva etter mva-sats.',
  sales: (rate) => `Salg ${rate}`,
  vat: (rate) => `Utgående mva ${rate}`,
  cash: 'Kontanter',
  card: 'Kort, til gode hos kortselskapet',
  rounding: 'Øreavrunding',
  cashDifference: 'Kassedifferanse',
  movements: 'Kontanter inn og ut uten salg',
  drop: 'Kontanter på vei til banken',
  giftCards: 'Gavekort, skyldig kundene',
  accountWrong: 'En konto har 3 til 8 siffer.',
};

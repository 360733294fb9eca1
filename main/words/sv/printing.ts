import type { PrintOf } from '../../journal/entries/print.ts';
import type { PrintingWords, PrintTrouble } from '../printing-words.ts';

const because: Readonly<Record<PrintTrouble, string>> = {
  gone: 'skrivaren finns inte där: kontrollera att den är på och inkopplad',
  'no-paper': 'skrivaren är slut på papper: sätt i en ny rulle',
  'cover-open': 'skrivarens lucka är öppen: stäng den',
  offline: 'skrivaren är inte redo: titta på lamporna och matningsknappen',
  error: 'skrivaren säger att något är fel med den: leta efter papperstrassel och slå av och på den',
  slow: 'skrivaren kommer inte vidare: leta efter papperstrassel',
  'cut-off': 'förbindelsen till skrivaren bröts',
  system: 'maskinens utskrift tog inte emot det: kontrollera skrivaren i systemets inställningar',
  none: 'ingen skrivare är vald: välj en i Inställningar',
  'till-stopped': 'kassan stannade medan det skrevs ut',
};

function what(of: PrintOf): string {
  switch (of.kind) {
    case 'receipt':
      return of.issue === 'copy' ? `Kopia av kvitto ${of.receiptNumber}` : `Kvitto ${of.receiptNumber}`;
    case 'report':
      return 'En rapport';
    case 'figures':
      return 'Butikens siffror';
    case 'gift-card':
      return 'Ett presentkort';
    case 'test':
      return 'Provutskriften';
  }
}

export const printing: PrintingWords = {
  waiting: (of, why) => `${what(of)} väntar på skrivaren: ${because[why]}.`,
  standing: (of, why) => `${what(of)} är hos skrivaren: ${because[why]}. Sedan fortsätter den av sig själv.`,
  unknown: (of, why) =>
    `${what(of)} kan redan vara på papper (${because[why]}). Titta på skrivaren: skriv ut igen bara om den inte kom hel ut.`,
  unknownFile: (of) => `${what(of)} kan ha sparats som PDF när kassan stannade: titta i mappen.`,
  unknownMail: (of) => `${what(of)} kan ha skickats med e-post: fråga kunden om det kom fram.`,
  mailWaits: (receipt, why) =>
    `Kvitto ${receipt} är inte skickat med e-post än och prövas igen några minuter (${why}).`,
  mailAgain: 'Det här e-brevet kan ha skickats mer än en gång.',
  drawerOpen: 'Kassalådan är öppen.',
  drawerStuck: 'Kassalådan kunde inte öppnas från kassan: öppna den med nyckeln, och kontrollera skrivaren.',
  test: {
    title: 'Provutskrift',
    letters: 'åäö ÅÄÖ é ü æ ø',
    width: (columns) => `${columns} tecken på raden`,
  },
};

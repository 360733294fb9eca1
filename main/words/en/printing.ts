import type { PrintOf } from '../../journal/entries/print.ts';
import type { PrintingWords, PrintTrouble } from '../printing-words.ts';

const because: Readonly<Record<PrintTrouble, string>> = {
  gone: 'the printer is not there: check that it is switched on and connected',
  'no-paper': 'the printer is out of paper: put in a new roll',
  'cover-open': 'the printer’s cover is open: close it',
  offline: 'the printer is not ready: look at its lamps and its feed button',
  error: 'the printer says that something is wrong with it: look for a jam and switch it off and on',
  slow: 'the printer does not go on: look for a jam',
  'cut-off': 'the connection to the printer broke',
  system: 'the machine’s printing did not take it: check the printer in the system’s settings',
  none: 'no printer is chosen: choose one in Settings',
  'till-stopped': 'the till stopped while it was printed',
};

function what(of: PrintOf): string {
  switch (of.kind) {
    case 'receipt':
      return of.issue === 'copy' ? `Copy of receipt ${of.receiptNumber}` : `Receipt ${of.receiptNumber}`;
    case 'report':
      return 'A report';
    case 'figures':
      return 'The shop’s figures';
    case 'gift-card':
      return 'A gift card';
    case 'test':
      return 'The test print';
  }
}

export const printing: PrintingWords = {
  waiting: (of, why) => `${what(of)} waits for the printer: ${because[why]}.`,
  standing: (of, why) => `${what(of)} is at the printer: ${because[why]}. It goes on by itself then.`,
  unknown: (of, why) =>
    `${what(of)} may be on paper already (${because[why]}). Look at the printer: print it again only if it did not come out whole.`,
  unknownFile: (of) => `${what(of)} may have been saved as PDF when the till stopped: look in the folder.`,
  unknownMail: (of) => `${what(of)} may have been sent by e-mail: ask the customer whether it came.`,
  mailWaits: (receipt, why) =>
    `Receipt ${receipt} has not left by e-mail yet and is tried again for some minutes (${why}).`,
  mailAgain: 'This e-mail may have been sent more than once.',
  drawerOpen: 'The drawer is open.',
  drawerStuck: 'The drawer could not be opened from the till: open it with its key, and check the printer.',
  test: {
    title: 'Test print',
    letters: 'æøå ÆØÅ é ö ü ä',
    width: (columns) => `${columns} characters on a line`,
  },
};

import { catalogueRow } from './en/catalogue.ts';
import { copyWords } from './en/copy.ts';
import { day } from './en/day.ts';
import { difference } from './en/difference.ts';
import { errors } from './en/errors.ts';
import { giftCardWords } from './en/gift-card.ts';
import { offline } from './en/offline.ts';
import { operatorWords } from './en/operator.ts';
import { paymentWords } from './en/payment.ts';
import { mistake } from './en/provisioning.ts';
import { printing } from './en/printing.ts';
import { receipt } from './en/receipt.ts';
import { refundWords } from './en/refund.ts';
import { update } from './en/update.ts';
import { formatFor } from './format.ts';
import type { StoppedCode, Words } from './words.ts';

const stopped: Readonly<Record<StoppedCode, string>> = {
  'JOURNAL-FULL':
    'The disk is nearly full, so the till takes no new sale: free some space on it, and the till goes on by itself. Every sale so far is safe.',
  'JOURNAL-NOT-WRITABLE':
    'The journal cannot be written to, so the till takes no new sale: check that the disk is there and that this user may write to it, and the till goes on by itself.',
  'JOURNAL-BROKEN':
    'The journal was damaged or changed, so the till takes no new sale: leave the file as it is and follow the manual’s page on recovery.',
  'JOURNAL-NEWER':
    'The journal was written by a newer version of Kvitt, so the till takes no new sale: install that version or a later one.',
  'TILL-MOVED':
    'This till was set up on another machine from its second copy and sells there, so this one takes no new sale: close it, or read the manual’s page on recovery if that was a mistake.',
};

const format = formatFor('en');

export const en: Words = {
  language: 'en',
  format,
  error: (code, detail = {}) => errors[code](detail, format),
  payment: paymentWords(format),
  refund: refundWords(format),
  giftCard: giftCardWords(format),
  freeAmount: 'Sundries',
  deposit: 'Deposit',
  difference: (found) => difference(found, format),
  offline,
  notices: {
    noKeyStore: (file) =>
      `This machine has no key store, so the client secret stays in ${file} and is read from there at each start: keep that file where only this user can read it.`,
    weakKeyStore:
      'The client secret is kept with weak protection, as --password-store=basic asks for: anybody who can read this user’s files can read it.',
    floatMissing: 'Cash was taken, but no opening float is registered: see Close day.',
    dayExportWaiting: ({ zs, why }) =>
      `The books of Z report ${zs.join(', ')} are not in the folder for them yet (${why}): the till tries again by itself. See that the folder or the network share is there, or choose another under Settings.`,
    training: 'Training: no money moves, and receipts are marked as training.',
    trainingOver: (why) =>
      why === 'restarted'
        ? 'Training is over, because the till was started again: from now on everything is real.'
        : 'Training could not be opened, so this is the real till: try again, and see the log if that does not help.',
    terminalShared: (terminalId) =>
      `Another till uses terminal ${terminalId} as well: give each till a terminal of its own, or payments will get in each other’s way.`,
    terminalNotActive: (terminalId, status) =>
      `Dintero says that terminal ${terminalId} is ${status}, so it may not take payments: look at the terminal’s screen, or in Dintero Backoffice.`,
    terminalElsewhere: (terminalId, storeId) =>
      `Dintero says that terminal ${terminalId} belongs to the store ${storeId}, which is not this till’s: check the store and the terminal in Settings, Dintero.`,
  },
  about: { title: 'Kvitt system description', noText: 'This text is not in this build.' },
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

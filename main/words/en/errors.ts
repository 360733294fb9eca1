import type { ErrorCode } from '../../../preload/contract/errors.ts';
import type { FileReason } from '../../catalogue/file-problem.ts';
import { fit, fitMoney, pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Detail } from '../words.ts';
import { giftCardErrors } from './gift-card.ts';
import { offline } from './offline.ts';
import { managerNeeded } from './operator.ts';

type Sentence = (detail: Detail, format: Format) => string;

const importFile: Readonly<Record<FileReason, (detail: Detail) => string>> = {
  unreadable: (d) =>
    `The till cannot read it${fit(d, 'detail', (why) => ` (${why})`)}: check that it is there and not open in another program.`,
  empty: () => 'It is empty: export the articles again, with a first line that names the columns.',
  'too-large': () => 'It is larger than 64 MB: split it and import the parts.',
  'too-many-rows': () => 'It has more than 100,000 rows: split it and import the parts.',
  binary: () => 'It is not a text file: save it as CSV in the spreadsheet and try again.',
  'no-header': () => 'Its first line must name the columns: id;name;price;vat;group;barcode.',
};

const trainingNotNow = {
  'sale-open': 'There is a sale on the counter: finish it, park it or clear it first.',
  'money-under-way': 'A payment or refund is on its way: wait for it to end first.',
  undecided:
    'A payment or refund is still undecided: see to it before training, because the till asks Dintero about nothing while it is in training.',
  alarm: 'An alarm is waiting: settle it first.',
  watched:
    'A payment that was not paid within the last hour may still turn out to be paid: the till watches it for an hour before it can be used for training.',
};

/** One sentence or two for each error code, in English. */
export const errors: Readonly<Record<ErrorCode, Sentence>> = {
  'ARTICLE-UNKNOWN': (d) =>
    `${fit(d, 'code', (code) => `No article has the code ${code}`, 'No article has this code')}: search for it by name, or ring it up as a free amount.`,
  'ENTRY-UNREADABLE': (d) =>
    `The till does not understand ${fit(d, 'text', (text) => `“${text}”`, 'this entry')}: scan again, or type a code, or quantity*code such as 3*1001.`,
  'QUANTITY-WRONG': () =>
    'The quantity must be more than 0 and at most 9,999, with up to three decimals: correct it, or remove the line.',
  'AMOUNT-WRONG': () => 'The amount must be more than 0 and have at most two decimals: correct it.',
  'REASON-MISSING': () => 'Taking something off a sale needs a reason: write a few words and confirm again.',
  'LINE-UNKNOWN': () => 'That line is no longer in the sale: look at the sale and choose again.',
  'SALE-PART-PAID': () =>
    'Part of this sale is paid: take the rest, or give the part back before anything is changed.',
  'PART-WRONG': () => 'A part is less than what is left to pay, and in whole kroner when it is cash.',
  'LINE-IS-DEPOSIT': () => 'This deposit goes with the line before it: change that line instead.',
  ...giftCardErrors,
  'AGE-UNCHECKED': (d) =>
    `${fit(d, 'years', (years) => `The buyer must be ${years} years old`, 'There is an age limit on this sale')}: look at proof of age and press Old enough first.`,
  'SALE-EMPTY': () => 'There is nothing in the sale yet: scan or choose an article first.',
  'SALE-LOCKED': () =>
    'A payment of this sale is under way or undecided, so the sale cannot be changed: finish the payment first.',
  'SALE-UNKNOWN': (d) =>
    `${fit(d, 'saleId', (id) => `Sale ${id}`, 'That sale')} is not among the parked sales any more: open the list again.`,
  'SALE-TOO-LARGE': (d, f) =>
    `One sale can take no more than ${fit(
      d,
      'lines',
      (n) => `${n} lines`,
      fitMoney(d, 'amount', f, (sum) => sum, 'this'),
    )}: take payment for it and put the rest in a new sale.`,
  'DISCOUNT-TOO-LARGE': () => 'The discount is more than the goods cost: give a smaller one.',
  'TOTAL-CHANGED': (d, f) =>
    `The sale changed while you were paying${fitMoney(d, 'total', f, (sum) => `, and the total is now ${sum}`, '')}: check it and press pay again.`,
  'CASH-TOO-LITTLE': (d, f) =>
    `The cash given is less than ${fitMoney(d, 'due', f, (sum) => `the ${sum} to pay`, 'what is to be paid')}: enter what the customer gave you.`,
  'NO-PAYMENT': () => 'No payment is under way: go back to the sale.',
  'PART-GOING-BACK': () =>
    'A part of this sale is on its way back to its card: wait until Dintero says that it is there, or park the sale.',
  'PAYMENT-UNDER-WAY': () => 'A payment is already under way: wait for it to end, or press Cancel payment.',
  'PAYMENT-UNDECIDED': () =>
    'An earlier card payment is still undecided: wait for Dintero’s answer, or set that sale aside and take cash.',
  'SALE-HAS-CASE': () =>
    'Dintero has a card payment for this sale that the till does not know: settle that difference under Settings first, then pay for what is left.',
  'TERMINAL-TAKEN': (d) =>
    `Terminal ${fit(d, 'terminal', (id) => `${id} `)}is busy with another payment: wait until it has ended, or take cash.`,
  OFFLINE: (d) => fit(d, 'reason', offline, offline('offline')),
  'NOT-ALLOWED-NOW': () => 'That cannot be done just now: finish what is on the screen first.',
  'ARTICLE-WRONG': (d) => articleWrong(d),
  'IMPORT-FILE': (d) =>
    `${fit(d, 'file', (file) => `${file} was not imported. `, 'Nothing was imported. ')}${importReason(d)}`,
  'IMPORT-ROW': (d) =>
    `${fit(d, 'line', (line) => `Line ${line} of the file`, 'A line of the file')} is not a usable article: correct it and import the file again, or import the good rows only.`,
  'IMPORT-GONE': () => 'This import is no longer waiting: choose the file again.',
  'RECEIPT-UNKNOWN': (d) =>
    `${fit(d, 'receipt', (n) => `There is no receipt ${n}`, 'There is no such receipt')} on this till: check the number and where the sale was made.`,
  'REFUND-NOTHING': () =>
    'There is nothing to refund in that: say how many of each line come back, or an amount.',
  'REFUND-TOO-MUCH': () =>
    'That is more than is left to refund of this receipt: look at what has gone back already, and refund less.',
  'REFUND-CHANGED': () =>
    'Something of this receipt was refunded meanwhile: look at what is left and confirm again.',
  'REFUND-NO-TRANSACTION': () =>
    'This till does not know the card payment’s transaction, so it cannot go back to the card: find it in Dintero and refund it there, or refund in cash.',
  'REFUND-UNKNOWN': () => 'That refund is settled or not this till’s: open the receipt and look.',
  'REFUND-WAITS': () =>
    'Dintero tells another refund of this receipt otherwise than a person decided: settle that first, in the bar at the top.',
  'RECEIPT-ELSEWHERE': () =>
    'Dintero shows no payment of this shop’s other tills under that: check what is printed under the card payment on the receipt.',
  'EXCHANGE-OTHER-RECEIPT': (d) =>
    `This sale already takes something back${fit(d, 'receipt', (n) => ` of receipt ${n}`)}: finish that exchange first, or park it.`,
  'EXCHANGE-NOTHING-NEW': () =>
    'Nothing new is in the sale: scan what the customer takes instead, or refund the receipt.',
  'EXCHANGE-SEVERAL-CARDS': () =>
    'The difference would go back to several cards: give it in cash, or refund the receipt and sell the new goods by themselves.',
  'MANAGER-NEEDED': managerNeeded,
  LOCKED: () => 'The till is locked: log in first.',
  'PIN-WRONG': (d) => {
    const wait = fit(d, 'seconds', (seconds) => (seconds === '0' ? '' : ` The next try is in ${seconds} s.`));
    return `That is not the PIN${fit(d, 'name', (name) => ` of ${name}`)}: try again.${wait}`;
  },
  'PIN-WAIT': (d) =>
    `Too many wrong PINs${fit(d, 'name', (name) => ` for ${name}`)}: wait ${fit(d, 'seconds', (seconds) => `${seconds} s`, 'a moment')}, or let somebody else log in.`,
  'NOT-A-MANAGER': (d) =>
    `${fit(d, 'name', (name) => name, 'That operator')} is not a manager: ask somebody who is.`,
  'APPROVAL-GONE': () => 'That was asked too long ago: close this and press it again.',
  'OPERATOR-UNKNOWN': () => 'This till has no operator of that name: look at the list and choose again.',
  'OPERATOR-EXISTS': () =>
    'Another operator has that name: give this one a name that tells them apart, since the journal knows people by it.',
  'OPERATOR-LAST-MANAGER': () =>
    'A shop with operators needs a manager among them: add one, or make one of the others a manager, first.',
  'SECRET-REFUSED': () =>
    'Dintero does not give a token for that secret, so the old one stands: copy it once more from Dintero Backoffice.',
  'SECRET-UNTESTED': (d) =>
    `The secret could not be tested, so the old one stands. ${fit(d, 'reason', offline, offline('offline'))}`,
  'SECRET-IN-FILE': (d) =>
    `This machine has no key store: change the secret in ${fit(d, 'file', (file) => file, 'the provisioning file')} and start the till again.`,
  'SETTINGS-NOT-KEPT': (d) =>
    `The settings could not be saved${fit(d, 'reason', (why) => ` (${why})`)}, so nothing was changed: check the disk and try again.`,
  'PRINT-FAILED': (d) =>
    `The receipt was not saved${fit(d, 'reason', (why) => ` (${why})`)}, but the sale is safe: choose another folder and try again.`,
  'PRINT-WAITING': (d) =>
    `${fit(d, 'receipt', (n) => `Receipt ${n}`, 'The receipt')} is on its way to the printer or may be on paper already: settle that first, where the till says so.`,
  'PRINT-SETTLED': () => 'That print is settled already: nothing more was printed.',
  'COPY-MADE': (d) =>
    `${fit(d, 'receipt', (n) => `Receipt ${n}`, 'The receipt')} was issued and copied once, and the law allows one copy: show it on the screen, or refer to its number.`,
  'RECEIPT-TOO-LONG': () =>
    'The receipt is too long for a QR code that a phone can read: print it, or save it as PDF.',
  'PRINTER-NONE': () =>
    'No printer is chosen, so nothing was printed: choose one in Settings, or save the receipt as PDF.',
  'LOGO-FILE': () => 'That file is no picture the till can use: choose a PNG or JPEG file of at most 2 MB.',
  'MAIL-NONE': () =>
    'This shop has no mail server for receipts, so nothing was sent: set one up in Settings.',
  'MAIL-FAILED': (d) =>
    `The receipt did not leave by e-mail${fit(d, 'reason', (why) => ` (${why})`)}, and the try does not count: check the address, or print it.`,
  'MAIL-PASSWORD': (d) =>
    `The password could not be kept${fit(d, 'reason', (why) => ` (${why})`)}: see to the key store of this machine, or use a mail server that asks for none.`,
  'DAY-UNSETTLED': () =>
    'The day cannot be closed while something is open or undecided: settle what the list under Close day names, and try again.',
  'COUNT-MISSING': () =>
    'The drawer has not been counted since the last cash went in or out: count it, and make the Z report then.',
  'COUNT-INCOMPLETE': (d) =>
    `The count is not complete${fit(d, 'text', (which) => ` (left blank: ${which})`)}: write 0 where there is none, since blank is not zero.`,
  'COUNT-UNEXPLAINED': () =>
    'What was counted differs from what is expected: count again, or write why, and the reason stands in the Z report.',
  'FLOAT-REGISTERED': () =>
    'Today’s opening float is registered already: write why it is changed, and register it again.',
  'REPORT-UNKNOWN': () => 'There is no such report on this till: open the list again.',
  'REPORT-NOT-PRINTED': (d) =>
    `The report was not printed${fit(d, 'reason', (why) => ` (${why})`)}, but it is kept in the journal: check printer and paper, and print it again.`,
  'EXPORT-EMPTY': () =>
    'Nothing was written down in that period, so nothing was exported: choose other days.',
  'EXPORT-EXISTS': (d) =>
    `A file with the same name lies there already${fit(d, 'reason', (name) => ` (${name})`)} and was left as it is: choose another folder.`,
  'EXPORT-NO-ACCOUNT': (d) =>
    `No account is set for ${fit(d, 'reason', (rate) => `the VAT rate ${rate}`, 'a VAT rate')}, so no voucher was made: ask the accountant which it is, and export with --accounts (docs/export.md).`,
  'EXPORT-FULL': () =>
    'The disk became full, and nothing half was left on it: free some space or choose another folder, and export again.',
  'EXPORT-NOT-WRITABLE': (d) =>
    `Nothing can be written in that folder${fit(d, 'reason', (why) => ` (${why})`)}: check that it is there and that this user may write in it, or choose another.`,
  'COPY-PLACE': (d) =>
    `${fit(d, 'path', (folder) => folder, 'That folder')} cannot hold the second copy: choose a folder outside the till’s own that this user may write in, best on another disk.`,
  'TILL-MOVED': () =>
    'This till was set up on another machine and sells there, so nothing new is begun here: close this one.',
  'JOURNAL-NOT-WRITABLE': () =>
    'The journal cannot be written to, so nothing was done: check that the disk is there and that this user may write, and try again.',
  'JOURNAL-FULL': () =>
    'The disk is full, so nothing was done: free some space on it and try again; no sale has been lost.',
  'JOURNAL-BROKEN': () =>
    'The journal does not check out, so nothing was done: stop selling on this till and follow the manual’s page on recovery.',
  'JOURNAL-NEWER': () =>
    'The journal was written by a newer version of Kvitt, so nothing was done: install that version or a later one.',
  'TRAINING-NOT-NOW': (d) => pick(trainingNotNow, String(d['why']), trainingNotNow['sale-open']),
  'UPDATE-NOT-NOW': () =>
    'The update was not installed: finish the sale and its payment first; with the day open a manager must say so.',
  'UPDATE-FAILED': () =>
    'The update was not installed, and this version goes on: look for it again, and see the log if that does not help.',
  'PROVISION-FILE': (d) =>
    `The provisioning file ${fit(d, 'file', (file) => `${file} `)}was not used. Check that it is there, readable, and meant for this till.`,
  'PROVISION-FIELD': (d) =>
    `${fit(d, 'path', (path) => `The field ${path}`, 'A field')} in the provisioning file is wrong: correct it as docs/provisioning.md shows and start again.`,
  'CREDENTIALS-MISSING': (d) =>
    `This till has no client secret for Dintero${fit(d, 'file', (file) => ` (looked for in ${file})`)}: provision it again with --provision=FILE; cash sales go on.`,
  'MESSAGE-WRONG': () => 'The till could not read what the window asked for, and did nothing: try again.',
  INTERNAL: (d) =>
    `Something went wrong inside the till${fit(d, 'reference', (ref) => ` (reference ${ref} in the log)`)}: look at the sale before you go on; what is in the journal is safe.`,
};

function importReason(detail: Detail): string {
  const reason = detail['reason'];
  return typeof reason === 'string' && isFileReason(reason)
    ? importFile[reason](detail)
    : 'Choose a CSV file with the columns id;name;price;vat;group;barcode.';
}

function isFileReason(reason: string): reason is FileReason {
  return Object.hasOwn(importFile, reason);
}

function articleWrong(d: Detail): string {
  switch (d['what']) {
    case 'vat':
      return 'Norway has no such VAT rate: choose one of those offered.';
    case 'barcode-taken':
      return `The barcode belongs to article ${fit(d, 'articleId', (id) => id, 'another')}: correct it, or take it off that one first.`;
    default:
      return 'The barcode’s last digit does not fit the others: type or scan it again.';
  }
}

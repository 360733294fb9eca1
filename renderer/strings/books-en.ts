import { countedIn } from './plural.ts';

const counted = countedIn('en');

/** Words for the card payments of a period, payouts, and where the books go by themselves. */
export const books = {
  compare: 'Compare with Dintero',
  compareText: 'The card payments and refunds of these days, here and at Dintero, øre by øre.',
  comparing: 'Comparing',
  compared: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  here: 'In the till',
  there: 'At Dintero',
  payments: 'Card payments',
  refunded: 'Given back',
  number: 'Number',
  agrees: 'Everything agrees.',
  differs: (differences: number, opened: number) =>
    `${counted(differences, 'difference', 'differences')}, ${opened} of them new. They stand under Settings, Differences.`,
  payouts: 'Paid out by Dintero',
  payoutsText:
    'Matched with the Z reports that they pay. Dintero pays out a day or more later; what is not paid out yet is awaited.',
  look: 'Look for payouts',
  looking: 'Asking Dintero',
  notAvailable: 'Not available: Dintero does not show payouts to this till. Look in Dintero Backoffice.',
  found: (matched: number, opened: number) =>
    matched === 0
      ? 'No new payouts.'
      : `${counted(matched, 'new payout', 'new payouts')}.${opened === 0 ? '' : ` ${opened} of them do not add up: see Settings, Differences.`}`,
  byDay: 'By Z report',
  z: 'Z report',
  closed: 'Closed',
  cards: 'Cards, net',
  paidOut: 'Paid out',
  awaited: 'Awaited',
  noDays: 'No day has been closed yet.',
  byPayout: 'By payout',
  payout: 'Payout',
  settled: 'Paid',
  amount: 'Amount',
  fee: 'Fee',
  ours: 'This till',
  others: 'Other tills',
  unexplained: 'Unexplained',
  noPayouts: 'No payout is known yet.',
  closing: 'The end of the day',
  askTerminal: 'Ask the card terminal for its own totals with each Z report',
  askTerminalText: 'The terminal ends its own day then. They stand in the report beside the till’s figures.',
  drawers: 'Cash drawers',
  drawerKinds: { till: 'One for the till', operator: 'One for each operator' },
  drawersText:
    'Where each operator has one, each has a float of its own, and is counted and explained by itself.',
  dayExport: 'The books after each Z report',
  dayExportText:
    'After each Z report the till puts the day’s books into this folder, each day into one of its own. It can be on another machine; when it is not there, the till tries again until it is.',
  folder: 'Folder',
  noFolder: 'None chosen: nothing is exported by itself',
  chooseFolder: 'Choose folder',
  forgetFolder: 'Stop exporting',
  forms: 'What is put there',
  accounts: 'Accounts in vouchers',
  accountsText: 'Ask the accountant before the first import. Sales and VAT by VAT rate.',
  sales: (rate: string) => `Sales ${rate}`,
  vat: (rate: string) => `Output VAT ${rate}`,
  cash: 'Cash',
  card: 'Cards, owed by the card company',
  rounding: 'Rounding',
  cashDifference: 'Cash difference',
  movements: 'Cash in and out without a sale',
  drop: 'Cash on its way to the bank',
  giftCards: 'Gift cards, owed to their holders',
  accountWrong: 'An account has 3 to 8 digits.',
};

import type { Accounts } from '../../../preload/contract/books.ts';
import { shopTime } from '../../clock.ts';
import type { EntryOf } from '../../journal/source.ts';
import type { Means } from '../../sale/means.ts';
import { ore, type Ore, type VatRate } from '../../sale/money.ts';
import { NoAccount } from './files.ts';
import { standardVatCode } from './saft/codes.ts';

/** The shop's accounts. Sales and VAT are kept by VAT rate, in hundredths of a percent. */
export type VoucherAccounts = Accounts;

/** One line of a voucher: debit is positive, credit negative, in øre. */
export interface Posting {
  readonly account: string;
  readonly amount: Ore;
  /** The standard VAT code of turnover; null for everything else. */
  readonly vatCode: string | null;
  /** For turnover: with VAT. For the VAT itself zero, since the turnover's carries it. For everything else the amount. */
  readonly gross: Ore;
  readonly text: string;
}

/** What a Z report is in the books: a voucher whose postings come to zero. */
export interface Voucher {
  readonly number: number;
  /** Of the shop: YYYY-MM-DD. */
  readonly date: string;
  readonly tillId: string;
  readonly postings: readonly Posting[];
}

/** The voucher of a Z report. Throws where its postings do not balance: the report would be wrong in itself. */
export function voucherOf(entry: EntryOf<'report.z'>, accounts: VoucherAccounts): Voucher {
  const { report, count, number } = entry.body;
  const postings: Posting[] = [];
  const post = (account: string, amount: number, text: string): void => {
    if (amount !== 0)
      postings.push({ account, amount: ore(amount), vatCode: null, gross: ore(amount), text });
  };

  const taken: Readonly<Record<Means, readonly [account: string, text: string]>> = {
    card: [accounts.card, 'Kort'],
    cash: [accounts.cash, 'Kontant'],
    'gift-card': [accounts.giftCards, 'Gavekort brukt'],
  };
  for (const { means, amount } of report.payments) post(taken[means][0], amount, taken[means][1]);
  // What a gift card is sold for is owed to its holder until it is used.
  post(accounts.giftCards, 0 - (report.giftCards?.sold.amount ?? 0), 'Gavekort solgt');
  post(accounts.giftCards, 0 - (report.giftCards?.takenBack.amount ?? 0), 'Gavekort tatt tilbake');
  for (const { rate, net, vat, gross } of report.vat) {
    const text = `Salg ${percentOf(rate)} % mva`;
    const vatCode = standardVatCode(rate, report.seller.vatRegistered);
    if (gross !== 0) {
      const account = accountOf(accounts.sales, rate);
      postings.push({ account, amount: ore(0 - net), vatCode, gross: ore(0 - gross), text });
    }
    if (vat !== 0) {
      const account = accountOf(accounts.vat, rate);
      postings.push({
        account,
        amount: ore(0 - vat),
        vatCode: null,
        gross: ore(0),
        text: `Utgående ${text}`,
      });
    }
  }
  post(accounts.rounding, 0 - report.rounding, 'Øreavrunding');
  for (const { type, amount } of [...report.payIns, ...report.payOuts]) {
    const inward = type === 'pay-in' ? amount : 0 - amount;
    const other = type === 'drop' ? accounts.drop : accounts.movements;
    post(accounts.cash, inward, movementText[type]);
    post(other, -inward, movementText[type]);
  }
  const difference = count?.difference ?? 0;
  post(accounts.cash, difference, 'Kassedifferanse');
  post(accounts.cashDifference, 0 - difference, 'Kassedifferanse');

  const left = postings.reduce((sum, { amount }) => sum + amount, 0);
  if (left !== 0) throw new Error(`Z report ${number} does not balance: ${left} øre are left`);
  return { number, date: shopTime(entry.at).date, tillId: report.tillId, postings };
}

const movementText = {
  'pay-in': 'Innbetaling i kassen',
  'pay-out': 'Utbetaling fra kassen',
  drop: 'Uttak til bank',
} as const;

function accountOf(accounts: Readonly<Record<string, string>>, rate: VatRate): string {
  const account = accounts[String(rate)];
  if (account === undefined) throw new NoAccount(`${percentOf(rate)} %`);
  return account;
}

function percentOf(rate: VatRate): string {
  const whole = Math.trunc(rate / 100);
  const part = rate % 100;
  return part === 0 ? String(whole) : `${whole},${String(part).padStart(2, '0')}`;
}

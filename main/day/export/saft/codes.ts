import type { Means } from '../../../sale/means.ts';
import type { VatRate } from '../../../sale/money.ts';

/** An own code, and the tax authority's code that it stands for (assets/saft/code-lists). */
export interface Basic {
  readonly type: '04' | '05' | '08' | '11' | '12' | '13' | '16';
  readonly id: string;
  readonly predefined: string | null;
  readonly description: string;
}

const basic = (type: Basic['type'], id: string, predefined: string | null, description: string): Basic => ({
  type,
  id,
  predefined,
  description,
});

/** The codes that every file explains. An id is unique over all types. */
export const fixedBasics = [
  basic('05', 'SAL', null, 'Sale line'),
  basic('05', 'RET', null, 'Return line'),
  basic('08', 'DISC', null, 'Discount given at the till'),
  basic('11', 'CASHSAL', '11001', 'Cash sale'),
  basic('11', 'RETURNSAL', '11006', 'Return'),
  basic('11', 'SALERET', '11016', 'Sale and return on one receipt'),
  basic('12', 'CASH', '12001', 'Cash'),
  basic('12', 'CARD', '12002', 'Card at the terminal: debit, or credit where the card is one'),
  basic('12', 'GIFTCARD', '12005', 'Gift card'),
  basic('13', 'POSSTART', '13001', 'Till started'),
  basic('13', 'POSEND', '13002', 'Till stopped'),
  basic('13', 'LOGIN', '13003', 'Employee logged in'),
  basic('13', 'LOGOUT', '13004', 'Employee logged out, or the till was locked'),
  basic('13', 'DRAWOPEN', '13005', 'Drawer opened for a sale or a return in cash'),
  basic('13', 'DRAWOPENMAN', '13005', 'Drawer opened without a sale'),
  basic('13', 'POSUPDATE', '13007', 'Another version of the program'),
  basic('13', 'XREP', '13008', 'X report'),
  basic('13', 'ZREP', '13009', 'Z report'),
  basic('13', 'PARK', '13010', 'Sale parked'),
  basic('13', 'RESUME', '13011', 'Parked sale taken back'),
  basic('13', 'SALREC', '13012', 'Sales receipt printed'),
  basic('13', 'RETREC', '13013', 'Return receipt printed'),
  basic('13', 'COPYREC', '13014', 'Copy of a receipt printed'),
  basic('13', 'TERMREP', '13018', 'The card terminal’s own totals at the end of the day'),
  basic('13', 'CASHOUT', '13019', 'Cash paid out of the drawer'),
  basic('13', 'CASHDROP', '13019', 'Cash taken from the drawer to the bank or a safe'),
  basic('13', 'JOURNALEXP', '13020', 'Journal exported'),
  basic('13', 'PRICECHG', '13021', 'Articles and prices imported'),
  basic('13', 'TRAINON', '13023', 'Till switched to training, which has a journal of its own'),
  basic('13', 'TRAINOFF', '13024', 'Till switched back from training'),
  basic('13', 'NORECEIPT', '13030', 'Sale concluded without a printed receipt'),
  basic('13', 'LINEDELETE', '13999', 'Line removed before the sale was concluded'),
  basic('13', 'RETDELETE', '13999', 'Line that was to come back removed before the exchange was concluded'),
  basic('13', 'LINELOWER', '13999', 'Quantity lowered before the sale was concluded'),
  basic('13', 'LINEPRICE', '13999', 'Another price given to a line than the article’s'),
  basic('13', 'PARTBACK', '13999', 'A part paid before the sale was concluded given back'),
  basic('13', 'SALEABORT', '13999', 'Sale aborted'),
  basic('13', 'FLOAT', '13999', 'Opening float registered'),
  basic('13', 'CASHIN', '13999', 'Cash paid into the drawer'),
  basic('13', 'COUNT', '13999', 'Cash in the drawer counted'),
  basic('13', 'PAYDECIDED', '13999', 'A person decided what became of a payment or a refund'),
  basic('13', 'DIFFERENCE', '13999', 'A difference with the card company, found or settled'),
  basic('13', 'SIGNKEY', '13999', 'Signing key taken into use'),
  basic('13', 'PINREFUSED', '13999', 'A wrong PIN was tried'),
  basic('13', 'APPROVED', '13999', 'A manager let somebody else do one thing'),
  basic('13', 'EMPLOYEES', '13999', 'Who may log in was changed'),
  basic('13', 'SETTING', '13999', 'Settings of the till changed'),
  basic('13', 'CLOCKJUMP', '13999', 'The clock was set'),
  basic('13', 'RECOVERED', '13999', 'Journal recovered, or written to again'),
] as const satisfies readonly Basic[];

export type FixedCode = (typeof fixedBasics)[number]['id'];

/** Our code for a means of payment. */
export const meansCodes: Readonly<Record<Means, FixedCode>> = {
  cash: 'CASH',
  card: 'CARD',
  'gift-card': 'GIFTCARD',
};

/** The VAT code of a gift card's line: no turnover, and no VAT treatment before something is bought with it. */
export const giftCardVat = { code: 'GIFTCARD', standard: '7' } as const;

/** Our code for a group of articles; free amounts belong to the nameless one. */
export function groupCode(group: string): string {
  return `G-${group}`;
}

/** The code that a public key stands under in `basics`: its description is the key itself. */
export function keyCode(keyVersion: string): string {
  return `KEY-${keyVersion}`;
}

/** A VAT code of the file: the rate in percent. */
export interface VatCode {
  readonly code: string;
  readonly rate: VatRate;
  readonly standard: string;
  readonly description: string;
}

const standardCodes: readonly (readonly [number, string])[] = [
  [2500, '3'],
  [1500, '31'],
  [1200, '33'],
  [1111, '32'],
];

/**
 * The standard code of a rate. Without VAT it is zero-rated turnover within the VAT act (5), or, where the shop is not
 * registered for VAT, no VAT treatment (7).
 */
export function standardVatCode(rate: VatRate, vatRegistered: boolean): string {
  if (rate === 0) return vatRegistered ? '5' : '7';
  return standardCodes.find(([known]) => known === rate)?.[1] ?? '3';
}

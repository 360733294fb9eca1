import { z } from 'zod';

/** Where the books go by themselves, and into which accounts. */

export const exportFormat = z.enum(['saft', 'csv', 'jsonl', 'voucher']);

/** Digits, as accounting systems number them. */
const account = z.string().regex(/^\d{3,8}$/);

const everyFormat: z.infer<typeof exportFormat>[] = ['saft', 'csv', 'voucher', 'jsonl'];

/** The forms in which a day's books are put into the shop's folder after each Z. */
export const dayExport = z.strictObject({ formats: z.array(exportFormat).max(4).default(everyFormat) });

/** That folder; it is chosen in the system's own dialog, and the window never says it. Empty: none. */
export const exportFolder = z.strictObject({ path: z.string().max(2000).default('') });

/** The shop's accounts in vouchers; the usual ones are those of NS 4102 that most shops use. */
export const accounts = z.strictObject({
  /** By VAT rate, in hundredths of a percent; a rate beyond these may be added. */
  sales: z
    .object({
      '2500': account.default('3000'),
      '1500': account.default('3010'),
      '1200': account.default('3020'),
      '1111': account.default('3030'),
      '0': account.default('3100'),
    })
    .catchall(account)
    .prefault({}),
  vat: z
    .object({
      '2500': account.default('2700'),
      '1500': account.default('2701'),
      '1200': account.default('2702'),
      '1111': account.default('2703'),
    })
    .catchall(account)
    .prefault({}),
  cash: account.default('1900'),
  /** What the card company owes until it pays out. */
  card: account.default('1580'),
  rounding: account.default('7740'),
  cashDifference: account.default('7745'),
  /** Cash in or out of the drawer that no sale explains: to be booked on by the accountant. */
  movements: account.default('2990'),
  /** Cash on its way to the bank or a safe. */
  drop: account.default('1910'),
  /** What the shop owes the holders of gift cards. */
  giftCards: account.default('2900'),
});

/** What belongs to the end of the day. */
export const closing = z.strictObject({
  /** Ask the terminal for its own totals when the Z is made. */
  terminalTotals: z.boolean().default(true),
  /** One drawer that everybody uses, or one for each operator, with a float, a count and a difference of its own. */
  drawers: z.enum(['till', 'operator']).default('till'),
});

export type Accounts = z.infer<typeof accounts>;

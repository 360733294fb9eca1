import type { NewEntry } from '../journal/entries/index.ts';
import type { BasketLine } from '../journal/entries/sale.ts';
import { err, type Result } from '../result.ts';
import { ore, thousandths, vatRate, type Ore } from './money.ts';
import { refused, type SaleRefusal } from './refusal.ts';
import { addLine, type Opening } from './ring-up.ts';
import type { Sale } from './sale.ts';

/** The group that gift cards stand under; a gift card is no turnover. */
const giftCardGroup = 'Gavekort';

/** What the shop sells gift cards for, in øre. */
export interface GiftCardLimits {
  readonly lowest: number;
  readonly highest: number;
}

/** Whether a line is a gift card: it is no turnover, costs what is on it, and is neither reduced nor exchanged. */
export function isGiftCard(line: Pick<BasketLine, 'giftCard'>): boolean {
  return line.giftCard !== undefined;
}

/**
 * Rings up a gift card of an amount (øre), good until the end of a day (YYYY-MM-DD); opens a sale when none is open.
 * Refuses with GIFT-CARD-AMOUNT, SALE-TOO-LARGE, or GIFT-CARD-EXCHANGE where something comes back in the sale: what
 * comes back may have been paid with a gift card, and money of that sort is no money.
 */
export function addGiftCard(
  sale: Sale | null,
  asks: {
    readonly amount: Ore;
    readonly code: string;
    readonly expires: string;
    readonly description: string;
  },
  limits: GiftCardLimits,
  opening: Opening,
): Result<NewEntry[], SaleRefusal> {
  const { amount, code, expires, description } = asks;
  if (amount < limits.lowest || amount > limits.highest) {
    const { lowest, highest } = limits;
    return err(refused('GIFT-CARD-AMOUNT', { lowest, highest, currency: opening.currency }));
  }
  if (sale?.state === 'open' && sale.exchange !== null) return err(refused('GIFT-CARD-EXCHANGE'));
  return addLine(
    sale,
    {
      articleId: null,
      description,
      group: giftCardGroup,
      unitPrice: amount,
      quantity: thousandths(1000),
      vatRate: vatRate(0),
      discount: null,
      giftCard: { code, expires },
    },
    opening,
  );
}

const codeShape = /^([A-Z0-9]{4,12})-G(\d{12})$/;

/** Two check digits after ISO/IEC 7064 (MOD 97-10): they find every wrong figure and every two that changed places. */
function checkDigits(figures: string): string {
  return String(98 - Number((BigInt(figures) * 100n) % 97n)).padStart(2, '0');
}

/** The code of a gift card: who sold it, ten figures that nobody can guess, and their check digits. */
export function giftCode(tillId: string, figures: string): string {
  return `${tillId}-G${figures}${checkDigits(figures)}`;
}

/** What a code that a person scanned or typed names. */
export interface GiftCode {
  readonly code: string;
  readonly tillId: string;
  /** Whether the check digits are right. */
  readonly isRight: boolean;
}

/**
 * Reads the code of a gift card as it is scanned, or typed with spaces and small letters; its twelve figures alone are one
 * of this till's (`here`). Null for what is no such code.
 */
export function readGiftCode(text: string, here: string | null): GiftCode | null {
  const bare = text
    .replace(/^\][A-Za-z][0-9A-Za-z]/u, '')
    .replace(/[\s\p{Cc}]/gu, '')
    .toUpperCase();
  const whole = here !== null && /^\d{12}$/.test(bare) ? `${here}-G${bare}` : bare;
  const [, tillId, figures] = codeShape.exec(whole) ?? [];
  if (tillId === undefined || figures === undefined) return null;
  const isRight = checkDigits(figures.slice(0, 10)) === figures.slice(10);
  // Twelve figures may be many things.
  return whole === bare || isRight ? { code: whole, tillId, isRight } : null;
}

/** The last day (YYYY-MM-DD) of a gift card sold on `today` that is good for so many months. */
export function lastDayOf(today: string, months: number): string {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const whole = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(whole / 12), (whole % 12) + 1, 0)).getUTCDate();
  const parts = [Math.floor(whole / 12), (whole % 12) + 1, Math.min(day, last)];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** A gift card as the till keeps it, and what may be taken of it. */
export interface GiftCardKept {
  /** Øre. */
  readonly balance: Ore;
  readonly expires: string;
}

/**
 * Takes what a gift card gives towards what is due (øre): all of it, or the `amount` that was asked for. Refuses with
 * GIFT-CARD-EMPTY, GIFT-CARD-EXPIRED unless a person `accepts` that, or GIFT-CARD-TOO-LITTLE.
 */
export function takeFromCard(
  kept: GiftCardKept,
  asks: { readonly due: Ore; readonly amount: Ore | null; readonly today: string; readonly accepts: boolean },
): Result<Ore, SaleRefusal> {
  const { balance, expires } = kept;
  if (balance < 1) return err(refused('GIFT-CARD-EMPTY'));
  if (asks.today > expires && !asks.accepts) return err(refused('GIFT-CARD-EXPIRED', { expires }));
  const most = Math.min(balance, asks.due);
  if (asks.amount === null) return { ok: true, value: ore(most) };
  if (asks.amount < 1 || asks.amount > most) return err(refused('GIFT-CARD-TOO-LITTLE', { balance: most }));
  return { ok: true, value: asks.amount };
}

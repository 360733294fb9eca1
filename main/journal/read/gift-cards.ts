import type Database from 'better-sqlite3';
import type { Ore } from '../../sale/money.ts';

/** A gift card that this till sold. */
export interface SoldGiftCard {
  readonly code: string;
  readonly receiptNumber: number;
  /** UTC: when it was sold. */
  readonly at: string;
  /** What it was sold for, and what is left on it. */
  readonly amount: Ore;
  readonly balance: Ore;
  /** The last day (YYYY-MM-DD, the shop's) on which it is good. */
  readonly expires: string;
}

export interface GiftCardReads {
  /** Null for one that this till did not sell. */
  giftCard(code: string): SoldGiftCard | null;
  /** What is left on it, in øre; zero for one that this till did not sell. */
  readonly giftCardBalance: (code: string) => Ore;
  /** What this till has accepted of a gift card, in øre. */
  giftCardSpent(code: string): Ore;
  /** The cards on which something is left, and how much. */
  giftCardsOutstanding(): { readonly number: number; readonly amount: Ore };
  /** Whether the till has ever sold a gift card or been paid by one. */
  hasGiftCards(): boolean;
}

export function createGiftCardReads(db: Database.Database): GiftCardReads {
  const one = db.prepare<[string], SoldGiftCard>(
    `SELECT code, receipt_number AS receiptNumber, at, amount, balance, expires FROM gift_card WHERE code = ?`,
  );
  const spent = db
    .prepare<[string], Ore>('SELECT coalesce(sum(amount), 0) FROM gift_card_part WHERE code = ?')
    .pluck();
  const outstanding = db.prepare<[], { number: number; amount: Ore }>(
    'SELECT count(*) AS number, coalesce(sum(balance), 0) AS amount FROM gift_card WHERE balance > 0',
  );
  const any = db
    .prepare<[], number>('SELECT EXISTS (SELECT 1 FROM gift_card) OR EXISTS (SELECT 1 FROM gift_card_part)')
    .pluck();
  return {
    giftCard: (code) => one.get(code) ?? null,
    giftCardBalance: (code) => one.get(code)?.balance ?? (0 as Ore),
    giftCardSpent: (code) => spent.get(code) ?? (0 as Ore),
    giftCardsOutstanding: () => outstanding.get() ?? { number: 0, amount: 0 as Ore },
    hasGiftCards: () => any.get() === 1,
  };
}

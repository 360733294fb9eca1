import type Database from 'better-sqlite3';
import type { Means } from '../../sale/means.ts';
import type { Ore, Thousandths } from '../../sale/money.ts';

/** A receipt as the shop's own figures count it: what was sold on it and what was given back, in øre; gift cards are neither. */
export interface SoldReceipt {
  readonly at: string;
  readonly operator: string | null;
  readonly sold: Ore;
  /** Negative or zero. */
  readonly back: Ore;
  /** 1 where it has any line of that sort. */
  readonly isSale: number;
  readonly isReturn: number;
}

export interface SoldArticle {
  /** Null for free amounts. */
  readonly articleId: string | null;
  readonly description: string;
  readonly group: string;
  readonly quantity: Thousandths;
  readonly amount: Ore;
  readonly vat: Ore;
}

export interface SoldMeans {
  readonly means: Means;
  readonly number: number;
  /** After cash rounding. */
  readonly amount: Ore;
}

/** What was sold from one instant (UTC, included) to another. */
export interface SoldReads {
  soldReceipts(from: string, to: string): SoldReceipt[];
  soldArticles(from: string, to: string): SoldArticle[];
  soldMeans(from: string, to: string): SoldMeans[];
}

export function createSoldReads(db: Database.Database): SoldReads {
  const receipts = db.prepare<[string, string], SoldReceipt>(
    `SELECT receipt.at, entry.operator, sum(max(line.amount, 0)) AS sold, sum(min(line.amount, 0)) AS back,
        max(line.amount >= 0) AS isSale, max(line.amount < 0) AS isReturn
      FROM receipt JOIN line USING (receipt_number) JOIN entry ON entry.seq = receipt.seq
      WHERE receipt.at >= ? AND receipt.at < ? AND line.gift_card IS NULL GROUP BY receipt.receipt_number`,
  );
  const articles = db.prepare<[string, string], SoldArticle>(
    `SELECT article_id AS articleId, max(description) AS description, group_name AS "group",
        sum(quantity) AS quantity, sum(amount) AS amount, sum(vat_amount) AS vat
      FROM receipt JOIN line USING (receipt_number) WHERE at >= ? AND at < ?
        AND gift_card IS NULL GROUP BY article_id, group_name, CASE WHEN article_id IS NULL THEN description END`,
  );
  const means = db.prepare<[string, string], SoldMeans>(
    `SELECT payment.kind AS means, count(*) AS number, sum(payment.amount + payment.rounding) AS amount
      FROM receipt JOIN payment USING (receipt_number) WHERE at >= ? AND at < ? GROUP BY payment.kind`,
  );
  return {
    soldReceipts: (from, to) => receipts.all(from, to),
    soldArticles: (from, to) => articles.all(from, to),
    soldMeans: (from, to) => means.all(from, to),
  };
}

import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { EntryOf } from './of-kind.ts';

type Sold = EntryOf<'sale.completed' | 'sale.exchanged'>;
type GiftCardEntry =
  | Sold
  | EntryOf<
      | 'sale.part-paid'
      | 'sale.part-given-back'
      | 'sale.returned'
      | 'refund.prepared'
      | 'refund.refused'
      | 'refund.decided'
    >;

/**
 * Keeps what is left on each gift card that this till sold. The table itself refuses a balance below zero or above what
 * the card was sold for, so that an entry which would spend an øre twice is never written. To be called before the
 * refund's own row changes.
 */
export function giftCardDeriver(db: Database.Database): (entry: GiftCardEntry) => void {
  const sell = db.prepare<[string, string, string, number, string, number, string, number]>(
    `INSERT INTO gift_card (code, sale_id, line_id, receipt_number, at, amount, expires, balance)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const add = db.prepare<[number, string]>('UPDATE gift_card SET balance = balance + ? WHERE code = ?');
  const spend = db.prepare<[string, number, string, number]>(
    'INSERT INTO gift_card_part (sale_id, part, code, amount) VALUES (?, ?, ?, ?)',
  );
  const unspend = db.prepare<[string, number], { code: string; amount: number }>(
    'DELETE FROM gift_card_part WHERE sale_id = ? AND part = ? RETURNING code, amount',
  );
  const spentOn = db
    .prepare<[string], number>('SELECT coalesce(sum(amount), 0) FROM gift_card_part WHERE sale_id = ?')
    .pluck();
  /** The sold cards that a refund takes back; amounts negative. */
  const takenBack = db.prepare<[string], { code: string; amount: number; refused: number }>(
    `SELECT code, refund_line.amount, state = 'refused' AS refused FROM refund JOIN refund_line USING (number)
      JOIN gift_card ON gift_card.sale_id = refund.sale_id AND gift_card.line_id = refund_line.line_id
      WHERE refund_id = ?`,
  );

  function sold({ at, body }: Sold): void {
    const { saleId, receiptNumber } = body;
    for (const { giftCard, lineId, amount } of body.lines) {
      if (giftCard !== undefined)
        sell.run(giftCard.code, saleId, lineId, receiptNumber, at, amount, giftCard.expires, amount);
    }
    const paid = body.payments.reduce((sum, one) => sum + (one.kind === 'gift-card' ? one.amount : 0), 0);
    // Being paid by gift card is a part that was taken before, and of no other sale.
    if (paid !== spentOn.get(saleId))
      throw new Error(`Sale ${saleId} counts gift cards that it did not take`);
  }

  /** What went back to gift cards; nothing is kept of another till's. */
  function paidBack(payments: EntryOf<'sale.returned'>['body']['payments']): void {
    for (const payment of payments)
      if (payment.kind === 'gift-card') add.run(0 - payment.amount, payment.code);
  }

  return (entry) => {
    switch (entry.kind) {
      case 'sale.part-paid': {
        const { saleId, part, payment } = entry.body;
        if (payment.kind !== 'gift-card') return;
        const { changes } = add.run(0 - payment.amount, payment.code);
        if (changes === (payment.elsewhere ? 1 : 0))
          throw new Error(`${payment.code} was not sold where it says`);
        spend.run(saleId, part, payment.code, payment.amount);
        return;
      }
      case 'sale.part-given-back':
        for (const { code, amount } of unspend.all(entry.body.saleId, entry.body.part)) add.run(amount, code);
        return;
      case 'sale.completed':
        sold(entry);
        return;
      case 'sale.exchanged':
        sold(entry);
        paidBack(entry.body.paidBack);
        return;
      case 'refund.prepared':
        for (const { giftCard, amount } of entry.body.lines) {
          if (giftCard !== undefined) add.run(amount, giftCard.code);
        }
        return;
      case 'refund.decided':
      case 'refund.refused':
        if (entry.kind === 'refund.decided' && entry.body.refunded) return;
        for (const { code, amount } of takenBack.all(entry.body.refundId)) add.run(0 - amount, code);
        return;
      case 'sale.returned':
        // A person had decided that nothing went back, and it did.
        for (const { code, amount, refused } of takenBack.all(entry.body.refundId)) {
          if (refused === 1) add.run(amount, code);
        }
        paidBack(entry.body.payments);
        return;
      default:
        assertNever(entry);
    }
  };
}

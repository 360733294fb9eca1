import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { EntryOf } from './of-kind.ts';

type ExchangeEntry = EntryOf<'sale.return-added' | 'sale.return-removed' | 'sale.exchanged' | 'sale.aborted'>;

/**
 * Keeps what comes back in exchanges, open ones too, so that nothing of it goes back twice; and what of a sale's payments
 * went on to pay for something else.
 */
export function exchangeDeriver(db: Database.Database): (entry: ExchangeEntry) => void {
  const add = db.prepare<[string, string, string, string, number, number, number]>(
    `INSERT INTO exchange_line (sale_id, line_id, of_sale_id, of_line_id, quantity, amount, vat_amount)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare<[string, string]>('DELETE FROM exchange_line WHERE sale_id = ? AND line_id = ?');
  const giveUp = db.prepare<[string]>('DELETE FROM exchange_line WHERE sale_id = ?');
  const carry = db.prepare<[number, number, string, string, number, string | null, string | null]>(
    `INSERT INTO carried (receipt_number, position, of_sale_id, kind, amount, attempt_id, gift_code)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  return (entry) => {
    const { saleId } = entry.body;
    switch (entry.kind) {
      case 'sale.return-added':
        for (const { lineId, ofLineId, quantity, amount, vatAmount } of entry.body.lines) {
          add.run(saleId, lineId, entry.body.of.saleId, ofLineId, quantity, amount, vatAmount);
        }
        return;
      case 'sale.return-removed':
        if (remove.run(saleId, entry.body.lineId).changes === 1) return;
        throw new Error(`Nothing comes back in line ${entry.body.lineId} of sale ${saleId}`);
      case 'sale.aborted':
        giveUp.run(saleId);
        return;
      case 'sale.exchanged':
        entry.body.carried.forEach((part, index) => {
          const attemptId = part.kind === 'card' ? part.attemptId : null;
          const giftCode = part.kind === 'gift-card' ? part.code : null;
          const { receiptNumber, of } = entry.body;
          carry.run(receiptNumber, index + 1, of.saleId, part.kind, part.amount, attemptId, giftCode);
        });
        return;
      default:
        assertNever(entry);
    }
  };
}

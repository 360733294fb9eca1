import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { EntryOf } from './of-kind.ts';

export type RefundState = 'prepared' | 'sending' | 'accepted' | 'undecided' | 'done' | 'refused';

type RefundEntry = EntryOf<
  | 'refund.prepared'
  | 'refund.sending'
  | 'refund.accepted'
  | 'refund.undecided'
  | 'refund.refused'
  | 'refund.done'
  | 'refund.decided'
  | 'sale.returned'
>;

/** Keeps one row a refund: what it gives back, and what is known of it now. */
export function refundDeriver(db: Database.Database): (entry: RefundEntry) => void {
  const insert = db.prepare<[number, string, string, number, number, number, string | null, string]>(
    `INSERT INTO refund (number, refund_id, sale_id, state, amount, card, cash, attempt_id, prepared_at)
      VALUES (?, ?, ?, 'prepared', ?, ?, ?, ?, ?)`,
  );
  const insertLine = db.prepare<[number, string, number, number, number]>(
    'INSERT INTO refund_line (number, line_id, quantity, amount, vat_amount) VALUES (?, ?, ?, ?, ?)',
  );
  const insertEntry = db.prepare<[number, string]>(
    'INSERT INTO refund_entry (number, seq) SELECT number, ? FROM refund WHERE refund_id = ?',
  );
  const become = db.prepare<[string, string]>(
    "UPDATE refund SET state = ? WHERE refund_id = ? AND state NOT IN ('done', 'refused')",
  );
  const returned = db.prepare<[number, string]>(
    `UPDATE refund SET state = 'done', receipt_number = ?
      WHERE refund_id = ? AND state <> 'refused' AND receipt_number IS NULL`,
  );
  const change = (entry: Exclude<RefundEntry, { kind: 'refund.prepared' }>): Database.RunResult => {
    const { refundId } = entry.body;
    switch (entry.kind) {
      case 'refund.sending':
        return become.run('sending', refundId);
      case 'refund.accepted':
        return become.run('accepted', refundId);
      case 'refund.undecided':
        return become.run('undecided', refundId);
      case 'refund.refused':
        return become.run('refused', refundId);
      case 'refund.done':
        return become.run('done', refundId);
      case 'refund.decided':
        return become.run(entry.body.refunded ? 'done' : 'refused', refundId);
      case 'sale.returned':
        return returned.run(entry.body.receiptNumber, refundId);
      default:
        return assertNever(entry);
    }
  };

  return (entry) => {
    if (entry.kind === 'refund.prepared') {
      const { refundId, number, of, amount, card, cash, lines } = entry.body;
      if (!refundId.endsWith(`-F${number}`))
        throw new Error(`Refund ${refundId} is not named after ${number}`);
      const [byCard, inCash] = [card?.amount ?? 0, cash?.amount ?? 0];
      insert.run(number, refundId, of.saleId, amount, byCard, inCash, card?.attemptId ?? null, entry.at);
      for (const line of lines) {
        insertLine.run(number, line.lineId, line.quantity, line.amount, line.vatAmount);
      }
    }
    const { refundId } = entry.body;
    if (insertEntry.run(entry.seq, refundId).changes !== 1) throw new Error(`There is no refund ${refundId}`);
    // What is settled stays settled: money goes back once.
    if (entry.kind !== 'refund.prepared' && change(entry).changes !== 1) {
      throw new Error(`${entry.kind} for refund ${refundId}, which is settled`);
    }
  };
}

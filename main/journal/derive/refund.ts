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
  | 'refund.for-exchange'
  | 'refund.of-other-till'
  | 'refund.contradicted'
  | 'refund.alarm-settled'
  | 'refund.watch-ended'
  | 'sale.returned'
>;

export interface RefundDeriver {
  (entry: RefundEntry): void;
  /** The difference of an exchange went back by it. */
  exchanged(refundId: string, entry: EntryOf<'sale.exchanged'>): void;
}

/** Keeps one row a refund: what it gives back, and what is known of it now. */
export function refundDeriver(db: Database.Database): RefundDeriver {
  const insert = db.prepare<
    [number, string, string, number, number, number, string | null, number, string | null, string]
  >(
    `INSERT INTO refund (number, refund_id, sale_id, state, amount, card, cash, attempt_id, gift, gift_code, prepared_at)
      VALUES (?, ?, ?, 'prepared', ?, ?, ?, ?, ?, ?, ?)`,
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
      WHERE refund_id = ? AND receipt_number IS NULL AND (state <> 'refused' OR EXISTS (
        SELECT 1 FROM refund_alarm WHERE refund_alarm.refund_id = refund.refund_id AND refunded = 1 AND settled = 0))`,
  );
  const decided = db.prepare<[string, string]>(
    "UPDATE refund SET state = ?, watched = 1 WHERE refund_id = ? AND state NOT IN ('done', 'refused')",
  );
  const forExchange = db.prepare<[string, string]>(
    'UPDATE refund SET exchange_sale_id = ? WHERE refund_id = ?',
  );
  const unwatch = db.prepare<[string]>('UPDATE refund SET watched = 0 WHERE refund_id = ? AND watched = 1');
  const raise = db.prepare<[number, string, number, string]>(
    'INSERT INTO refund_alarm (alarm, refund_id, refunded, at, settled) VALUES (?, ?, ?, ?, 0)',
  );
  const settle = db.prepare<[string]>(
    'UPDATE refund_alarm SET settled = 1 WHERE refund_id = ? AND settled = 0',
  );
  const known = db.prepare<[string]>('UPDATE refund SET number = number WHERE refund_id = ?');
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
        return decided.run(entry.body.refunded ? 'done' : 'refused', refundId);
      case 'refund.for-exchange':
        return forExchange.run(entry.body.saleId, refundId);
      case 'refund.of-other-till':
        return known.run(refundId);
      case 'refund.contradicted':
        raise.run(entry.body.alarm, refundId, entry.body.refunded ? 1 : 0, entry.at);
        return unwatch.run(refundId);
      case 'refund.watch-ended':
        return unwatch.run(refundId);
      case 'refund.alarm-settled':
        return settle.run(refundId);
      case 'sale.returned':
        return returned.run(entry.body.receiptNumber, refundId);
      default:
        return assertNever(entry);
    }
  };

  const note = (refundId: string, seq: number): void => {
    if (insertEntry.run(seq, refundId).changes !== 1) throw new Error(`There is no refund ${refundId}`);
  };
  const derive = (entry: RefundEntry): void => {
    if (entry.kind === 'refund.prepared') {
      const { refundId, number, of, amount, card, cash, lines } = entry.body;
      if (!refundId.endsWith(`-F${number}`))
        throw new Error(`Refund ${refundId} is not named after ${number}`);
      const [byCard, inCash] = [card?.amount ?? 0, cash?.amount ?? 0];
      const { giftCard } = entry.body;
      const [gift, giftCode] = [giftCard?.amount ?? 0, giftCard?.code ?? null];
      const attemptId = card?.attemptId ?? null;
      insert.run(number, refundId, of.saleId, amount, byCard, inCash, attemptId, gift, giftCode, entry.at);
      for (const line of lines) {
        insertLine.run(number, line.lineId, line.quantity, line.amount, line.vatAmount);
      }
    }
    const { refundId } = entry.body;
    note(refundId, entry.seq);
    // What is settled stays settled: money goes back once.
    if (entry.kind !== 'refund.prepared' && change(entry).changes !== 1) {
      throw new Error(`${entry.kind} for refund ${refundId}, which is settled`);
    }
  };
  return Object.assign(derive, {
    exchanged: (refundId: string, { seq, body }: EntryOf<'sale.exchanged'>) => {
      note(refundId, seq);
      if (returned.run(body.receiptNumber, refundId).changes === 1) return;
      throw new Error(`An exchange of refund ${refundId}, which is settled`);
    },
  });
}

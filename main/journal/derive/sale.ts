import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { EntryOf } from './of-kind.ts';

type SaleEntry = EntryOf<
  'sale.opened' | 'sale.parked' | 'sale.resumed' | 'sale.aborted' | 'sale.completed' | 'sale.exchanged'
>;

/** Keeps the sales that are not finished: the one on the counter and the parked ones. */
export function saleDeriver(db: Database.Database): (entry: SaleEntry) => void {
  const insert = db.prepare<[string, number, string]>(
    "INSERT INTO unfinished_sale (sale_id, state, name, changed_seq, changed_at) VALUES (?, 'open', '', ?, ?)",
  );
  const update = db.prepare<[string, string, number, string, string]>(
    'UPDATE unfinished_sale SET state = ?, name = ?, changed_seq = ?, changed_at = ? WHERE sale_id = ?',
  );
  const finish = db.prepare<[string]>('DELETE FROM unfinished_sale WHERE sale_id = ?');
  const apply = (entry: SaleEntry): Database.RunResult => {
    const { seq, at } = entry;
    const { saleId } = entry.body;
    switch (entry.kind) {
      case 'sale.opened':
        return insert.run(saleId, seq, at);
      case 'sale.parked':
        return update.run('parked', entry.body.name, seq, at, saleId);
      case 'sale.resumed':
        return update.run('open', '', seq, at, saleId);
      case 'sale.aborted':
      case 'sale.completed':
      case 'sale.exchanged':
        return finish.run(saleId);
      default:
        return assertNever(entry);
    }
  };
  return (entry) => {
    if (apply(entry).changes !== 1) {
      throw new Error(`${entry.kind} for ${entry.body.saleId}, which is not an unfinished sale`);
    }
  };
}

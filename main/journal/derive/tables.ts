import type Database from 'better-sqlite3';

/** A derived table: all its columns, and those that order its rows. */
export interface DerivedTable {
  readonly name: string;
  readonly columns: string;
  readonly order: string;
}

/**
 * Everything that `rebuild` empties and `verify` compares. The text index is not compared: it helps to search, and
 * holds nothing that the article table does not.
 */
export const derivedTables: readonly DerivedTable[] = [
  { name: 'series', columns: 'name, taken', order: 'name' },
  { name: 'unfinished_sale', columns: 'sale_id, state, name, changed_seq, changed_at', order: 'sale_id' },
  { name: 'sale_entry', columns: 'sale_id, seq', order: 'sale_id, seq' },
  {
    name: 'receipt',
    columns: 'receipt_number, sale_id, seq, at, total, lines, signature, kind, paid_by',
    order: 'receipt_number',
  },
  { name: 'receipt_count', columns: 'thousand, kind, paid_by, receipts', order: 'thousand, kind, paid_by' },
  {
    name: 'line',
    columns:
      'receipt_number, position, article_id, description, group_name, unit_price, quantity, vat_rate, reduction, ' +
      'amount, vat_amount, gift_card',
    order: 'receipt_number, position',
  },
  {
    name: 'payment',
    columns:
      'receipt_number, position, kind, amount, rounding, change, attempt_id, transaction_id, card_ending',
    order: 'receipt_number, position',
  },
  { name: 'receipt_gift_card', columns: 'code, receipt_number', order: 'code, receipt_number' },
  {
    name: 'attempt',
    columns:
      'prepared_seq, attempt_id, sale_id, number, state, amount, session_id, transaction_id, prepared_at, ' +
      'updated_at, captured, watched',
    order: 'prepared_seq',
  },
  { name: 'lost_attempt', columns: 'sale_id, number, after_seq', order: 'sale_id, number' },
  { name: 'alarm', columns: 'alarm, kind, attempt_id, sale_id, amount, at, settled', order: 'alarm' },
  {
    name: 'article',
    columns: 'key, id, name, folded, price, vat_rate, group_name, barcode, age_limit, deposit',
    order: 'key',
  },
  {
    name: 'numbered_case',
    columns:
      'number, difference, kind, transaction_id, attempt_id, amount_here, amount_there, currency, reference, detail, ' +
      'at, settled_at',
    order: 'number',
  },
  { name: 'matched', columns: 'only_row, until', order: 'only_row' },
  {
    name: 'day_figure',
    columns: 'day, figure, key, operator, number, amount, also',
    order: 'day, figure, key, operator',
  },
  { name: 'receipt_print', columns: 'receipt_number, times', order: 'receipt_number' },
  { name: 'cash_count', columns: 'only_row, seq', order: 'only_row' },
  { name: 'report', columns: 'seq, kind, number, at, grand_sales, grand_returns', order: 'seq' },
  {
    name: 'refund',
    columns:
      'number, refund_id, sale_id, state, amount, card, cash, attempt_id, prepared_at, receipt_number, ' +
      'exchange_sale_id, watched, gift, gift_code',
    order: 'number',
  },
  { name: 'refund_line', columns: 'number, line_id, quantity, amount, vat_amount', order: 'number, line_id' },
  { name: 'refund_entry', columns: 'number, seq', order: 'number, seq' },
  { name: 'setting', columns: 'section, value', order: 'section' },
  { name: 'print', columns: 'wanted, of, onto, receipt_number, at, state, code', order: 'wanted' },
  { name: 'operator', columns: 'name, role, mark, refused, refused_at', order: 'name' },
  { name: 'drawer_count', columns: 'drawer, seq', order: 'drawer' },
  { name: 'settled_drawers', columns: 'z, seq', order: 'z' },
  { name: 'terminal_day', columns: 'key, z, told_seq', order: 'key' },
  { name: 'settlement', columns: 'settlement_id, seq, settled_at', order: 'settlement_id' },
  { name: 'settled', columns: 'kind, id, settlement_id, amount', order: 'kind, id, settlement_id' },
  { name: 'day_export', columns: 'z, format, done_seq', order: 'z, format' },
  { name: 'refund_alarm', columns: 'alarm, refund_id, refunded, at, settled', order: 'alarm' },
  {
    name: 'exchange_line',
    columns: 'sale_id, line_id, of_sale_id, of_line_id, quantity, amount, vat_amount',
    order: 'sale_id, line_id',
  },
  {
    name: 'carried',
    columns: 'receipt_number, position, of_sale_id, kind, amount, attempt_id, gift_code',
    order: 'receipt_number, position',
  },
  {
    name: 'gift_card',
    columns: 'code, sale_id, line_id, receipt_number, at, amount, expires, balance',
    order: 'code',
  },
  { name: 'gift_card_part', columns: 'sale_id, part, code, amount', order: 'sale_id, part' },
  { name: 'article_part', columns: 'import_id, seq', order: 'import_id, seq' },
];

/** Empties every derived table of `db`. */
export function emptyDerivedTables(db: Database.Database): void {
  for (const { name } of derivedTables) db.exec(`DELETE FROM ${name}`);
  db.exec('DELETE FROM article_text');
}

/** The first row in which two files' derived tables differ, as `table key`; null when they are equal. */
export function firstDifference(one: Database.Database, other: Database.Database): string | null {
  for (const table of derivedTables) {
    const text = `SELECT ${table.columns} FROM ${table.name} ORDER BY ${table.order}`;
    const rows = one.prepare<[], unknown[]>(text).raw().iterate();
    const others = other.prepare<[], unknown[]>(text).raw().iterate();
    try {
      for (;;) {
        const row = rows.next();
        const same = others.next();
        if (row.done === true && same.done === true) break;
        if (JSON.stringify(row.value) !== JSON.stringify(same.value)) {
          return `${table.name} ${JSON.stringify(row.value ?? same.value)}`;
        }
      }
    } finally {
      rows.return?.();
      others.return?.();
    }
  }
  return null;
}

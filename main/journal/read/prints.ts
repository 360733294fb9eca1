import type Database from 'better-sqlite3';
import { printOfField, type PrintOf, type PrintOnto } from '../entries/print.ts';

export type PrintState = 'wanted' | 'started' | 'unknown';

/** A print that is not settled. */
export interface OpenPrint {
  /** The number of the entry that wanted it: its name. */
  readonly wanted: number;
  readonly of: PrintOf;
  readonly onto: PrintOnto;
  readonly at: string;
  readonly state: PrintState;
  /** Why the last try failed, or why nobody knows; null before any. */
  readonly code: string | null;
}

export interface PrintReads {
  /** The oldest first. */
  openPrints(): OpenPrint[];
  openPrint(wanted: number): OpenPrint | null;
  /** Prints of a receipt that are not settled. */
  openPrintsOf(receiptNumber: number): OpenPrint[];
  /** How often a receipt left the till: on paper, as a file or by e-mail. */
  timesPrinted(receiptNumber: number): number;
}

const columns = 'wanted, of, onto, at, state, code';
type PrintRow = Omit<OpenPrint, 'of'> & { readonly of: string };

export function createPrintReads(db: Database.Database): PrintReads {
  const all = db.prepare<[], PrintRow>(`SELECT ${columns} FROM print ORDER BY wanted`);
  const one = db.prepare<[number], PrintRow>(`SELECT ${columns} FROM print WHERE wanted = ?`);
  const of = db.prepare<[number], PrintRow>(
    `SELECT ${columns} FROM print WHERE receipt_number = ? ORDER BY wanted`,
  );
  const times = db
    .prepare<[number], number>('SELECT times FROM receipt_print WHERE receipt_number = ?')
    .pluck();
  return {
    openPrints: () => all.all().map(toPrint),
    openPrint: (wanted) => one.all(wanted).map(toPrint)[0] ?? null,
    openPrintsOf: (receiptNumber) => of.all(receiptNumber).map(toPrint),
    timesPrinted: (receiptNumber) => times.get(receiptNumber) ?? 0,
  };
}

function toPrint(row: PrintRow): OpenPrint {
  return { ...row, of: printOfField.parse(JSON.parse(row.of)) };
}

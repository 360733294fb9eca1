import type Database from 'better-sqlite3';
import { type EntryRow, entryRows } from './entry.ts';

export interface ShowOptions {
  readonly from: number;
  readonly to: number;
  readonly json: boolean;
}

/** The entries as text, a line each with its line break: to be read by people, or as JSON with every column. */
export function* show(db: Database.Database, options: ShowOptions): Generator<string> {
  for (const row of entryRows(db, options.from, options.to)) {
    yield `${options.json ? JSON.stringify(row) : readable(row)}\n`;
  }
}

function readable(row: EntryRow): string {
  return [String(row.seq).padStart(7), row.at, row.kind, row.operator ?? '-', row.body].join('  ');
}

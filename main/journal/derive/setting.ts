import type Database from 'better-sqlite3';
import { canonical } from '../canonical.ts';
import type { EntryOf } from './of-kind.ts';

/** Keeps each section of the shop's settings as it was last changed, with its fields in the order of the entry's text. */
export function settingDeriver(db: Database.Database): (entry: EntryOf<'settings.changed'>) => void {
  const replace = db.prepare<[string, string]>(
    'INSERT OR REPLACE INTO setting (section, value) VALUES (?, ?)',
  );
  return ({ body }) => {
    replace.run(body.section, canonical(body.value));
  };
}

import { entryRows, toEntry } from '../../main/journal/entry.ts';
import type { Entry } from '../../main/journal/entries/index.ts';
import { openForReading } from '../../main/journal/open.ts';
import { verify } from '../../main/journal/verify/index.ts';

/** All entries of a journal file, in order. */
export function entriesIn(file: string): Entry[] {
  return reading(file, (db) => [...entryRows(db)].map(toEntry));
}

/** What `verify` finds wrong first; null when the journal is whole. */
export function wrongIn(file: string): string | null {
  return reading(file, (db) => verify(db).wrong);
}

type Connection = Parameters<typeof verify>[0];

function reading<T>(file: string, work: (db: Connection) => T): T {
  const opened = openForReading(file);
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}

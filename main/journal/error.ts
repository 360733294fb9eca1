import Database from 'better-sqlite3';

export interface JournalError {
  readonly code: 'JOURNAL-NOT-WRITABLE' | 'JOURNAL-FULL' | 'JOURNAL-BROKEN' | 'JOURNAL-NEWER';
  /** The system's own words, for the log and the manual. */
  readonly detail: string;
}

/** Says the file itself is wrong, in words of the journal's own. */
export function broken(detail: string): JournalError {
  return { code: 'JOURNAL-BROKEN', detail };
}

/** What SQLite or the file system threw, as a journal error; null for anything else, which is a programming error. */
export function journalError(thrown: unknown): JournalError | null {
  if (thrown instanceof Database.SqliteError) {
    const code = codeOfSqlite(thrown.code);
    return code === null ? null : { code, detail: `${thrown.code}: ${thrown.message}` };
  }
  if (thrown instanceof Error && 'syscall' in thrown && 'code' in thrown) {
    const full = thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT';
    return { code: full ? 'JOURNAL-FULL' : 'JOURNAL-NOT-WRITABLE', detail: thrown.message };
  }
  return null;
}

/** As journalError, while a file is being opened: there, whatever else SQLite says is about the file as well. */
export function openingError(thrown: unknown): JournalError {
  const known = journalError(thrown);
  if (known !== null) return known;
  if (thrown instanceof Database.SqliteError) return broken(`${thrown.code}: ${thrown.message}`);
  throw thrown;
}

// Extended codes (SQLITE_IOERR_FSYNC) begin with the primary one.
const meanings: readonly (readonly [string, JournalError['code']])[] = [
  ['SQLITE_FULL', 'JOURNAL-FULL'],
  ['SQLITE_CORRUPT', 'JOURNAL-BROKEN'],
  ['SQLITE_NOTADB', 'JOURNAL-BROKEN'],
  ['SQLITE_READONLY', 'JOURNAL-NOT-WRITABLE'],
  ['SQLITE_IOERR', 'JOURNAL-NOT-WRITABLE'],
  ['SQLITE_CANTOPEN', 'JOURNAL-NOT-WRITABLE'],
  ['SQLITE_BUSY', 'JOURNAL-NOT-WRITABLE'],
  ['SQLITE_LOCKED', 'JOURNAL-NOT-WRITABLE'],
  ['SQLITE_PROTOCOL', 'JOURNAL-NOT-WRITABLE'],
  ['SQLITE_PERM', 'JOURNAL-NOT-WRITABLE'],
  ['SQLITE_NOMEM', 'JOURNAL-NOT-WRITABLE'],
];

function codeOfSqlite(code: string): JournalError['code'] | null {
  const found = meanings.find(([primary]) => code === primary || code.startsWith(`${primary}_`));
  return found === undefined ? null : found[1];
}

import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../result.ts';
import { journalError, type JournalError } from './error.ts';

/** Bytes that can still be written where the journal lies: a full memory must be refused before it is met (kassasystemforskrifta § 2-6). */
export async function roomLeft(journalPath: string): Promise<Result<number, JournalError>> {
  try {
    const { bavail, bsize } = await statfs(path.dirname(journalPath));
    return ok(bavail * bsize);
  } catch (thrown) {
    const error = journalError(thrown);
    if (error === null) throw thrown;
    return err(error);
  }
}

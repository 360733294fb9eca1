import { statfs } from 'node:fs/promises';
import { err, ok, type Result } from '../result.ts';
import { journalError, type JournalError } from './error.ts';

/**
 * Bytes that can still be written where the journal lies; an error when it does not lie there any more. Asked before
 * sales are begun, since a full memory must not be met in the middle of one (kassasystemforskrifta § 2-6).
 */
export async function roomLeft(journalPath: string): Promise<Result<number, JournalError>> {
  try {
    const { bavail, bsize } = await statfs(journalPath);
    return ok(bavail * bsize);
  } catch (thrown) {
    const error = journalError(thrown);
    if (error === null) throw thrown;
    return err(error);
  }
}

import { err, ok, type Result } from '../result.ts';
import { journalError } from './error.ts';
import { openForReading } from './open.ts';
import { verify, type VerifyReport } from './verify/index.ts';

/** Reads a journal through beside the till that writes it. The error says why it could not be read. Takes seconds. */
export function checkJournal(file: string): Result<VerifyReport, string> {
  const opened = openForReading(file);
  if (!opened.ok) return err(opened.error.detail);
  try {
    return ok(verify(opened.value));
  } catch (thrown) {
    const error = journalError(thrown);
    if (error === null) throw thrown;
    return err(error.detail);
  } finally {
    opened.value.close();
  }
}

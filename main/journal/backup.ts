import { open, rename, rm } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../result.ts';
import { createEmpty } from './empty-file.ts';
import { journalError, type JournalError } from './error.ts';

/**
 * Copies the journal as it stands at one moment, while the till goes on. The copy appears whole or not at all, and is
 * one file: nothing of it waits in a side file.
 */
export async function backup(db: Database.Database, target: string): Promise<Result<void, JournalError>> {
  const unfinished = `${target}.unfinished`;
  try {
    createEmpty(unfinished);
    await db.backup(unfinished);
    await toDisk(unfinished);
    await rename(unfinished, target);
    return ok(undefined);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    const error = journalError(thrown);
    if (error === null) throw thrown;
    return err(error);
  }
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { createEmpty } from './empty-file.ts';
import { migrations } from './migrations/index.ts';

/**
 * Copies the journal as it is before the program changes its tables: `journal.sqlite.before-N` is what it was before
 * it had N steps. The copy is whole and on disk when this returns; the one that an earlier update left is taken away. Throws as SQLite
 * and the file system do.
 */
export function keepBefore(db: Database.Database, file: string): void {
  const copy = `${file}.before-${migrations.length}`;
  const unfinished = `${copy}.unfinished`;
  createEmpty(unfinished);
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    const handle = openSync(unfinished, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(unfinished, copy);
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    throw thrown;
  }
  const earlier = readdirSync(path.dirname(file)).filter(
    (name) => name.startsWith(`${path.basename(file)}.before-`) && name !== path.basename(copy),
  );
  for (const name of earlier) rmSync(path.join(path.dirname(file), name));
}

import { open } from 'node:fs/promises';
import { err, ok, type Result } from '../result.ts';
import { mostBytes, type FileReason } from './file-problem.ts';

/** Reads a catalogue file whole; one that is too large is refused unread. */
export async function readCatalogueFile(path: string): Promise<Result<Uint8Array, FileReason>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      return size > mostBytes ? err('too-large') : ok(await file.readFile());
    } finally {
      await file.close();
    }
  } catch {
    return err('unreadable');
  }
}

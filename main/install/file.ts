import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../result.ts';

/**
 * Writes a whole file beside the old one and renames it into place, so that a cut leaves the old file or the new one,
 * never half of either. The error is what the disk said.
 */
export function replaceFile(path: string, content: string | Uint8Array, mode = 0o600): Result<void, string> {
  const beside = `${path}.${process.pid}.new`;
  try {
    const file = openSync(beside, 'w', mode);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
    syncFolder(dirname(path));
    return ok(undefined);
  } catch (thrown) {
    rmSync(beside, { force: true });
    return err(diskWords(thrown));
  }
}

/** A rename is on disk only when its folder is. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What the disk said, without the stack. */
export function diskWords(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

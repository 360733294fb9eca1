import { closeSync, openSync, rmSync } from 'node:fs';

/** Makes an empty file that nobody but its owner may read, whatever the umask; SQLite's side files take after it. */
export function createEmpty(file: string): void {
  rmSync(file, { force: true });
  closeSync(openSync(file, 'wx', 0o600));
}

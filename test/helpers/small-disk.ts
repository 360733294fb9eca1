import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of its own, small enough to be filled; a real file system in memory, so the test needs to be root. */
export type SmallDisk = {
  readonly folder: string;
  /** Bytes that can still be written. */
  readonly free: () => number;
  /** Fills it until no more than so many bytes are free. */
  readonly fillUpTo: (freeBytes: number) => void;
  readonly emptyAgain: () => void;
  /** Nothing on it may be open for writing. */
  readonly makeReadOnly: () => void;
  readonly makeWritable: () => void;
  readonly remove: () => void;
};

/** Mounts a disk of `megabytes`. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-disk-'));
  const ballast = path.join(folder, 'ballast');
  const mount = (...options: string[]): void => {
    execFileSync('mount', [...options, folder], { stdio: 'pipe' });
  };
  mount('-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs');
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    free,
    fillUpTo: (freeBytes) => {
      const file = openSync(ballast, 'a');
      try {
        for (let more = free() - freeBytes; more > 0; more = free() - freeBytes) {
          writeSync(file, Buffer.alloc(Math.min(more, 1_000_000)));
        }
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    emptyAgain: () => {
      rmSync(ballast);
    },
    makeReadOnly: () => {
      mount('-o', 'remount,ro');
    },
    makeWritable: () => {
      mount('-o', 'remount,rw');
    },
    remove: () => {
      execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true });
    },
  };
}
